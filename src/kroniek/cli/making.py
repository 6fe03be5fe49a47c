"""What made an assessment: the version of the programme, the codebook, and the hash of all word lists and places."""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

from kroniek import __version__
from kroniek.codebooks.codebook import Codebook
from kroniek.codebooks.load import load_codebook
from kroniek.errors import RulesError, UsageError
from kroniek.model.incident import MadeBy

_DATA = (".yaml", ".csv")


def codebook_named(name: str) -> Codebook:
    """The codebook of that name or file, as a command is asked for it. Raises UsageError where there is none or it breaks its form."""
    try:
        return load_codebook(name)
    except RulesError as error:
        raise UsageError(str(error)) from error


def made_by(codebook: Codebook) -> MadeBy:
    """Enough to make the same assessment again."""
    return MadeBy(__version__, codebook.id, codebook.sha256, data_sha256())


def data_sha256() -> str:
    """SHA-256 over the names and bytes of every word list and table in the package, codebooks left out, in hex."""
    digest = hashlib.sha256()
    for name, item in sorted(_data_files(resources.files("kroniek"), ""), key=lambda pair: pair[0]):
        data = item.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _data_files(folder: Traversable, above: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        name = f"{above}{item.name}"
        if item.is_dir():
            if name != "codebooks":
                found.extend(_data_files(item, f"{name}/"))
        elif name.endswith(_DATA):
            found.append((name, item))
    return found
