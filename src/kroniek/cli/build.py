"""`kroniek build`: reports into a ledger, what is new or changed only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Paths
from kroniek.cli.failures import Failures

if TYPE_CHECKING:
    from kroniek.cli.assessing import OnStep
    from kroniek.ledger.build import BuildRules

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger: a path or a postgresql:// URL; without it the one that kroniek.toml names, else kroniek.ledger.",
        show_default=False,
    ),
]
CodebookOption = Annotated[
    str | None,
    typer.Option(
        "--codebook",
        metavar="NAME",
        help="The codebook: the name of one that comes with Kroniek, or a .yaml file; without it the one that kroniek.toml names.",
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(paths: Paths, ledger: LedgerOption = None, codebook: CodebookOption = None, jobs: Jobs = 0, debug: Debug = False) -> None:
    """Bring a ledger up to date with reports: read what is new or changed, then link and assess everything anew.

    It can be stopped at any moment, and goes on from there the next time. Reports that are no longer among the paths stay in the
    ledger. Exit status 0: every report was read; 1: some were not; 2: the command was misused.
    """
    from kroniek.capture.collect import collect
    from kroniek.cli.build_progress import shown_progress
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.build import build as build_ledger
    from kroniek.ledger.store import Ledger

    failures = Failures(debug=debug)
    settings, location = settings_for(ledger)
    languages = tuple(sorted(set(settings.languages)))
    with shown_progress() as shown:
        # a codebook that there is not is told before a ledger is made
        rules = build_rules(codebook or settings.codebook, jobs, languages, shown.step)
        with Ledger.open(location, create=True) as opened:
            captured = collect(paths, notes=failures.note)
            summary = build_ledger(opened, captured, rules, on_progress=shown.reports, on_failure=failures.failed)
    typer.echo(summary.sentence())
    raise typer.Exit(failures.status)


def build_rules(codebook: str, jobs: int, languages: tuple[str, ...] = (), on_step: OnStep | None = None) -> BuildRules:
    """How a ledger is built with this version of Kroniek; `on_step` is told how far the steps after reading are.

    Raises UsageError for a codebook that there is not.
    """
    from kroniek.cli.assessing import assessed
    from kroniek.cli.making import codebook_named, made_by
    from kroniek.cli.readings import read_all
    from kroniek.ledger.build import BuildRules
    from kroniek.ledger.fingerprint import ASSESSES, READS, fingerprint

    rules = codebook_named(codebook)
    made = made_by(rules)
    return BuildRules(
        read_all=lambda documents: read_all(documents, jobs, languages),
        reader_sha256=fingerprint(READS, languages),
        assess=lambda readings, rulings: assessed(readings, rules, made, on_step, rulings=rulings),
        assess_sha256=fingerprint(ASSESSES, (rules.id, rules.sha256, made.kroniek, made.data_sha256)),
    )
