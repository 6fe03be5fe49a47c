"""The words of a language that is read lightly, and how its writing is taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kroniek.gazetteer.naming import fold_word
from kroniek.reading.lexicon import Entry

Phrase = tuple[tuple[str, ...], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Proclitic:
    """Letters joined to the word that follows, and what stands for them where they are taken off ("وال" becomes "ال")."""

    letters: str
    by: str


@dataclass(frozen=True, slots=True)
class ListedNames:
    """Words of headings over lists of names, of titles before and words after a name, and of ages, folded; `written_openers` as written."""

    written_openers: tuple[str, ...]
    openers: frozenset[str]
    killed: frozenset[str]
    injured: frozenset[str]
    titles: frozenset[str]
    stops: frozenset[str]
    years: frozenset[str]
    ages: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class LightRules:
    """One language: phrases by their first folded word, the longest first; `parties` are phrases too, each with a party's id.

    `word` is the pattern of a token, `dropped` the signs that may stand inside a word and are no part of it. `names` is None for a language
    whose lists of names are not read.
    """

    language: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    parties: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    vocabulary: frozenset[str]
    proclitics: tuple[Proclitic, ...]
    word: re.Pattern[str]
    dropped: Mapping[int, None]
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: ListedNames | None = None

    def stem(self, folded: str) -> str:
        """The form under which a folded word stands in the lists: itself, or what is left of it without proclitics; else, where it is in
        no list, without the longest proclitic that leaves a word."""
        if folded in self.vocabulary:
            return folded
        bare = None
        for proclitic in self.proclitics:
            if folded.startswith(proclitic.letters) and len(folded) - len(proclitic.letters) >= _SHORTEST_REST:
                rest = proclitic.by + folded[len(proclitic.letters) :]
                if rest in self.vocabulary:
                    return rest
                if bare is None and not proclitic.by:
                    bare = rest
        return folded if bare is None else bare

    def words(self, name: str) -> frozenset[str]:
        """The single words of a category, folded."""
        return self.lists.get(name, frozenset())


_SHORTEST_REST = 2


def folded_phrase(words: str) -> tuple[str, ...]:
    """The words of a phrase as tokens are compared: folded, one by one."""
    return tuple(fold_word(word) for word in words.split())
