"""Whether a desk would enter an incident at all, by the rules of its codebook, in sentences that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.published_figure import published
from kroniek.model.claim import PlaceMention
from kroniek.model.incident import Belligerent, Entry, EntryValue, HarmRanges, IncidentDate, Origin
from kroniek.text.counted import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules of entry look at."""

    killed: HarmRanges
    place: PlaceMention | None
    date: IncidentDate | None
    parties: Sequence[Belligerent]
    origins: Sequence[Origin]


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    value: EntryValue
    why: str


def entry_of(evidence: Evidence, codebook: Codebook) -> Entry:
    """Entered, unless a rule keeps it out or apart; every rule that does is named, not only the first."""
    found = [*_place_and_day(evidence, codebook), *_deaths(evidence, codebook), *_sources(evidence, codebook)]
    value = next((value for value in (EntryValue.NOT_ENTERED, EntryValue.APART) if any(one.value is value for one in found)), None)
    why = tuple(f"{one.why} {codebook.rule(one.rule).says} (rule {one.rule})" for one in found)
    if value is None:
        return Entry(EntryValue.ENTERED, tuple(_conditions(codebook)))
    return Entry(value, why, tuple(one.rule for one in found))


def _place_and_day(evidence: Evidence, codebook: Codebook) -> Iterator[_Found]:
    if not codebook.has("covers"):
        return
    country = evidence.place.country if evidence.place else None
    if country is None:
        yield _Found("covers", EntryValue.NOT_ENTERED, "The country is not known.")
    elif country not in codebook.names("covers", "countries"):
        yield _Found("covers", EntryValue.NOT_ENTERED, f"It happened in {country}.")
    since = codebook.day("covers", "since")
    if since is not None and evidence.date is not None and evidence.date.end < since:
        yield _Found("covers", EntryValue.NOT_ENTERED, f"It happened before {since.isoformat()}.")


def _deaths(evidence: Evidence, codebook: Codebook) -> Iterator[_Found]:
    if codebook.has("least_deaths"):
        figure, least = published(evidence.killed, codebook), codebook.number("least_deaths", "deaths")
        # an open maximum may be any number
        most = None if figure is None else max((bound for bound in (figure.low, figure.best, figure.high) if bound is not None), default=0)
        if most is None:
            yield _Found("least_deaths", EntryValue.NOT_ENTERED, "No death that counts is told of.")
        elif most < least:
            yield _Found("least_deaths", EntryValue.NOT_ENTERED, f"At most {most} deaths that count are told of.")
    if codebook.has("organised_actors") and len(evidence.parties) < codebook.number("organised_actors", "parties"):
        yield _Found("organised_actors", EntryValue.NOT_ENTERED, "No party is named as the attacker.")


def _sources(evidence: Evidence, codebook: Codebook) -> Iterator[_Found]:
    have = len(evidence.origins)
    told = f"The claims rest on {counted(have, 'independent origin')}."
    if codebook.has("two_sources") and have < codebook.number("two_sources", "origins") and _up_to(evidence.date, codebook):
        yield _Found("two_sources", EntryValue.NOT_ENTERED, told)
    elif codebook.has("single_source_apart") and have < codebook.number("single_source_apart", "origins"):
        yield _Found("single_source_apart", EntryValue.APART, told)


def _up_to(when: IncidentDate | None, codebook: Codebook) -> bool:
    """Whether it happened within the days in which two sources were needed; a day that is not known is taken for a later one."""
    until: date | None = codebook.day("two_sources", "until")
    return when is not None and until is not None and when.end <= until


def _conditions(codebook: Codebook) -> Iterator[str]:
    """What one incident cannot tell."""
    if codebook.has("deaths_in_year"):
        says = codebook.rule("deaths_in_year").says
        yield f"One incident cannot tell whether this holds, `kroniek dyads` adds them up: {says} (rule deaths_in_year)"
