"""Desks' tables of incidents: each by its map, with one line for what cannot be used, and nothing lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kroniek.capture.incident_import import ImportedRow, ImportRules, read_incidents
from kroniek.capture.incident_map import IncidentMap
from kroniek.capture.incident_map_load import load_map, packaged_maps, parse_map
from kroniek.capture.table_rows import open_table
from kroniek.errors import DocumentError, RulesError
from kroniek.incidents.precision_load import load_precisions
from kroniek.model.claim import Accuracy
from kroniek.model.imported_incident import ImportedParty
from kroniek.model.incident import CodedRange, GradeValue, StrikeStatus
from kroniek.model.interval import Precision
from tests.source_tree import PROJECT

TABLES = PROJECT / "samples" / "tables"
RULES = ImportRules(
    today=date(2026, 1, 1),
    precisions=load_precisions(),
    country={"Syria": "SY", "syria": "SY"}.get,
    party={"U.S.-led Coalition": "us-led-coalition"}.get,
)
MAP = b"""
id: desk
desk: desk
name: A desk
source: its own
format: csv
needs: [nr, killed_min]
fields:
  id: nr
  start: day
  end: last
  place: place
  lat: lat
  lon: lon
  accuracy: {column: where, scheme: ucdp}
  belligerents: {column: who, separator: "; "}
  grade: {column: grade, values: {Good: fair}}
ranges:
  killed: {civilian: [killed_min, killed_max]}
"""
HEADING = "nr,day,last,place,lat,lon,where,who,grade,killed_min,killed_max\n"


def read(path: Path, maps: tuple[IncidentMap, ...] = packaged_maps()) -> list[ImportedRow | DocumentError]:
    return list(read_incidents(open_table(str(path), maps), RULES))


def rows(folder: Path, text: str) -> list[ImportedRow | DocumentError]:
    path = folder / "table.csv"
    path.write_bytes((HEADING + text).encode("utf-8", "surrogateescape"))
    return read(path, (parse_map(MAP, "desk"),))


def whole(found: list[ImportedRow | DocumentError]) -> list[ImportedRow]:
    assert all(isinstance(one, ImportedRow) for one in found)
    return [one for one in found if isinstance(one, ImportedRow)]


def test_a_row_becomes_an_incident_with_all_its_cells(tmp_path: Path) -> None:
    (row,) = whole(rows(tmp_path, "x1,2017-08-03,2017-08-04,Tel Nour,35.9,39.1,2,North; South,Good,3,5\n"))
    one = row.incident
    assert (one.id, one.desk, one.line, row.told, one.doubts) == ("desk:x1", "desk", 2, (), ())
    assert one.when is not None and (one.when.start, one.when.end) == (date(2017, 8, 3), date(2017, 8, 4))
    assert (one.place.name, one.place.lat, one.place.accuracy, one.place.code) == ("Tel Nour", 35.9, Accuracy.SUBDISTRICT, "2")
    assert one.belligerents == (ImportedParty("North"), ImportedParty("South"))
    assert (one.grade, one.killed.civilian) == (GradeValue.FAIR, CodedRange(3, 5))
    assert one.fields["who"] == "North; South" and list(one.fields) == HEADING.strip().split(",")


def test_what_is_not_stated_is_not_nought(tmp_path: Path) -> None:
    found = whole(rows(tmp_path, "x1,,,,,,,,,,\nx2,2017-08-03,,,,,,,,0,0\nx3,2017-08-03,,,,,,,,4,\n"))
    assert [row.incident.killed.civilian for row in found] == [None, CodedRange(0, 0), CodedRange(4, None)]
    assert found[0].told == ("no date",) and found[0].incident.place.accuracy is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("x1,1970-01-01,,,,,,,,,", "the date 1970-01-01 cannot be right"),
        ("x1,2070-03-01,,,,,,,,,", "the date 2070-03-01 cannot be right"),
        ("x1,31 of May,,,,,,,,,", "start is '31 of May', which is no day"),
        ("x1,2017-08-03,2017-08-01,,,,,,,,", "is before the first"),
        ("x1,2017-08-03,,,95,39,1,,,,", "the point 95, 39 is nowhere on earth"),
        ("x1,2017-08-03,,,nan,39,1,,,,", "is nowhere on earth"),
        ("x1,2017-08-03,,,35.1,,1,,,,", "the point 35.1, - is nowhere on earth"),
        ("x1,2017-08-03,,,0,0,1,,,,", "is the zero of the globe"),
        ("x1,2017-08-03,,,,,11,,,,", "no code of ucdp"),
        ("x1,2017-08-03,,,,,,,Superb,,", "grade is 'Superb', which is none of those known"),
        ("x1,2017-08-03,,,,,,,,three,5", "killed_min is 'three', which is no whole number"),
        ("x1,2017-08-03,,,,,,,,-3,5", "killed_min is '-3'"),
        ("x1,2017-08-03,,,,,,,,9999999999,5", "too large"),
        ("x1,2017-08-03,,,,,,,,7,5", "killed_min is 7, more than killed_max, 5"),
    ],
)
def test_a_bad_cell_is_told_and_its_neighbours_stay(tmp_path: Path, row: str, words: str) -> None:
    (found,) = whole(rows(tmp_path, row + "\n"))
    assert len(found.told) == 1 and words in found.told[0]
    assert found.incident.place.lat is None


def test_a_row_that_is_none_names_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    cells = "2017-08-03,,,,,,,,3,5\n"
    found = rows(tmp_path, f"x1,{cells},{cells}x1,{cells}x2,2017\n\nx3,{cells}")
    named = [one.incident.id if isinstance(one, ImportedRow) else f"{one.name.rpartition('line ')[2]}: {one.reason}" for one in found]
    assert named == [
        "desk:x1", "3: no id", "4: the id x1 stands in line 2 too", "5: 2 cells, where the heading has 11", "desk:x3",
    ]  # fmt: skip


def test_acled_tells_of_all_people_and_how_exactly() -> None:
    first, second, third, bad = whole(read(TABLES / "acled.csv"))
    assert first.incident.killed.total == CodedRange(7, 7) and first.incident.killed.civilian is None
    assert [party.name for party in first.incident.belligerents] == ["Global Coalition Against Daesh"]
    whens = [row.incident.when for row in (first, second, third)]
    assert [when.precision for when in whens if when] == [Precision.DAY, Precision.WEEK, Precision.MONTH]
    assert [row.incident.place.accuracy for row in (first, second, third)] == [Accuracy.CITY, Accuracy.DISTRICT, Accuracy.PROVINCE]
    assert first.incident.modified == date(2017, 9, 13) and first.incident.place.country == "SY"
    assert len(bad.told) == 3 and bad.incident.doubts == ("date_implausible", "point_dropped")


def test_ucdp_keeps_low_and_high_and_the_civilians() -> None:
    first, second, third = whole(read(TABLES / "ucdp.csv"))
    assert (first.incident.killed.total, first.incident.killed.civilian) == (CodedRange(6, 9), CodedRange(5, 5))
    assert first.incident.fields["best"] == "7" and first.incident.sources == 2
    assert [party.name for party in second.incident.belligerents] == ["Government of the Valley"]
    assert third.incident.when is not None and third.incident.when.precision is Precision.YEAR
    assert (third.incident.place.accuracy, second.incident.place.accuracy) == (Accuracy.COUNTRY, Accuracy.PROVINCE)


def test_airwars_by_the_fields_of_its_site_and_of_its_maps() -> None:
    first, second, *_ = whole(read(TABLES / "airwars.csv"))
    assert (first.incident.grade, first.incident.strike_status) == (GradeValue.FAIR, StrikeStatus.LIKELY)
    assert [party.id for party in second.incident.belligerents] == [None, "us-led-coalition"]
    known, unknown = whole(read(TABLES / "airwars-map.json"))
    assert known.incident.killed.civilian == CodedRange(6, 8) and known.incident.place.lat == 35.9
    # the site writes what it does not know as 0
    assert unknown.incident.killed.civilian is None and unknown.incident.place.lat is None and not unknown.told
    assert unknown.incident.injured.civilian == CodedRange(2, 4)


def test_another_desk_s_table_needs_a_map_and_no_python() -> None:
    first, second = whole(read(TABLES / "valley-desk.csv", (load_map(str(TABLES / "valley-desk.yaml")),)))
    assert first.incident.id == "valley:1" and first.incident.grade is GradeValue.CONFIRMED
    assert [party.name for party in first.incident.belligerents] == ["Groep van de Heuvel", "Groep van de Rivier"]
    assert second.incident.grade is None and second.incident.grade_words == "onbekend"


def test_every_table_says_that_it_was_written_for_the_demonstration() -> None:
    for path in TABLES.iterdir():
        text = path.read_text(encoding="utf-8")
        marks = text.count("written for Kroniek's demonstration") + text.count("geschreven voor de demonstratie van Kroniek")
        assert marks >= (len(text.splitlines()) - 1 if path.suffix == ".csv" else 0)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "name,number\nx,1\n", "no table of incidents that is known here"),
        (
            "a.csv",
            "event_date,fatalities\n2017-01-01,1\n",
            "a.csv, line 1: .*the heading has event_date, fatalities; the nearest form, acled, also needs event_id_cnty; "
            "known forms are acled, airwars, airwars_site, ucdp; mend it, or tell how your columns are read with --map FILE.yaml$",
        ),
        ("a.csv", ",".join(f"a column with a long name {number}" for number in range(90)) + "\n", r"\.\.\.; the nearest form"),
        ("a.csv", "", "the file is empty"),
        ("a.csv", "id,killed_min,id\n", "two of one name"),
        ("a.json", "{", "not JSON"),
        ("a.json", json.dumps([{"id": 1}]), "no table of incidents.*it has no list of records at conflicts / "),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(tmp_path: Path, name: str, content: str, words: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(DocumentError, match=words):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"  id: nr\n", b"", "`fields` has no `id`"),
        (b"start: day", b"begin: day", "no field 'begin'"),
        (b"scheme: ucdp", b"scheme: gdelt", "no scheme of precision is called 'gdelt'"),
        (b"killed: {civilian", b"killed: {soldiers", "ranges: killed, soldiers"),
        (b"killed: {", b"maimed: {", "neither killed nor injured"),
        (b"needs: [nr, killed_min]", b"needs: []", "needs"),
        (b"format: csv", b"format: xlsx", "format"),
        (b"id: desk", b"id: [", "not YAML"),
    ],
)
def test_a_map_of_another_form_names_its_key(old: bytes, new: bytes, words: str) -> None:
    assert old in MAP
    with pytest.raises(RulesError, match=words):
        parse_map(MAP.replace(old, new, 1), "desk")


@pytest.mark.parametrize(
    ("cell", "words"),
    [("-5", "less than nothing"), ('"1,000"', "a separator in it"), ("8000000000", "too large"), ("some", "no whole number")],
)
def test_why_a_number_is_not_read_is_told(tmp_path: Path, cell: str, words: str) -> None:
    (row,) = whole(rows(tmp_path, f"x1,2017-08-03,,,,,,,,{cell},\n"))
    assert words in row.told[0] and row.incident.killed.civilian is None
