"""`kroniek dyads`: the deaths of each dyad in each calendar year, held against a desk's threshold."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Output
from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import paths_or_ledger
from kroniek.errors import UsageError
from kroniek.text.counted import counted

if TYPE_CHECKING:
    from kroniek.codebooks.codebook import Codebook
    from kroniek.incidents.dyads import Event
    from kroniek.model.dyad import DyadYear

_WIDTH = 140
_DEFAULT = "ucdp"
_NOT_TOLD = "side not told"
_ONE_SIDE = (
    f"{_NOT_TOLD}: no report tells whom these attacks were aimed at, so they may be of any dyad of that party, and none can be said to "
    "have reached it; they count among the possible ones of its other dyads. Below means that all of them together stay below."
)
_NOT_ALL = (
    "Killed: from the lowest figures of the incidents of the dyad to the highest of these and all possible ones; no confidence interval. "
    "A dyad is two parties as reports name them; a desk may take several for one side. A ledger holds what was read and not all of a year: "
    "below is below among these incidents alone."
)
Summed = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|LEDGER", help="Reports, or one ledger: a path or a postgresql:// URL.", show_default=False),
]
CodebookOption = Annotated[str, typer.Option("--codebook", metavar="NAME", help="The codebook with the threshold: a name or .yaml file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one dyad and year a line of JSON.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("dyads")(dyads)


def dyads(
    paths: Summed = None,
    ledger: LedgerOption = None,
    codebook: CodebookOption = _DEFAULT,
    as_json: AsJson = False,
    jobs: Jobs = 0,
    output: Output = None,
    debug: Debug = False,
) -> None:
    """Add up the deaths of each dyad and calendar year: below the desk's threshold, reached, or cannot be told, and why.

    Errors and exit status are those of `kroniek read`.
    """
    from kroniek.cli.making import codebook_named
    from kroniek.cli.output import writing
    from kroniek.contracts.records import dyad_record, line
    from kroniek.incidents.dyads import RULE, dyad_years
    from kroniek.parties.load import load_parties

    failures = Failures(debug=debug)
    rules = codebook_named(codebook)
    if not rules.has(RULE):
        raise UsageError(f"--codebook {codebook}: it has no rule {RULE}, which gives the threshold; {_DEFAULT} has")
    named, ledger = paths_or_ledger(paths, ledger, "reports")
    if not named and ledger is None:
        raise UsageError("name reports or one ledger")
    events, left_out = _events(named, ledger, rules, jobs, failures)
    found = dyad_years(events, rules, {party.id: party.name for party in load_parties().all()})
    where = "among the paths" if ledger is None else "in the ledger"
    with writing(output) as write:
        for piece in (line(dyad_record(one)) + "\n" for one in found) if as_json else _text(found, rules, left_out, where):
            write(piece)
    raise typer.Exit(failures.status)


def _events(paths: Sequence[str], ledger: str | None, rules: Codebook, jobs: int, failures: Failures) -> tuple[list[Event], int]:
    """The incidents that the desk enters, and how many it does not."""
    from kroniek.cli.evidence import evidence_of_ledger, evidence_of_reports
    from kroniek.incidents.dyads import event_of
    from kroniek.incidents.recode import recode

    found = evidence_of_reports(paths, rules, jobs, failures) if ledger is None else evidence_of_ledger(ledger, "incidents added up")
    events, left_out = [], 0
    for evidence, _ in found:
        incident = recode(evidence.incident, evidence.readings, evidence.provenance, rules, evidence.people)
        wanted = frozenset(incident.claims)
        claims = [claim for reading in evidence.readings.values() for claim in reading.claims if claim.id in wanted]
        event = event_of(incident, claims, rules)
        left_out += event is None
        if event is not None:
            events.append(event)
    return events, left_out


def _text(found: Sequence[DyadYear], rules: Codebook, left_out: int, where: str) -> Iterator[str]:
    from kroniek.cli.totals_show import aligned
    from kroniek.incidents.dyads import RULE

    threshold = rules.number(RULE, "deaths")
    if not found:
        yield f"no incident that {rules.name} enters" + ("" if left_out else f"; are there reports of harm {where}?") + "\n"
    else:
        yield f"{rules.name}: {rules.rule(RULE).says} (rule {RULE})\n\n"
        heads = ["Year", "Dyad", f"{threshold} deaths", "Killed", "Best", "Incidents", "and possibly"]
        rows = [
            [_year(one), _sides(one), one.status.value.replace("_", " "), _killed(one), _number(one.best), f"{len(one.incidents):,}",
             f"{len(one.possible):,}"]
            for one in found
        ]  # fmt: skip
        yield from aligned(heads, rows, 3)
        yield "\n"
        for one in found:
            if len(one.sides) == 2:
                yield from _wrapped(f"{_year(one)}, {_sides(one)}: {' '.join(one.why)}", "- ")
        if any(len(one.sides) == 1 for one in found):
            yield from _wrapped(_ONE_SIDE, "- ")
        yield from ("\n", *_wrapped(_NOT_ALL, ""))
    if left_out:
        yield f"{counted(left_out, 'incident')} that {rules.name} does not enter {'is' if left_out == 1 else 'are'} not among them; "
        yield "`kroniek compare` tells why.\n"


def _wrapped(text: str, mark: str) -> Iterator[str]:
    lines = textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
    return (one_line(words) + "\n" for words in lines)


def _year(one: DyadYear) -> str:
    return "not known" if one.year is None else str(one.year)


def _sides(one: DyadYear) -> str:
    return " - ".join(side.name for side in one.sides) + (f" - {_NOT_TOLD}" if len(one.sides) == 1 else "")


def _killed(one: DyadYear) -> str:
    if one.high is None:
        return f"at least {one.low:,}"
    return f"{one.low:,}" if one.low == one.high else f"{one.low:,} to {one.high:,}"


def _number(number: float | None) -> str:
    return "-" if number is None else f"{number:,}"
