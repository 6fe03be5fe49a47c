"""Where the rows of totals come from: a ledger, tables of incidents, or reports that are assessed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kroniek.cli.arguments import DEFAULT_CODEBOOK
from kroniek.cli.ledgers import opened_ledger, paths_or_ledger
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.cli.failures import Failures
    from kroniek.incidents.totals import IncidentRow
    from kroniek.incidents.totals_rows import Counted, RowFilter

Totalled = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|LEDGER",
        help="A ledger; or .csv and .json tables of incidents; or reports, as for `kroniek read`. Without it the ledger of kroniek.toml.",
        show_default=False,
    ),
]
FromDay = Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, such as 2017-08-01.", show_default=False)]
ToDay = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day.", show_default=False)]


def _some(flag: str, what: str) -> object:
    return typer.Option(flag, metavar="NAME", help=f"Only {what}; may be given again.", show_default=False)


Belligerents = Annotated[list[str] | None, _some("--belligerent", "incidents laid to this party")]
Provinces = Annotated[list[str] | None, _some("--province", "this province")]
Countries = Annotated[list[str] | None, _some("--country", "this country, by name or code")]
Grades = Annotated[list[str] | None, _some("--grade", "this grade; ungraded for none")]
Statuses = Annotated[list[str] | None, _some("--status", "this strike status")]
Sources = Annotated[list[str] | None, _some("--source", "incidents of this source: assessed, or the desk of imported ones")]
MapOption = Annotated[
    str | None, typer.Option("--map", metavar="NAME", help="For tables: how the columns are read.", show_default=False)
]
Verbose = Annotated[
    bool, typer.Option("--verbose", help="For tables: tell of each odd row by itself, not of each kind once.", show_default=False)
]
TABLES = (".csv", ".json")


@dataclass(frozen=True, slots=True)
class Where:
    """What is totalled: paths, or one ledger; and how tables and reports are read."""

    paths: tuple[str, ...]
    ledger: str | None
    map: str | None
    codebook: str | None
    jobs: int
    verbose: bool = False


def where(
    paths: Sequence[str] | None, ledger: str | None, map_: str | None, codebook: str | None, jobs: int, *, verbose: bool = False
) -> Where:
    """What the arguments name. Raises UsageError where they name both a ledger and other things, or tables and reports together."""
    named, ledger = paths_or_ledger(paths, ledger, "paths")
    if len({path.lower().endswith(TABLES) for path in named}) == 2:
        raise UsageError("name either tables of incidents or reports: their incidents are of two kinds, and are not added up together")
    return Where(named, ledger, map_, codebook, jobs, verbose)


def rows_by_source(told: Where, counted: Counted, failures: Failures, wanted: Sequence[str] = ()) -> dict[str, tuple[IncidentRow, ...]]:
    """The rows of each source. Raises UsageError for a source that there is not."""
    if not told.paths:
        found = _of_ledger(told.ledger, counted)
    elif told.paths[0].lower().endswith(TABLES):
        found = _of_tables(told, counted, failures)
    else:
        found = _of_reports(told, counted, failures)
    unknown = [source for source in wanted if source not in found]
    if unknown:
        raise UsageError(f"--source {unknown[0]}: there are no incidents of it; there are those of {', '.join(found) or 'nobody'}")
    return {source: rows for source, rows in found.items() if not wanted or source in wanted}


def _of_ledger(named: str | None, counted: Counted) -> dict[str, tuple[IncidentRow, ...]]:
    from kroniek.cli.progress import watched
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.totals import incident_rows

    _, location = settings_for(named)
    with opened_ledger(location) as opened:
        return incident_rows(opened, counted, lambda some: watched(some, "imported incidents"))


def _of_tables(told: Where, counted: Counted, failures: Failures) -> dict[str, tuple[IncidentRow, ...]]:
    from kroniek.capture.table_rows import open_table
    from kroniek.cli.import_ import import_rules, incidents_of, maps_for
    from kroniek.errors import DocumentError
    from kroniek.incidents.totals_rows import imported_row

    found: dict[str, list[IncidentRow]] = {}
    rules, maps = import_rules(), maps_for("incidents", told.map)
    for path in told.paths:
        try:
            table = open_table(path, maps)
        except DocumentError as error:
            failures.failed(error)
            continue
        for one in incidents_of(table, rules, failures, {}, grouped=not told.verbose):
            found.setdefault(one.desk, []).append(imported_row(one, counted))
    return {desk: tuple(found[desk]) for desk in sorted(found)}


def _of_reports(told: Where, counted: Counted, failures: Failures) -> dict[str, tuple[IncidentRow, ...]]:
    from kroniek.cli.assessing import assessed
    from kroniek.cli.making import codebook_named, made_by
    from kroniek.cli.readings import readings_of
    from kroniek.incidents.totals_rows import incident_row
    from kroniek.ledger.totals import ASSESSED

    rules = codebook_named(told.codebook or DEFAULT_CODEBOOK)
    incidents = assessed(readings_of(told.paths, told.jobs, failures), rules, made_by(rules)).incidents
    rows = tuple(incident_row(incident, counted) for incident in incidents)
    return {ASSESSED: rows} if rows else {}


def row_filter(
    from_day: str | None, to_day: str | None, belligerents: Sequence[str] | None, provinces: Sequence[str] | None,
    countries: Sequence[str] | None, grades: Sequence[str] | None, statuses: Sequence[str] | None,
) -> RowFilter:  # fmt: skip
    """The filter that the options ask for; a party is also known by its other names, a country by its name. Raises UsageError."""
    from kroniek.incidents.totals_rows import RowFilter
    from kroniek.parties.load import load_parties
    from kroniek.text.fold import fold
    from kroniek.workbench.countries import country_codes

    parties, codes = load_parties(), country_codes()
    known = [party.id for name in belligerents or () if (party := parties.named(name)) is not None]
    first, last = day_of("--from", from_day), day_of("--to", to_day)
    if first and last and first > last:
        raise UsageError(f"--from {first} is after --to {last}")
    return RowFilter(
        from_day=first,
        to_day=last,
        belligerents=(*(belligerents or ()), *known),
        provinces=tuple(provinces or ()),
        countries=(*(countries or ()), *(codes[fold(name)] for name in countries or () if fold(name) in codes)),
        grades=tuple(grades or ()),
        statuses=tuple(word.replace(" ", "_") for word in statuses or ()),
    )


_WANTED = (
    ("--belligerent", "belligerents", "belligerents"), ("--province", "provinces", "province"), ("--country", "countries", "country"),
    ("--grade", "grades", "grade"), ("--status", "statuses", "status"),
)  # fmt: skip
_MOST_NAMED = 8


def note_absent(found: Mapping[str, Sequence[IncidentRow]], wanted: RowFilter, failures: Failures) -> None:
    """Tells of each filter that no incident here fits, whatever the others: a name mistyped is no total of nought."""
    from kroniek.capture.notes import Note

    rows = [row for some in found.values() for row in some]
    for option, field, attribute in _WANTED if rows else ():
        asked: tuple[str, ...] = getattr(wanted, field)
        together = field in ("belligerents", "countries")  # a party's other names and a country's code are among those asked
        for words in [asked] if together and asked else [(one,) for one in asked]:
            alone: dict[str, Any] = {field: words}
            if not type(wanted)(**alone).chosen(rows):
                failures.note(Note(f"{option} {words[0]}", f"no incident here has it; {_near(words[0], rows, attribute)}"))


def _near(asked: str, rows: Sequence[IncidentRow], attribute: str) -> str:
    """The names that there are, those alike first."""
    from difflib import get_close_matches

    held: set[str] = set()
    for row in rows:
        value = getattr(row, attribute)
        held.update(value if isinstance(value, tuple) else [value] if value else [])
    near = get_close_matches(asked, sorted(held), 3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    more = f" and {len(held) - _MOST_NAMED} more" if len(held) > _MOST_NAMED else ""
    return f"there are {', '.join(sorted(held)[:_MOST_NAMED]) or 'none'}{more}"


def day_of(option: str, words: str | None) -> date | None:
    """The day of an option, None where it was not given. Raises UsageError."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"{option} {words}: no day of the form 2017-08-31") from error
