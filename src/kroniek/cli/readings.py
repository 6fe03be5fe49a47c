"""Readings of documents, for every command that needs them."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kroniek.cli.pool import Work, process
from kroniek.errors import DocumentError
from kroniek.model.report import Document

if TYPE_CHECKING:
    from kroniek.cli.failures import Failures
    from kroniek.reading.result import Reading

_SELDOM = (20_000, 20, 20)
"""Objects made, and rounds, between two looks for garbage: Python's own 700, 10 and 10 cost a twelfth of the time."""


def prepare_reading(languages: tuple[str, ...] = (), *, whole: bool = True) -> Work[Reading]:
    """Load the rules of these languages (of all, where none is named); the function that reads one document by them, as a whole or
    for its claims alone (see `kroniek.reading.reader.read`)."""
    collecting = gc.isenabled()
    gc.disable()  # what is loaded is kept: looking for garbage in it, over and over as it grows, would take a fifth of the time
    try:
        from kroniek.reading.load import LANGUAGES, load_rules
        from kroniek.reading.reader import read

        rules = load_rules(languages or LANGUAGES)
    finally:
        if collecting:
            gc.enable()
    # rules live as long as the process and a reading holds no cycles: garbage is looked for seldom, and never among the rules
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    return lambda document: read(document, rules, whole=whole)


def prepare_lines() -> Work[str]:
    """As `prepare_reading`; each document's claims as JSON Lines, each line with its end. Done where it is read, so that
    writing JSON is shared out too."""
    from kroniek.contracts.records import claim_record, line

    read = prepare_reading(whole=False)
    return lambda document: "".join(line(claim_record(claim)) + "\n" for claim in read(document).claims)


def read_all(
    documents: Iterable[Document | DocumentError], jobs: int = 0, languages: tuple[str, ...] = ()
) -> Iterator[Reading | DocumentError]:
    """The reading of each document in the order given, or why there is none; see `kroniek.cli.pool.process`."""
    return process(documents, jobs, partial(prepare_reading, languages))


def readings_of(paths: Sequence[str], jobs: int, failures: Failures) -> list[Reading]:
    """The readings of all reports at the paths that could be read, in their order; the others are told to `failures`."""
    from kroniek.capture.collect import collect
    from kroniek.cli.progress import watched

    readings = []
    for reading in watched(read_all(collect(paths, notes=failures.note), jobs), "documents"):
        if isinstance(reading, DocumentError):
            failures.failed(reading)
        else:
            readings.append(reading)
    return readings
