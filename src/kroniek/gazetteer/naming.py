"""How a name becomes a key: its words folded, without articles, so that "al-Tanf", "Al Tanf" and "At Tanf" meet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kroniek.text.fold import fold
from kroniek.text.tokens import TokenKind, tokenise

# The Arabic article as it is spelt in Latin letters, assimilated or not.
ARTICLES = frozenset(
    (
        *("al", "el", "ul", "il"),
        *("ar", "er", "as", "es", "ash", "esh", "an", "en", "az", "ez", "ad", "ed", "at", "et", "ath", "eth", "adh", "edh"),
    )
)
# Letters that writers of Arabic exchange freely: ta marbuta and ha, alif maqsura and ya, the stretching sign, Persian forms.
_ARABIC_SPELLINGS = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "ک": "ك", "ی": "ي"})


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """One word folded, Arabic spellings included."""
    folded = fold(word)
    return folded if folded.isascii() else folded.translate(_ARABIC_SPELLINGS)


def key_of_words(folded: Iterable[str]) -> str:
    """Folded words joined, articles left out where another word remains."""
    words = list(folded)
    return " ".join([word for word in words if word not in ARTICLES] or words)


def key_of(name: str) -> str:
    """The key of a name as written; empty where it holds no word or number."""
    return key_of_words(fold_word(token.text) for token in tokenise(name) if token.kind is not TokenKind.SIGN)
