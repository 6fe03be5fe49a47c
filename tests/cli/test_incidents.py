"""`kroniek incidents`, over incidents in memory and over a ledger that is not there."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from kroniek.cli.incidents import table
from kroniek.cli.main import app
from kroniek.errors import KroniekError, LedgerError, UsageError
from kroniek.ledger.views import IncidentPage
from kroniek.model.claim import Accuracy, PlaceMention
from kroniek.model.incident import (
    Belligerent,
    BelligerentStatus,
    CodedRange,
    Grade,
    GradeValue,
    HarmRanges,
    Incident,
    IncidentDate,
    IncidentDocument,
    MadeBy,
    Origin,
    StrikeStatus,
    StrikeType,
)
from kroniek.model.interval import Precision
from tests.workbench.builders import sample


def _incident(**changes: object) -> Incident:
    values: dict[str, object] = {
        "id": "i1",
        "title": "Market of Qasr, 3 May 2016",
        "made_by": MadeBy("0", "airwars", "", ""),
        "documents": (IncidentDocument("a", True), IncidentDocument("b", True), IncidentDocument("c", False)),
        "date": IncidentDate(date(2016, 5, 3), date(2016, 5, 3), Precision.DAY),
        "place": PlaceMention(text="Qasr", start=0, end=4, name="Qasr", country="SY", accuracy=Accuracy.TOWN),
        "belligerents": (Belligerent("x", "Northern Army", BelligerentStatus.DENIED),),
        "strike_type": (StrikeType.AIRSTRIKE,),
        "strike_status": StrikeStatus.LIKELY,
        "infrastructure": (),
        "media": (),
        "killed": HarmRanges(civilian=CodedRange(12, 24)),
        "injured": HarmRanges(total=CodedRange(40, None)),
        "missing": HarmRanges(),
        "detained": HarmRanges(),
        "displaced": HarmRanges(),
        "people": (),
        "grade": Grade(GradeValue.WEAK, ("one origin",)),
        "origins": (Origin("Monitor", ("a", "b", "c")),),
        "claims": (),
        **changes,
    }
    return Incident(**values)  # type: ignore[arg-type]


def _drawn(*incidents: Incident) -> str:
    out = io.StringIO()
    Console(file=out, width=160, highlight=False, emoji=False).print(table(IncidentPage(incidents, len(incidents))))
    return out.getvalue()


def test_a_row_tells_the_ranges_the_grade_and_how_many_could_know() -> None:
    row = _drawn(_incident())
    assert "3 May 2016" in row
    assert "Qasr" in row
    assert "Northern Army (denied)" in row
    assert "12–24" in row
    assert "at least 40" in row
    assert "weak" in row
    assert row.split()[-2:] == ["3", "1"], "three reports with one origin"


def test_nothing_said_is_not_zero() -> None:
    row = _drawn(_incident(killed=HarmRanges(civilian=CodedRange(0, 0)), date=None, place=None, grade=Grade(None, ())))
    cells = row.split()
    assert "0" in cells
    assert "-" in cells
    assert "date not stated" in row
    assert "place not stated" in row
    assert "not graded" in row


def test_words_of_a_report_never_act_as_markup_or_control_the_terminal() -> None:
    row = _drawn(_incident(belligerents=(Belligerent(None, "[red]Army[/red]\x1b[2J :skull:", BelligerentStatus.SUSPECTED),)))
    assert "[red]Army[/red]" in row
    assert ":skull:" in row
    assert "\x1b" not in row


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["incidents", "--ledger", "absent.ledger"], LedgerError, "absent.ledger"),
        (["incidents", "--sort", "sideways"], UsageError, "sideways"),
    ],
)
def test_misuse_is_told_in_a_line(arguments: list[str], error: type[KroniekError], words: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert isinstance(result.exception, error)
    assert words in str(result.exception)


def test_of_one_incident_it_is_shown_who_says_what(tmp_path: Path) -> None:
    path = str(sample(tmp_path / "x.ledger"))
    shown = CliRunner().invoke(app, ["incidents", "--ledger", path, "--incident", "inc-1"])
    assert shown.exit_code == 0
    words = shown.output.partition("Who says what")[2]
    assert "Tel Nour" in shown.output and "Orvel" not in shown.output
    assert "the town's hospital" in words and "at least 9" in words and "asserted" in words
    assert "The Army" in words and "denied" in words
    unknown = CliRunner().invoke(app, ["incidents", "--ledger", path, "--incident", "inc-unknown"])
    assert isinstance(unknown.exception, UsageError) and "inc-unknown" in str(unknown.exception)
