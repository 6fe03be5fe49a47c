"""Tokens of a stretch of a text, cut out of the whole text's or read anew, are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kroniek.text.phrases import PhraseIndex
from kroniek.text.tokens import TokenisedText, TokenKind, tokenise

# letters, apostrophes, accents, digits and signs that join digits: all that makes a token longer or shorter
_SIGNS = "aZé\u0301'’`1٣²_.,-\u00a0 \nйب"


@given(st.text(alphabet=_SIGNS, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_stretch_has_the_tokens_that_it_has_alone(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    assert list(TokenisedText(text).within(start, end)) == tokenise(text, start, end)


@given(st.text(alphabet=_SIGNS, max_size=40))
def test_tokens_hold_every_sign_that_is_no_space(text: str) -> None:
    tokens = tokenise(text)
    # a number may hold a space that does not break: "10 000"
    assert "".join("".join(token.text for token in tokens).split()) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_words_numbers_and_signs() -> None:
    kinds = [(token.text, token.kind) for token in tokenise("Khuza’a: 10.000 auto's (F-16)")]
    assert kinds == [
        ("Khuza’a", TokenKind.WORD), (":", TokenKind.SIGN), ("10.000", TokenKind.NUMBER), ("auto's", TokenKind.WORD),
        ("(", TokenKind.SIGN), ("F", TokenKind.WORD), ("-", TokenKind.SIGN), ("16", TokenKind.NUMBER), (")", TokenKind.SIGN),
    ]  # fmt: skip


def test_a_list_of_tokens_that_has_changed_is_scanned_anew() -> None:
    index: PhraseIndex[str] = PhraseIndex()
    index.add("Deir Hafa", "village")
    tokens = tokenise("near Tal Omar")
    assert index.scan(tokens) == []
    tokens[:] = tokenise("near Deir Hafa")
    assert [match.value for match in index.scan(tokens)] == ["village"]


def test_two_sentences_scanned_in_turn_are_not_mixed_up() -> None:
    index: PhraseIndex[str] = PhraseIndex()
    index.add("Deir Hafa", "village")
    one, other = tuple(tokenise("near Deir Hafa")), tuple(tokenise("nothing here"))
    assert [len(index.scan(tokens)) for tokens in (one, other, one, other)] == [1, 0, 1, 0]
