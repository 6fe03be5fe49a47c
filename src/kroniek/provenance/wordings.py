"""The words of a report as they are compared: folded, each with a stable number, whatever the case, accents and signs between them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kroniek.text.fold import fold

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Places = NDArray[np.uint32]

# Within an Arabic word full stops and stretched strokes (tatweel, itself a letter) are set to get past filters: "الطيـ.ـران".
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]|['’](?=[^\W_])|(?<=[\u0621-\u064a])\.+(?=[\u0621-\u064a]))*"
)
_WITHIN = str.maketrans("", "", "\u0640.")
_DIGEST_BYTES = 16


class Word(NamedTuple):
    """One word as compared, and where it stands in the text."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries a wording: its id, its day of publication and its untouched text."""

    document: str
    day: date | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One sequence of words and the reports that carry it word for word, the first published first.

    `digest` is the hash of the words; `codes` has a number for each word; `signature` is its MinHash, `bands` the hashes of its bands;
    `fingerprints` are the winnowed hashes of its eight-word runs and `places` the numbers of the words that those begin at.
    """

    digest: bytes
    codes: Codes
    signature: Codes
    bands: Hashes
    fingerprints: Hashes
    places: Places
    carriers: tuple[Carrier, ...]

    @property
    def first(self) -> Carrier:
        """The report that stands for all that carry these words: the first published."""
        return self.carriers[0]


def words_of(text: str) -> list[Word]:
    """The words of a text, folded, in its order."""
    return [Word(_folded(match.group()), *match.span()) for match in _WORD.finditer(text)]


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, without their places."""
    return [_folded(word) for word in _WORD.findall(text)]


def codes_of(words: list[str]) -> Codes:
    """A number for each word, the same in every process and on every machine; never 0."""
    return np.fromiter(map(_code, words), dtype=np.uint32, count=len(words))


def digest_of(words: list[str]) -> bytes:
    """The hash of the words in their order: equal for texts that differ in case, accents, spaces and signs only."""
    return hashlib.blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest()


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    folded = fold(word)
    return folded if folded.isascii() else folded.translate(_WITHIN) or folded


@lru_cache(maxsize=200_000)
def _code(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little") or 1
