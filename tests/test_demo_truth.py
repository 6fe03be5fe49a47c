"""What is on public record about the events of the sample reports (samples/SOURCES.md), held against the ledger that they become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli.main import app
from kroniek.ledger.store import Ledger
from kroniek.model.incident import BelligerentStatus, CodedRange, GradeValue, Incident, StrikeStatus
from tests.source_tree import PROJECT

REPORTS = PROJECT / "samples" / "reports"
CONCEDED, DECLARED, DENIED, SUSPECTED = (
    BelligerentStatus.CONCEDED,
    BelligerentStatus.DECLARED,
    BelligerentStatus.DENIED,
    BelligerentStatus.SUSPECTED,
)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One incident as the public record has it. Ranges are (low, high) of the killed; `reports` counts all that speak of it."""

    place: str
    start: date
    end: date
    belligerents: dict[str, BelligerentStatus]
    status: StrikeStatus
    grade: GradeValue
    civilians: Range
    origins: int
    reports: int
    children: Range | None = None
    women: Range | None = None
    combatants: Range | None = None
    injured: Range | None = None
    origin_names: tuple[str, ...] = field(default=())


TRUTH = {
    "hawija": Expected(
        place="Hawija", start=date(2015, 6, 2), end=date(2015, 6, 3),
        belligerents={"Dutch Military": CONCEDED, "U.S.-led Coalition": DECLARED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(70, 70), origins=4, reports=4,
    ),
    "mosul 2015": Expected(
        place="Mosul", start=date(2015, 9, 20), end=date(2015, 9, 21), belligerents={"Dutch Military": CONCEDED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(4, 4), origins=1, reports=1,
    ),
    "kunduz": Expected(
        place="Kunduz", start=date(2015, 10, 3), end=date(2015, 10, 3), belligerents={"US Military": CONCEDED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(42, 42), injured=(37, 37), origins=1, reports=5,
        origin_names=("Médecins Sans Frontières",),
    ),
    "sanaa": Expected(
        place="Sanaa", start=date(2016, 10, 8), end=date(2016, 10, 8), belligerents={"Saudi-led Coalition": CONCEDED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(140, 140), injured=(525, 526), origins=4, reports=3,
    ),
    "jinah": Expected(
        place="al-Jinah", start=date(2017, 3, 16), end=date(2017, 3, 16), belligerents={"US Military": CONCEDED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(1, 46), combatants=(12, 24), injured=(100, 101),
        origins=4, reports=4,
    ),
    "mosul al-jadida": Expected(
        place="al-Jadida", start=date(2017, 3, 17), end=date(2017, 3, 17),
        belligerents={"US Military": CONCEDED, "U.S.-led Coalition": DECLARED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(61, 105), combatants=(2, 2), children=(3, 3),
        origins=4, reports=4,
    ),
    "raqqa": Expected(
        place="Raqqa", start=date(2017, 8, 21), end=date(2017, 8, 21), belligerents={"U.S.-led Coalition": SUSPECTED},
        status=StrikeStatus.SINGLE_SOURCE, grade=GradeValue.WEAK, civilians=(42, 42), children=(19, 19), women=(12, 12),
        origins=1, reports=6, origin_names=("Syrian Observatory for Human Rights",),
    ),
    "raqqa the day before": Expected(
        place="Raqqa", start=date(2017, 8, 20), end=date(2017, 8, 20), belligerents={"U.S.-led Coalition": SUSPECTED},
        status=StrikeStatus.SINGLE_SOURCE, grade=GradeValue.WEAK, civilians=(27, 27), origins=1, reports=2,
        origin_names=("Syrian Observatory for Human Rights",),
    ),
    # the six who speak: the ministry ("Dat heeft ... bekendgemaakt") and a spokeswoman of whom no text says that she is the ministry's
    "khusham": Expected(
        place="Khusham", start=date(2018, 2, 7), end=date(2018, 2, 7), belligerents={"U.S.-led Coalition": DECLARED},
        status=StrikeStatus.DECLARED, grade=GradeValue.FAIR, civilians=(12, 24), combatants=(100, 300), origins=6, reports=4,
    ),
    "dahyan": Expected(
        place="Dahyan", start=date(2018, 8, 9), end=date(2018, 8, 9), belligerents={"Saudi-led Coalition": CONCEDED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(29, 51), children=(29, 40), injured=(48, 79),
        origins=3, reports=3,
    ),
    "baghuz": Expected(
        place="Baghouz", start=date(2019, 3, 18), end=date(2019, 3, 18), belligerents={"US Military": DECLARED},
        status=StrikeStatus.DECLARED, grade=GradeValue.CONFIRMED, civilians=(56, 80), origins=2, reports=2,
        origin_names=("The New York Times", "US Military"),
    ),
    "kramatorsk": Expected(
        place="Kramatorsk", start=date(2022, 4, 8), end=date(2022, 4, 8),
        belligerents={"Ukrainian Military": SUSPECTED, "Russian Military": DENIED},
        status=StrikeStatus.CONTESTED, grade=GradeValue.CONTESTED, civilians=(30, 61), children=(5, 5), injured=(100, 161),
        origins=5, reports=4,
    ),
}  # fmt: skip
NO_SPEAKERS = {"he", "she", "it", "hij", "zij", "ze", "they", "Baghuz", "Sana'a", "Israeli", "Gaza City", "Afghanistan"}


@pytest.fixture(scope="module")
def incidents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Incident]]:
    path: Path = tmp_path_factory.mktemp("truth") / "truth.ledger"
    done = CliRunner().invoke(app, ["build", str(REPORTS), "--ledger", str(path), "--jobs", "1"])
    assert done.exit_code == 0, done.output
    with Ledger.open(str(path)) as ledger:
        yield list(ledger.incidents().rows)


def _found(incidents: list[Incident], expected: Expected) -> Incident:
    fitting = [
        incident
        for incident in incidents
        if incident.place and incident.place.name == expected.place and incident.date and incident.date.start == expected.start
    ]
    assert len(fitting) == 1, [(each.title, [document.id for document in each.documents]) for each in incidents]
    return fitting[0]


def _pair(coded: CodedRange | None) -> tuple[object, object] | None:
    return None if coded is None else (coded.low, coded.high)


@pytest.mark.parametrize("event", TRUTH)
def test_an_incident_is_as_the_public_record_has_it(incidents: list[Incident], event: str) -> None:
    expected = TRUTH[event]
    incident = _found(incidents, expected)
    assert incident.date and (incident.date.start, incident.date.end) == (expected.start, expected.end)
    assert {party.name: party.status for party in incident.belligerents} == expected.belligerents
    assert (incident.strike_status, incident.grade.value) == (expected.status, expected.grade)
    assert _pair(incident.killed.civilian) == expected.civilians
    for coded, told in (
        (incident.killed.child, expected.children),
        (incident.killed.woman, expected.women),
        (incident.killed.combatant, expected.combatants),
        (incident.injured.civilian, expected.injured),
    ):
        assert told is None or _pair(coded) == told
    assert len(incident.origins) == expected.origins, [origin.name for origin in incident.origins]
    assert not expected.origin_names or tuple(origin.name for origin in incident.origins) == expected.origin_names
    assert len({document.id for document in incident.documents}) == expected.reports


def test_nothing_else_is_an_incident(incidents: list[Incident]) -> None:
    """Totals of a month, of a campaign and of weeks of fighting are no incidents, and no event is told in two."""
    told = sorted((each.place.name or "" if each.place else "", str(each.date.start if each.date else None)) for each in incidents)
    assert told == sorted((expected.place, str(expected.start)) for expected in TRUTH.values())


def test_pronouns_places_and_adjectives_are_no_origins(incidents: list[Incident]) -> None:
    assert not {origin.name for incident in incidents for origin in incident.origins} & NO_SPEAKERS


def test_reasons_are_whole_sentences(incidents: list[Incident]) -> None:
    for incident in incidents:
        for sentence in (*incident.grade.why, *incident.grade.would_change):
            assert sentence[0].isupper() or sentence[0] == "“", sentence
            assert sentence.rstrip("”").endswith((".", ")", "…", "!", "?")) or sentence.endswith("”"), sentence
