from importlib import resources
from pathlib import Path

import pytest

from kroniek.codebooks.load import load_codebook, packaged_codebooks, parse_codebook
from kroniek.errors import RulesError


def _airwars() -> str:
    return (resources.files("kroniek.codebooks") / "airwars.yaml").read_text(encoding="utf-8")


def test_the_packaged_codebook_gives_parameters_and_citations() -> None:
    book = load_codebook("airwars")
    assert book.id in packaged_codebooks()
    assert (book.range("dozens").low, book.range("dozens").high) == (12, 24)
    assert all(rule.citation and rule.says for rule in book.rules.values())
    assert book.rule_of_word("tens of dozens of people") is book.rule("dozens")
    assert book.rule_of_word("some") is None
    assert len(book.sha256) == 64


@pytest.mark.parametrize("name", packaged_codebooks())
def test_every_packaged_codebook_cites_a_listed_source(name: str) -> None:
    book = load_codebook(name)
    assert book.id == name and book.about
    assert all(len(rule.citation) > 20 for rule in book.rules.values()), "a row cites a source that the file does not list"
    assert all(len(note.citation) > 20 for note in book.notes)


def test_there_are_four() -> None:
    assert packaged_codebooks() == ("acled", "airwars", "ibc", "ucdp")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"rules: 3", "desk.yaml: must be a mapping with a list of rules; begin from"),
        (b"a: [", "not YAML"),
        (b"rules: [{id: plural, says: b, source: c, values: {low: 2020-13-45}}]", "not YAML"),
        (b"a: \x80", "not YAML"),
        (b"rules: [{id: exact, says: b}]", r"desk.yaml, rule 1 \(exact\): 'source' is missing; say where the rule comes from"),
        (b"rules: [{id: exact, says: b, source: c, odd: 1}]", r"rule 1 \(exact\): unknown key 'odd'; there are id, says"),
        (b"rules: [{id: more_than, says: b, source: c, values: {add: two}}]", "parameter 'add' must be a number of 0 or more, not 'two'"),
        (b"rules: [{id: more_than, says: b, source: c, values: {add: -1}}]", "must be a number of 0 or more"),
        (b"rules: [{id: exact, says: b, source: c}, {id: exact, says: b, source: c}]", r"rule 2 \(exact\): 'exact' stands twice"),
        (b"rules: [{id: dozen, says: b, source: c}]", r"rule 1 \(dozen\): no rule is called 'dozen'; did you mean 'dozens'\?"),
        (b"rules: [{id: zzz, says: b, source: c}]", "put it under `notes`"),
        (b"rules: [{id: exact, says: b, source: c, values: {odd: 1}}]", "it has no parameter 'odd'; there are: none"),
        (b"rules: [{id: exact, says: b, source: c, words: [odd]}]", "it reads no words"),
        (b"rules: [{id: dozens, says: b, source: c, values: {low: 9, high: 3}}]", "'words' is missing|'low' "),
        (b"rules: [{id: exact, says: b, source: c}]\nodd: 1", "unknown key 'odd'; there are id, name, version"),
        (b"rules: [{id: exact, says: b, source: c}]\nversion: 1", "'version' must be text; put it in quotes"),
    ],
)
def test_what_is_wrong_is_named_with_its_row(data: bytes, says: str) -> None:
    with pytest.raises(RulesError, match=says):
        parse_codebook(data, "desk.yaml")


def test_a_country_without_quotes_is_told() -> None:
    text = _airwars().replace("PS: [israeli-military, palestinian-militants]", "NO: [israeli-military]")
    with pytest.raises(RulesError, match=r"rule .*nobody_named.*put it in quotes"):
        parse_codebook(text.encode(), "desk.yaml")


@pytest.mark.parametrize("rule", ["plural", "incident", "groups_counted"])
def test_nothing_can_be_coded_without_a_required_rule(rule: str) -> None:
    text = _airwars().replace(f"  - id: {rule}\n", "  - id: families\n" if rule != "plural" else "  - id: tens\n", 1)
    with pytest.raises(RulesError, match=f"rule '{rule}' is missing|and . more"):
        parse_codebook(text.encode(), "desk.yaml")


def test_a_choice_must_be_made_once() -> None:
    with pytest.raises(RulesError, match=r"exactly one of the rules civilian_status, .* is needed: none is there"):
        parse_codebook(_airwars().replace("  - id: civilian_status\n", "  - id: unconfirmed_not_zero\n").encode(), "desk.yaml")


def test_an_unknown_codebook_names_those_that_are() -> None:
    with pytest.raises(RulesError, match="airwars"):
        load_codebook("none")


def test_the_catalogue_is_no_codebook() -> None:
    with pytest.raises(RulesError, match="no codebook is called 'catalogue'"):
        load_codebook("catalogue")


def test_a_desk_can_change_a_row(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(_airwars().replace("{low: 12, high: 24}", "{low: 24, high: 24}"), encoding="utf-8")
    assert load_codebook(str(path)).number("dozens", "low") == 24


def test_a_plural_counts_for_more_where_there_is_war() -> None:
    book = load_codebook("acled")
    assert book.in_country("SY").range("plural").low == 10
    assert book.in_country("NL").range("plural").low == 3
    assert book.in_country(None) is book
