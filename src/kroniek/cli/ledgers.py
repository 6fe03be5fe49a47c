"""Which ledger a command is about, and how it opens one to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kroniek.cli.failures import complain
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.ledger.store import Ledger

_SQLITE = b"SQLite format 3\x00"


def is_ledger(path: str) -> bool:
    """Whether the argument is a ledger: the address of a database, or a file that SQLite wrote."""
    if path.startswith(("postgresql://", "postgres://", "postgresql+")):
        return True
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def paths_or_ledger(paths: Sequence[str] | None, ledger: str | None, called: str) -> tuple[tuple[str, ...], str | None]:
    """What the arguments name: paths, or one ledger, which may also stand alone in the place of paths; neither where nothing is named.

    `called` is what paths are in the command's words. Raises UsageError where both are named.
    """
    named = tuple(paths or ())
    if ledger is None and len(named) == 1 and is_ledger(named[0]):
        return (), named[0]
    if named and ledger is not None:
        raise UsageError(f"name either {called} or one ledger")
    return named, ledger


@contextmanager
def opened_ledger(location: str) -> Iterator[Ledger]:
    """The ledger, to read; says so where it can only be read. Raises LedgerError."""
    from kroniek.ledger.store import Ledger

    with Ledger.open(location) as opened:
        if opened.read_only:
            _say_read_only(opened.name)
        yield opened


@cache
def _say_read_only(name: str) -> None:
    # once a run: some commands open the ledger for each thing that they look up
    complain(f"{name}: the file or its folder cannot be written; it is read as it stands, and nothing can be kept in it")


def say_imported(ledger: Ledger, shows: str) -> None:
    """Says how many imported incidents a ledger holds that a command does not show, and where they are; `shows` is what it shows."""
    from kroniek.ledger.totals import imported_counts

    counts = imported_counts(ledger)
    if counts:
        many = ", ".join(f"{count} of {desk}" for desk, count in counts.items())
        complain(
            f"{ledger.name}: imported incidents ({many}) are not among the {shows}; `kroniek totals` and `kroniek reconcile` have them"
        )
