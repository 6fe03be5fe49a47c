"""`kroniek read`: every claim in the reports, one a line."""

from __future__ import annotations

import typer

from kroniek.cli.arguments import Debug, Jobs, Output, Paths
from kroniek.cli.failures import Failures


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read")(read)


def read(paths: Paths, jobs: Jobs = 0, output: Output = None, debug: Debug = False) -> None:
    """Read reports and print every claim in them, one a line of JSON.

    A report that cannot be read gets one line on standard error, and the others are still read. Exit status 0: every report
    was read; 1: some were not; 2: the command was misused.
    """
    from kroniek.capture.collect import collect
    from kroniek.cli.output import writing
    from kroniek.cli.pool import process
    from kroniek.cli.progress import watched
    from kroniek.cli.readings import prepare_lines
    from kroniek.errors import DocumentError

    failures = Failures(debug=debug)
    with writing(output) as write:
        for lines in watched(process(collect(paths, notes=failures.note), jobs, prepare_lines), "documents"):
            if isinstance(lines, DocumentError):
                failures.failed(lines)
            else:
                write(lines)
    raise typer.Exit(failures.status)
