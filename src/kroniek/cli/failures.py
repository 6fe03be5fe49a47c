"""One line on standard error for each thing that went wrong, and the exit status that follows from them."""

from __future__ import annotations

import sys
from enum import IntEnum

from kroniek.capture.notes import Note
from kroniek.errors import DocumentError

_LONGEST = 600


class Status(IntEnum):
    """Exit statuses of the contract."""

    READ = 0
    SOME_FAILED = 1
    MISUSE = 2
    STOPPED = 130  # by Ctrl-C, as shells have it


def one_line(words: str) -> str:
    """The words on one line that is safe to print: a document's or file's own control characters are shown, never sent."""
    shown = "".join(character if character.isprintable() else character.encode("unicode_escape").decode("ascii") for character in words)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 3] + "..."


def complain(words: str) -> None:
    """`kroniek: WORDS` on standard error."""
    print(one_line(f"kroniek: {words}"), file=sys.stderr, flush=True)


class Failures:
    """Prints failures and notes as they come, and remembers whether there was a failure.

    With `debug` the traceback that a failure carries as its note is printed too.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self.count = 0

    def failed(self, error: DocumentError) -> None:
        """One document could not be read."""
        self.count += 1
        complain(f"{error.name}: {error.reason}")
        if self._debug:
            for trace in getattr(error, "__notes__", ()):
                print(trace, file=sys.stderr, flush=True)

    def note(self, note: Note) -> None:
        """Something to know that is no failure."""
        complain(f"{note.name}: {note.text}")

    @property
    def status(self) -> Status:
        """The exit status so far."""
        return Status.SOME_FAILED if self.count else Status.READ
