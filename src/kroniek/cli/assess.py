"""`kroniek assess`: the incidents that the reports speak of, one a line."""

from __future__ import annotations

from typing import Annotated

import typer

from kroniek.cli.arguments import DEFAULT_CODEBOOK, Debug, Jobs, Output, Paths
from kroniek.cli.failures import Failures

CodebookName = Annotated[str, typer.Option(metavar="NAME", help="The codebook: the name of one that comes with Kroniek, or a .yaml file.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("assess")(assess)


def assess(paths: Paths, codebook: CodebookName = DEFAULT_CODEBOOK, jobs: Jobs = 0, output: Output = None, debug: Debug = False) -> None:
    """Read reports and print the incidents they speak of, each assessed by a codebook, one a line of JSON.

    Errors and exit status are those of `kroniek read`.
    """
    from kroniek.cli.assessing import assessed
    from kroniek.cli.making import codebook_named, made_by
    from kroniek.cli.output import writing
    from kroniek.cli.progress import stepped
    from kroniek.cli.readings import readings_of
    from kroniek.contracts.records import incident_record, line

    failures = Failures(debug=debug)
    rules = codebook_named(codebook)
    readings = readings_of(paths, jobs, failures)
    with stepped() as show, writing(output) as write:
        for incident in assessed(readings, rules, made_by(rules), show).incidents:
            write(line(incident_record(incident)) + "\n")
    raise typer.Exit(failures.status)
