"""Rule files are read in one way; what is wrong names the file, the row, and what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest

from kroniek.errors import RulesError
from kroniek.provenance.load import build_roles
from kroniek.reading.attribution_load import attribution_rules, read_language_file
from kroniek.rules.load import chosen, listed_words, needed, rule_file, sourced_rows, sources_of

SOURCES = {"s": "a grammar", "t": "a count"}


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_a_file_of_the_package_is_a_mapping_with_sources() -> None:
    content = rule_file("kroniek.provenance", "roles.yaml")
    assert sources_of(content, "roles.yaml") and sourced_rows(content["roles"], content["sources"], "roles.yaml: roles")


@pytest.mark.parametrize(
    ("package", "name", "words"),
    [("kroniek.provenance", "none.yaml", "no such rule file in kroniek.provenance"), ("kroniek.provenance", "roles.py", "roles.py: ")],
)
def test_a_file_that_is_none_is_named(package: str, name: str, words: str) -> None:
    with pytest.raises(RulesError, match=words):
        rule_file(package, name)


@pytest.mark.parametrize("content", [[], {}, {"sources": ["s"]}])
def test_sources_must_stand_at_the_top(content: Any) -> None:
    with pytest.raises(RulesError, match=r"x\.yaml: needs a mapping with `sources` at the top"):
        sources_of(content, "x.yaml")


@pytest.mark.parametrize("row", [{"source": "u"}, {}, "word", None])
def test_a_row_without_a_known_source_is_told_with_the_sources_that_there_are(row: Any) -> None:
    with pytest.raises(RulesError, match=r"x\.yaml: topic, row 2: no `source` .*name one of them \(s, t\), or add one there"):
        sourced_rows([{"source": "s"}, row], SOURCES, "x.yaml: topic")


def test_no_list_is_no_row_and_another_thing_is_wrong() -> None:
    assert sourced_rows(None, SOURCES, "x.yaml: topic") == []
    with pytest.raises(RulesError, match="topic: must be a list of rows"):
        sourced_rows({"a": 1}, SOURCES, "x.yaml: topic")


def test_words_that_yaml_reads_as_something_else_are_told() -> None:
    assert listed_words({"words": ["on", "no"]}, "words", "here") == ["on", "no"]
    for words in (None, "on", [True], [1]):
        with pytest.raises(RulesError, match="here: `words` must be a list of words; put yes, no, on, off and numbers in quotes"):
            listed_words({"words": words}, "words", "here")
    with pytest.raises(RulesError, match="here: needs `party`, a text"):
        needed({"party": False}, "party", "here")
    assert chosen(Colour, "red", "here") is Colour.RED
    with pytest.raises(RulesError, match="here: 'green' is none of red, blue"):
        chosen(Colour, "green", "here")


@pytest.mark.parametrize(
    ("topic", "row", "words"),
    [
        ("peoples", {"source": "s", "words": ["x"]}, "peoples, row 1: needs `party`"),
        ("nobody", {"source": "s"}, "nobody, row 1: `words` must be a list of words"),
        ("plain", {"source": "s", "en": [False]}, "plain, row 1: `en` must be a list of words"),
        ("roles", {"source": "s", "kind": "office", "en": ["x"]}, "roles, without an id: needs `id`"),
    ],
)
def test_a_row_of_roles_of_another_form_is_named_and_no_failure(topic: str, row: dict[str, Any], words: str) -> None:
    with pytest.raises(RulesError, match=words):
        build_roles({"sources": SOURCES, topic: [row]})


def test_a_cue_needs_a_source_of_its_own_file() -> None:
    data = read_language_file("en", "attribution.yaml")
    with pytest.raises(RulesError, match="no `source`"):
        attribution_rules({**data, "cues": [{**data["cues"][0], "source": "nobody's"}]}, "en")
