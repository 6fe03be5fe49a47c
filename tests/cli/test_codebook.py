from __future__ import annotations

import json
from pathlib import Path

import pytest

from kroniek.codebooks.load import load_codebook, packaged_codebooks
from tests.cli.conftest import Kroniek


def _words(output: bytes) -> str:
    return " ".join(output.decode().split())


def test_the_list_names_every_codebook(kroniek: Kroniek) -> None:
    ran = kroniek("codebook", "list")
    assert ran.status == 0
    assert all(name in ran.output.decode() for name in packaged_codebooks())


def test_every_rule_is_shown_with_its_source(kroniek: Kroniek) -> None:
    shown = _words(kroniek("codebook", "show", "ucdp").output)
    book = load_codebook("ucdp")
    assert all(rule.says in shown and f" {rule.id} " in shown for rule in book.rules.values())
    assert "low: 12; high: 24" in shown and book.sha256 in shown


def test_a_codebook_as_markdown_and_as_json(kroniek: Kroniek) -> None:
    page = kroniek("codebook", "show", "ibc", "--markdown").output.decode()
    assert "| `two_sources` | Until 21 December 2007" in page and "origins: 2; until: 2007-12-21" in page
    record = json.loads(kroniek("codebook", "show", "ibc", "--json").output)
    assert [rule["values"] for rule in record["rules"] if rule["id"] == "two_sources"] == [{"origins": 2, "until": "2007-12-21"}]
    assert kroniek("codebook", "show", "ibc", "--json", "--markdown").status == 2


@pytest.mark.parametrize("name", packaged_codebooks())
def test_the_packaged_codebooks_have_nothing_to_look_at(kroniek: Kroniek, name: str) -> None:
    ran = kroniek("codebook", "check", name)
    assert (ran.status, ran.output.decode().splitlines()[-1]) == (0, f"{name}: complete; `--codebook {name}` codes by it")


@pytest.mark.parametrize("source", packaged_codebooks())
def test_one_of_ones_own_can_be_checked_and_coded_with_at_once(kroniek: Kroniek, reports: Path, source: str) -> None:
    made = kroniek("codebook", "new", "our desk.yaml", "--from", source)
    assert made.status == 0, made.errors
    text = (kroniek.folder / "our desk.yaml").read_text(encoding="utf-8")
    assert "id: our-desk\n" in text and "kroniek codebook check our desk.yaml" in text
    assert kroniek("codebook", "check", "our desk.yaml").status == 0
    ours = [json.loads(line) for line in kroniek("assess", reports, "--codebook", "our desk.yaml").output.splitlines()]
    theirs = [json.loads(line) for line in kroniek("assess", reports, "--codebook", source).output.splitlines()]
    assert ours and {one["made_by"]["codebook"] for one in ours} == {"our-desk"}
    assert [(one["id"], one["killed"]) for one in ours] == [(one["id"], one["killed"]) for one in theirs]


def test_a_file_that_is_there_is_never_overwritten(kroniek: Kroniek) -> None:
    (kroniek.folder / "desk.yaml").write_text("mine")
    ran = kroniek("codebook", "new", "desk.yaml")
    assert ran.status == 2 and "is not overwritten" in ran.errors[0]
    assert (kroniek.folder / "desk.yaml").read_text() == "mine"
    assert kroniek("codebook", "new", "desk.txt").status == 2
    assert kroniek("codebook", "new", "nowhere/desk.yaml").status == 2
    assert kroniek("codebook", "new", "other.yaml", "--from", "nonsense").status == 2


def test_a_check_names_every_mistake_at_once(kroniek: Kroniek) -> None:
    kroniek("codebook", "new", "desk.yaml")
    path = kroniek.folder / "desk.yaml"
    text = path.read_text(encoding="utf-8").replace("  - id: about\n", "  - id: abuot\n")
    path.write_text(text.replace("values: {origins: 2}", "values: {origin: 2}"), encoding="utf-8")
    ran = kroniek("codebook", "check", "desk.yaml")
    told = ran.output.decode()
    assert ran.status == 1
    assert "(abuot): no rule is called 'abuot'; did you mean 'about'?" in told
    assert "(grade_fair): parameter 'origins' is missing; give a number of 0 or more" in told
    assert "rule 'about' is missing" in told
    assert "4 to mend" in told
    assert kroniek("assess", "--codebook", "desk.yaml", ".").status == 2


def test_a_check_names_rows_that_can_never_count(kroniek: Kroniek) -> None:
    kroniek("codebook", "new", "desk.yaml")
    path = kroniek.folder / "desk.yaml"
    text = path.read_text(encoding="utf-8")
    mistakes = (("dozens, dozen,", "dozns, dozen,"), ("[confirmed, fair]", "[confirmed, fine]"), ("source: P\n", "source: Q\n"))
    for before, after in mistakes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text.replace("french-military", "freich-military"), encoding="utf-8")
    ran = kroniek("codebook", "check", "desk.yaml")
    told = ran.output.decode()
    assert ran.status == 1
    assert "no language reads 'dozns'" in told and "there is no 'fine'" in told
    assert "the source 'Q' is not listed" in told and "no party has the id 'freich-military'" in told
    assert "desk.yaml: complete; `--codebook desk.yaml` codes by it; 4 of the above to look at" in told


def test_what_a_check_finds_stands_on_lines_of_their_own(kroniek: Kroniek) -> None:
    kroniek("codebook", "new", "desk.yaml")
    told = kroniek("codebook", "check", "desk.yaml").output.decode().splitlines()
    left_out = [line for line in told if line.startswith("desk.yaml: left out, which a desk may: ")]
    assert len(left_out) > 10 and any(": deaths_in_year: " in line for line in left_out)
    assert told == [*left_out, "desk.yaml: complete; `--codebook desk.yaml` codes by it"]


def test_yaml_that_cannot_be_read_is_told_with_its_line(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text("id: desk\nrules: [\n")
    ran = kroniek("codebook", "check", "desk.yaml")
    assert ran.status != 0 and "desk.yaml, line 3: not YAML" in ran.errors[0]


def test_the_list_as_json(kroniek: Kroniek) -> None:
    ran = kroniek("codebook", "list", "--json")
    rows = [json.loads(line) for line in ran.output.splitlines()]
    assert [row["id"] for row in rows] == list(packaged_codebooks())
    book = load_codebook(rows[0]["id"])
    assert (rows[0]["rules"], rows[0]["sha256"], rows[0]["about"]) == (len(book.rules), book.sha256, book.about)
