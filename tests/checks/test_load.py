"""The words of the checks."""

from __future__ import annotations

from typing import Any

import pytest

from kroniek.checks.load import build_check_rules, load_check_rules
from kroniek.checks.rules import Cue
from kroniek.errors import RulesError

SOURCES = {"usage": "a list made for this test"}


def test_every_language_has_every_cue() -> None:
    rules = load_check_rules()
    assert {language: set(cues) for language, cues in rules.cues.items()} == {"en": set(Cue), "nl": set(Cue)}


def test_words_are_found_whole_and_the_longest_first() -> None:
    rules = load_check_rules()
    assert [(one.start, one.end) for one in rules.find(Cue.SUM, "en", "Combined, they make a combined total of 9")] == [(0, 8), (20, 39)]
    assert not rules.has(Cue.SUM, "nl", "samenwerking")
    assert not rules.has(Cue.SUM, "xx", "together")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ([], "sources"),
        ({"sources": SOURCES, "odd": []}, "no topic 'odd'"),
        ({"sources": SOURCES, "sum": [{"language": "en", "words": ["x"]}]}, "sum, row 1: no `source`"),
        ({"sources": SOURCES, "per": [{"language": "en", "source": "usage", "kind": "odd", "words": ["x"]}]}, "per, row 1: 'odd'"),
        ({"sources": SOURCES, "sum": [{"source": "usage", "words": ["x"]}]}, "language"),
    ],
)
def test_a_broken_row_is_named(content: Any, words: str) -> None:
    with pytest.raises(RulesError, match=words):
        build_check_rules(content)
