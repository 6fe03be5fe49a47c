"""`kroniek export`: incidents and claims as data."""

from __future__ import annotations

from typing import Annotated

import typer

from kroniek.cli.arguments import Output
from kroniek.cli.build import LedgerOption
from kroniek.cli.ledgers import opened_ledger, say_imported
from kroniek.errors import UsageError

_FORMATS = ("jsonl", "csv", "geojson")
_WHAT = ("incidents", "claims", "both")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    ledger: LedgerOption = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_FORMATS)}.")] = "jsonl",
    what: Annotated[
        str | None,
        typer.Option(metavar="WHAT", help="incidents, claims or both (jsonl only, and what it gives by itself).", show_default=False),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public/--private", help="For the public, names and exact places hidden; or all that the ledger holds.")
    ] = True,
    output: Output = None,
) -> None:
    """Write incidents and claims as JSON Lines, CSV or GeoJSON (incidents that have a point)."""
    from kroniek.cli.output import writing
    from kroniek.cli.settings import settings_for
    from kroniek.publish.export import Format, What
    from kroniek.publish.export import export as export_material
    from kroniek.publish.gather import gather

    if form not in _FORMATS:
        raise UsageError(f"--format {form}: no such format; take {', '.join(_FORMATS)}")
    wanted = what or ("both" if form == "jsonl" else "incidents")
    if wanted not in _WHAT or (wanted == "both" and form != "jsonl") or (wanted != "incidents" and form == "geojson"):
        raise UsageError(f"--what {wanted}: {form} holds {'incidents, claims or both' if form == 'jsonl' else _alternatives(form)}")
    settings, location = settings_for(ledger)
    with opened_ledger(location) as opened:
        say_imported(opened, "data exported")
        material = gather(opened, settings.public_rules())
    with writing(output) as write:
        for text in export_material(material, Format(form), What(wanted), public=public):
            write(text)


def _alternatives(form: str) -> str:
    return "incidents" if form == "geojson" else "incidents or claims"
