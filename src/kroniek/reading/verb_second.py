"""Dutch puts its verb second: "dinsdag stierven er twee kinderen", "omgekomen zijn een man en twee kinderen"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.cues import Cue
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.reading.survival import not_survived
from kroniek.text.tokens import Token, TokenKind

_MOST_TO_INVERTED = 16
_MOST_TO_AMONG = 10


def inverted(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cues: Sequence[Cue]) -> Join | None:
    """Dutch puts the verb second: "dinsdag stierven er twee kinderen", "daar vielen zestig militairen"."""
    if lexicon.language != "nl" or not (phrase.is_people or phrase.is_bare):
        return None
    verbs = [(mark.last, mark.entry.harm) for mark in marks.all("fall_verb") if not _falls_upon(tokens, lexicon, mark.last)]
    verbs += [(cue.last, cue.harm) for cue in cues if not cue.takes_object and tokens[cue.first].lower in lexicon.words("finite_harm")]
    lost = [cue for cue in cues if cue.harm is None and cue.last < phrase.first]
    verbs += [(cue.last, Harm.KILLED) for cue in lost if not_survived(tokens, marks, cue, True)]
    if any(token.lower in lexicon.words("lying") for token in tokens):  # "onder het puin liggen nog twintig mensen"
        verbs += [(cue.last, cue.harm) for cue in cues if cue.harm is Harm.MISSING and tokens[cue.first].lower in lexicon.words("amid")]
    before = [(last, harm) for last, harm in verbs if last < phrase.first and phrase.first - last <= _MOST_TO_INVERTED]
    if not before:
        return None
    if phrase.first and tokens[phrase.first - 1].lower in lexicon.words("speaking"):
        return None  # "sneuvelden er 53, zegt een diplomaat"
    if phrase.is_bare and phrase.low == 0:
        return None  # "overleden doordat ze geen zuurstof kregen"
    if phrase.first and not phrase.is_people and tokens[phrase.first - 1].lower in lexicon.words("prepositions"):
        return None  # "waarbij burgers vallen in een aantal conflicten"
    at = phrase.first - 1
    at -= at > 0 and phrase.amount is None and tokens[at].text[0].isupper()
    if phrase.amount is None and at > 0 and tokens[at].lower in lexicon.words("against"):
        return None  # "vielen doden in de strijd met Nigeriaanse troepen"
    last, harm = max(before, key=lambda verb: verb[0])
    if not all(marks.at("boundary", at) is None and tokens[at].text not in (";", ".", ":") for at in range(last + 1, phrase.first)):
        return None
    return Join(harm, "inverted")


def _falls_upon(tokens: Sequence[Token], lexicon: Lexicon, verb: int) -> bool:
    """ "Vielen schutters twee dorpen binnen": with its other part the verb tells of an attack, and nobody fell."""
    for at in range(verb + 1, min(len(tokens), verb + _MOST_TO_INVERTED)):
        if tokens[at].kind is TokenKind.SIGN and tokens[at].text not in "-’'":
            return False
        if tokens[at].lower in lexicon.words("fallen_upon"):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            opens = after is not None and after.lower in lexicon.words("conjunctions")
            if after is None or opens or after.kind is TokenKind.SIGN or after.lower in lexicon.words("prepositions"):
                return True
    return False


def topicalised(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cues: Sequence[Cue]) -> Join | None:
    """Dutch "omgekomen zijn een man en twee kinderen", "gewond raakten vier agenten": the participle opens its clause."""
    for cue in cues:
        opens = cue.first == 0 or tokens[cue.first - 1].kind is TokenKind.SIGN
        if not opens or cue.last >= phrase.first or tokens[cue.first].lower not in lexicon.words("topicalised"):
            continue
        after = cue.last + 1
        finite = cue.last > cue.first or marks.at("be", after) is not None or tokens[after].lower in lexicon.words("finite")
        if not finite:
            continue
        clear = all(marks.at("boundary", at) is None and tokens[at].text not in (";", ".", ":") for at in range(after, phrase.first))
        if clear and phrase.first - cue.last <= _MOST_TO_AMONG and (phrase.is_people or phrase.is_bare):
            return Join(cue.harm, "inverted", cue)
    return None
