"""Work on many documents, on one core or more: same order and same results for any number of processes, bounded memory.

What is done with a document is told by `prepare`: a function of a module, without arguments, that loads what the work needs
(word lists, gazetteer) and gives back the function for one document. It is called once in each process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kroniek.errors import DocumentError, KroniekError
from kroniek.model.report import Document

T = TypeVar("T")
Work = Callable[[Document], T]
Prepare = Callable[[], Work[T]]
Item = Document | DocumentError

# A chunk is what one process takes at a time: large enough that handing it over costs nothing, small enough to share out.
_CHUNK_DOCUMENTS = 32
_CHUNK_CHARACTERS = 200_000
_CHUNKS_WAITING_PER_JOB = 3
SECONDS_PER_DOCUMENT = 120


@dataclass(frozen=True, slots=True)
class _Failed:
    """A DocumentError that can travel between processes; `trace` is there where the failure is a bug."""

    name: str
    reason: str
    trace: str | None = None

    def error(self) -> DocumentError:
        error = DocumentError(self.name, self.reason)
        if self.trace:
            error.add_note(self.trace)
        return error


def process(
    documents: Iterable[Item], jobs: int, prepare: Prepare[T], *, seconds: int = SECONDS_PER_DOCUMENT
) -> Iterator[T | DocumentError]:
    """What the work makes of each document, in the order of `documents`; errors among them pass through in their place.

    `jobs` is the number of processes; 0 stands for one a core. What fits in one chunk is done in this process, since starting
    others takes longer. A document that fails, takes more than `seconds`, or even ends its process, becomes a DocumentError.

    Raises KroniekError where `prepare` does.
    """
    jobs = jobs or os.cpu_count() or 1
    chunks = _chunks(documents)
    first = next(chunks, [])
    second = next(chunks, None) if jobs > 1 else None
    if second is None:
        yield from _here((item for chunk in _chain(first, chunks) for item in chunk), prepare, seconds)
        return
    yield from _Pool(jobs, prepare, seconds).run(_chain(first, _chain(second, chunks)))


def _here(items: Iterator[Item], prepare: Prepare[T], seconds: int) -> Iterator[T | DocumentError]:
    """All in this process; where there are errors only, nothing is loaded."""
    work: Work[T] | None = None
    for item in items:
        if isinstance(item, DocumentError):
            yield item
        else:
            work = work or prepare()
            yield _opened(_attempt(work, item, seconds))


def _chain(first: list[Item], rest: Iterator[list[Item]]) -> Iterator[list[Item]]:
    yield first
    yield from rest


def _chunks(documents: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    characters = 0
    for item in documents:
        chunk.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(chunk) >= _CHUNK_DOCUMENTS or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _opened(result: T | _Failed | DocumentError) -> T | DocumentError:
    return result.error() if isinstance(result, _Failed) else result


def _attempt(work: Work[T], document: Document, seconds: int) -> T | _Failed:
    """The work on one document; whatever goes wrong with it stays its own."""
    name = document.origin or document.id
    try:
        with _alarm(name, seconds):
            return work(document)
    except DocumentError as error:
        return _Failed(name, error.reason)
    except KroniekError as error:
        return _Failed(name, str(error))
    except MemoryError:
        return _Failed(name, "needs more memory than there is")
    except Exception as error:  # noqa: BLE001 - the one boundary where a bug met by one document must not take the others along
        trace = "".join(traceback.format_exception(error))
        return _Failed(name, f"a bug in kroniek: {type(error).__name__}: {error} (run with --debug for more)", trace)


@contextmanager
def _alarm(name: str, seconds: int) -> Iterator[None]:
    """Raises DocumentError after `seconds`. Only a main thread can be interrupted so; elsewhere there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: Any) -> None:
        raise DocumentError(name, f"took longer than {seconds} seconds to read")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


_work: Work[Any] | KroniekError | None = None


def _start_worker(prepare: Prepare[Any]) -> None:
    """Runs once in each new process."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends its workers
    try:
        _work = prepare()
    except KroniekError as error:
        _work = error  # raised with the first chunk: an error here would only be told as a broken pool


def _run_chunk(documents: list[Document], seconds: int) -> list[Any]:
    if isinstance(_work, KroniekError) or _work is None:
        raise _work or KroniekError("a worker was asked before it was ready")
    return [_attempt(_work, document, seconds) for document in documents]


class _Pool(Generic[T]):
    """Processes that take chunks, a bounded number of chunks ahead of the one that is handed out."""

    def __init__(self, jobs: int, prepare: Prepare[T], seconds: int) -> None:
        self._jobs = jobs
        self._prepare = prepare
        self._seconds = seconds
        self._executor = self._new_executor(jobs)

    def _new_executor(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(self._prepare,))

    def run(self, chunks: Iterator[list[Item]]) -> Iterator[T | DocumentError]:
        """Results in order. However it is left, the processes end."""
        waiting: deque[tuple[list[Item], Future[list[T | _Failed]]]] = deque()
        try:
            for chunk in chunks:
                waiting.append((chunk, self._submit(chunk)))
                if len(waiting) > self._jobs * _CHUNKS_WAITING_PER_JOB:
                    yield from self._front(waiting)
            while waiting:
                yield from self._front(waiting)
        finally:
            _end(self._executor)

    def _submit(self, chunk: list[Item]) -> Future[list[T | _Failed]]:
        documents = [item for item in chunk if isinstance(item, Document)]
        try:
            return self._executor.submit(_run_chunk, documents, self._seconds)
        except BrokenProcessPool as error:
            failed: Future[list[T | _Failed]] = Future()
            failed.set_exception(error)
            return failed

    def _front(self, waiting: deque[tuple[list[Item], Future[list[T | _Failed]]]]) -> Iterator[T | DocumentError]:
        chunk, future = waiting.popleft()
        try:
            results = future.result()
        except BrokenProcessPool:
            results = self._one_by_one([item for item in chunk if isinstance(item, Document)])
            _end(self._executor)
            self._executor = self._new_executor(self._jobs)
            again = [(other, self._submit(other)) for other, _ in waiting]
            waiting.clear()
            waiting.extend(again)
        answers = iter(results)
        for item in chunk:
            yield item if isinstance(item, DocumentError) else _opened(next(answers))

    def _one_by_one(self, documents: list[Document]) -> list[T | _Failed]:
        """A process ended in the middle of its work (killed for its memory, a crash in a library): find out at which document."""
        results: list[T | _Failed] = []
        executor = self._new_executor(1)
        try:
            for document in documents:
                try:
                    results.extend(executor.submit(_run_chunk, [document], self._seconds).result())
                except BrokenProcessPool:
                    results.append(_Failed(document.origin or document.id, "ended the process that read it (out of memory?)"))
                    _end(executor)
                    executor = self._new_executor(1)
        finally:
            _end(executor)
        return results


def _end(executor: ProcessPoolExecutor) -> None:
    """End the pool now: without this a person who pressed Ctrl-C would wait for the documents that are being read."""
    workers = list((getattr(executor, "_processes", None) or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
