"""From reports to a ledger: read what is new or changed, keep it at once, then make the incidents again."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from kroniek.errors import DocumentError
from kroniek.ledger.assessment import Assess, reassess
from kroniek.ledger.lock import build_lock
from kroniek.ledger.readings import documents_read_otherwise, stored_document
from kroniek.ledger.store import Ledger
from kroniek.ledger.write import check_storable, known, store, store_report
from kroniek.model.report import Document
from kroniek.reading.result import Reading

Captured = Document | DocumentError
ReadAll = Callable[[Iterable[Document]], Iterable[Reading | DocumentError]]
"""Reads documents, perhaps several at once: one reading, or why there is none, for each document, in their order."""


class _Before(Enum):
    """What the ledger held of a report before this build."""

    NONE = auto()
    SAME = auto()
    OTHER = auto()
    LEFT = auto()


_Read = tuple[Document, _Before, Reading | DocumentError]
_LOOKED_UP_AT_ONCE = 64
_KEPT_AT_ONCE = 32
_KEPT_AFTER_SECONDS = 2.0


@dataclass(slots=True)
class Progress:
    """How far a build is: counts of reports. `failed` could not be captured or read, and are in no other count but `reports`;
    `reread` are those of the unchanged that were read again, by new rules; `left_behind` those read again that only the ledger holds."""

    reports: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    reread: int = 0
    failed: int = 0
    left_behind: int = 0

    @property
    def done(self) -> int:
        """Reports that nothing is left to do for."""
        return self.new + self.changed + self.unchanged + self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did, and what the ledger holds after it."""

    reports: int
    new: int
    changed: int
    unchanged: int
    reread: int
    failed: int
    claims: int
    incidents: int

    def sentence(self) -> str:
        """In one line."""
        parts = f"{_many(self.reports, 'report')}: {self.new} new, {self.changed} changed, {self.unchanged} unchanged"
        again = f" ({self.reread} read again by new rules)" if self.reread else ""
        failed = f"; {self.failed} failed" if self.failed else ""
        return f"{parts}{again}{failed}; {_many(self.claims, 'claim')}; {_many(self.incidents, 'incident')}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRules:
    """What a build works by: how to read and assess, and the hashes of the code, rules and settings that do so."""

    read_all: ReadAll
    reader_sha256: str
    assess: Assess
    assess_sha256: str


def build(
    ledger: Ledger,
    captured: Iterable[Captured],
    rules: BuildRules,
    *,
    on_progress: Callable[[Progress], None] = lambda _: None,
    on_failure: Callable[[DocumentError], None] = lambda _: None,
) -> Summary:
    """Bring the ledger up to date with what is captured. A kill at any moment leaves it whole; the next build goes on from there.

    Reports that were captured before and are not now stay. Raises LedgerError where another build holds the ledger.
    """
    with build_lock(ledger):
        progress = Progress()
        run = _Run(ledger, rules, progress, on_progress, on_failure)
        run.keep(rules.read_all(run.to_read(captured)))
        run.keep(rules.read_all(run.left_behind()))
        reassess(ledger, rules.assess, rules.assess_sha256)
        counts = ledger.counts()
    return Summary(
        reports=progress.reports,
        new=progress.new,
        changed=progress.changed,
        unchanged=progress.unchanged,
        failed=progress.failed,
        reread=progress.reread + progress.left_behind,
        claims=counts.claims,
        incidents=counts.incidents,
    )


class _Run:
    """One build's way through the reports."""

    def __init__(
        self,
        ledger: Ledger,
        rules: BuildRules,
        progress: Progress,
        on_progress: Callable[[Progress], None],
        on_failure: Callable[[DocumentError], None],
    ) -> None:
        self._ledger = ledger
        self._rules = rules
        self._progress = progress
        self._on_progress = on_progress
        self._on_failure = on_failure
        self._waiting: deque[tuple[Document, _Before]] = deque()

    def to_read(self, captured: Iterable[Captured]) -> Iterator[Document]:
        """The reports that are new or changed, or were read by other rules; the others are counted."""
        items = iter(captured)
        while lot := list(islice(items, _LOOKED_UP_AT_ONCE)):
            self._progress.reports += len(lot)
            documents = [item for item in map(self._storable, lot) if item is not None]
            for document, before in self._not_current(documents):
                self._waiting.append((document, before))
                yield document
            self._on_progress(self._progress)

    def _storable(self, item: Captured) -> Document | None:
        if isinstance(item, DocumentError):
            self._fail(item)
            return None
        try:
            check_storable(item)
        except DocumentError as error:
            self._fail(error)
            return None
        return item

    def _not_current(self, documents: list[Document]) -> list[tuple[Document, _Before]]:
        with self._ledger.read() as connection:
            before = known(connection, [document.id for document in documents])
        wanted: list[tuple[Document, _Before]] = []
        recaptured: list[Document] = []
        for document in documents:
            one = before.get(document.id)
            if one is None or not one.is_current(document, self._rules.reader_sha256):
                was = _Before.NONE if one is None else _Before.SAME if one.same_report(document) else _Before.OTHER
                wanted.append((document, was))
                continue
            if one.raw_sha256 != document.raw_sha256:
                recaptured.append(document)
            if one.error is None:
                self._progress.unchanged += 1
            else:
                self._fail(DocumentError(document.origin or document.id, one.error))
        if recaptured:
            with self._ledger.write() as connection:
                for document in recaptured:
                    store_report(connection, document)
        return wanted

    def left_behind(self) -> Iterator[Document]:
        """Reports that are no longer among those captured and were read by other rules: their stored text is read again, since
        what one Kroniek read another may not understand."""
        with self._ledger.read() as connection:
            ids = documents_read_otherwise(connection, self._rules.reader_sha256)
        for id in ids:
            with self._ledger.read() as connection:
                document = stored_document(connection, id)
            self._waiting.append((document, _Before.LEFT))
            yield document

    def keep(self, outcomes: Iterable[Reading | DocumentError]) -> None:
        """Store what was read, a few reports to a transaction, so that a kill costs no more than those."""
        lot: list[_Read] = []
        since = time.monotonic()
        for outcome in outcomes:
            lot.append((*self._waiting.popleft(), outcome))
            if len(lot) >= _KEPT_AT_ONCE or time.monotonic() - since >= _KEPT_AFTER_SECONDS:
                self._store(lot)
                lot, since = [], time.monotonic()
        self._store(lot)

    def _store(self, lot: list[_Read]) -> None:
        if not lot:
            return
        with self._ledger.write() as connection:
            for document, _, outcome in lot:
                store(connection, document, outcome, self._rules.reader_sha256)
        for _, before, outcome in lot:
            self._count(before, outcome)
        self._on_progress(self._progress)

    def _count(self, before: _Before, outcome: Reading | DocumentError) -> None:
        if before is _Before.LEFT:
            self._progress.left_behind += 1
            if isinstance(outcome, DocumentError):
                self._on_failure(outcome)
        elif isinstance(outcome, DocumentError):
            self._fail(outcome)
        elif before is _Before.NONE:
            self._progress.new += 1
        elif before is _Before.OTHER:
            self._progress.changed += 1
        else:
            self._progress.unchanged += 1
            self._progress.reread += 1

    def _fail(self, error: DocumentError) -> None:
        self._progress.failed += 1
        self._on_failure(error)
