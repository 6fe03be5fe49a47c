"""Phrases are found as by looking for each of them at every word, only faster."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kroniek.text.phrases import PhraseIndex
from kroniek.text.tokens import tokenise

_WORDS = ("the", "a", "army", "said", "U", "S")
_PHRASES = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join), max_size=8)
_TEXTS = st.lists(st.sampled_from((*_WORDS, ",", "-", ".")), max_size=12)


def _longest_first(phrases: list[str], words: list[str]) -> list[tuple[int, int, str]]:
    """Each place where a phrase stands, the longest first, none overlapping: signs that join two words passed over."""
    tokens = tokenise(" ".join(words))
    found, past = [], -1
    for first in range(len(tokens)):
        best = None
        for phrase in phrases:
            at, last = first, first
            for number, word in enumerate(phrase.lower().split()):
                if number:
                    signs = 0
                    while at < len(tokens) and tokens[at].text in "-." and signs < 2:
                        at, signs = at + 1, signs + 1
                if at >= len(tokens) or tokens[at].lower != word:
                    break
                last, at = at, at + 1
            else:
                if best is None or last > best[1]:
                    best = (first, last, phrase)
        if best is not None and first > past:
            found.append(best)
            past = best[1]
    return found


@given(_PHRASES, _TEXTS)
def test_every_phrase_is_found(phrases: list[str], words: list[str]) -> None:
    index: PhraseIndex[str] = PhraseIndex()
    for phrase in dict.fromkeys(phrases):
        index.add(phrase, phrase)
    found = [(match.first, match.last, match.value) for match in index.scan(tuple(tokenise(" ".join(words))))]
    assert found == _longest_first(phrases, words)


def test_letters_are_held_to_only_where_that_is_asked() -> None:
    index: PhraseIndex[str] = PhraseIndex()
    index.add("IS", "group", exact=True)
    index.add("US Army", "army", exact=True)
    index.add("is dead", "harm")
    assert [match.value for match in index.scan(tokenise("IS is dead, is it? the us army, the US Army"))] == ["group", "harm", "army"]
