from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading

_CODE = """
import time
from kroniek.cli.progress import watched

def slow():
    for number in range({count}):
        time.sleep({pause})
        yield number

print(sum(watched(slow(), "documents")))
"""


def _shown(count: int, pause: float) -> tuple[bytes, bytes]:
    """Standard output, and what a terminal on standard error was sent."""
    ours, theirs = pty.openpty()
    sent: list[bytes] = []

    def listen() -> None:
        try:
            while data := os.read(ours, 65536):
                sent.append(data)
        except OSError:  # the last holder of the other end is gone
            return

    with subprocess.Popen(
        [sys.executable, "-c", _CODE.format(count=count, pause=pause)],
        stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"},
    ) as running:  # fmt: skip
        os.close(theirs)
        listener = threading.Thread(target=listen)
        listener.start()
        output = running.stdout.read() if running.stdout else b""
        running.wait(60)
        listener.join(10)
    os.close(ours)
    return output, b"".join(sent)


def test_a_person_who_waits_sees_a_bar() -> None:
    output, sent = _shown(5, 0.6)
    assert output == b"10\n"
    assert b"documents" in sent


def test_nothing_is_shown_for_what_is_done_at_once() -> None:
    assert _shown(5, 0.0) == (b"10\n", b"")
