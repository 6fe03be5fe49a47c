"""`kroniek totals`: incidents added up, each once, by month, party, place, grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Output
from kroniek.cli.build import CodebookOption, LedgerOption
from kroniek.cli.failures import Failures
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
    note_absent,
    row_filter,
    rows_by_source,
    where,
)
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from kroniek.codebooks.codebook import Codebook
    from kroniek.incidents.declared_acts import ActTotals
    from kroniek.incidents.totals import Dimension, IncidentRow
    from kroniek.incidents.totals_rows import Counted

_DEFAULT_BY = "grade"
By = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="WHAT",
        help="day, month, year, belligerent (an incident of two under each), belligerents (once, as listed), belligerent_set, place, "
        "province, country, grade (where nothing is asked), codebook or status; several with commas, or given again; none for one total.",
        show_default=False,
    ),
]
Of = Annotated[str, typer.Option("--of", metavar="WHOM", help="Who is counted: civilians, people or combatants; or strikes or munitions.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one total a line of JSON.", show_default=False)]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the totals as CSV.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("totals")(totals)


def totals(
    paths: Totalled = None,
    ledger: LedgerOption = None,
    by: By = None,
    of: Of = "civilians",
    from_day: FromDay = None,
    to_day: ToDay = None,
    belligerent: Belligerents = None,
    province: Provinces = None,
    country: Countries = None,
    grade: Grades = None,
    status: Statuses = None,
    source: Sources = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    codebook: CodebookOption = None,
    map_: MapOption = None,
    verbose: Verbose = False,
    jobs: Jobs = 0,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Add up incidents, each once: how many, and how many people were killed and injured, at least and at most.

    Kroniek's own assessments and each desk's imported incidents are totalled apart. What is not stated adds nothing and is counted.
    """
    from kroniek.cli import totals_acts, totals_show
    from kroniek.cli.output import writing
    from kroniek.incidents.totals import tabulate

    if as_json and as_csv:
        raise UsageError("take --json or --csv, not both")
    wanted = row_filter(from_day, to_day, belligerent, province, country, grade, status)
    told, failures = where(paths, ledger, map_, codebook, jobs, verbose=verbose), Failures(debug=debug)
    if of in totals_acts.ACTS:
        if by or grade or status or source:
            raise UsageError(f"--of {of}: told by month, party and place; --by, --grade, --status and --source are for incidents")
        _acts(totals_acts.acts_of(told, of, wanted, failures), of, output, as_json=as_json, as_csv=as_csv)
        raise typer.Exit(failures.status)
    counted, dimensions = counted_of(of), dimensions_of(by)
    rules = totals_codebook(told.ledger, codebook)
    found = rows_by_source(told, counted, failures, source or ())
    note_absent(found, wanted, failures)
    chosen = {name: wanted.chosen(rows) for name, rows in found.items()}
    tables = {name: tabulate(rows, dimensions) for name, rows in chosen.items()}
    with writing(output) as write:
        pieces: Iterator[str]
        if as_json:
            pieces = (piece for name in tables for piece in totals_show.json_lines(name, counted, tables[name]))
        elif as_csv:
            pieces = totals_show.csv_lines(tables, dimensions)
        else:
            undated = _undated(found) if (wanted.from_day or wanted.to_day) else {}
            nothing_read = failures.count and not tables  # what was wrong stands above
            pieces = iter(()) if nothing_read else totals_show.text(tables, chosen, counted, rules, undated)
        for piece in pieces:
            write(piece)
    raise typer.Exit(failures.status)


def _acts(found: ActTotals, of: str, output: Path | None, *, as_json: bool, as_csv: bool) -> None:
    from kroniek.cli import totals_acts
    from kroniek.cli.output import writing
    from kroniek.contracts.records import line

    with writing(output) as write:
        if as_json:
            pieces = (line(totals_acts.record(total)) + "\n" for total in found.totals)
        else:
            pieces = (piece for piece in (totals_acts.csv_lines(found) if as_csv else totals_acts.text(found, of)))
        for piece in pieces:
            write(piece)


def _undated(found: dict[str, tuple[IncidentRow, ...]]) -> dict[str, int]:
    return {name: sum(row.day is None for row in rows) for name, rows in found.items()}


def counted_of(name: str) -> Counted:
    """Who is counted. Raises UsageError."""
    from kroniek.incidents.totals_rows import Counted

    if name not in set(Counted):
        raise UsageError(f"--of {name}: nothing is counted by that name; take {', '.join(Counted)}, strikes or munitions")
    return Counted(name)


def dimensions_of(by: Sequence[str] | None) -> tuple[Dimension, ...]:
    """The dimensions asked for. Raises UsageError for one that there is not, or one asked twice."""
    from kroniek.incidents.totals import Dimension

    names = [name.strip() for part in (by or [_DEFAULT_BY]) for name in part.split(",") if name.strip()]
    if names == ["none"]:
        return ()
    for name in names:
        if name not in set(Dimension):
            raise UsageError(f"--by {name}: totals cannot be split so; take {', '.join(Dimension)}, or none")
    if len(set(names)) < len(names):
        raise UsageError(f"--by {','.join(names)}: the same twice")
    return tuple(Dimension(name) for name in names)


def totals_codebook(ledger: str | None, codebook: str | None) -> Codebook:
    """The codebook that says which grades are taken together: the one named, else that of the settings. Raises UsageError."""
    from kroniek.cli.making import codebook_named
    from kroniek.cli.settings import settings_for

    return codebook_named(codebook or settings_for(ledger)[0].codebook)
