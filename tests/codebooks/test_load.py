from pathlib import Path

import pytest

from kroniek.codebooks.load import load_codebook, packaged_codebooks, parse_codebook
from kroniek.errors import RulesError


def test_the_packaged_codebook_gives_parameters_and_citations() -> None:
    book = load_codebook("airwars")
    assert book.id in packaged_codebooks()
    assert (book.range("dozens").low, book.range("dozens").high) == (12, 24)
    assert all(rule.citation and rule.says for rule in book.rules.values())
    assert book.rule_of_word("tens of dozens of people") is book.rule("dozens")
    assert book.rule_of_word("some") is None
    assert len(book.sha256) == 64


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"rules: 3", "list of rules"),
        (b"a: [", "not YAML"),
        (b"rules: [{id: a, says: b}]", "rule 1: 'source' is missing"),
        (b"rules: [{id: a, says: b, source: c, odd: 1}]", "unknown key 'odd'"),
        (b"rules: [{id: a, says: b, source: c, values: {low: two}}]", "must be a number or a list"),
        (b"rules: [{id: a, says: b, source: c}, {id: a, says: b, source: c}]", "rule 2: 'a' stands twice"),
    ],
)
def test_a_broken_row_is_named(data: bytes, says: str) -> None:
    with pytest.raises(RulesError, match=says):
        parse_codebook(data, "desk.yaml")


def test_an_unknown_codebook_names_those_that_are() -> None:
    with pytest.raises(RulesError, match="airwars"):
        load_codebook("none")


def test_a_desk_can_change_a_row(tmp_path: Path) -> None:
    from importlib import resources

    text = (resources.files("kroniek.codebooks") / "airwars.yaml").read_text(encoding="utf-8")
    path = tmp_path / "desk.yaml"
    path.write_text(text.replace("{low: 12, high: 24}", "{low: 24, high: 24}"), encoding="utf-8")
    assert load_codebook(str(path)).number("dozens", "low") == 24
