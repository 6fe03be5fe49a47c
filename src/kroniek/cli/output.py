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

    Raises UsageError where the file cannot be written.
    """
    if output is None:
        stream = sys.stdout.buffer
        yield lambda text: _write(stream.write, text)
        stream.flush()
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            yield lambda text: _write(file.write, text)
        part.replace(output)
    except OSError as error:
        raise UsageError(f"{os.fspath(output)}: cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _write(write: Callable[[bytes], object], text: str) -> None:
    write(text.encode("utf-8"))
