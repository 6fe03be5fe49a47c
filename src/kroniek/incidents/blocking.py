"""Which parts are compared at all: those that share a key.

Who proposes the pairs may be chosen: this module, or one made for more reports than a machine holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kroniek.incidents.likeness import Likeness
from kroniek.incidents.profile import Profile, blocks, days_of

_MOST_WITH_WORD = 100  # reports that share a word which proposes them to each other

Key = tuple[str, ...]
"""What parts share that are compared; the first word tells its kind."""
Pair = tuple[int, int]
"""Two parts by number, the lower first."""
LikenessOf = Callable[[int, int], Likeness]
"""The likeness of two parts by number."""
Proposer = Callable[[Sequence[Profile], LikenessOf], Mapping[Pair, float]]
"""From profiles, and what works out the likeness of two of them by number, to the scores of all pairs that share a key."""


def blocked(profiles: Sequence[Profile]) -> dict[Key, list[int]]:
    """The keys, and by number the profiles that have each, ascending.

    Those of one "coarse" key are also compared with those of the "year" key of the same words, those of a "year" key with no others.
    """
    found: dict[Key, list[int]] = {}
    for number, told in enumerate(profiles):
        for key in blocks(told):
            found.setdefault(key, []).append(number)
    _name(profiles, found)
    return {key: numbers for key, numbers in found.items() if key[0] != "word" or len(numbers) <= _MOST_WITH_WORD}


def proposed(profiles: Sequence[Profile], of: LikenessOf) -> dict[Pair, float]:
    """The scores of pairs that share a key, each key in turn: the proposer for as many reports as one machine reads."""
    keyed = blocked(profiles)
    found: dict[Pair, float] = {}
    for key in sorted(keyed):
        # of a place and year only the roughly dated are held against all others
        others = keyed.get(("year", *key[1:]), []) if key[0] == "coarse" else []
        if key[0] == "year":
            continue
        together = keyed[key]
        for at, first in enumerate(together):
            for second in (*together[at + 1 :], *others):
                pair = (first, second) if first < second else (second, first)
                if first != second and pair not in found:
                    found[pair] = of(*pair).score
    return found


def _name(profiles: Sequence[Profile], found: dict[Key, list[int]]) -> None:
    """Add the keys of a word of a place that one tells of on a day, and others name then."""
    spelt = [frozenset(max(name.split(), key=len) for name in one.spelt) for one in profiles]
    told = {("named", word, str(day)) for number, one in enumerate(profiles) for word in spelt[number] for day in days_of(one)}
    words = {word for _, word, _ in told}
    for number, one in enumerate(profiles):
        for word in sorted((spelt[number] | one.telling) & words):
            for day in days_of(one):
                if ("named", word, str(day)) in told:
                    found.setdefault(("named", word, str(day)), []).append(number)
