"""`kroniek reconcile`: a published total held against the sum of the incidents that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Output
from kroniek.cli.build import CodebookOption, LedgerOption
from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import opened_ledger
from kroniek.cli.totals import AsJson, Of, counted_of, totals_codebook
from kroniek.cli.totals_rows import (
    Belligerents,
    Countries,
    FromDay,
    Grades,
    MapOption,
    Provinces,
    Sources,
    Statuses,
    ToDay,
    Totalled,
    Verbose,
    Where,
    day_of,
    note_absent,
    row_filter,
    rows_by_source,
    where,
)
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.codebooks.codebook import Codebook
    from kroniek.incidents.aggregates import ToldTotal
    from kroniek.incidents.reconcile import Published, Reconciliation
    from kroniek.incidents.totals import IncidentRow
    from kroniek.incidents.totals_rows import Counted

_WIDTH = 8
ListThem = Annotated[
    bool, typer.Option("--list", help="Also list the incidents that it is held against, those with most killed first.", show_default=False)
]
_AMOUNT = re.compile(
    r"(?:(?P<bound>at least|more than|at most|up to|about) )?"
    r"(?P<low>[0-9][0-9,.]{0,11})(?:\s?(?:-|–|to)\s?(?P<high>[0-9][0-9,.]{0,11}))?"
)
_BOUNDS = {"at least": "at_least", "more than": "more_than", "at most": "at_most", "up to": "at_most", "about": "about", None: "exact"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("reconcile")(reconcile)


def reconcile(
    paths: Totalled = None,
    ledger: LedgerOption = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBER",
            help="The total: 433, 'at least 433', 'up to 500', 400-450; without it those that reports tell.",
            show_default=False,
        ),
    ] = None,
    published_on: Annotated[str | None, typer.Option(metavar="DAY", help="The day it was published.", show_default=False)] = None,
    said_by: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.", show_default=False)] = None,
    of: Of = "civilians",
    from_day: FromDay = None,
    to_day: ToDay = None,
    belligerent: Belligerents = None,
    province: Provinces = None,
    country: Countries = None,
    grade: Grades = None,
    status: Statuses = None,
    source: Sources = None,
    listed: ListThem = False,
    as_json: AsJson = False,
    codebook: CodebookOption = None,
    map_: MapOption = None,
    verbose: Verbose = False,
    jobs: Jobs = 0,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Hold a published total of people killed against the incidents known of that place, time and party, and explain the difference.

    Without --published the totals that the reports of a ledger tell are held against its incidents. Findings do not change the exit status.
    """
    from kroniek.cli.output import writing

    if listed and as_json:
        raise UsageError("take --list or --json, not both: findings are lines of their own")
    told, failures = where(paths, ledger, map_, codebook, jobs, verbose=verbose), Failures(debug=debug)
    rules = totals_codebook(told.ledger, codebook)
    wanted = row_filter(from_day, to_day, belligerent, province, country, grade, status)
    if published is not None:
        counted = counted_of(of)
        rows = rows_by_source(told, counted, failures, source or ())
        note_absent(rows, wanted, failures)
        chosen = {name: wanted.chosen(some) for name, some in rows.items()}
        found: Iterator[_Held] = iter([_Held(_published(published, published_on, said_by), chosen, counted)])
    elif published_on or said_by or told.paths or wanted != type(wanted)():
        raise UsageError("give --published, the total to hold against these incidents; without it the reports of a ledger are asked")
    else:
        found = _of_reports(told, failures, source or ())
    with writing(output) as write:
        none = True
        for held in found:
            for piece in _json(held, rules) if as_json else _text(held, rules, listed=listed):
                none = False
                write(piece)
        if none and not as_json:
            write("Nothing to reconcile: no report tells a total of people killed with its place and period, or no incidents are here.\n")
    raise typer.Exit(failures.status)


@dataclass(frozen=True, slots=True)
class _Held:
    """A total and the incidents of each source that it is held against; `told` where reports tell it."""

    published: Published
    rows: dict[str, tuple[IncidentRow, ...]]
    counted: Counted
    told: ToldTotal | None = None


def _published(words: str, on: str | None, said_by: str | None) -> Published:
    from kroniek.incidents.reconcile import Published
    from kroniek.model.claim import Bound

    found = _AMOUNT.fullmatch(words.strip().lower())
    numbers = [int(re.sub("[,.]", "", part)) for part in (found["low"], found["high"]) if part] if found else []
    if found is None or numbers != sorted(numbers):
        raise UsageError(f"--published {words}: no total; write 433, 'at least 433', 'more than 400', 'up to 500' or 400-450")
    bound = Bound.RANGE if len(numbers) > 1 else Bound(_BOUNDS[found["bound"]])
    low = None if bound is Bound.AT_MOST else numbers[0]
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else numbers[-1]
    return Published(low=low, high=high, bound=bound, said_by=said_by, on=day_of("--published-on", on))


def _of_reports(told: Where, failures: Failures, sources: Sequence[str]) -> Iterator[_Held]:
    """The totals that the reports of a ledger tell, each with the incidents that it would be of."""
    from kroniek.cli.settings import settings_for
    from kroniek.incidents.aggregates import told_totals
    from kroniek.incidents.totals_rows import Counted
    from kroniek.ledger.decided import decided_readings

    _, location = settings_for(told.ledger)
    with opened_ledger(location) as opened, opened.read() as connection:
        claims = [claim for one in decided_readings(connection) for claim in one.claims]
    totals = told_totals(claims)
    asked = [counted for counted in Counted if any(one.counted is counted for one in totals)]
    rows = {counted: rows_by_source(told, counted, failures, sources) for counted in asked}
    for one in totals:
        yield _Held(one.published, {name: one.wanted.chosen(some) for name, some in rows[one.counted].items()}, one.counted, one)


def _reconciled(held: _Held, rules: Codebook) -> Iterator[tuple[str, Reconciliation]]:
    from kroniek.incidents.reconcile import reconcile as reconcile_with

    rule = rules.rules.get("totals_together")
    for source, rows in held.rows.items():
        yield source, reconcile_with(held.published, rows, rule.words if rule else (), held.counted.value)


def _json(held: _Held, rules: Codebook) -> Iterator[str]:
    """The findings in the form of their contract, each naming whose incidents it is of."""
    from kroniek.contracts.records import finding_record, line
    from kroniek.publish.totals_text import source_name

    for source, made in _reconciled(held, rules):
        for finding in made.findings:
            yield line(finding_record(replace(finding, text=f"{source_name(source)}: {finding.text}"))) + "\n"


def _text(held: _Held, rules: Codebook, *, listed: bool) -> Iterator[str]:
    from kroniek.cli.totals_show import grade_table
    from kroniek.publish.totals_text import source_name

    told = held.told
    if told is not None:
        yield one_line(f"{told.says}: told by {held.published.said_by or 'nobody named'}, in {', '.join(held.published.documents)}") + "\n"
        if told.whole_province:
            yield "The place lies in a province; all incidents of that province are held against it.\n"
        yield "\n"
    for source, made in _reconciled(held, rules):
        yield f"{source_name(source)}\n\n"
        yield from grade_table(made.table, held.counted)
        yield "\n" + one_line(f"Published: {held.published.words}") + "\n\n"
        for finding in made.findings:
            yield one_line(f"{finding.severity.value:<{_WIDTH}} {finding.text} [{finding.kind}]") + "\n"
        yield "\n"
        if listed and held.rows[source]:
            yield from (*_listed(held.rows[source]), "\n")


def _listed(rows: Sequence[IncidentRow]) -> Iterator[str]:
    """The incidents one by one, those with most killed first, then by day and id."""
    from kroniek.cli.totals_show import aligned
    from kroniek.incidents.totals import Dimension, period
    from kroniek.publish.totals_text import NOT_KNOWN, shown_key, stated_words

    def row(one: IncidentRow) -> list[str]:
        words = [one.id, period(one, Dimension.DAY), one.place, shown_key(one.grade or "", Dimension.GRADE), ", ".join(one.belligerents)]
        changed = one.modified.isoformat() if one.modified else ""
        return [*(word or NOT_KNOWN for word in words), changed or NOT_KNOWN, stated_words(one.killed)]

    ordered = sorted(rows, key=lambda one: (-(one.killed.low or 0), one.day is None, one.day or date.min, one.id))
    yield from aligned(["Incident", "Day", "Place", "Grade", "Laid to", "Changed on", "Killed"], [row(one) for one in ordered], 6)
