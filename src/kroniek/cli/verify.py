"""`kroniek verify`: is the ledger whole, and does it say what its reports say?"""

from __future__ import annotations

import typer

from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import Status, one_line
from kroniek.cli.ledgers import opened_ledger

_MOST_SHOWN = 100


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(ledger: LedgerOption = None) -> None:
    """Check a ledger: every version against its hash, every quoted word against the text, the evidence log, and the database.

    Prints what was checked, and names what is broken. Exit status 0: all is whole; 1: something is not.
    """
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.verify import verify as verify_ledger

    _, location = settings_for(ledger)
    with opened_ledger(location) as opened:
        checks = verify_ledger(opened)
    broken = [problem for check in checks for problem in check.problems]
    for check in checks:
        typer.echo(f"{check.name}: {check.count} checked, {len(check.problems)} broken")
    for problem in broken[:_MOST_SHOWN]:
        typer.echo(one_line(f"BROKEN {problem}"))
    if len(broken) > _MOST_SHOWN:
        typer.echo(f"and {len(broken) - _MOST_SHOWN} more")
    typer.echo("The ledger is broken." if broken else "The ledger is whole.")
    raise typer.Exit(Status.SOME_FAILED if broken else Status.READ)
