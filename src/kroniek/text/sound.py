"""How a name sounds, whatever the language that spells it: Bohodukhiv and Bohodoechiv, Kharkiv and Charkov."""

from __future__ import annotations

_SOUNDS = (
    ("tsj", "k"), ("dzj", "z"), ("sj", "s"), ("zj", "z"), ("kh", "k"), ("zh", "z"), ("sh", "s"), ("ch", "k"), ("ph", "f"), ("q", "k"),
    ("c", "k"), ("w", "v"),
)  # fmt: skip
_UNWRITTEN = frozenset("aeiouhjy")


def consonants(word: str) -> str:
    """The consonants of a folded word as they sound, doubles and half-vowels left out: what a transliteration keeps. "ch" stands for the
    same as "k" and "kh", since English, Dutch and German write it for each of them."""
    for sound, plain in _SOUNDS:
        word = word.replace(sound, plain)
    kept = [sign for sign in word if sign not in _UNWRITTEN and sign.isalnum()]
    return "".join(sign for at, sign in enumerate(kept) if at == 0 or kept[at - 1] != sign)
