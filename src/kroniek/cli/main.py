"""The `kroniek` command."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated

import typer

from kroniek import __version__
from kroniek.cli import (
    assess,
    build,
    check,
    codebook,
    compare,
    dyads,
    explain,
    export,
    import_,
    incidents,
    read,
    reconcile,
    report,
    serve,
    totals,
    trace,
    verify,
)
from kroniek.cli.failures import Status, complain
from kroniek.errors import KroniekError, UsageError

# errors of a disk that results are sent to
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

# One module a command, each with `register(app)`, in the order that `kroniek --help` shows them.
_COMMANDS = (
    read,
    assess,
    explain,
    trace,
    check,
    build,
    import_,
    incidents,
    totals,
    reconcile,
    serve,
    report,
    codebook,
    compare,
    dyads,
    export,
    verify,
)

app = typer.Typer(
    name="kroniek",
    help="Reads reports of armed conflict; every figure leads back to who said it, in which words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for _command in _COMMANDS:
    _command.register(app)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kroniek {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; every error that Kroniek raises on purpose becomes one line."""
    try:
        app()
    except SystemExit as leaving:
        if leaving.code == Status.STOPPED:
            complain("stopped before the end; run it again to go on")
        raise
    except UsageError as error:
        complain(str(error))
        sys.exit(Status.MISUSE)
    except KroniekError as error:
        complain(str(error))
        sys.exit(Status.SOME_FAILED)
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        complain(f"standard output cannot be written: {error.strerror}")
        # what is still held back would fail once more when Python leaves, with a traceback
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Status.SOME_FAILED)


if __name__ == "__main__":
    main()
