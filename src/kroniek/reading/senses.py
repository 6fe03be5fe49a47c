"""Words of war that mean something else where they stand: a mine that miners work in, Dutch "mijn" for my, a drone that is shot down."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Kind
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.text.tokens import Token

_OF_WAR = ("method", "thing")
_OF_GRAMMAR = ("be",)
_NEAR = 2  # words before a noun in which its article stands


def in_their_sense(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon) -> Marks:
    """The phrases of a sentence without those of war that mean something else in it."""
    marks = _without_names(tokens, marks, lexicon)
    of_two = lexicon.words("two_senses")
    places = [at for at, token in enumerate(tokens) if token.lower in of_two]
    if not places:
        return marks
    lowers = [token.lower for token in tokens]
    of_peace = [at for at in places if _is_of_peace(lowers, at, lexicon)]
    kept = marks.without(of_peace, _OF_WAR) if of_peace else marks
    if not any(mark.entry.kind in (Kind.MUNITIONS, Kind.VEHICLES) for mark in kept.all("thing")):
        return kept
    downed = [at for at in places if lowers[at] in lexicon.words("shot") and _is_downed(lowers, at, lexicon)]
    return kept.without(downed, ("method",)) if downed else kept


def _without_names(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon) -> Marks:
    """ "IS killed two shepherds": in capitals a name, and no form of "be", unless the whole sentence is in capitals."""
    names = lexicon.words("names_in_capitals")
    found = [at for at, token in enumerate(tokens) if token.lower in names and token.text.isupper()]
    if not found or not any(token.text.islower() for token in tokens):
        return marks
    return marks.without(found, _OF_GRAMMAR)


def _is_downed(lowers: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """ "Five drones were shot down": no small arms that harm people."""
    return at + 1 < len(lowers) and lowers[at + 1] in lexicon.words("downwards")


def _is_of_peace(lowers: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "mine" is a pit (its neighbours or miners in the sentence tell so) or, in Dutch, the possessive."""
    if lowers[at] in lexicon.words("also_possessive"):
        before = lowers[max(0, at - _NEAR) : at]
        if not any(word in lexicon.words("before_noun") for word in before):
            return True
    if lowers[at] not in lexicon.words("pits"):
        return False
    beside = (*lowers[max(0, at - 1) : at], *lowers[at + 1 : at + 2])
    return any(word in lexicon.words("beside_pits") for word in beside) or not lexicon.words("of_pits").isdisjoint(lowers)
