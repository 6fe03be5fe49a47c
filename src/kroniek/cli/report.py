"""`kroniek report`: the ledger as one HTML file for readers outside the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kroniek.cli.build import CodebookOption, LedgerOption
from kroniek.cli.ledgers import opened_ledger


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(
    ledger: LedgerOption = None,
    output: Annotated[Path, typer.Option(metavar="FILE", help="Where to write it.")] = Path("report.html"),
    codebook: CodebookOption = None,
) -> None:
    """Write a report of all incidents as one HTML file that needs nothing else: totals, incidents, claims, evidence, method.

    It is for the public: names of victims and of private persons are hidden, and places are no more exact than kroniek.toml allows.
    """
    from kroniek.cli.output import writing
    from kroniek.cli.settings import settings_for
    from kroniek.codebooks.load import load_codebook
    from kroniek.errors import RulesError, UsageError
    from kroniek.publish.gather import gather
    from kroniek.publish.report import render

    settings, location = settings_for(ledger)
    try:
        rules = load_codebook(codebook or settings.codebook)
    except RulesError as error:
        raise UsageError(str(error)) from error
    with opened_ledger(location) as opened:
        material = gather(opened, settings.public_rules())
    with writing(output) as write:
        write(render(material, rules, settings.title))
    count = len(material.public_incidents)
    kept = len(material.incidents) - count
    told = f"; {kept} told by private sources alone left out" if kept else ""
    imported = sum(len(rows) for _, rows in material.imported.values())
    told += f"; {imported} imported from other desks, in totals of their own" if imported else ""
    typer.echo(f"{output}: {count} incident{'' if count == 1 else 's'}{told}")
