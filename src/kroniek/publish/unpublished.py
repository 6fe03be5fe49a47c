"""An incident without the claims that are not published: nothing that leaves the desk names a claim that nobody outside can open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

from kroniek.model.incident import CodedRange, HarmRanges, Incident

CLAIM = "[claim not published]"
_WORD = re.compile(r"[\w-]+")
_HARMS = ("killed", "injured", "missing", "detained", "displaced")
_GROUPS = tuple(field.name for field in fields(HarmRanges))


def without_claims(incident: Incident, hidden: frozenset[str]) -> Incident:
    """The incident with the hidden claims left out of its lists and bounds, and without a name in its sentences. Its figures stay."""
    if not hidden:
        return incident

    def shown(sentence: str) -> str:
        return _WORD.sub(lambda word: CLAIM if word[0] in hidden else word[0], sentence)

    ranges = partial(_ranges, hidden=hidden)
    grade = incident.grade
    return replace(
        incident,
        claims=_kept(incident.claims, hidden),
        conflicts=tuple(one for one in incident.conflicts if not hidden.intersection(one.claims)),
        hinges=tuple(one for one in incident.hinges if one.claim not in hidden),
        checks=tuple(replace(one, claims=_kept(one.claims, hidden)) for one in incident.checks),
        grade=replace(grade, why=tuple(map(shown, grade.why)), would_change=tuple(map(shown, grade.would_change))),
        entry=replace(incident.entry, why=tuple(map(shown, incident.entry.why))),
        killed=ranges(incident.killed),
        injured=ranges(incident.injured),
        missing=ranges(incident.missing),
        detained=ranges(incident.detained),
        displaced=ranges(incident.displaced),
    )


def mark_bounds(record: Mapping[str, Any], incident: Incident, hidden: frozenset[str]) -> None:
    """Adds `unpublished` to each range of the incident's public record: the bounds that rest, alone or with others, on a hidden claim."""
    for harm in _HARMS:
        for group in _GROUPS:
            coded: CodedRange | None = getattr(getattr(incident, harm), group)
            if coded is not None:
                bounds = (("low", coded.low_claims), ("high", coded.high_claims))
                record[harm][group]["unpublished"] = [bound for bound, claims in bounds if hidden.intersection(claims)]


def _ranges(ranges: HarmRanges, hidden: frozenset[str]) -> HarmRanges:
    coded = {group: value for group in _GROUPS if (value := getattr(ranges, group)) is not None}
    return replace(ranges, **{group: _range(value, hidden) for group, value in coded.items()})


def _range(coded: CodedRange, hidden: frozenset[str]) -> CodedRange:
    return replace(coded, low_claims=_kept(coded.low_claims, hidden), high_claims=_kept(coded.high_claims, hidden))


def _kept(claims: tuple[str, ...], hidden: frozenset[str]) -> tuple[str, ...]:
    return tuple(claim for claim in claims if claim not in hidden)
