"""Whether a text is about conflict at all, or about the harm, money and arms that go with it: a recipe and a match report are not."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Claim, Kind
from kroniek.reading.facts import Sentence

# figures of these kinds are of anybody's text; all others are of arms, forces, harm or money
_OF_ANY_TEXT = frozenset({Kind.OTHER, Kind.PEOPLE, Kind.RATIO, Kind.RATE})
# a shorter text is too short to tell what it is about
_FEWEST_SENTENCES = 4
_WORDS_OF_CONFLICT = ("harm_verb", "harm_noun", "method", "strike_subject")


def is_of_conflict(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> bool:
    """Whether a word of harm, a means of war or a known party stands in the text, or any figure is of harm, arms, forces or money.

    A text of a few sentences always counts as one.
    """
    if len(sentences) < _FEWEST_SENTENCES or any(claim.kind not in _OF_ANY_TEXT or claim.harm is not None for claim in claims):
        return True
    return any(sentence.parties or any(sentence.marks.has(word) for word in _WORDS_OF_CONFLICT) for sentence in sentences)
