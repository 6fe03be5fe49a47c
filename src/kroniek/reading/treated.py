"""People told to be wounded by what is done for them: "the clinic admitted 41 people", "behandelde 161 patiënten", "met schotwonden"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Group, Harm
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, ends_clause

_MOST_TO_WOUND = 4
_MOST_TO_VERB = 12
_MOST_TO_HOSPITAL = 24


def as_treated(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, told: Join | None) -> Join | None:
    """The join of a phrase: wounds where the words tell that its people are treated, and no more of what befell them; else `told`."""
    if told is not None and told.harm is not Harm.HARMED:
        return told
    return Join(Harm.INJURED, "treated") if _is_treated(tokens, marks, lexicon, phrase) else told


def _is_treated(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Whether wounds follow at once behind the people counted, or a verb of treating stands in their clause and a hospital near."""
    if not phrase.is_people or phrase.harm is not None or phrase.low == 0 or (phrase.amount is None and phrase.group is Group.MEDICAL):
        return False
    if _with_wounds(tokens, lexicon, phrase.last + 1):
        return True
    verbs = lexicon.words("treating")
    return bool(verbs) and _has_near(tokens, marks, phrase, verbs) and _has_hospital(tokens, lexicon, phrase)


def _with_wounds(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """ "Patiënten met vergiftigingsverschijnselen"."""
    endings = lexicon.endings("wound_endings")
    if not endings or at >= len(tokens) or tokens[at].lower not in lexicon.words("having"):
        return False
    for token in tokens[at + 1 : at + 1 + _MOST_TO_WOUND]:
        if token.lower.endswith(endings):
            return True
        if token.lower in lexicon.words("prepositions") or token.text in (",", ";", "."):
            return False
    return False


def _has_near(tokens: Sequence[Token], marks: Marks, phrase: NounPhrase, words: frozenset[str]) -> bool:
    for step, start in ((-1, phrase.first - 1), (1, phrase.last + 1)):
        at = start
        while 0 <= at < len(tokens) and abs(at - start) < _MOST_TO_VERB and not ends_clause(tokens, at):
            if tokens[at].lower in words:
                return True
            if marks.at("boundary", at) is not None or tokens[at].text in (",", ":"):
                break
            at += step
    return False


def _has_hospital(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """A hospital, a medic or an aid body in the sentence, that is not among those counted."""
    names, endings = lexicon.words("hospitals"), lexicon.endings("hospital_endings")
    near = range(max(0, phrase.first - _MOST_TO_HOSPITAL), min(len(tokens), phrase.last + _MOST_TO_HOSPITAL))
    return any(
        (tokens[at].lower in names or (bool(endings) and tokens[at].lower.endswith(endings))) and not phrase.first <= at <= phrase.last
        for at in near
    )
