"""The patterns by which blocks are told apart, of all languages at once, since a text may mix them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kroniek.errors import RulesError
from kroniek.reading.dates.rules import DateRules


@dataclass(frozen=True, slots=True)
class BlockRules:
    """See `languages/*/blocks.yaml` for what each is. Patterns are matched at the start of a segment."""

    stop_words: dict[str, frozenset[str]]
    dates: tuple[DateRules, ...]
    date_line_words: frozenset[str]
    outlet_bylines: tuple[re.Pattern[str], ...]
    author_bylines: tuple[re.Pattern[str], ...]
    credits: tuple[re.Pattern[str], ...]
    credit_words: frozenset[str]
    captions: tuple[re.Pattern[str], ...]
    footnotes: tuple[re.Pattern[str], ...]
    introduction_verbs: frozenset[str]
    introduction_cues: tuple[str, ...]
    introduction_nouns: tuple[str, ...]
    pronouns: frozenset[str]
    no_names: frozenset[str]
    openers: frozenset[str]


def block_rules(contents: Mapping[str, Mapping[str, Any]], dates: tuple[DateRules, ...]) -> BlockRules:
    """The rules that the files of each language hold. Raises RulesError for a pattern that is no regular expression."""
    return BlockRules(
        stop_words={language: _words([content], "stop_words") for language, content in contents.items()},
        dates=dates,
        date_line_words=_words(contents.values(), "date_line_words"),
        outlet_bylines=_patterns(contents, "outlet_bylines"),
        author_bylines=_patterns(contents, "author_bylines"),
        credits=_patterns(contents, "credits"),
        credit_words=_words(contents.values(), "credit_words"),
        captions=_patterns(contents, "captions"),
        footnotes=_patterns(contents, "footnotes"),
        introduction_verbs=_words(contents.values(), "introduction_verbs"),
        introduction_cues=tuple(sorted(_words(contents.values(), "introduction_cues"), key=lambda words: (-len(words), words))),
        introduction_nouns=tuple(sorted(_words(contents.values(), "introduction_nouns"))),
        pronouns=_words(contents.values(), "pronouns"),
        no_names=_words(contents.values(), "no_names") | _calendar(dates),
        openers=_words(contents.values(), "openers"),
    )


def _words(contents: Iterable[Mapping[str, Any]], topic: str) -> frozenset[str]:
    return frozenset(str(word) for content in contents for row in content.get(topic) or () for word in row.get("words") or ())


def _calendar(dates: tuple[DateRules, ...]) -> frozenset[str]:
    """Names of months and days, which are capitalised and no party's."""
    return frozenset(word for rules in dates for word, rows in rules.lexicon.items() if any(row.symbol in "MW" for row in rows))


def _patterns(contents: Mapping[str, Mapping[str, Any]], topic: str) -> tuple[re.Pattern[str], ...]:
    compiled = []
    for language, content in contents.items():
        for row in content.get(topic) or ():
            for pattern in row.get("patterns") or ():
                try:
                    compiled.append(re.compile(pattern))
                except re.error as error:
                    raise RulesError(f"languages/{language}/blocks.yaml: {topic}: {pattern!r}: {error}") from error
    return tuple(compiled)


def first_match(patterns: tuple[re.Pattern[str], ...], words: str) -> re.Match[str] | None:
    """The first pattern that matches at the start of the words."""
    for pattern in patterns:
        if (match := pattern.match(words)) is not None:
            return match
    return None


def named(match: re.Match[str] | None, group: str) -> str | None:
    """A named group of a match, stripped; None where the pattern has none, or it is empty."""
    if match is None:
        return None
    return (match.groupdict().get(group) or "").strip(" /|-–—") or None
