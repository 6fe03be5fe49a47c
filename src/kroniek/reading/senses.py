"""Words of war that mean something else where they stand: a mine that miners work in, Dutch "mijn" for my, a drone that is shot down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kroniek.model.claim import Kind

if TYPE_CHECKING:
    from kroniek.reading.lexicon import Lexicon, Mark

_OF_WAR = ("method", "thing")
_NEAR = 2  # words before a noun in which its article stands


def drop_other_senses(lowers: Sequence[str], found: dict[str, dict[int, Mark]], lexicon: Lexicon) -> None:
    """Takes from the phrases `found` (category -> first token -> phrase) those of war that mean something else in these words."""
    of_two = lexicon.words("two_senses")
    for at, word in enumerate(lowers):
        if word in of_two and _is_of_peace(lowers, at, lexicon):
            for category in _OF_WAR:
                found.get(category, {}).pop(at, None)
    things = found.get("thing", {}).values()
    aimed_at = any(mark.entry.kind in (Kind.MUNITIONS, Kind.VEHICLES) for mark in things)
    for at, word in enumerate(lowers[:-1]):
        if aimed_at and word in lexicon.words("shot") and lowers[at + 1] in lexicon.words("downwards"):
            found.get("method", {}).pop(at, None)  # "five drones were shot down": it is no small arms that harm people
    for category in _OF_WAR:
        if category in found and not found[category]:
            del found[category]


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
