"""Named people who may be one and the same, spelt otherwise or in another script: proposed to the desk, never merged.

Compared are the consonants that all spellings agree on, word by word; age and gender speak for or against. Only people who work on the
ledger see this: names of victims are not for public output.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kroniek.model.claim import Victim
from kroniek.text.fold import fold

LEAST = 0.6
_MOST_PEOPLE = 300
_LEAST_ALIKE = 0.75
_LEAST_WORDS = 2
_AGE, _OTHER_AGE, _NEAR_AGES = 0.1, -0.5, 1
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLE = "ال"
_SHORTEST_AFTER_ARTICLE = 3


@dataclass(frozen=True, slots=True)
class NameRules:
    """How names become comparable: consonants by sign of Arabic script, replacements in Latin words, words that are left out."""

    letters: Mapping[str, str]
    replacements: Sequence[tuple[re.Pattern[str], str]]
    left_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Two named people who may be one: `score` from 0 to 1 is no probability, `detail` says in sentences what it rests on."""

    first: Victim
    second: Victim
    score: float
    detail: tuple[str, ...]


def possibly_same(people: Sequence[Victim], rules: NameRules) -> tuple[PossiblySame, ...]:
    """The pairs that may be one person, likeliest first. The order of the people changes nothing; only the first 300 by name are held
    against each other."""
    ordered = sorted(people, key=lambda person: (person.text, person.start))[:_MOST_PEOPLE]
    keys = [_spellings(person, rules) for person in ordered]
    found = []
    for at, one in enumerate(ordered):
        for other in range(at + 1, len(ordered)):
            pair = _pair(one, ordered[other], keys[at], keys[other])
            if pair is not None:
                found.append(pair)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first.text, pair.second.text)))


def _pair(one: Victim, other: Victim, first: Sequence[tuple[str, ...]], second: Sequence[tuple[str, ...]]) -> PossiblySame | None:
    if one.gender is not None and other.gender is not None and one.gender != other.gender:
        return None
    best: tuple[float, int, int] = (0.0, 0, 0)
    for words in first:
        for others in second:
            best = max(best, _alike(words, others))
    score, alike, of = best
    if alike < _LEAST_WORDS and of > 1:
        return None
    detail = [f"{alike} of {of} words of the names have the same consonants or nearly."]
    if one.age is not None and other.age is not None:
        near = abs(one.age - other.age) <= _NEAR_AGES
        score += _AGE if near else _OTHER_AGE
        detail.append(f"The ages told are {one.age} and {other.age}.")
    if one.gender is not None and one.gender == other.gender:
        detail.append(f"Both are told of as {one.gender}.")
    score = round(max(0.0, min(1.0, score)), 2)
    return PossiblySame(one, other, score, tuple(detail)) if score >= LEAST else None


def _alike(words: Sequence[str], others: Sequence[str]) -> tuple[float, int, int]:
    """How alike two names are, how many words fit, of how many in the longer: each word is held against the likeliest one left."""
    left, total, alike = list(others), 0.0, 0
    for word in words:
        scores = [SequenceMatcher(None, word, other, autojunk=False).ratio() for other in left]
        if scores and max(scores) >= _LEAST_ALIKE:
            place = scores.index(max(scores))
            total += scores[place]
            alike += 1
            left.pop(place)
    shorter, longer = sorted((len(words), len(others)))
    # a name told without the father's or the family's name is still the same name
    return (total / (shorter + 0.5 * (longer - shorter)) if shorter else 0.0, alike, longer)


def _spellings(person: Victim, rules: NameRules) -> list[tuple[str, ...]]:
    """The words of each spelling of the name, as the consonants that all spellings agree on."""
    names = dict.fromkeys((person.text, *(person.names[language] for language in sorted(person.names))))
    found = (tuple(consonants for word in _words(name, rules) if (consonants := _consonants(word, rules))) for name in names)
    return [words for words in dict.fromkeys(found) if words]


def _words(name: str, rules: NameRules) -> list[str]:
    plain = unicodedata.normalize("NFKC", name)
    words = [word if _ARABIC.search(word) else fold(word) for word in _WORD.findall(_without_marks(plain))]
    return [word for word in words if word not in rules.left_out]


def _without_marks(name: str) -> str:
    """Without the signs of short vowels in Arabic script, which most writers leave out."""
    return "".join(sign for sign in name if not ("\u064b" <= sign <= "\u0652" or sign == "\u0670"))


def _consonants(word: str, rules: NameRules) -> str:
    if _ARABIC.search(word):
        bare = word.removeprefix(_ARTICLE) if len(word) - len(_ARTICLE) >= _SHORTEST_AFTER_ARTICLE else word
        kept = "".join(rules.letters.get(sign, "") for sign in bare)
        return re.sub(r"(.)\1+", r"\1", kept.removesuffix("h"))
    for pattern, by in rules.replacements:
        word = pattern.sub(by, word)
    return word
