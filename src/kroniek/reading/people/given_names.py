"""The gender that a given name tells, by a list of names (`given_names.csv`), whatever way a name is spelt in Latin letters.

Names that both women and men bear are in the list as "either": they tell nothing, nor does a spelling that could be of such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kroniek.text.fold import fold

_REPEATED = re.compile(r"(.)\1+")
# One sound written in several ways ("Yousef", "Yusuf"; "Hadeel", "Hadil"; "Qasem", "Kassem"), in the order in which they are made one.
_ONE_SOUND = (("ou", "u"), ("oo", "u"), ("o", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("y", "i"), ("e", "i"), ("dh", "d"), ("q", "k"))


class GivenNames:
    """Looks up the gender of a given name: as written, else by its sound."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """`rows` are a name in lower case and "female", "male" or "either"."""
        self._written: dict[str, str] = {}
        by_sound: dict[str, set[str]] = {}
        for name, gender in rows:
            self._written[name] = gender
            by_sound.setdefault(_sound(name), set()).add(gender)
        self._heard = frozenset(by_sound)
        self._sounds: dict[str, str] = {sound: next(iter(found)) for sound, found in by_sound.items() if len(found) == 1}

    def __len__(self) -> int:
        return len(self._written)

    def knows(self, name: str) -> bool:
        """Whether the name is in the list, however it is spelt, also where both women and men bear it."""
        lower = name.lower()
        return lower in self._written or _sound(lower) in self._heard

    def gender(self, name: str) -> str | None:
        """ "female", "male", or None where the name does not tell."""
        lower = name.lower()
        gender = self._written.get(lower) or self._sounds.get(_sound(lower))
        return None if gender == "either" else gender


@lru_cache(maxsize=1 << 14)
def _sound(name: str) -> str:
    """The name with spellings of one sound made one. A last "a" stays: it tells women from men (Amir, Amira)."""
    plain = fold(name).replace("'", "").replace("’", "")
    for written, sound in _ONE_SOUND:
        plain = plain.replace(written, sound)
    plain = _REPEATED.sub(r"\1", plain)
    return plain[:-1] if plain.endswith("ah") or plain.endswith("ih") else plain
