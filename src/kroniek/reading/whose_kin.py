"""People who only tell whose father, widow or son somebody was: "a mother of two young sons was killed" counts the mother.

The others may live. Pure functions over a sentence's tokens and phrases.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import PEOPLE, NounPhrase
from kroniek.text.tokens import Token, TokenKind

_MOST_BETWEEN = 4  # words between "of" and the noun: "of newborn twin daughters", "of his three young children"


def without_whose_kin(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase]
) -> list[NounPhrase]:
    """The phrases without people behind "father of", "de ouders van"; as they are where no such word stands in the sentence.

    Not those of whom a clause tells more: "the father of two boys who were shot".
    """
    kin = lexicon.words("kin_of")
    if not any(token.lower in kin for token in tokens):
        return list(phrases)
    return [phrase for phrase in phrases if not _tells_whose_kin(tokens, marks, lexicon, phrase)]


def _tells_whose_kin(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    if phrase.head is None or phrase.head.category not in PEOPLE:
        return False
    of = _of_before(tokens, marks, lexicon, phrase.first)
    if of < 1 or tokens[of - 1].lower not in lexicon.words("kin_of"):
        return False
    after = max(phrase.last, phrase.head_last or 0) + 1
    return after >= len(tokens) or tokens[after].lower not in lexicon.words("kin_followers")


def _of_before(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int) -> int:
    """The token of "of" before the phrase, past adjectives, numbers and "his"; -1 where there is none."""
    for at in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
        if tokens[at].lower in lexicon.words("of"):
            return at
        passed = tokens[at].lower in lexicon.words("possessives") or tokens[at].kind is TokenKind.NUMBER
        plain = tokens[at].kind is TokenKind.WORD and tokens[at].text.islower() and marks.at("harm_verb", at) is None
        if not passed and (not plain or tokens[at].lower in lexicon.words("conjunctions")):
            return -1
    return -1
