"""A progress bar for a person who waits; nothing for a script."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_SECONDS = 2.0


def watched(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The items as they are. Where standard error is a terminal and they take more than two seconds, a bar counts them there;
    not where standard output is the same terminal, since the two would mix. `what` is a word such as "documents"."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    begun = time.monotonic()
    iterator = iter(items)
    count = 0
    for item in iterator:
        yield item
        count += 1
        if time.monotonic() - begun > _PATIENCE_SECONDS:
            break
    else:
        return
    yield from _with_bar(iterator, what, total, count)


@contextmanager
def stepped() -> Iterator[Callable[[str, int, int], None]]:
    """A function that is told of steps by name, how much is done and of how much; it shows a bar where `watched` would."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _step, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total)


def _with_bar(items: Iterator[T], what: str, total: int | None, count: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=total, completed=count)
        for item in items:
            yield item
            bar.advance(task)
