"""Words of a text, folded, so that both databases index and find the very same ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import sqlalchemy as sa

from kroniek.ledger.schema import passage, version

_WORD = re.compile(r"[^\W_]+")
_PASSAGE_WORDS = 5_000
"""Words in one row of the index: PostgreSQL refuses a vector of more than a megabyte."""
_PASSAGE_BITS = 20  # in SQLite a passage is named by its version's number and, in the lowest bits, its own
_LONGEST_WORD = 200
_MOST_QUERY_WORDS = 32


def fold_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word folded (lower case, without accents), with its place in the text."""
    for match in _WORD.finditer(text):
        word = _fold(match.group())
        if word:
            yield word, match.start(), match.end()


def searchable(text: str) -> str:
    """The folded words with single spaces between."""
    return " ".join(word for word, _, _ in fold_words(text))


def _fold(word: str) -> str:
    word = word[:_LONGEST_WORD]
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower())
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return "".join(_WORD.findall(kept))


def query_words(text: str) -> tuple[str, ...]:
    """The words that a search asks for; the last one may be the beginning of a word."""
    return tuple(word for word, _, _ in fold_words(text))[:_MOST_QUERY_WORDS]


def index_text(connection: sa.Connection, version_number: int, text: str) -> None:
    """Put a new version's title and words into the index."""
    words = [word for word, _, _ in fold_words(text)]
    # A passage begins where the one before ends; a search for several words finds them in one report, not in one passage.
    for number, first in enumerate(range(0, len(words), _PASSAGE_WORDS)):
        passage_words = " ".join(words[first : first + _PASSAGE_WORDS])
        if connection.dialect.name == "sqlite":
            row = {"rowid": (version_number << _PASSAGE_BITS) + number, "words": passage_words}
            connection.execute(sa.text("INSERT INTO passage (rowid, words) VALUES (:rowid, :words)"), row)
        else:
            vector = sa.func.to_tsvector("simple", passage_words)
            connection.execute(passage.insert().values(version_number=version_number, words=vector))


def versions_with(dialect: str, words: tuple[str, ...]) -> sa.ColumnElement[bool]:
    """The condition on `version.number` that the version's text (or title when it was captured) holds all the words."""
    last = len(words) - 1
    return sa.and_(*(version.c.number.in_(_versions_with_word(dialect, word, prefix=place == last)) for place, word in enumerate(words)))


def _versions_with_word(dialect: str, word: str, *, prefix: bool) -> sa.Select[int]:
    # The words are letters and digits only (`fold_words`), so nothing in them is an operator of the query languages.
    if dialect == "sqlite":
        match = sa.literal_column("passage").op("MATCH")(f'"{word}"' + ("*" if prefix else ""))
        number: sa.ColumnElement[int] = sa.literal_column("passage.rowid", sa.BigInteger).bitwise_rshift(_PASSAGE_BITS)
        return sa.select(number).select_from(sa.text("passage")).where(match)
    query = sa.func.to_tsquery("simple", f"'{word}'" + (":*" if prefix else ""))
    return sa.select(passage.c.version_number).where(passage.c.words.op("@@")(query))


def first_place(text: str, words: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the first of the asked words stands in the text, None where only the title holds them."""
    whole, beginning = frozenset(words[:-1]), words[-1]
    for word, start, end in fold_words(text):
        if word in whole or word.startswith(beginning):
            return start, end
    return None
