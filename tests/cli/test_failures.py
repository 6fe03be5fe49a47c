from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.capture.notes import Note
from kroniek.cli.failures import Failures, one_line
from kroniek.errors import DocumentError


@given(st.text())
def test_one_line_is_one_printable_line(words: str) -> None:
    shown = one_line(words)
    assert shown.isprintable()
    assert len(shown) <= 600
    shown.encode("utf-8")


def test_names_and_words_stay_as_they_are() -> None:
    assert one_line("reports/Één – دير الزور.txt: leeg") == "reports/Één – دير الزور.txt: leeg"


def test_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    failures = Failures()
    failures.note(Note("a.txt", "left out"))
    assert failures.status == 0
    error = DocumentError("b.txt", "a bug")
    error.add_note("Traceback: where")
    failures.failed(error)
    assert failures.status == 1
    assert capsys.readouterr().err == "kroniek: a.txt: left out\nkroniek: b.txt: a bug\n"
    Failures(debug=True).failed(error)
    assert "Traceback: where" in capsys.readouterr().err
