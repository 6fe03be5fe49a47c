"""One body or person whose name reports spell in several ways: with or without a word, by initials, in another transcription."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from kroniek.provenance.introduced import by_initials
from kroniek.provenance.names import name_key
from kroniek.provenance.roles import RoleKind, Roles, fit
from kroniek.provenance.united import United
from kroniek.provenance.voices import Strength, Voice
from kroniek.text.fold import fold

_ALIKE = 0.93  # share of the letters: "Kyun Hla Activist Group", "Kyunhla Activists Group"
_LEAST_LETTERS = 12
_LEAST_WORDS = 2
_MOST_COMPARED = 60


def alike(voices: Sequence[Voice], united: United, texts: Mapping[str, str], roles: Roles) -> None:
    """Join names that no list knows and that are spelt alike, or stand for one another by initials."""
    unknown = [one for one in voices if not one.known and (one.strength is Strength.NAMED or one.unnamed)][:_MOST_COMPARED]
    named = [one for one in unknown if one.strength is Strength.NAMED]
    for one in unknown:
        full = _in_full(one, texts)
        for other in voices if full is not None else ():
            if other.node != one.node and not other.known and _key(other) == name_key(full or ""):
                united.join(one.node, other.node, "initials and the name that they stand for")
    for one in named:
        for other in named:
            if other.node < one.node and _one_name(one, other, roles):
                united.join(one.node, other.node, "one name in two spellings")
    for one in voices:
        office = one.told.role is not None and one.told.role.kind is RoleKind.OFFICE
        if not one.told.speaks_for or one.known or office:
            continue
        here = [other for other in voices if other.document == one.document and other.strength is Strength.NAMED]
        bodies = [other for other in here if _speaks_for(one, other)]
        heads = united.heads(bodies)
        if len(heads) == 1:
            united.join(one.node, heads[0], "a spokesman and the body whose name he is told with")


def _in_full(one: Voice, texts: Mapping[str, str]) -> str | None:
    """What initials stand for in any of the reports of the event, where they all say the same."""
    found = {full for full in (by_initials(one.name, texts[document]) for document in sorted(texts)) if full is not None}
    return next(iter(found)) if len({name_key(full) for full in found}) == 1 else None


def _key(one: Voice) -> str:
    return name_key(one.name)


def _one_name(one: Voice, other: Voice, roles: Roles) -> bool:
    """Whether two names are one's: all telling words of one stand in the other, or nearly all letters are the same."""
    if one.told.directions != other.told.directions or one.told.role != other.told.role:
        return False
    if one.by_name_alone and other.by_name_alone:
        both = min(len(one.told.persons), len(other.told.persons)) >= _LEAST_WORDS
        return both and fit(one.told.persons, other.told.persons)
    if one.by_name_alone or other.by_name_alone:
        return False
    few, many = sorted((_proper(one, roles), _proper(other, roles)), key=lambda words: (len(words), sorted(words)))
    if len(few) >= _LEAST_WORDS and few <= many:
        return True
    letters, others = _key(one), _key(other)
    if min(len(letters), len(others)) < _LEAST_LETTERS or [s for s in letters if s.isdigit()] != [s for s in others if s.isdigit()]:
        return False
    return SequenceMatcher(None, letters, others, autojunk=False).ratio() >= _ALIKE


def _proper(one: Voice, roles: Roles) -> frozenset[str]:
    words = one.name.replace(",", " ").replace("-", " ").split()
    return frozenset(fold(word) for word in words if word[:1].isupper() and fold(word) not in roles.plain)


def _speaks_for(one: Voice, other: Voice) -> bool:
    """ "NEMA's spokeswoman, Halima Suleiman" and NEMA."""
    told = frozenset(fold(word) for word in one.words.replace("'s", " ").replace("’s", " ").replace(",", " ").split())
    names = [fold(word) for word in other.words.split() if word[:1].isupper()]
    return other.node != one.node and not other.by_name_alone and bool(names) and told.issuperset(names)
