"""`kroniek check`: figures held against each other, in reports, in a ledger, or in a table of coded incidents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import DEFAULT_CODEBOOK, Debug, Jobs, Output
from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import opened_ledger, paths_or_ledger

if TYPE_CHECKING:
    from kroniek.model.finding import Finding
    from kroniek.model.ruling import Rulings
    from kroniek.reading.result import Reading

Checked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|LEDGER",
        help="Reports, as for `kroniek read`; or a ledger; or a .csv table of coded incidents.",
        show_default=False,
    ),
]
LedgerOption = Annotated[
    str | None, typer.Option(metavar="FILE", help="Check this ledger: a path or a postgresql:// address.", show_default=False)
]
Every = Annotated[bool, typer.Option("--all", help="Also say what cannot be checked, and what is missing.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one finding a line of JSON.", show_default=False)]
CodebookName = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The codebook, as for `kroniek assess`; for a ledger that of its settings.", show_default=False),
]

_WIDTH = 8
_CALLED = "reports (or a table)"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    paths: Checked = None,
    ledger: LedgerOption = None,
    every: Every = False,
    as_json: AsJson = False,
    codebook: CodebookName = None,
    jobs: Jobs = 0,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Hold figures against each other and say what adds up, what is implied and what does not add up.

    Errors and exit status are those of `kroniek read`; findings do not change it.
    """
    from kroniek.cli.output import writing
    from kroniek.errors import UsageError

    failures = Failures(debug=debug)
    named, ledger = paths_or_ledger(paths, ledger, _CALLED)
    if not named and ledger is None:
        raise UsageError(f"name {_CALLED} or one ledger")
    if ledger is not None:
        found: Iterable[Finding] = _of_ledger(ledger, codebook, every)
    else:
        found = _of_paths(named, codebook or DEFAULT_CODEBOOK, every, jobs, failures)
    counts: Counter[str] = Counter()
    with writing(output) as write:
        for finding in found:
            counts[finding.severity.value] += 1
            write(_line(finding, as_json) + "\n")
        if not as_json:
            write(_summary(counts) + "\n")
    raise typer.Exit(failures.status)


def _of_paths(paths: Sequence[str], codebook: str, every: bool, jobs: int, failures: Failures) -> Iterator[Finding]:
    from kroniek.capture.incident_table import is_incident_table

    tables = [path for path in paths if is_incident_table(path)]
    for table in tables:
        yield from _of_table(table, failures)
    reports = [path for path in paths if path not in tables]
    if reports:
        yield from _of_reports(reports, codebook, every, jobs, failures)


def _of_table(path: str, failures: Failures) -> Iterator[Finding]:
    """The findings of a table, row by row as it is read."""
    from kroniek.capture.incident_table import read_incident_table
    from kroniek.checks.records import check_record
    from kroniek.cli.progress import watched
    from kroniek.errors import DocumentError

    for record in watched(read_incident_table(path), "incidents"):
        if isinstance(record, DocumentError):
            failures.failed(record)
        else:
            yield from check_record(record)


def _of_reports(paths: Sequence[str], codebook: str, every: bool, jobs: int, failures: Failures) -> Iterator[Finding]:
    from kroniek.cli.readings import readings_of

    yield from _of_readings(readings_of(paths, jobs, failures), codebook, every)


def _of_readings(readings: Sequence[Reading], codebook: str, every: bool, rulings: Rulings | None = None) -> Iterator[Finding]:
    from kroniek.cli.assessing import assessed
    from kroniek.cli.making import codebook_named, made_by

    rules = codebook_named(codebook)
    yield from assessed(readings, rules, made_by(rules), every=every, rulings=rulings).findings


def _of_ledger(named: str, codebook: str | None, every: bool) -> Iterator[Finding]:
    """The findings on what a ledger holds, with what people decided on its claims and incidents."""
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.decided import decided_readings
    from kroniek.ledger.incident_decisions import rulings_of

    settings, location = settings_for(named)
    with opened_ledger(location) as opened, opened.read() as connection:
        readings, rulings = list(decided_readings(connection)), rulings_of(connection)
    yield from _of_readings(readings, codebook or settings.codebook, every, rulings)


def _line(finding: Finding, as_json: bool) -> str:
    from kroniek.contracts.records import finding_record, line

    if as_json:
        return line(finding_record(finding))
    where = ", ".join(finding.documents) or finding.incident or "-"
    return one_line(f"{finding.severity.value:<{_WIDTH}} {where}: {finding.text} [{finding.kind}]")


def _summary(counts: Counter[str]) -> str:
    told = [f"{counts[name]} {name}{'' if counts[name] == 1 else 's'}" for name in ("error", "warning", "note")]
    return ", ".join(told)
