"""Loads the rules for sentences, blocks, citations and dates from the YAML files of each language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from kroniek.reading.block_rules import BlockRules, block_rules
from kroniek.reading.citation_rules import CitationRules
from kroniek.reading.dates.rules import DateRules, date_rules
from kroniek.reading.sentences import SentenceRules
from kroniek.rules.load import rule_file, sourced_rows, sources_of
from kroniek.text.phrases import PhraseIndex

LANGUAGES = ("en", "nl")


def _read(language: str, topic: str) -> dict[str, Any]:
    """One rule file. Raises RulesError where it is missing, is no mapping or has a row without a known source."""
    name = f"languages/{language}/{topic}.yaml"
    content = rule_file("kroniek.reading", name)
    sources = sources_of(content, name)
    for topic_name, rows in content.items():
        if isinstance(rows, list):
            sourced_rows(rows, sources, f"{name}: {topic_name}")
    return content


def _words(contents: Iterable[dict[str, Any]], topic: str) -> frozenset[str]:
    return frozenset(str(word) for content in contents for row in content.get(topic, ()) for word in row["words"])


@cache
def load_sentence_rules() -> SentenceRules:
    """The rules for sentences, of all languages at once: a text may mix them."""
    files = [_read(language, "sentences") for language in LANGUAGES]
    return SentenceRules(**{topic: _words(files, topic) for topic in SentenceRules.__dataclass_fields__})


@cache
def load_block_rules() -> BlockRules:
    """The rules for blocks, of all languages at once: a text may mix them."""
    files = {language: _read(language, "blocks") for language in LANGUAGES}
    return block_rules(files, tuple(load_date_rules(language) for language in LANGUAGES))


@cache
def load_date_rules(language: str) -> DateRules:
    """The date words of a language; those of English for a language without its own."""
    known = language if language in LANGUAGES else "en"
    return date_rules(known, _read(known, "dates"))


@cache
def load_citation_rules(language: str) -> CitationRules:
    """The words of citing of a language; none for a language without its own."""
    content = _read(language, "citations") if language in LANGUAGES else {}
    return CitationRules(**{topic: _phrases(content, topic) for topic in ("before", "after", "credits")})


def _phrases(content: dict[str, Any], topic: str) -> PhraseIndex[bool]:
    index: PhraseIndex[bool] = PhraseIndex()
    for words in sorted(_words([content], topic)):
        index.add(words, True)
    return index
