"""A progress bar for a build, on standard error where that is a terminal; nothing for a script."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kroniek.ledger.build import Progress


@dataclass(frozen=True, slots=True)
class Shown:
    """What a build tells its progress to: of reports, and of a later step by name with how much of how much is done."""

    reports: Callable[[Progress], None] = lambda _: None
    step: Callable[[str, int, int], None] = lambda _step, _done, _all: None


@contextmanager
def shown_progress() -> Iterator[Shown]:
    """What shows how far a build is."""
    if not sys.stderr.isatty():
        yield Shown()
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[counts]}"), TimeElapsedColumn())
    # Lines about reports that fail are printed above the bar, since both go to the same terminal.
    with Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reports", total=None, counts="")

        def show(progress: Progress) -> None:
            counts = f"{progress.done} of {progress.reports}: {progress.new} new, {progress.changed} changed"
            bar.update(task, total=progress.reports, completed=progress.done, counts=counts)

        def step(name: str, done: int, total: int) -> None:
            bar.update(task, description=name, total=total, completed=done, counts=f"{done} of {total}")

        yield Shown(show, step)
