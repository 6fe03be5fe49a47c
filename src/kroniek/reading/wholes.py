"""Whether a word of harm is told of a whole or of its part: "four of his five children were killed", "of the 49 men 33 are missing"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.cues import Cue
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase, is_described_by
from kroniek.text.tokens import Token, TokenKind

_MOST_TO_COPULA = 7
_LONGEST_SETTING = 6
_SITUATIONS = frozenset({Harm.DISPLACED, Harm.MISSING})


def is_noun_of(phrases: Sequence[NounPhrase], phrase: NounPhrase, cue: Cue) -> bool:
    """ "25 soldiers and over 100 wounded": the harm word is the noun of another number."""
    return any(
        other is not phrase and other.harm is not None and other.amount is not None and other.amount.last < cue.first <= other.head_last
        for other in phrases
    )


def is_whole_of_next(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase, phrases: Sequence[NounPhrase]) -> bool:
    """ "Of the 49 men 33 are missing": the clause opens with the whole, and it is the part after it that was harmed."""
    at = phrase.first - 1
    if at < 0 or tokens[at].lower not in lexicon.words("determiners") or tokens[at - 1].lower not in lexicon.words("of"):
        return False
    opens = at == 1 or tokens[at - 2].kind is TokenKind.SIGN
    return opens and any(other.first > phrase.last and other.amount is not None and other.is_bare for other in phrases)


def is_whole_of_previous(tokens: Sequence[Token], lexicon: Lexicon, part: NounPhrase, whole: NounPhrase) -> bool:
    """ "Four of his five children", "none of the 26 soldiers": what follows is told of the part."""
    at = part.last + 1
    if part.amount is None or whole.amount is None or whole.harm is not None or not at < whole.amount.core:
        return False
    if tokens[at].lower in lexicon.words("out_of"):
        at += 1
    light = lexicon.words("determiners") | lexicon.words("possessives")
    return tokens[at].lower in lexicon.words("of") and all(token.lower in light for token in tokens[at + 1 : whole.amount.core])


def is_harmed_whole(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, whole: NounPhrase) -> bool:
    """ "He was one of 17 journalists killed there": a participle right behind the whole tells of all of it."""
    verb = marks.at("harm_verb", whole.last + 1)
    if lexicon.language != "en" or verb is None:
        return False
    copula = any(token.lower in lexicon.words("finite") for token in tokens[max(0, whole.first - _MOST_TO_COPULA) : whole.first])
    return (verb.entry.use == "either" and copula) or is_described_by(tokens, lexicon, verb)


def of_a_part(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]) -> bool:
    """ "28 casualties, of whom nine later died": the verb of the relative clause is that of the part in it."""
    part = next((one for one in reversed(phrases) if phrase.last < one.first and one.last < cue.first and one.amount is not None), None)
    if part is None and _tells_of_some(tokens, lexicon, range(phrase.last + 1, cue.first)):
        return True  # "twintig strijders, van wie er velen zouden zijn gedood"
    if part is None or part.last + 1 >= len(tokens) or any(tokens[at].text == "," for at in range(part.last + 1, cue.first)):
        return False
    if tokens[part.last].lower in lexicon.words("whom"):
        return True
    if lexicon.language == "en" and part.last + 1 == cue.first and _is_of_them(tokens, lexicon, part):
        return True  # "took in 3,600 patients, and 355 of these died"
    after = part.last + 1  # "eight men, four of whom were killed"
    if tokens[after].lower in lexicon.words("of") and after + 1 < len(tokens) and tokens[after + 1].lower in lexicon.words("whom"):
        return True
    opened = range(phrase.last + 1, part.first)
    pointing = [at for at in opened if tokens[at].lower in lexicon.words("of") and tokens[at + 1].lower in lexicon.words("of_them")]
    # "35 burgers, van wie 31 vrouwen, en zeven militairen": past a comma the row of the whole goes on
    return bool(pointing) and not any(tokens[at].text == "," for at in range(pointing[-1], part.first))


def _tells_of_some(tokens: Sequence[Token], lexicon: Lexicon, between: range) -> bool:
    """Whether "of whom many" stands between: some of those counted, and not all."""
    whose, them = lexicon.words("of"), lexicon.words("of_them")
    opened = next((at for at in between if tokens[at].lower in whose and tokens[at + 1].lower in them), None)
    return opened is not None and any(tokens[at].lower in lexicon.words("some_of") for at in range(opened + 2, between.stop))


def _is_of_them(tokens: Sequence[Token], lexicon: Lexicon, part: NounPhrase) -> bool:
    """Whether the part's own words end in "of these", "of them"."""
    at = part.last
    return at > 0 and tokens[at].lower in lexicon.words("of_them") and tokens[at - 1].lower in lexicon.words("of")


def of_relative_clause(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]) -> bool:
    """Dutch "hoorde 23 getuigen over de 38 mannen die verdwenen": the verb closes a clause on people counted after these."""
    for other in phrases:
        if other.first <= phrase.last or other.last >= cue.first or other.amount is None or not other.is_people:
            continue
        at = other.last + 1
        at += tokens[at].text == ","
        opened = tokens[at].lower in lexicon.words("relative_openers")
        if opened and not any(token.text in (",", ";") for token in tokens[at + 1 : cue.first]):
            return True
    return False


def is_participle_of_a_part(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]
) -> bool:
    """ "1,506 victims were recorded, including 549 people killed": past the clause's own verb the participle is the part's."""
    part = next((one for one in phrases if phrase.last < one.first and one.last == cue.first - 1 and one.amount is not None), None)
    if part is None or marks.ending("subset", part.first - 1) is None:
        return False
    return any(tokens[at].lower in lexicon.words("finite") for at in range(phrase.last + 1, part.first))


def follows_verb(tokens: Sequence[Token], marks: Marks, phrase: NounPhrase, cues: Sequence[Cue]) -> bool:
    """ "25 medics have been killed, along with two drivers, and ...": nothing but the companion word stands after the verb."""
    companion = marks.ending("companion", phrase.first - 1)
    if companion is None or companion.first == companion.last:
        return False
    at = companion.first - 1
    at -= at > 0 and tokens[at].text == ","
    return any(cue.last == at and not cue.takes_object for cue in cues)


def of_things(tokens: Sequence[Token], lexicon: Lexicon, before: Sequence[NounPhrase], phrase: NounPhrase) -> bool:
    """Dutch "er vielen zeven raketten, drie ervan op de haven": a bare number that points to things counted just before it."""
    after = phrase.last + 1
    if not phrase.is_bare or not before or after >= len(tokens) or tokens[after].lower not in lexicon.words("pointers_after"):
        return False
    return before[-1].head is not None and before[-1].head.category == "thing"


def victim_told_before(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    """ "Het jongste slachtoffer, een meisje, was zes": an apposition of one of those harmed, who is told by the noun of harm alone."""
    if phrase.low != 1 or not phrase.is_people or phrase.first < 2 or tokens[phrase.first - 1].text != ",":
        return None
    for at in range(phrase.first - 2, max(-1, phrase.first - 2 - _LONGEST_SETTING), -1):
        noun = marks.ending("harm_noun", at)
        if noun is not None and tokens[noun.last].lower in lexicon.words("one_harmed"):
            told = noun.entry.harm
            return None if told is None else Join(Harm.KILLED if told is Harm.HARMED else told, "apposition")
        if tokens[at].kind is TokenKind.SIGN or tokens[at].lower in lexicon.words("finite"):
            return None
    return None


def is_situation(lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """What somebody is in when something else befalls him: "60 detained migrants died"."""
    if lexicon.language == "nl" and phrase.harm is Harm.DISPLACED:
        return True
    told_of_people = lexicon.language == "en" and phrase.head is not None and phrase.head.category != "harm_noun"
    return phrase.harm is Harm.DETAINED or (told_of_people and phrase.harm in _SITUATIONS)
