"""Words for people that count nobody: before the thing that they describe ("a civilian airport"), inside a name ("Martyrs of Rafah")."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.unlisted import is_plain
from kroniek.text.tokens import Token, TokenKind


def _is_harmed_next(marks: Marks, at: int) -> bool:
    """Whether a verb of harm to those before it stands here, past its auxiliaries."""
    while marks.at("be", at) is not None or marks.covering("harm_adverb", at) is not None:
        at += 1
    verb = marks.at("harm_verb", at)
    return verb is not None and verb.entry.use != "object"


def describes(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "A civilian airport", "a local radio station": the word for a person describes the thing behind it."""
    at = last + 1
    if at >= len(tokens) or not lexicon.words("endings_of_no_thing") or not is_plain(tokens, marks, lexicon, at):
        return False
    if marks.ending("harm_verb", first - 1) is not None or _is_harmed_next(marks, at + 1):
        return False  # "killed a student leader", "a farm hand was killed": things are not killed
    word = tokens[at].lower
    if word in lexicon.words("calendar") or word in lexicon.words("no_described_things"):
        return False  # "killed a man yesterday", "a boy stood"
    return tokens[at].kind is TokenKind.WORD and not word.endswith(lexicon.endings("endings_of_no_thing"))


def in_name(tokens: Sequence[Token], lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether the word is capitalised inside the sentence, beside another capital: "Rafah Martyrs", "Martyrs of Rafah"."""
    if first == 0 or not tokens[first].text[0].isupper() or tokens[first].text.isupper():
        return False
    after = last + 1
    if after + 1 < len(tokens) and tokens[after].lower in lexicon.words("of"):
        after += 1
    beside = tokens[first - 1].text, tokens[after].text if after < len(tokens) else ""
    return any(text[:1].isupper() for text in beside if text.lower() != "the")
