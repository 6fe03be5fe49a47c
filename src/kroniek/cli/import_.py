"""`kroniek import`: another desk's table of incidents into a ledger, beside the assessed incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug
from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import Failures

if TYPE_CHECKING:
    from kroniek.capture.incident_import import ImportRules, Oddity
    from kroniek.capture.incident_map import IncidentMap
    from kroniek.capture.table_rows import Table
    from kroniek.model.imported_incident import ImportedIncident

_KINDS = ("incidents", "airwars", "acled", "ucdp")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="airwars, acled or ucdp; or incidents, for a table of any desk.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The table: CSV with a heading, or JSON.", show_default=False)],
    ledger: LedgerOption = None,
    map_: Annotated[
        str | None,
        typer.Option("--map", metavar="NAME", help="How the columns are read: the name of a map, or a .yaml file.", show_default=False),
    ] = None,
    debug: Debug = False,
) -> None:
    """Bring another desk's table of incidents into a ledger, made where there is none.

    They stand beside the incidents that Kroniek assessed and are never mixed with them. Each keeps the hash of the file, its row and all
    its cells. The same file a second time changes nothing. A cell that cannot be used is told, one line a row, and the rest is kept.
    """
    from kroniek.capture.table_rows import open_table
    from kroniek.capture.walk import printable
    from kroniek.cli.settings import settings_for
    from kroniek.errors import DocumentError
    from kroniek.ledger.imports import ImportedFile, import_incidents
    from kroniek.ledger.store import Ledger

    maps = maps_for(kind, map_)
    _, location = settings_for(ledger)
    try:
        table = open_table(file, maps)
    except DocumentError as error:
        other = _desk_of(file) if map_ is None else None
        if other is None:
            raise
        raise DocumentError(printable(file), f"is a table of {other} and none of {kind}; take `kroniek import {other}`") from error
    failures = Failures(debug=debug)
    counts: dict[str, int] = {}
    told = ImportedFile(
        name=printable(file), sha256=table.sha256, desk=table.map.desk, map=table.map.id, map_sha256=table.map.sha256
    )
    with Ledger.open(location, create=True) as opened:
        summary = import_incidents(opened, told, incidents_of(table, import_rules(), failures, counts))
    typer.echo(
        f"{table.map.name}: {summary.incidents} incident{'' if summary.incidents == 1 else 's'}: "
        f"{summary.new} new, {summary.changed} changed, {summary.unchanged} as before"
    )
    lacking = [f"{counts[what]} without {what}" for what in _LACKING if counts.get(what)]
    if lacking:
        typer.echo(f"Not stated: {', '.join(lacking)}")
    if counts.get(_TOLD) or failures.count:
        typer.echo(f"Told above: {counts.get(_TOLD, 0)} with a cell that is not used or not trusted, {failures.count} not imported")
    raise typer.Exit(failures.status)


def _desk_of(file: str) -> str | None:
    """The desk whose form the table has, of those that come with Kroniek; None for a form of none of them."""
    from kroniek.capture.table_rows import open_table
    from kroniek.errors import DocumentError

    try:
        return open_table(file, maps_for("incidents", None)).map.desk
    except DocumentError:
        return None


def maps_for(kind: str, named: str | None) -> list[IncidentMap]:
    """The maps that a table of this kind may be read by: the one named, else those of the package. Raises UsageError."""
    from kroniek.capture.incident_map_load import load_map, packaged_maps
    from kroniek.errors import RulesError, UsageError

    if kind not in _KINDS:
        raise UsageError(f"{kind}: no such kind of table; take {', '.join(_KINDS)}")
    try:
        maps = [load_map(named)] if named is not None else list(packaged_maps())
    except RulesError as error:
        raise UsageError(str(error)) from error
    fitting = [one for one in maps if kind in ("incidents", one.desk)]
    if not fitting:
        raise UsageError(f"--map {named}: is for tables of {maps[0].desk}, not of {kind}; take `kroniek import incidents`")
    return fitting


def import_rules() -> ImportRules:
    """What rows are read with, today."""
    from datetime import UTC, datetime

    from kroniek.capture.incident_import import ImportRules
    from kroniek.incidents.precision_load import load_precisions
    from kroniek.parties.load import load_parties
    from kroniek.text.fold import fold
    from kroniek.workbench.countries import country_codes

    codes = country_codes()
    listed = load_parties()
    parties = {fold(party.name): party.id for party in reversed(listed.all())}

    def party_id(words: str) -> str | None:
        """By the party's name, else by another name of it that is all of the words."""
        if (own := parties.get(fold(words))) is not None:
            return own
        called = listed.called(words)
        return called.id if called is not None else None

    return ImportRules(
        today=datetime.now(UTC).date(),
        precisions=load_precisions(),
        country=lambda words: codes.get(fold(words)) or (words if words in codes.values() else None),
        party=party_id,
    )


_TOLD = "told"
_FIRST_ROWS = 3
_LACKING = ("a date", "a point", "a belligerent", "a number of people killed")


def incidents_of(
    table: Table, rules: ImportRules, failures: Failures, counts: dict[str, int], *, grouped: bool = False
) -> Iterator[ImportedIncident]:
    """The incidents; what is odd about a row is printed as it is met or, `grouped`, once for each kind when all are read.

    `counts` is told of what they lack.
    """
    from kroniek.capture.incident_import import read_incidents
    from kroniek.capture.notes import Note
    from kroniek.capture.walk import printable
    from kroniek.cli.progress import watched
    from kroniek.errors import DocumentError

    place = "line" if table.map.format == "csv" else "record"
    odd: dict[Oddity, list[int]] = {}
    for row in watched(read_incidents(table, rules), "incidents"):
        if isinstance(row, DocumentError):
            failures.failed(row)
            continue
        one = row.incident
        if row.told:
            counts[_TOLD] = counts.get(_TOLD, 0) + 1
        for oddity in row.oddities:
            odd.setdefault(oddity, []).append(one.line)
        if row.told and not grouped:
            failures.note(Note(f"{printable(table.path)}, {place} {one.line}", f"{one.id}: {'; '.join(row.told)}"))
        absent = (one.when is None, one.place.lat is None, not one.belligerents, _unstated(one))
        for what, is_absent in zip(_LACKING, absent, strict=True):
            counts[what] = counts.get(what, 0) + is_absent
        yield one
    for oddity in sorted(odd) if grouped else ():
        failures.note(Note(printable(table.path), _rows_with(oddity, odd[oddity], place)))


def _rows_with(oddity: Oddity, lines: Sequence[int], place: str) -> str:
    """ "7 rows with a minimum above its maximum; both are kept as they stand (line 56, 2569, 2733 ...; --verbose tells each)"."""
    first = ", ".join(map(str, lines[:_FIRST_ROWS])) + (" ..." if len(lines) > _FIRST_ROWS else "")
    return f"{len(lines)} row{'' if len(lines) == 1 else 's'} with {oddity.value} ({place} {first}; --verbose tells each)"


def _unstated(one: ImportedIncident) -> bool:
    return one.killed.civilian is None and one.killed.total is None
