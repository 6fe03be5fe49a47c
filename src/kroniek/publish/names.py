"""Finding names in a text whichever way they are spelled: letters only, without accents, case, apostrophes and hyphens.

"Khuza’a", "Khuzaa" and "KHUZAA" are one name, "al-Shami", "Al Shami" and "Alshami" are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])*")
_BETWEEN_WORDS = re.compile(r"[\W_]{0,6}")
_MOST_WORDS = 14
_SHORTEST_PART = 3
_SHORTEST_NAME = 2


@lru_cache(maxsize=100_000)
def letters(word: str) -> str:
    """The letters of a word, folded."""
    if word.isascii():
        return "".join(sign for sign in word.lower() if sign.isalpha())
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    # Modifier letters are signs of spelling: the half ring for ayn, the stroke that stretches an Arabic word.
    return "".join(sign for sign in decomposed.casefold() if sign.isalpha() and unicodedata.category(sign) != "Lm")


def _is_like_a_name(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or in a script that has none."""
    return not word[:1].islower()


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with their places."""
    for match in _WORD.finditer(text):
        yield match.group(), match.start(), match.end()


class NameFinder:
    """A set of names to find. `names` are found whole; with `parts` each of their words too, where it is written like a name.

    `particles` are words (folded) that are no part to be found alone; words of fewer than three letters never are. A name of one
    word is its own part, unless it is written small.
    """

    def __init__(self, names: Iterable[str], *, parts: bool = True, particles: frozenset[str] = frozenset()) -> None:
        self._whole: set[str] = set()
        self._beginnings: set[str] = set()
        self._parts: set[str] = set()
        for name in names:
            self._add(name, particles if parts else None)

    def _add(self, name: str, particles: frozenset[str] | None) -> None:
        words = [letters(word) for word, _, _ in words_of(name)]
        whole = "".join(words)
        if len(whole) < _SHORTEST_NAME:
            return  # an initial points at nobody, and would hide every "a"
        if particles is not None and len(words) == 1 and _is_like_a_name(next(words_of(name))[0]):
            self._parts.add(whole)
        else:
            self._whole.add(whole)
        self._beginnings.update(whole[:length] for length in range(1, len(whole) + 1))
        if particles is None:
            return
        for piece in re.split(r"[\s\-‐‑–,/()]+", name):
            part = letters(piece)
            if len(part) >= _SHORTEST_PART and part not in particles and _is_like_a_name(piece.lstrip("'’‘ʿʾ`\"“")):
                self._parts.add(part)
                self._beginnings.update(part[:length] for length in range(1, len(part) + 1))

    def __bool__(self) -> bool:
        return bool(self._beginnings)

    def find(self, text: str, *, any_case: bool = False) -> list[tuple[int, int, bool]]:
        """Where names stand, in the order of the text, none overlapping: start, end, and whether it is a whole name.

        With `any_case` parts are found in small letters too, as an address writes them.
        """
        if not self._beginnings:
            return []
        words = list(words_of(text))
        found: list[tuple[int, int, bool]] = []
        at = 0
        while at < len(words):
            match = self._longest(text, words, at, any_case)
            if match is None:
                at += 1
                continue
            last, whole = match
            found.append((words[at][1], words[last][2], whole))
            at = last + 1
        return found

    def _longest(self, text: str, words: list[tuple[str, int, int]], first: int, any_case: bool) -> tuple[int, bool] | None:
        best: tuple[int, bool] | None = None
        part_allowed = any_case or _is_like_a_name(words[first][0])
        so_far = ""
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if last > first and not _BETWEEN_WORDS.fullmatch(text, words[last - 1][2], words[last][1]):
                break
            so_far += letters(words[last][0])
            if so_far not in self._beginnings:
                break
            if so_far in self._whole:
                best = (last, True)
            elif so_far in self._parts and part_allowed:
                best = (last, False)
        return best
