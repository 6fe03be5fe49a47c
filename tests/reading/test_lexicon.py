"""The words of a lexicon in a sentence: the longest phrase of a category at each place, and the longest noun of any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kroniek.reading.lexicon import NOUNS, Entry, Mark, build_lexicon, mark_words
from kroniek.text.tokens import Token, tokenise

_WORDS = ("air", "strike", "on", "camp")
_CATEGORIES = ("person", "thing", "method")
_ROWS = st.lists(st.tuples(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3), st.sampled_from(_CATEGORIES)), max_size=8)


def _looked_for(tokens: list[Token], rows: list[tuple[list[str], str]]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for category in _CATEGORIES:
        phrases = sorted({tuple(words) for words, of in rows if of == category}, key=len, reverse=True)
        past = -1
        for at in range(len(tokens)):
            for words in phrases:
                if at > past and tuple(token.lower for token in tokens[at : at + len(words)]) == words:
                    found.setdefault(category, []).append((at, at + len(words) - 1))
                    past = at + len(words) - 1
                    break
    return found


@given(_ROWS, st.lists(st.sampled_from((*_WORDS, "other")), max_size=10))
def test_the_longest_phrase_of_each_category_is_marked(rows: list[tuple[list[str], str]], words: list[str]) -> None:
    entries = [(" ".join(phrase), Entry(category=category)) for phrase, category in rows]
    lexicon = build_lexicon("en", ",", ".", entries, {}, {}, {})
    tokens = tokenise(" ".join(words))
    marks = mark_words(tokens, lexicon)
    assert {category: [(mark.first, mark.last) for mark in marks.all(category)] for category in _CATEGORIES if marks.has(category)} == (
        _looked_for(tokens, rows)
    )
    for at in range(len(tokens)):
        nouns = [mark for category in NOUNS if (mark := marks.at(category, at)) is not None]
        assert marks.noun(at) == _longest(nouns)


def _longest(marks: list[Mark]) -> Mark | None:
    return max(marks, key=lambda mark: mark.last, default=None)


def test_a_list_that_a_language_has_not_is_empty() -> None:
    lexicon = build_lexicon("en", ",", ".", [], {"of": frozenset({"of"})}, {}, {})
    assert [lexicon.words(name) for name in ("of", "never", "never")] == [{"of"}, frozenset(), frozenset()]
