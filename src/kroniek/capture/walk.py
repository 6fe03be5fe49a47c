"""The files that an argument stands for, in an order that depends on their names alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kroniek.capture.notes import Note, Notes
from kroniek.errors import DocumentError

_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file. `id` is its path relative to the folder that was given, or its own name where a file was given;
    `name` the path as a person would type it, for messages; `size` in bytes; `asked` where the file itself was given, not its folder."""

    path: Path
    id: str
    name: str
    size: int
    asked: bool = False


def printable(path: str) -> str:
    """A path as text that can be printed; bytes that are not UTF-8 are written as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def walk(argument: str, notes: Notes) -> Iterator[Found | DocumentError]:
    """The file, or all files under the folder, hidden ones left out. A folder is entered once, whatever links lead to it."""
    path = Path(argument)
    try:
        about = path.stat()
    except (OSError, ValueError) as error:
        yield DocumentError(printable(argument), reason_of(error))
        return
    if not stat.S_ISDIR(about.st_mode):
        yield _found(path, printable(path.name), about, asked=True)
        return
    found = False
    for item in _folder(path, notes):
        found = True
        yield item
    if not found:
        notes(Note(printable(argument), "the folder holds no reports"))


def _folder(top: Path, notes: Notes) -> Iterator[Found | DocumentError]:
    entered: dict[_Identity, Path] = {}
    pending: list[tuple[Path, frozenset[_Identity]]] = [(top, frozenset())]
    while pending:
        path, above = pending.pop()
        try:
            about = path.stat()
            if not stat.S_ISDIR(about.st_mode):
                yield _found(path, printable(path.relative_to(top).as_posix()), about)
                continue
            here = (about.st_dev, about.st_ino)
            if here in above:
                yield DocumentError(printable(str(path)), "a link to a folder that it lies in; not followed")
            elif here in entered:
                notes(Note(printable(str(path)), f"a link to {printable(str(entered[here]))}, which is read already"))
            else:
                entered[here] = path
                pending.extend((child, above | {here}) for child in reversed(_children(path)))
        except OSError as error:
            yield DocumentError(printable(str(path)), reason_of(error))


def _children(folder: Path) -> list[Path]:
    """In the order of their names; a folder's files stand where the folder's own name stands."""
    return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=lambda path: path.name)


def _found(path: Path, identifier: str, about: os.stat_result, *, asked: bool = False) -> Found | DocumentError:
    name = printable(str(path))
    if not stat.S_ISREG(about.st_mode):
        return DocumentError(name, "not a regular file (use - to read standard input)")
    return Found(path, identifier, name, about.st_size, asked)


def reason_of(error: OSError | ValueError) -> str:
    """In plain words why a path cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {error}"
