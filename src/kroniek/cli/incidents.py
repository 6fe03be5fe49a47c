"""`kroniek incidents`: what a ledger holds, as a table in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.build import LedgerOption
from kroniek.cli.ledgers import opened_ledger, say_imported

if TYPE_CHECKING:
    from rich.table import Table

    from kroniek.ledger.store import Ledger
    from kroniek.ledger.views import IncidentPage, Sort
    from kroniek.model.incident import HarmRanges, Incident

_WIDTH_WITHOUT_TERMINAL = 160
_SORTS = "newest, oldest, most_killed, most_origins or title"
_NOTHING_SAID = "-"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("incidents")(incidents)


def incidents(
    ledger: LedgerOption = None,
    sort: Annotated[str, typer.Option(metavar="ORDER", help=f"{_SORTS}.")] = "newest",
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="How many to show; 0 shows all.")] = 100,
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only this one, and who says what of it.")] = None,
) -> None:
    """Show the incidents of a ledger as a table: when, where, the coded ranges, the grade, and how many origins
    the reports go back to.

    A range holds what the codebook makes of the claims; it is no estimate with a margin of error. "-" means that nothing is said.
    """
    from rich.console import Console

    from kroniek.cli.settings import settings_for

    order = _order(sort)
    _, location = settings_for(ledger)
    with opened_ledger(location) as opened:
        if incident is None:
            say_imported(opened, "incidents shown")
        page = opened.incidents(sort=order, limit=limit or None) if incident is None else _one(opened, incident)
        told = None if incident is None else who_says_what(opened, page.rows[0])
    console = Console(highlight=False, emoji=False)
    if not console.is_terminal:
        console = Console(highlight=False, emoji=False, width=_WIDTH_WITHOUT_TERMINAL)
    console.print(table(page))
    console.print(_count(page) if told is None else told)


def _one(ledger: Ledger, id: str) -> IncidentPage:
    from kroniek.errors import UsageError
    from kroniek.ledger.views import IncidentPage

    found = ledger.incident(id)
    if found is None:
        raise UsageError(f"--incident {id}: there is none of that id in {ledger.name}")
    return IncidentPage((found,), 1)


def who_says_what(ledger: Ledger, incident: Incident) -> Table:
    """Rival versions of one incident side by side, denials included; for the desk, so that nobody who speaks is hidden."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    from kroniek.cli.failures import one_line
    from kroniek.incidents.versions import denials
    from kroniek.workbench.evidence import cards
    from kroniek.workbench.versions import versions

    own = [claim for part in incident.documents if part.main for claim in ledger.claims_of_document(part.id)]
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", title="Who says what", title_justify="left")
    for name in ("Who", "Figure", "Of whom", "Stance"):
        drawn.add_column(name)
    for row in versions(cards(ledger.claims(incident.claims), {}, {}), denials(own, incident.claims)):
        drawn.add_row(*(escape(one_line(words)) for words in (row.speaker, row.figure, row.counts, row.stance)))
    return drawn


def _order(name: str) -> Sort:
    from kroniek.errors import UsageError
    from kroniek.ledger.views import Sort

    if name not in list(Sort):
        raise UsageError(f"--sort {name}: no such order; take {_SORTS}")
    return Sort(name)


def table(page: IncidentPage) -> Table:
    """The incidents of the page, one a row."""
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    drawn.add_column("When", min_width=11)
    drawn.add_column("Where", min_width=12)
    drawn.add_column("Said to have done it")
    drawn.add_column("Civilians\nkilled", justify="right", no_wrap=True)
    drawn.add_column("Fighters\nkilled", justify="right", no_wrap=True)
    drawn.add_column("Others\nkilled", justify="right", no_wrap=True)
    drawn.add_column("People\ninjured", justify="right", no_wrap=True)
    drawn.add_column("Grade", no_wrap=True)
    drawn.add_column("Reports", justify="right", no_wrap=True)
    drawn.add_column("Origins", justify="right", no_wrap=True)
    for incident in page.rows:
        drawn.add_row(*_row(incident))
    return drawn


def _row(incident: Incident) -> list[str]:
    from rich.markup import escape

    from kroniek.cli.failures import one_line
    from kroniek.workbench.words import incident_date, place

    who = "; ".join(f"{belligerent.name} ({belligerent.status})" for belligerent in incident.belligerents) or _NOTHING_SAID
    return [
        escape(one_line(words))
        for words in (
            incident_date(incident.date),
            place(incident.place),
            who,
            _range(incident.killed, "civilian"),
            _range(incident.killed, "combatant"),
            _range(incident.killed, "undetermined"),
            _range(incident.injured, "total"),
            str(incident.grade.value or "not graded"),
            str(len(incident.documents)),
            str(len(incident.origins)),
        )
    ]


def _range(ranges: HarmRanges, group: str) -> str:
    from kroniek.workbench.words import coded

    value = getattr(ranges, group)
    return _NOTHING_SAID if value is None else coded(value)


def _count(page: IncidentPage) -> str:
    if page.total == len(page.rows):
        return f"{page.total} incident{'' if page.total == 1 else 's'}"
    return f"{len(page.rows)} of {page.total} incidents; --limit 0 shows all"
