"""`kroniek assess`: the incidents that the reports speak of, one a line."""

from __future__ import annotations

from typing import Annotated

import typer

from kroniek.cli.arguments import Debug, Jobs, Output, Paths
from kroniek.cli.failures import Failures

CodebookName = Annotated[str, typer.Option(metavar="NAME", help="The codebook: the name of one that comes with Kroniek, or a .yaml file.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("assess")(assess)


def assess(paths: Paths, codebook: CodebookName = "airwars", jobs: Jobs = 0, output: Output = None, debug: Debug = False) -> None:
    """Read reports and print the incidents they speak of, each assessed by a codebook, one a line of JSON.

    Errors and exit status are those of `kroniek read`.
    """
    from kroniek.capture.collect import collect
    from kroniek.cli.assessing import assessed
    from kroniek.cli.making import made_by
    from kroniek.cli.output import writing
    from kroniek.cli.progress import stepped, watched
    from kroniek.cli.readings import read_all
    from kroniek.codebooks.load import load_codebook
    from kroniek.contracts.records import incident_record, line
    from kroniek.errors import DocumentError, RulesError, UsageError

    failures = Failures(debug=debug)
    try:
        rules = load_codebook(codebook)
    except RulesError as error:
        raise UsageError(str(error)) from error
    readings = []
    for reading in watched(read_all(collect(paths, notes=failures.note), jobs), "documents"):
        if isinstance(reading, DocumentError):
            failures.failed(reading)
        else:
            readings.append(reading)
    with stepped() as show, writing(output) as write:
        for incident in assessed(readings, rules, made_by(rules), show).incidents:
            write(line(incident_record(incident)) + "\n")
    raise typer.Exit(failures.status)
