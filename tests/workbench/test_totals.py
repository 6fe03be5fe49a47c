"""The page of totals: what can be asked, and that sources stand apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from kroniek.incidents.totals_rows import Counted
from kroniek.ledger.imports import ImportedFile, import_incidents
from kroniek.ledger.store import Ledger
from kroniek.model.imported_incident import ImportedIncident, ImportedParty, ImportedPlace
from kroniek.model.incident import CodedRange, GradeValue, HarmRanges, IncidentDate
from kroniek.model.interval import Precision
from kroniek.workbench.totals_view import KeptRows, totals_asked
from tests.workbench.builders import NASTY, sample
from tests.workbench.served import served


def imported(number: int, **more: object) -> ImportedIncident:
    day = date(2017, 8, number)
    values: dict[str, object] = {
        "id": f"desk:x{number}", "desk": "desk", "line": number, "title": "x", "code": "x", "when": IncidentDate(day, day, Precision.DAY),
        "place": ImportedPlace(name="Tel Nour", province="Raqqa", country="SY"),
        "belligerents": (ImportedParty("North"), ImportedParty(NASTY)), "strike_type": (), "strike_status": None, "status_words": None,
        "grade": GradeValue.FAIR, "grade_words": None, "killed": HarmRanges(civilian=CodedRange(3, 5)), "injured": HarmRanges(),
        "named": None, "sources": None, "published": None, "modified": None, "doubts": (), "fields": {}, **more,
    }  # fmt: skip
    return ImportedIncident(**values)  # type: ignore[arg-type]


def with_imports(path: Path) -> Path:
    file = ImportedFile(name="t.csv", sha256="a" * 64, desk="desk", map="desk", map_sha256="m" * 64)
    with Ledger.open(str(path), create=True) as ledger:
        import_incidents(ledger, file, [imported(1), imported(2, grade=None, grade_words="so so", killed=HarmRanges())])
    return path


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with served(str(with_imports(sample(tmp_path_factory.mktemp("ledger") / "x.ledger")))) as client:
        yield client


def test_assessed_and_imported_stand_apart(client: httpx.Client) -> None:
    page = client.get("/totals").text
    assert page.index("Assessed by Kroniek</h2>") < page.index("Imported from desk</h2>")
    assert "All, each incident counted once: 2 incidents, 3–5 civilians killed." in page
    assert "All, each incident counted once: 14 incidents" in page
    assert "No number killed is stated: 1 incident" in page and "So so" in page


@pytest.mark.parametrize("by", ["month", "year", "belligerent", "belligerents", "province", "country", "status", "month_grade"])
def test_every_split_is_a_table(client: httpx.Client, by: str) -> None:
    assert client.get("/totals", params={"by": by}).text.count("<table") == 2


def test_an_incident_of_two_belligerents_is_told(client: httpx.Client) -> None:
    page = client.get("/totals", params={"by": "belligerent", "source": "desk"}).text
    assert "Counted under more than one belligerent: 2 incidents" in page and NASTY not in page


def test_filters_narrow_and_an_empty_answer_says_so(client: httpx.Client) -> None:
    page = client.get("/totals", params={"province": "Raqqa", "grade": "fair"}).text
    assert "1 incident, 3–5 civilians killed" in page and "Assessed by Kroniek</h2>" not in page
    assert "No incident matches all of these filters" in client.get("/totals", params={"belligerent": "South"}).text
    assert client.get("/totals", params={"to": "2017-08-01"}).text.count("Left out for want of a date") == 0


def test_what_is_not_understood_is_told_and_left_out() -> None:
    asked = totals_asked({"by": "size", "of": "dogs", "from": "August", "to": "2017-08-01"})
    assert (asked.by, asked.of, asked.from_day, len(asked.troubles)) == ("grade", Counted.CIVILIANS, None, 3)
    swapped = totals_asked({"from": "2017-09-01", "to": "2017-08-01"})
    assert (swapped.from_day, swapped.to_day) == (date(2017, 8, 1), date(2017, 9, 1)) and swapped.troubles


def test_the_page_about_the_ledger_counts_them(client: httpx.Client) -> None:
    assert "<dt>Imported from desk</dt><dd class=\"amount\">2</dd>" in client.get("/about").text


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    Ledger.open(str(tmp_path / "x.ledger"), create=True).close()
    with served(str(tmp_path / "x.ledger")) as client:
        assert "kroniek import airwars FILE" in client.get("/totals").text


def test_rows_are_read_again_after_an_import(tmp_path: Path) -> None:
    kept = KeptRows()
    with Ledger.open(str(with_imports(tmp_path / "x.ledger")), create=True) as ledger:
        first = kept.of(ledger, Counted.CIVILIANS)
        assert kept.of(ledger, Counted.CIVILIANS) is first
        import_incidents(ledger, ImportedFile(name="u", sha256="b" * 64, desk="desk", map="desk", map_sha256="m"), [imported(3)])
        assert len(kept.of(ledger, Counted.CIVILIANS)["desk"]) == 3
