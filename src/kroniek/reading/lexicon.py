"""A language's words of figures, harm and things, and where they stand in a sentence.

The words come from `languages/<language>/{numerals,harm,things}.yaml`. A word may be of several categories
("drones" are munitions and a method); within one category the longest phrase wins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kroniek.model.claim import Bound, Flow, Group, Harm, Kind, Method
from kroniek.model.interval import Number
from kroniek.text.tokens import Token, TokenKind, tokenise


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row's meaning: its category, and of the other fields those that the category has.

    `use` of a harm verb: object (the harmed stand after it), subject (before it), either. `plural` of a noun: many.
    """

    category: str
    value: Number | None = None
    bound: Bound | None = None
    harm: Harm | None = None
    survived: bool = False
    group: Group | None = None
    use: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    method: Method | None = None
    flow: Flow | None = None
    effect: str | None = None
    plural: bool | None = None


class Mark(NamedTuple):
    """A phrase of one category: tokens `first` to `last`, inclusive."""

    first: int
    last: int
    entry: Entry


Rows = tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]


class Starting(NamedTuple):
    """The phrases that begin with a word: what it means alone, and the longer ones by their second word, the longest first."""

    alone: tuple[tuple[str, Entry], ...]
    longer: Mapping[str, Rows] | None


def _starting(rows: Rows) -> Starting:
    longer: dict[str, Rows] = {}
    for row in rows:
        if len(row[0]) > 1:
            longer[row[0][1]] = (*longer.get(row[0][1], ()), row)
    alone: dict[str, Entry] = {}
    for words, entries in rows:
        for entry in entries if len(words) == 1 else ():
            alone.setdefault(entry.category, entry)
    return Starting(tuple(alone.items()), longer or None)


class _Lists(dict[str, frozenset[str]]):
    """Word lists by name; one that a language does not have is empty."""

    __slots__ = ()

    def __missing__(self, name: str) -> frozenset[str]:
        empty = self[name] = frozenset()  # asked again with the next word
        return empty


class _Endings(dict[str, tuple[str, ...]]):
    """Word lists as `str.endswith` takes them; each is made when it is first asked for."""

    __slots__ = ("_words",)

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, name: str) -> tuple[str, ...]:
        made = self[name] = tuple(sorted(self._words(name)))
        return made


class _Beginnings(dict[str, "Starting | None"]):
    """What begins with a word, compounds among it; every word of a text is asked about, and texts repeat their words."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, lower: str) -> Starting | None:
        if len(self) >= _MOST_COMPOUNDS:
            self.clear()
        made = self[lower] = _with_compounds(lower, self._lexicon)
        return made


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language: first word -> phrases that begin with it, the longest first."""

    language: str
    thousands: str
    decimal: str
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]]
    lists: Mapping[str, frozenset[str]]
    compound_firsts: Mapping[str, Group | None] = field(default_factory=dict)
    split_verbs: Mapping[str, tuple[tuple[tuple[str, ...], Harm], ...]] = field(default_factory=dict)
    # words that only tell of peace or war, and are read as compounds all the same ("burgerdoden")
    beside: frozenset[str] = frozenset()
    by_start: Mapping[str, Starting] = field(init=False, repr=False)
    """The same phrases as `phrases`, by their first word and then by their second."""
    words: Callable[[str], frozenset[str]] = field(init=False, repr=False)
    """A word list by its name in `grammar.yaml`; empty where the language has none. It is asked for some ten times a word read, so it is
    the look-up itself and no method around it."""

    endings: Callable[[str], tuple[str, ...]] = field(init=False, repr=False)
    """The same for a list of endings, as `str.endswith` takes them."""
    beginning: Callable[[str], Starting | None] = field(init=False, repr=False)
    """The phrases that begin with a word in lower case, and what it is as a compound where the lexicon does not know it otherwise."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _Lists(self.lists).__getitem__)
        object.__setattr__(self, "endings", _Endings(self.words).__getitem__)
        object.__setattr__(self, "by_start", {first: _starting(rows) for first, rows in self.phrases.items()})
        object.__setattr__(self, "beginning", _Beginnings(self).__getitem__ if self.compound_firsts else self.by_start.get)

    def phrases_of(self, category: str) -> tuple[str, ...]:
        """The words and phrases of a category, in lower case with a space between words, sorted."""
        every = (pair for phrases in self.phrases.values() for pair in phrases)
        return tuple(sorted(" ".join(words) for words, entries in every if any(entry.category == category for entry in entries)))


NOUNS = ("person", "relative", "harm_noun", "group_word", "thing", "area_unit", "time_unit", "person_modifier")
_SHORTEST_COMPOUND = 8
_MOST_COMPOUNDS = 1 << 15
_SHORTEST_FIRST, _SHORTEST_LAST = 3, 5
_COMPOUNDING = frozenset({"person", "relative", "harm_noun", "thing"})
# what a compound tells of peace ("ziekenhuisbrand") counts only where its end tells nothing else
_COMPOUNDING_LAST = frozenset({"peaceful"})
_BESIDE = frozenset({"peaceful", "war_sign"})


class Marks:
    """Where the words of a lexicon stand in one sentence, by category."""

    __slots__ = ("_at", "_categories", "_covering", "_ending", "_nouns")

    def __init__(self, at: dict[str, dict[int, Mark]]) -> None:
        self._at = at
        # made when first asked for, since most categories never are
        self._covering: dict[str, dict[int, Mark]] = {}
        self._ending: dict[str, dict[int, Mark]] = {}
        self._nouns: dict[int, Mark] | None = None
        self._categories: dict[int, list[str]] | None = None

    def at(self, category: str, index: int) -> Mark | None:
        """The phrase of this category that begins at token `index`."""
        marks = self._at.get(category)
        return None if marks is None else marks.get(index)

    def has_at(self, index: int, categories: frozenset[str]) -> bool:
        """Whether a phrase of any of these categories begins at token `index`."""
        known = self._categories
        if known is None:
            known = self._categories = {}
            for category, marks in self._at.items():
                for at in marks:
                    known.setdefault(at, []).append(category)
        here = known.get(index)
        return here is not None and not categories.isdisjoint(here)

    def noun(self, index: int) -> Mark | None:
        """The longest noun of any sort that begins at token `index`; of equals the sort that `NOUNS` names first."""
        if self._nouns is None:
            self._nouns = {}
            for category in NOUNS:
                for at, mark in self._at.get(category, {}).items():
                    best = self._nouns.get(at)
                    if best is None or mark.last > best.last:
                        self._nouns[at] = mark
        return self._nouns.get(index)

    def without(self, dropped: Collection[int], categories: Collection[str]) -> Marks:
        """The same but for the phrases of `categories` that begin at the tokens `dropped`."""
        kept: dict[str, dict[int, Mark]] = {}
        for category, marks in self._at.items():
            left = {at: mark for at, mark in marks.items() if at not in dropped} if category in categories else marks
            if left:
                kept[category] = left
        return Marks(kept)

    def all(self, category: str) -> list[Mark]:
        """All phrases of this category, in the order of the text."""
        return list(self._at.get(category, {}).values())

    def has(self, category: str) -> bool:
        """Whether the sentence has any phrase of this category."""
        return category in self._at

    def starts(self, *categories: str) -> set[int]:
        """The tokens at which a phrase of any of these categories begins."""
        here = self._at
        return set[int]().union(*[here[category] for category in categories if category in here])

    def covering(self, category: str, index: int) -> Mark | None:
        """The phrase of this category that token `index` is part of."""
        if category not in self._at:
            return None
        marks = self._covering.get(category)
        if marks is None:
            each = self._at[category].values()
            marks = self._covering[category] = {at: mark for mark in each for at in range(mark.first, mark.last + 1)}
        return marks.get(index)

    def ending(self, category: str, index: int) -> Mark | None:
        """The phrase of this category whose last token is `index`."""
        if category not in self._at:
            return None
        marks = self._ending.get(category)
        if marks is None:
            marks = self._ending[category] = {mark.last: mark for mark in self._at[category].values()}
        return marks.get(index)


def mark_words(tokens: Sequence[Token], lexicon: Lexicon) -> Marks:
    """Every phrase of the lexicon in the tokens; no two of one category overlap."""
    lowers = [token[1] for token in tokens]
    found: dict[str, dict[int, Mark]] = {}
    taken: dict[str, int] = {}  # the last word of a category's phrase of more than one
    most, new = len(lowers), tuple.__new__
    beginning = [(at, rows) for at, rows in enumerate(map(lexicon.beginning, lowers)) if rows is not None]
    for index, (alone, longer) in beginning:
        if longer is not None and index + 1 < most:
            for words, entries in longer.get(lowers[index + 1], ()):
                size = len(words)
                if size == 2 or (index + size <= most and tuple(lowers[index : index + size]) == words):
                    _mark(found, taken, index, index + size - 1, entries)
        for category, entry in alone:
            if taken.get(category, -1) < index:
                mark = new(Mark, (index, index, entry))  # one for every third word read: the constructor would take twice as long
                of_category = found.get(category)
                if of_category is None:
                    found[category] = {index: mark}
                else:
                    of_category[index] = mark
    return Marks(found)


def _mark(found: dict[str, dict[int, Mark]], taken: dict[str, int], first: int, last: int, entries: Sequence[Entry]) -> None:
    """Note a phrase under each of its categories that no phrase before it has taken the word for."""
    for entry in entries:
        category = entry.category
        if taken.get(category, -1) < first:
            taken[category] = last
            mark = tuple.__new__(Mark, (first, last, entry))
            of_category = found.get(category)
            if of_category is None:
                found[category] = {first: mark}
            else:
                of_category[first] = mark


def _with_compounds(lower: str, lexicon: Lexicon) -> Starting | None:
    """The phrases that begin with a word, and what it is as a compound where the lexicon does not know it otherwise."""
    rows = lexicon.phrases.get(lower)
    if (rows is None or lower in lexicon.beside) and lower[0].isalnum() and not lower[0].isdecimal():
        compound = _compound(lower, lexicon)
        return _starting((*(rows or ()), *compound)) if compound else lexicon.by_start.get(lower)
    return lexicon.by_start.get(lower)


def _compound(lower: str, lexicon: Lexicon) -> Rows | None:
    """Read "burgerdoden" as "burger" + "doden": the second part tells what it is, the first of whom."""
    if len(lower) < _SHORTEST_COMPOUND:
        return None
    for first, group in lexicon.compound_firsts.items():
        if lower.startswith(first):
            rows = lexicon.phrases.get(lower[len(first) :].lstrip("-"))
            if rows is None or len(rows[-1][0]) != 1:
                continue
            kept = tuple(
                Entry(category=entry.category, harm=entry.harm, group=group or entry.group, plural=entry.plural, use=entry.use)
                for entry in rows[-1][1]
                if entry.category in ("harm_noun", "person")
            )
            if kept:
                return (((lower,), kept),)
    return _compound_end(lower, lexicon)


def _compound_end(lower: str, lexicon: Lexicon) -> Rows | None:
    """Read "buschauffeur" and "precisieaanvallen" by their last part, the longest known noun that the word ends in."""
    for categories in (_COMPOUNDING, _COMPOUNDING_LAST):
        for start in range(_SHORTEST_FIRST, len(lower) - _SHORTEST_LAST + 1):
            rows = lexicon.phrases.get(lower[start:])
            if rows is None or len(rows[-1][0]) != 1 or lower[start:] in lexicon.words("no_compound_ends"):
                continue
            kept = tuple(entry for entry in rows[-1][1] if entry.category in categories)
            if kept:
                return (((lower,), kept),)
    return None


def modifies(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark) -> bool:
    """Whether a word that can stand alone or before a noun ("een gewonde", "een gewonde knecht"; "een Poolse") has its noun behind it.

    It has where the next word is none of the grammar's own and no verb of harm.
    """
    word, after = tokens[mark.last].lower, mark.last + 1
    if after + 1 < len(tokens) and tokens[after].text in ("-", "‑") and tokens[after].start == tokens[mark.last].end:
        joined = tokens[after + 1].start == tokens[after].end
        return joined and (lexicon.language == "nl" or _is_hyphened_adjective(tokens, marks, after + 1))
    if mark.first != mark.last or (word not in lexicon.words("nominalised") and word not in lexicon.words("harm_adjectives")):
        return False
    if after >= len(tokens) or tokens[after].kind is not TokenKind.WORD:
        return False
    following = tokens[after].lower
    if any(following in lexicon.words(name) for name in ("prepositions", "conjunctions", "finite", "of", "function_words")):
        return False
    return not any(marks.at(category, after) is not None for category in ("harm_verb", "be", "have", "boundary", "subset", "harm_adverb"))


def _is_hyphened_adjective(tokens: Sequence[Token], marks: Marks, at: int) -> bool:
    """ "Four Iranian-made drones", "two rebel-held villages": the second part is no noun that the words count."""
    return tokens[at].lower.endswith(("ed", "en", "made", "run", "built", "led")) and marks.at("person", at) is None


def build_lexicon(
    language: str,
    thousands: str,
    decimal: str,
    entries: Iterable[tuple[str, Entry]],
    lists: Mapping[str, frozenset[str]],
    compound_firsts: Mapping[str, Group | None],
    split_verbs: Mapping[str, tuple[tuple[tuple[str, ...], Harm], ...]],
) -> Lexicon:
    """A lexicon from its rows: (phrase, meaning)."""
    by_words: dict[tuple[str, ...], dict[str, Entry]] = {}
    for phrase, entry in entries:
        words = tuple(token.lower for token in tokenise(phrase))
        by_words.setdefault(words, {}).setdefault(entry.category, entry)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = {}
    for words, meanings in by_words.items():
        by_first.setdefault(words[0], []).append((words, tuple(meanings.values())))
    phrases = {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in by_first.items()}
    beside = frozenset(words[0] for words, meanings in by_words.items() if len(words) == 1 and meanings.keys() <= _BESIDE)
    return Lexicon(language, thousands, decimal, phrases, lists, compound_firsts, split_verbs, beside)
