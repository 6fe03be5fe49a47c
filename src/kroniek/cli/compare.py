"""`kroniek compare`: where desks would differ on the same evidence, and by which rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Output
from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import paths_or_ledger
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.codebooks.codebook import Codebook
    from kroniek.ledger.evidence import IncidentEvidence
    from kroniek.model.comparison import Coding, Comparison
    from kroniek.publish.redact import Redactor

_WIDTH = 140
DEFAULT = "airwars,ucdp,acled,ibc"
Compared = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|LEDGER", help="Reports, or one ledger: a path or a postgresql:// URL.", show_default=False),
]
Codebooks = Annotated[
    str,
    typer.Option("--codebooks", metavar="NAMES", help="Names or .yaml files with commas between; the others are held against the first."),
]
Only = Annotated[
    str | None, typer.Option("--incident", metavar="ID", help="Only this incident.", show_default=False)
]
Differing = Annotated[bool, typer.Option("--differing", help="Only incidents whose figure, grade or entry differs.", show_default=False)]
Public = Annotated[
    bool,
    typer.Option("--public", help="For others than the desk: names and private sources hidden, as in a report.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one incident a line of JSON.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(
    paths: Compared = None,
    ledger: LedgerOption = None,
    codebooks: Codebooks = DEFAULT,
    incident: Only = None,
    differing: Differing = False,
    as_json: AsJson = False,
    public: Public = False,
    jobs: Jobs = 0,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Show per incident what each desk's codebook makes of it: how many killed, whether it enters, its grade, and why they differ.

    Errors and exit status are those of `kroniek read`.
    """
    from kroniek.cli.making import codebook_named
    from kroniek.cli.output import writing
    from kroniek.contracts.records import comparison_record, line

    failures = Failures(debug=debug)
    names = [name.strip() for name in codebooks.split(",") if name.strip()]
    if len(names) < 2 or len(set(names)) < len(names):
        raise UsageError(f"--codebooks {codebooks}: name at least two, each once, such as {DEFAULT}")
    books = tuple(codebook_named(name) for name in names)
    named, ledger = paths_or_ledger(paths, ledger, "reports")
    if not named and ledger is None:
        raise UsageError("name reports or one ledger")
    asked = _Asked(books, incident, public)
    found = _found(named, ledger, asked, jobs, failures)
    shown = 0
    with writing(output) as write:
        for one in found:
            if differing and not _differs(one):
                continue
            shown += 1
            write(line(comparison_record(one)) + "\n" if as_json else _page(one))
        if not as_json:
            write(_count(shown, incident, "in the ledger" if ledger is not None else "among the paths"))
    raise typer.Exit(failures.status)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The codebooks, the one incident or all, and for whom."""

    books: tuple[Codebook, ...]
    only: str | None
    public: bool


def _found(paths: Sequence[str], ledger: str | None, asked: _Asked, jobs: int, failures: Failures) -> Iterator[Comparison]:
    from kroniek.cli.evidence import evidence_of_ledger, evidence_of_reports

    if ledger is not None:
        found = evidence_of_ledger(ledger, "incidents compared", only=asked.only, public=asked.public)
    else:
        found = evidence_of_reports(paths, asked.books[0], jobs, failures, public=asked.public)
    for evidence, redactor in found:
        if ledger is not None or asked.only in (None, evidence.incident.id):
            yield from _compared(evidence, asked, redactor)


def _compared(evidence: IncidentEvidence, asked: _Asked, redactor: Redactor | None) -> Iterator[Comparison]:
    """The comparison of one incident; for the public none where it may not be published."""
    from kroniek.incidents.recode import compare as compare_incident

    of = (evidence.incident, evidence.readings, evidence.provenance, asked.books, evidence.people)
    if redactor is None:
        yield compare_incident(*of)
    elif redactor.is_published(evidence.incident):
        yield redactor.comparison(compare_incident(*of, redactor.public_incident))


def _differs(one: Comparison) -> bool:
    def seen(coding: Coding) -> tuple[object, ...]:
        bounds = None if coding.killed is None else (coding.killed.low, coding.killed.high)
        return (bounds, coding.grade.value, coding.entry.value)

    return len({seen(coding) for coding in one.codings}) > 1


def _page(one: Comparison) -> str:
    """The incident as a block of text: a table of the desks, then the sentences."""
    from kroniek.incidents.compare import figure_in_words
    from kroniek.incidents.describe import date_in_words

    rows = [("desk", "killed", "grade", "enters", "its own codes")]
    for coding in one.codings:
        codes = ", ".join(f"{code.name} {code.value}" for code in coding.codes) or "-"
        grade = str(coding.grade.value or "-")
        rows.append((coding.name, figure_in_words(coding.killed), grade, coding.entry.value.replace("_", " "), codes))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    where = f"{one.place or 'place unknown'}; accuracy {one.accuracy or 'unknown'}"
    lines = [f"{one.title}  [{one.incident}]", f"  {date_in_words(one.date)}; {where}"]
    lines += ["  " + "  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[4]]).rstrip() for row in rows]
    for sentence in one.differences:
        lines += textwrap.wrap(sentence, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
    return "".join(one_line(line) + "\n" for line in lines) + "\n"


def _count(shown: int, only: str | None, where: str) -> str:
    if shown == 0:
        return "no incident" + (" of that id" if only else f"; are there reports of harm {where}?") + "\n"
    return f"{shown} incident{'' if shown == 1 else 's'}\n"
