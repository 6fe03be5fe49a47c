"""Work for the pool that needs no word lists: each text says what is to become of its document."""

from __future__ import annotations

import os
import signal
import time

from kroniek.cli.pool import Work
from kroniek.errors import DocumentError, RulesError
from kroniek.model.report import Document


def prepare_counting() -> Work[tuple[str, int]]:
    return _count


def prepare_failing() -> Work[tuple[str, int]]:
    raise RulesError("harm.yaml, row 3: no such harm")


def prepare_process() -> Work[int]:
    return lambda document: os.getpid()


def _count(document: Document) -> tuple[str, int]:
    if document.text == "refuse":
        raise DocumentError(document.id, "refused")
    if document.text == "bug":
        raise ZeroDivisionError("a bug\nof two lines")
    if document.text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text == "sleep":
        time.sleep(60)
    return document.id, len(document.text)
