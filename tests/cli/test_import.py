"""`kroniek import` as a person runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kroniek
from tests.source_tree import PROJECT

TABLES = PROJECT / "samples" / "tables"


@pytest.mark.parametrize(
    ("kind", "name", "count"),
    [
        ("acled", "acled.csv", 4),
        ("ucdp", "ucdp.csv", 3),
        ("airwars", "airwars.csv", 4),
        ("airwars", "airwars-map.json", 2),
        ("incidents", "ucdp.csv", 3),
    ],
)
def test_each_desk_s_table_twice(kroniek: Kroniek, kind: str, name: str, count: int) -> None:
    ran = kroniek("import", kind, TABLES / name)
    assert ran.status == 0 and f"{count} incidents: {count} new, 0 changed, 0 as before" in ran.output.decode()
    again = kroniek("import", kind, TABLES / name)
    assert again.status == 0 and f"0 new, 0 changed, {count} as before" in again.output.decode()
    assert again.errors == ran.errors
    verified = kroniek("verify")
    assert verified.status == 0 and f"imported incidents: {count} checked, 0 broken" in verified.output.decode()


def test_a_map_of_a_desk_s_own(kroniek: Kroniek) -> None:
    ran = kroniek("import", "incidents", TABLES / "valley-desk.csv", "--map", TABLES / "valley-desk.yaml")
    assert ran.status == 0 and "2 new" in ran.output.decode()
    assert len(ran.errors) == 1 and "valley-desk.csv, line 3: valley:2: grade is 'onbekend'" in ran.errors[0]


def test_bad_rows_are_told_one_line_each_and_the_rest_is_kept(kroniek: Kroniek, tmp_path: Path) -> None:
    heading, *rows = (TABLES / "acled.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "bad.csv").write_text("\n".join([heading, rows[0], "SYR9,2017", rows[0], rows[1]]) + "\n", encoding="utf-8")
    ran = kroniek("import", "acled", "bad.csv")
    assert ran.status == 1 and "2 incidents: 2 new" in ran.output.decode() and "2 not imported" in ran.output.decode()
    assert ["line 3" in ran.errors[0], "line 4" in ran.errors[1], len(ran.errors)] == [True, True, 2]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("import", "gdelt", "x.csv"), 2, "no such kind of table"),
        (("import", "acled", "none.csv"), 1, "no such file"),
        (("import", "acled", str(TABLES / "ucdp.csv")), 1, "ucdp.csv: is a table of ucdp and none of acled; take `kroniek import ucdp`"),
        (("import", "acled", str(TABLES / "acled.csv"), "--map", "nothing"), 2, "no map of a table is called 'nothing'"),
        (("import", "acled", str(TABLES / "acled.csv"), "--map", "ucdp"), 2, "is for tables of ucdp"),
    ],
)
def test_misuse_is_told_in_words_and_makes_no_ledger(
    kroniek: Kroniek, tmp_path: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    ran = kroniek(*arguments)
    assert (ran.status, len(ran.errors)) == (status, 1) and words in ran.errors[0]
    assert not (tmp_path / "kroniek.ledger").exists()


def test_what_does_not_show_imported_incidents_says_that_they_are_there(kroniek: Kroniek) -> None:
    assert kroniek("import", "acled", TABLES / "acled.csv").status == 0
    assert kroniek("import", "ucdp", TABLES / "ucdp.csv").status == 0
    for command in ("incidents", "compare", "export"):
        ran = kroniek(command, "--ledger", "kroniek.ledger")
        assert ran.status == 0 and len(ran.errors) == 1
        assert "imported incidents (4 of acled, 3 of ucdp) are not among the" in ran.errors[0] and "`kroniek totals`" in ran.errors[0]
    ran = kroniek("report")
    assert ran.status == 0 and "7 imported from other desks, in totals of their own" in ran.output.decode() and ran.errors == []
    assert kroniek("totals").errors == []
