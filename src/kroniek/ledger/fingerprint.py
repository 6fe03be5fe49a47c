"""Which code and rules made something: a hash over them, so that an upgrade reads again what it would read differently."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

READS = ("model", "text", "contracts", "gazetteer", "parties", "reading")
"""Packages that decide what is read of a report."""

ASSESSES = ("model", "text", "contracts", "provenance", "incidents", "flows", "checks", "codebooks", "ledger")
"""Packages that decide what is made of readings."""

_CODE_AND_RULES = (".py", ".yaml", ".csv", ".json", ".txt", ".tsv", ".gz")


@lru_cache(maxsize=8)
def fingerprint(packages: Sequence[str], settings: tuple[str, ...] = ()) -> str:
    """SHA-256 over every module and data file of these packages of Kroniek, and over the settings that steer them."""
    total = hashlib.sha256()
    for setting in settings:
        total.update(f"setting {setting}\n".encode())
    for package in packages:
        for name, file in _files(resources.files("kroniek") / package, package):
            data = file.read_bytes()
            total.update(f"{name} {len(data)}\n".encode())
            total.update(data)
    return total.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{item.name}"
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files(item, path)
        elif item.name.endswith(_CODE_AND_RULES):
            yield path, item
