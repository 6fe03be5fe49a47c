"""The parent's side of the child process that takes HTML and PDF apart."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from types import TracebackType

from kroniek.capture.extracted import Extracted, from_message
from kroniek.capture.limits import Limits

# a machine that is busy with other things needs longer by the clock than by processor time
_CLOCK_TO_PROCESSOR = 3


class Extractor:
    """One child process, started when first needed, kept for all documents, and started anew where a document broke it.

    A context manager: leaving it ends the child.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Extractor:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()

    def html(self, page: str, url: str | None = None) -> Extracted | str:
        """The main text of a web page, or the reason in plain words why there is none."""
        return self._ask("html", page.encode("utf-8", "replace"), url)

    def pdf(self, data: bytes) -> Extracted | str:
        """The text of a PDF, or the reason in plain words why there is none."""
        return self._ask("pdf", data, None)

    def _ask(self, kind: str, data: bytes, url: str | None) -> Extracted | str:
        connection = self._start()
        seconds = self._limits.extract_seconds
        try:
            connection.send_bytes(json.dumps({"kind": kind, "url": url}).encode("ascii"))
            connection.send_bytes(data)
            if connection.poll(seconds * _CLOCK_TO_PROCESSOR):
                return from_message(connection.recv_bytes())
            self._stop()
            return f"took longer than {seconds * _CLOCK_TO_PROCESSOR} seconds to take apart"
        except (EOFError, OSError, ValueError, TypeError, KeyError):  # gone, or an answer that is none
            return self._why_it_died()

    def _start(self) -> Connection:
        if self._connection is not None:
            return self._connection
        limits = self._limits
        ours, theirs = Pipe()
        numbers = (theirs.fileno(), limits.extract_memory_bytes, limits.extract_seconds, limits.text_characters)
        self._process = subprocess.Popen(  # noqa: S603 - our own module, with numbers only
            [sys.executable, "-m", "kroniek.capture.extractor", *map(str, numbers)],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the parent, which then ends the child
        )
        theirs.close()
        self._connection = ours
        return ours

    def _why_it_died(self) -> str:
        status = self._stop()
        if status == -signal.SIGXCPU:
            return f"took more than {self._limits.extract_seconds} seconds of processor time to take apart"
        return "made the program that takes it apart crash (too deeply nested, too large, or damaged)"

    def _stop(self) -> int | None:
        """End the child; its exit status (negative: the signal that ended it)."""
        process, self._process = self._process, None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if process is None:
            return None
        try:
            return process.wait(timeout=1)  # a closed connection ends a child that is well
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
