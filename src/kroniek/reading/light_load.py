"""Loads the rules of the languages that are read lightly: those whose folder has a `light.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from kroniek.errors import RulesError
from kroniek.gazetteer.naming import fold_word
from kroniek.reading.attribution_load import read_language_file
from kroniek.reading.lexicon import Entry
from kroniek.reading.lexicon_load import check_row, entries_of
from kroniek.reading.light.rules import LightRules, ListedNames, Proclitic, folded_phrase
from kroniek.rules.load import listed_words, sourced_rows, sources_of

_FILES = ("numerals.yaml", "harm.yaml", "things.yaml", "dates.yaml", "setting.yaml")


@cache
def light_languages() -> tuple[str, ...]:
    """The languages that are read lightly, by their code."""
    folder = resources.files("kroniek.reading.languages")
    return tuple(sorted(one.name for one in folder.iterdir() if one.joinpath("light.yaml").is_file()))


@cache
def load_light_rules(language: str) -> LightRules:
    """The rules of one language. Raises RulesError that names the file and row at fault."""
    writing = read_language_file(language, "light.yaml")
    rows = [row for name in _FILES for row in _rows(language, name)]
    parties = list(_parties(language))
    try:
        proclitics = [Proclitic(letters, row["by"]) for row in writing["proclitics"] for letters in row["words"]]
        stretch = writing["stretch"]
        sign, between, letters = str(stretch["sign"]), str(stretch["between"]), str(stretch["letters"])
    except (KeyError, TypeError) as error:
        raise RulesError(f"{language}/light.yaml: {error}") from error
    phrases = _by_first(rows)
    named: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, party in parties:
        named.setdefault(words[0], []).append((words, party))
    vocabulary = {word for words, _ in rows for word in words} | {word for words, _ in parties for word in words}
    lists: dict[str, set[str]] = {}
    for words, entry in rows:
        if len(words) == 1:
            lists.setdefault(entry.category, set()).add(words[0])
    return LightRules(
        language=language,
        phrases=phrases,
        parties={first: tuple(sorted(found, key=lambda row: (-len(row[0]), row))) for first, found in named.items()},
        vocabulary=frozenset(vocabulary),
        proclitics=tuple(sorted(proclitics, key=lambda one: (-len(one.letters), not one.by))),
        word=_word(sign, between, letters),
        dropped=dict.fromkeys([ord(one) for one in sign + between]) | _MARKS,
        lists={name: frozenset(words) for name, words in lists.items()},
        names=_names(language),
    )


_MARKS: dict[int, None] = dict.fromkeys([*range(0x0300, 0x0370), *range(0x064B, 0x0653), 0x0670, 0x200C, 0x200D, 0x200E, 0x200F])


def _word(sign: str, between: str, letters: str) -> re.Pattern[str]:
    """A word with its breaks, a number, or a sign. Each alternative inside a word begins with another character: it runs in linear time."""
    letter, breaks, stretch = r"[^\W\d_]", f"[{re.escape(between)}]", re.escape(sign)
    marks = "[\u0300-\u036f\u064b-\u0652\u0670\u200c-\u200f]"
    of_language = f"(?=[{letters}])"
    broken = f"(?<={stretch}){breaks}{{1,3}}{of_language}|{breaks}{{1,3}}(?={stretch}{{1,30}}[{letters}])|[*]{of_language}"
    return re.compile(rf"{letter}(?:{letter}|{marks}|{broken})*|\d+(?:[.,٫٬]\d+)*|\S")


def _rows(language: str, name: str) -> Iterator[tuple[tuple[str, ...], Entry]]:
    data = read_language_file(language, name)
    for number, row in enumerate(data.get("rows", ()), 1):
        try:
            check_row(row, data.get("sources", {}))
            for phrase, entry in entries_of(row):
                yield folded_phrase(phrase), entry
        except (KeyError, TypeError, ValueError) as error:
            raise RulesError(f"{language}/{name}, row {number}: {error}") from error


def _parties(language: str) -> Iterator[tuple[tuple[str, ...], str]]:
    data = read_language_file(language, "parties.yaml")
    for number, row in enumerate(data.get("rows", ()), 1):
        try:
            check_row(row, data.get("sources", {}))
            for phrase in row["words"]:
                yield folded_phrase(phrase), str(row["party"])
        except (KeyError, TypeError, ValueError) as error:
            raise RulesError(f"{language}/parties.yaml, row {number}: {error}") from error


def _names(language: str) -> ListedNames | None:
    """The words of `names.yaml`; None for a language without it."""
    if not resources.files("kroniek.reading.languages").joinpath(language, "names.yaml").is_file():
        return None
    data = read_language_file(language, "names.yaml")

    sources = sources_of(data, f"{language}/names.yaml")

    def words(name: str) -> list[str]:
        where, rows = f"{language}/names.yaml: {name}", data.get(name)
        found = sourced_rows(rows if isinstance(rows, list) else [rows], sources, where)
        return [word for number, row in enumerate(found, 1) for word in listed_words(row, "words", f"{where}, row {number}")]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold_word(word) for word in words(name))

    return ListedNames(
        tuple(words("openers")), *(folded(name) for name in ("openers", "killed", "injured", "titles", "stops", "years", "ages"))
    )


def _by_first(rows: Iterable[tuple[tuple[str, ...], Entry]]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]:
    by_words: dict[tuple[str, ...], dict[str, Entry]] = {}
    for words, entry in rows:
        by_words.setdefault(words, {}).setdefault(entry.category, entry)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
    for words, meanings in by_words.items():
        by_first.setdefault(words[0], []).append((words, tuple(meanings.values())))
    return {first: tuple(sorted(found, key=lambda row: (-len(row[0]), row[0]))) for first, found in by_first.items()}
