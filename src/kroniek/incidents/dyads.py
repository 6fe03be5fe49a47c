"""Deaths per dyad and calendar year, held against a desk's threshold (rule `deaths_in_year`), as far as reports tell of the sides.

UCDP takes up a dyad, two sides that use armed force against each other, in the years in which its deaths reach 25. Reports tell who
attacked more often than whom the attack was aimed at; where they do not, the incident may be of any dyad of the attacker, and only raises
what each of them can have reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import coalitions
from kroniek.incidents.published_figure import published
from kroniek.model.claim import Claim, Group, Harm, PartyMention, Scope, Stance
from kroniek.model.dyad import DyadStatus, DyadYear, Side
from kroniek.model.incident import CodedRange, EntryValue, Incident
from kroniek.model.interval import Number
from kroniek.text.counted import counted

RULE = "deaths_in_year"
_FIRM = (Stance.ASSERTED, Stance.ALLEGED, Stance.ESTIMATED, Stance.CONCEDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An incident as the sums need it: its sides by id, the first and last year that it may be of (None where no date is told), and the
    desk's figure of the killed. `aimed_at` is empty where it is not told."""

    id: str
    attackers: tuple[str, ...]
    aimed_at: tuple[str, ...]
    years: tuple[int, int] | None
    killed: CodedRange

    def is_of(self, sides: tuple[str, ...], year: int | None) -> bool:
        """Whether it is told to be of just this dyad and year."""
        pairs = self.pairs()
        return len(pairs) == 1 and pairs[0] == sides and self._year() == year

    def may_be_of(self, sides: tuple[str, ...], year: int | None) -> bool:
        """Whether nothing that is told keeps it from being of this dyad and year."""
        if self.years is not None and (year is None or not self.years[0] <= year <= self.years[1]):
            return False
        if not self.aimed_at:
            return any(attacker in sides for attacker in self.attackers)
        return len(sides) == 2 and sides in self.pairs()

    def pairs(self) -> list[tuple[str, ...]]:
        """The dyads that it can be of: an attacker with a side it was aimed at, or alone."""
        if not self.aimed_at:
            return [(attacker,) for attacker in self.attackers]
        return sorted({tuple(sorted((attacker, side))) for attacker in self.attackers for side in self.aimed_at})

    def all_years(self) -> list[int | None]:
        """The years that it may be of; None alone where no date is told."""
        return [None] if self.years is None else list(range(self.years[0], self.years[1] + 1))

    def _year(self) -> int | None:
        return self.years[0] if self.years is not None and self.years[0] == self.years[1] else None


def event_of(incident: Incident, claims: Iterable[Claim], codebook: Codebook) -> Event | None:
    """The incident, as `codebook` coded it, with the sides that its claims tell; None where the desk does not enter it.

    Whom an attack was aimed at is told by a claim's target, and by the side of fighters whom a claim lays to the attacker as killed. A
    member of a coalition stands for the coalition.
    """
    figure = published(incident.killed, codebook)
    if incident.entry.value is EntryValue.NOT_ENTERED or figure is None or not incident.belligerents:
        return None
    members = coalitions(codebook)
    attackers = {members.get(party.id or party.name, party.id or party.name) for party in incident.belligerents}
    told = {members.get(side, side) for claim in claims for side in _aimed_at(claim, attackers, members)}
    return Event(
        id=incident.id,
        attackers=tuple(sorted(attackers)),
        aimed_at=tuple(sorted(told - attackers)),
        years=(incident.date.start.year, incident.date.end.year) if incident.date else None,
        killed=figure,
    )


def _aimed_at(claim: Claim, attackers: set[str], members: Mapping[str, str]) -> Iterator[str]:
    if claim.stance not in _FIRM or claim.scope is not Scope.INCIDENT or claim.actor is None:
        return
    by = claim.actor.id or claim.actor.name or claim.actor.text
    if members.get(by, by) not in attackers:
        return
    if claim.target is not None:
        yield _known(claim.target)
    victims = claim.victims
    if claim.harm is Harm.KILLED and victims is not None and victims.group is Group.COMBATANT and victims.affiliation is not None:
        yield victims.affiliation


def _known(party: PartyMention) -> str:
    return party.id or party.name or party.text


def dyad_years(events: Iterable[Event], codebook: Codebook, names: Mapping[str, str]) -> tuple[DyadYear, ...]:
    """Each dyad that the events tell of and each year, sorted by year (unknown last) and sides; `names` are parties' names by id.

    A dyad is below the threshold where all that may be of it stays below, and has reached it where what is surely of it does. Where only
    one side is told it can be below, and never has reached it. Raises KeyError for a codebook without the rule `deaths_in_year`.
    """
    every = sorted(events, key=lambda event: event.id)
    rows = {(year, sides) for event in every for sides in event.pairs() for year in event.all_years()}
    ordered = sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1]))
    return tuple(_dyad_year(every, year, sides, codebook, names) for year, sides in ordered)


def _dyad_year(events: Sequence[Event], year: int | None, sides: tuple[str, ...], codebook: Codebook, names: Mapping[str, str]) -> DyadYear:
    sure = [event for event in events if event.is_of(sides, year)]
    possible = [event for event in events if event not in sure and event.may_be_of(sides, year)]
    threshold = codebook.number(RULE, "deaths")
    low = sum(event.killed.low or 0 for event in sure)
    highs = [event.killed.high for event in (*sure, *possible)]
    high = None if any(one is None for one in highs) else sum(one or 0 for one in highs)
    bests = [event.killed.best for event in sure]
    best = None if not bests or any(one is None for one in bests) else sum(one or 0 for one in bests)
    status = _status(low, high, threshold, known=len(sides) == 2 and year is not None)
    return DyadYear(
        codebook=codebook.id,
        sides=tuple(Side(side, codebook.parties.get(side) or names.get(side, side)) for side in sides),
        year=year,
        threshold=threshold,
        low=low,
        best=best,
        high=high,
        status=status,
        why=tuple(_why(status, sure, possible, sides, year)),
        incidents=tuple(event.id for event in sure),
        possible=tuple(event.id for event in possible),
    )


def _status(low: Number, high: Number | None, threshold: Number, *, known: bool) -> DyadStatus:
    if high is not None and high < threshold:
        return DyadStatus.BELOW
    return DyadStatus.REACHED if known and low >= threshold else DyadStatus.CANNOT_BE_TOLD


def _why(status: DyadStatus, sure: Sequence[Event], possible: Sequence[Event], sides: tuple[str, ...], year: int | None) -> Iterator[str]:
    """What the sums rest on, and what leaves the answer open."""
    every = [*sure, *possible]
    one = len(every) == 1
    if status is DyadStatus.REACHED:
        verb = "reaches" if len(sure) == 1 else "reach"
        yield f"{counted(len(sure), 'incident')} of which both sides are told {verb} it, even by the lowest figures."
        return
    if status is DyadStatus.BELOW:
        yield f"{counted(len(every), 'incident')} that may be of it {'stays' if one else 'stay'} below, even by the highest figures."
        return
    for number, told in (
        (sum(not event.aimed_at for event in every), "it is not told whom the attack was aimed at"),
        (sum(event.years is None for event in every), "no date is told"),
        (sum(len(event.all_years()) > 1 for event in every), "the year is not told"),
        (sum(len(event.attackers) > 1 for event in every), "several parties are said to be the attacker"),
        (sum(len(event.aimed_at) > 1 for event in every), "several sides are told to have been hit"),
        (sum(event.killed.high is None for event in every), "no upper figure is told"),
    ):
        if number:
            yield f"Of {counted(number, 'incident')} {told}."
    if len(sides) == 2 and year is not None and not possible and all(event.killed.high is not None for event in sure):
        yield "The lowest figures stay below it, the highest reach it."
