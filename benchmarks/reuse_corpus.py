"""A made-up library of reports for the benchmark of text reuse: words of the samples at random, with copies planted in it.

The same seed gives the same library. Every report ends in the footer of its publisher, which is boilerplate and no reuse.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from benchmarks.shared import PROJECT
from kroniek.model.report import Document
from kroniek.provenance.edges import ReuseKind

WORDS_OF_A_REPORT = (250, 420)  # about 2 kB
PASSAGE_WORDS = 25
CHANGED = 0.1  # of a near copy's words
PUBLISHERS = 40
_EVERY = 100  # in each hundred reports: two exact copies, three near copies, four that quote a passage
_PLANTED = (ReuseKind.EXACT,) * 2 + (ReuseKind.NEAR,) * 3 + (ReuseKind.PASSAGE,) * 4
_DAYS = 1_500


@dataclass(frozen=True, slots=True)
class Library:
    """The documents, and the pairs of ids planted, the lower first, with how they are alike."""

    documents: list[Document]
    planted: dict[tuple[str, str], ReuseKind]


def library(documents: int, seed: int = 4) -> Library:
    """So many reports of about 2 kB."""
    chance = random.Random(seed)
    write = _Writer(chance)
    footers = [" ".join(write.words(22)) for _ in range(PUBLISHERS)]
    bodies = [write.words(chance.randint(*WORDS_OF_A_REPORT)) for _ in range(documents)]
    planted: dict[tuple[str, str], ReuseKind] = {}
    for begin in range(0, documents - _EVERY + 1, _EVERY):
        chosen = chance.sample(range(begin, begin + _EVERY), 2 * len(_PLANTED))
        for kind, original, copy in zip(_PLANTED, chosen[::2], chosen[1::2], strict=True):
            bodies[copy] = _copied(kind, bodies[original], bodies[copy], write, chance)
            planted[_name(min(original, copy)), _name(max(original, copy))] = kind
    publishers = [chance.randrange(PUBLISHERS) for _ in range(documents)]
    for (one, two), kind in planted.items():
        if kind is ReuseKind.EXACT:
            publishers[int(two)] = publishers[int(one)]
    made = [
        Document(
            id=_name(number),
            text=f"{write.text(body)}\n\n{footers[publisher]}.",
            published_day=date(2020, 1, 1) + timedelta(days=chance.randrange(_DAYS)),
        )
        for number, (body, publisher) in enumerate(zip(bodies, publishers, strict=True))
    ]
    return Library(made, planted)


def _name(number: int) -> str:
    return f"{number:07}"


def _copied(kind: ReuseKind, original: list[str], own: list[str], write: _Writer, chance: random.Random) -> list[str]:
    if kind is ReuseKind.EXACT:
        return list(original)
    if kind is ReuseKind.NEAR:
        changed = set(chance.sample(range(len(original)), round(CHANGED * len(original))))
        return [write.another(word) if at in changed else word for at, word in enumerate(original)]
    begin = chance.randrange(len(original) - PASSAGE_WORDS)
    at = chance.randrange(len(own))
    return own[:at] + original[begin : begin + PASSAGE_WORDS] + own[at:]


class _Writer:
    """Writes words as the samples do: each as often as there, half of them after a word that they follow there."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        words = [word for path in sorted((PROJECT / "samples" / "reports").glob("*.txt")) for word in _words_in(path.read_text("utf-8"))]
        counts = Counter(words)
        self._known = sorted(counts)
        self._weights = list(accumulate(counts[word] for word in self._known))
        follows: dict[str, list[str]] = {}
        for word, following in pairwise(words):
            follows.setdefault(word, []).append(following)
        self._follows = follows

    def words(self, count: int) -> list[str]:
        """So many words."""
        drawn = self._chance.choices(self._known, cum_weights=self._weights, k=count)
        for at in range(1, count):
            if drawn[at - 1] in self._follows and self._chance.random() < 0.5:
                drawn[at] = self._chance.choice(self._follows[drawn[at - 1]])
        return drawn

    def another(self, word: str) -> str:
        """A word that is not this one."""
        other = word
        while other == word:
            other = self._chance.choice(self._known)
        return other

    def text(self, words: list[str]) -> str:
        """The words as sentences of fifteen."""
        return ". ".join(" ".join(words[begin : begin + 15]) for begin in range(0, len(words), 15))


def _words_in(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)
