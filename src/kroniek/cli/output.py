"""Where results go: standard output or a file, always UTF-8 with plain line ends, whatever the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kroniek.errors import UsageError


@contextmanager
def writing(output: Path | None) -> Iterator[Callable[[str], None]]:
    """A function that writes text. A file is put in its place only when all of it is written, so that no half one is left.

    What is there and no file (`/dev/stdout`, a pipe with a name) is written to, never replaced. Raises UsageError where the
    file cannot be written.
    """
    if output is None:
        stream = sys.stdout.buffer
        yield lambda text: _write(stream.write, text)
        stream.flush()
        return
    if output.is_dir():
        raise UsageError(f"{os.fspath(output)}: cannot be written: it is a folder")
    in_place = output.exists() and not output.is_file()
    target = output.resolve() if output.is_symlink() and not in_place else output  # what a link leads to is written, not the link
    part = output if in_place else target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            yield lambda text: _write(file.write, text)
        if not in_place:
            part.replace(target)
    except OSError as error:
        raise UsageError(f"{os.fspath(output)}: cannot be written: {error.strerror or error}") from error
    finally:
        if not in_place:
            part.unlink(missing_ok=True)


def _write(write: Callable[[bytes], object], text: str) -> None:
    write(text.encode("utf-8"))
