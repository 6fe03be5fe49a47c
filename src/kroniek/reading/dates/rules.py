"""The words of one language that tell dates and times, as a lexicon that gives each phrase a one-letter symbol.

The symbols make a sentence into a short string ("On October 7th, 2023" is "iMD,Y"), on which dates are found by regular expression.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from kroniek.errors import RulesError
from kroniek.text.tokens import tokenise

# Topic of the rule file: the symbol that its words get.
SYMBOLS = {
    "months": "M",
    "short_months": "M",
    "weekdays": "W",
    "short_weekdays": "W",
    "parts_of_day": "P",
    "sure_parts_of_day": "P",
    "relative_days": "R",
    "last": "L",
    "this": "H",
    "next": "X",
    "that": "Z",
    "told_before": "K",
    "later": "k",
    "ago": "a",
    "units": "U",
    "fixed_periods": "F",
    "numbers": "n",
    "seasons": "S",
    "within": "e",
    "now": "w",
    "until": "r",
    "and": "&",
    "between": "b",
    "of": "o",
    "the": "t",
    "at": "i",
    "half_day": "h",
    "oclock": "u",
    "zone": "z",
    "every": "v",
    "old": "O",
}
_TRIGGERS = frozenset("MWQPRUSKFhu")
_CASED = frozenset({"short_months", "short_weekdays"})


class Entry(NamedTuple):
    """One phrase: its words in lower case, its symbol and value. `sure` is false where the word alone tells no date."""

    words: tuple[str, ...]
    symbol: str
    value: Any
    capital: bool = False
    sure: bool = True
    short: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class DateRules:
    """The date words of one language. `lexicon` holds the entries by their first word, the longest first; `words` are all their words.

    `triggers` holds one word of every entry that can tell a date: a sentence without any of them need not be looked at.
    """

    language: str
    lexicon: dict[str, tuple[Entry, ...]]
    words: frozenset[str]
    triggers: frozenset[str]
    ordinal_suffixes: frozenset[str]
    no_weekday_after: frozenset[str]
    compared: tuple[tuple[str, ...], ...]
    oclock: frozenset[str]
    clock_cues: frozenset[str]
    compact_hours: frozenset[str]
    no_day_after: frozenset[str]
    no_month_after: frozenset[str]
    no_year_after: frozenset[str]
    reckoning: frozenset[str]
    month_first_slash: bool = False
    month_first: bool = False
    month_before_day: bool = True


def date_rules(language: str, content: dict[str, Any]) -> DateRules:
    """The rules that a language's `dates.yaml` holds. Raises RulesError where a topic or a row is not understood."""
    entries: dict[str, list[Entry]] = {}
    for topic, symbol in SYMBOLS.items():
        for row in content.get(topic) or ():
            for words in _row_words(language, topic, row):
                _add(entries, _entry(words, topic, symbol, row))
    for weekday in content.get("weekdays") or ():
        for part in content.get("weekday_parts") or ():
            for day in weekday["words"]:
                for name in part["words"]:
                    for joint in ("", " "):
                        _add(entries, Entry(_tokens(f"{day}{joint}{name}"), "Q", (weekday["value"], part["value"])))
    lexicon = {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in entries.items()}
    order = content.get("order") or {}
    return DateRules(
        language=language,
        lexicon=lexicon,
        words=frozenset(word for rows in lexicon.values() for row in rows for word in row.words),
        triggers=frozenset(_rarest(row.words) for rows in lexicon.values() for row in rows if row.symbol in _TRIGGERS),
        ordinal_suffixes=_flat(content, "ordinal_suffixes"),
        no_weekday_after=_flat(content, "no_weekday_after"),
        compared=tuple(_tokens(str(words)) for row in content.get("compared") or () for words in row["words"]),
        oclock=_flat(content, "oclock"),
        clock_cues=_flat(content, "clock_cues"),
        compact_hours=_flat(content, "compact_hours"),
        no_day_after=_flat(content, "no_day_after"),
        no_month_after=_flat(content, "no_month_after"),
        no_year_after=_flat(content, "no_year_after"),
        reckoning=_flat(content, "reckoning"),
        month_first_slash=order.get("slash") == "mdy",
        month_first=order.get("other") == "mdy",
        month_before_day=bool(content.get("month_before_day", True)),
    )


def _row_words(language: str, topic: str, row: Any) -> list[str]:
    if not isinstance(row, dict) or not isinstance(row.get("words"), list) or not all(isinstance(word, str) for word in row["words"]):
        raise RulesError(f"languages/{language}/dates.yaml: {topic}: a row without a list of words: {row!r}")
    return list(row["words"])


def _entry(words: str, topic: str, symbol: str, row: dict[str, Any]) -> Entry:
    short = topic in _CASED
    return Entry(
        _tokens(words),
        symbol,
        row.get("value"),
        capital=bool(row.get("capital", False)),
        sure=topic != "parts_of_day" and not short and not row.get("unsure", False),
        short=short,
        part=row.get("part"),
    )


def _add(entries: dict[str, list[Entry]], entry: Entry) -> None:
    entries.setdefault(entry.words[0], []).append(entry)


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(token.lower for token in tokenise(words))


def _flat(content: dict[str, Any], topic: str) -> frozenset[str]:
    return frozenset(str(word) for row in content.get(topic) or () for word in row["words"])


def _rarest(words: tuple[str, ...]) -> str:
    """The word of a phrase that the fewest sentences have, which is as a rule its longest, of equals the last: "night" of "the night
    before", "m" of "a.m."."""
    return max((word for word in reversed(words) if word[0].isalpha()), key=len, default=words[0])
