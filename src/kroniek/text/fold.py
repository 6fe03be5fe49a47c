"""One spelling for many: names compared without case, accents, apostrophes and the sign for ayn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROPPED = {"'", "’", "‘", "ʼ", "ʿ", "ʾ", "`", "´"}
_REPLACED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ı": "i", "ł": "l", "đ": "d"})


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case, without accents and apostrophes: "Khuza’a" and "khuzaa" fold to one."""
    if text.isascii() and "'" not in text and "`" not in text:
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_REPLACED))
    return "".join(sign for sign in decomposed if sign not in _DROPPED and not unicodedata.combining(sign))
