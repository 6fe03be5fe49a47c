"""A published total held against the incidents that are known: which grades come near, by how much, and what cannot be told from them.

A total that somebody published ("at least 433 in August") was added up from a list of incidents as that list was on that day. Held against
the list as it is now it shows a difference; the findings say what the data tells of it, and no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kroniek.incidents.totals import Dimension, IncidentRow, Table, Total, tabulate
from kroniek.model.claim import Bound
from kroniek.model.finding import Finding, Outcome, Severity, finding_id
from kroniek.model.interval import Number

_MOST_GRADES = 8
_MOST_SHOWN = 4
_NEARLY_ALL = (9, 10)
"""Where nine records in ten bear the day of the incident as that of publication, it is no day of publication."""
_BEFORE = {Bound.AT_LEAST: "at least ", Bound.MORE_THAN: "more than ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A total as it was told: `low` and `high` as written, by whom and on which day. `key` is what findings on it are known by."""

    low: Number | None
    high: Number | None
    bound: Bound = Bound.EXACT
    said_by: str | None = None
    on: date | None = None
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    key: str = ""

    @property
    def number(self) -> Number:
        """The one number that is told: the lower bound, else the upper one."""
        return self.low if self.low is not None else self.high or 0

    @property
    def least(self) -> Number:
        """The smallest number that the words allow of people: "more than 200" is 201 at least. Sums are held against it."""
        return self.number + 1 if self.low is not None and self.bound is Bound.MORE_THAN else self.number

    @property
    def words(self) -> str:
        """The number in words."""
        if self.low is not None and self.high is not None and self.low != self.high:
            return f"{self.low:,} to {self.high:,}"
        return f"{_BEFORE.get(self.bound, '')}{self.number:,}"


@dataclass(frozen=True, slots=True)
class Subset:
    """Some grades taken together, and by how much their sum is off: the minimum less the published number (the maximum for "at most")."""

    grades: tuple[str, ...]
    total: Total
    off: Number


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What came of it: the incidents by grade, the grades that the codebook takes together, the nearest sets of grades, and findings."""

    published: Published
    table: Table
    together: Subset | None
    nearest: tuple[Subset, ...]
    findings: tuple[Finding, ...]


def reconcile(published: Published, rows: Sequence[IncidentRow], together: Sequence[str] = (), whom: str = "civilians") -> Reconciliation:
    """Hold the total against the incidents. `together` are the grades that are totalled together, `whom` the word for those counted."""
    table = tabulate(rows, (Dimension.GRADE,))
    subsets = _subsets(published, rows, table)
    own = next((one for one in subsets if set(one.grades) == set(together) & {total.key[0] for total in table.totals}), None)
    least = min((abs(one.off) for one in subsets), default=None)
    nearest = tuple(one for one in subsets if abs(one.off) == least)[:_MOST_SHOWN]
    told = _Telling(published, rows, table, own, nearest, whom)
    return Reconciliation(published, table, own, nearest, tuple(told.findings()))


def _subsets(published: Published, rows: Sequence[IncidentRow], table: Table) -> tuple[Subset, ...]:
    """Every set of grades, fewest grades first."""
    grades = [total.key[0] for total in table.totals]
    if len(grades) > _MOST_GRADES:
        return ()
    found = []
    for size in range(1, len(grades) + 1):
        for some in combinations(grades, size):
            total = tabulate([row for row in rows if (row.grade or "") in some]).overall
            found.append(Subset(some, total, _off(published, total)))
    return tuple(found)


def _off(published: Published, total: Total) -> Number:
    upper = published.low is None
    return (total.killed.high if upper else total.killed.low) - published.least


@dataclass(frozen=True, slots=True)
class _Telling:
    """Puts into sentences what was found."""

    published: Published
    rows: Sequence[IncidentRow]
    table: Table
    together: Subset | None
    nearest: Sequence[Subset]
    whom: str

    def findings(self) -> Iterator[Finding]:
        if not self.rows:
            text = f"No incident is known here that {self.published.words} could be the total of."
            yield self._finding("published_no_incidents", text, Outcome.CANNOT_BE_CHECKED)
            return
        yield self._against_all()
        if self.together is not None:
            yield self._against_together(self.together)
        if self.nearest:
            yield self._nearest()
        yield from self._age()
        yield from self._shared()
        if unstated := self.table.overall.killed.unstated:
            text = f"No number killed is stated for {_incidents(unstated)} of these; whoever published may have counted people for them."
            yield self._finding("published_unstated", text, Outcome.CANNOT_BE_CHECKED)
        yield self._cannot_say()

    def _against_all(self) -> Finding:
        overall = self.table.overall
        every = "The 1 incident known here adds" if overall.incidents == 1 else f"All {_incidents(overall.incidents)} known here add"
        holds = f"{every} up to {_span(overall)} {self.whom} killed"
        if self.published.low is not None and self.published.least > max(overall.killed.high, overall.killed.low):
            over = self.published.least - max(overall.killed.high, overall.killed.low)
            text = f"{holds}: {over:,} fewer than {self._told()}. So many are in no incident known here."
            return self._finding("published_above_incidents", text, Outcome.DOES_NOT_ADD_UP, over, Severity.WARNING)
        return self._finding("published_and_all", f"{holds}; {self._told()} lies {self._where(overall)}.", Outcome.CONSISTENT)

    def _where(self, total: Total) -> str:
        number, low, high = self.published.least, total.killed.low, total.killed.high
        if number < low:
            return f"{low - number:,} below {'that' if low == high else 'the least of that'}"
        return "within that" if number <= high else f"{number - high:,} above {'that' if low == high else 'the most of that'}"

    def _against_together(self, own: Subset) -> Finding:
        text = (
            f"{_grades(own.grades)}, the grades that are totalled together, are {_incidents(own.total.incidents)} "
            f"and {_span(own.total)} killed: {self._off_by(own.off)}."
        )
        outcome = Outcome.CONSISTENT if own.off == 0 else Outcome.DOES_NOT_ADD_UP
        return self._finding("published_and_together", text, outcome, own.off)

    def _off_by(self, off: Number) -> str:
        end = "maximum" if self.published.low is None else "minimum"
        if off == 0:
            exactly = f"{self.published.least:,}, the least that fits" if self.published.least != self.published.number else ""
            return f"the {end} is {exactly} {self._told()}" if exactly else f"the {end} is {self._told()} exactly"
        return f"the {end} is {abs(off):,} {'more' if off > 0 else 'less'} than {self._told()}"

    def _nearest(self) -> Finding:
        told = [
            f"{_grades(one.grades)} ({_incidents(one.total.incidents)}, {_span(one.total)}: "
            f"{'the same' if one.off == 0 else f'{abs(one.off):,} ' + ('more' if one.off > 0 else 'less')})"
            for one in self.nearest
        ]
        verb = "comes" if len(told) == 1 else "come"
        text = f"Nearest to it {verb} {', and '.join(told)}. That a sum is near does not show that it was added up so."
        return self._finding("published_nearest", text, Outcome.IMPLIED, self.nearest[0].off)

    def _age(self) -> Iterator[Finding]:
        on = self.published.on
        if on is None:
            text = "The day on which the total was published is not known, so its age cannot be held against that of the records."
            yield self._finding("published_undated", text, Outcome.CANNOT_BE_CHECKED)
            return
        happened = [row for row in self.rows if row.day is not None and row.day > on]
        if happened:
            total = tabulate(happened).overall
            text = f"After {on}, when it was published, happened {_incidents(len(happened))} ({_span(total)} killed), which it cannot hold."
            yield self._finding("published_before_incidents", text, Outcome.DOES_NOT_ADD_UP, total.killed.low)
        yield from self._first_published(on)
        later = [row.modified for row in self.rows if row.modified is not None and row.modified > on]
        if later:
            (day, most), *_ = sorted(Counter(later).items(), key=lambda item: (-item[1], item[0]))
            some = f"all {len(later)} records" if len(later) == len(self.rows) else f"{len(later)} of {len(self.rows)} records"
            text = (
                f"The total is older than its parts: {some} were changed after {on}, the last on {max(later)} ({most} of them on {day}). "
                "Only their latest state is known here, not what they said then."
            )
            yield self._finding("published_older_than_parts", text, Outcome.CANNOT_BE_CHECKED, len(later))

    def _first_published(self, on: date) -> Iterator[Finding]:
        dated = [row for row in self.rows if row.published is not None]
        if not dated:
            return
        same = sum(row.published == row.day for row in dated)
        if same * _NEARLY_ALL[1] >= len(dated) * _NEARLY_ALL[0]:
            text = (
                f"The records' day of publication is the day of the incident itself in {same} of {len(dated)}, so it does not tell when "
                "they first stood in the list; how many stood there when the total was published is not known."
            )
            yield self._finding("published_parts_undated", text, Outcome.CANNOT_BE_CHECKED, same)
            return
        late = [row for row in dated if row.published is not None and row.published > on]
        then = tabulate([row for row in dated if row not in late]).overall
        text = (
            f"First published after {on}: {_incidents(len(late))} of {len(dated)}; those published by then ({_incidents(then.incidents)}) "
            f"add up to {_span(then)} killed as they are coded now."
        )
        yield self._finding("published_before_parts", text, Outcome.IMPLIED, len(late))

    def _shared(self) -> Iterator[Finding]:
        shared = [row for row in self.rows if len(set(row.belligerents)) > 1]
        if not shared:
            return
        total = tabulate(shared).overall
        text = (
            f"Laid to more than one party: {_incidents(len(shared))} ({_span(total)} killed); "
            "whoever counts only what is laid to one party alone leaves them out."
        )
        yield self._finding("published_shared", text, Outcome.IMPLIED, len(shared))

    def _cannot_say(self) -> Finding:
        text = (
            "What this cannot tell: whether the difference comes from incidents added since, from ranges that were raised or lowered, or "
            "from incidents that were graded otherwise at the time. The records hold no earlier grade and no earlier range. An earlier "
            "copy of the list would tell: import it into a ledger of its own, and hold the total against it."
        )
        return self._finding("published_cannot_say", text, Outcome.CANNOT_BE_CHECKED)

    def _told(self) -> str:
        source = ", ".join(part for part in (self.published.said_by, self.published.on.isoformat() if self.published.on else "") if part)
        return f"the published figure of {self.published.words}" + (f" ({source})" if source else "")

    def _finding(
        self, kind: str, text: str, outcome: Outcome, value: Number | None = None, severity: Severity = Severity.NOTE
    ) -> Finding:
        keys = (self.published.key, str(self.published.low), str(self.published.high), str(self.published.on), *self.published.claims)
        return Finding(
            severity=severity,
            kind=kind,
            text=text,
            claims=self.published.claims,
            outcome=outcome,
            value=value,
            unit=None,
            documents=self.published.documents,
            id=finding_id(kind, keys),
        )


def _incidents(number: int) -> str:
    return f"{number:,} incident{'' if number == 1 else 's'}"


def _span(total: Total) -> str:
    low, high = total.killed.low, total.killed.high
    return f"at least {low:,}" if high < low else f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _grades(grades: Sequence[str]) -> str:
    names = [grade.capitalize() if grade else "not graded" for grade in grades]
    return names[0] + " alone" if len(names) == 1 else " with ".join((", ".join(names[:-1]), names[-1]))
