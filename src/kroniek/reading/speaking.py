"""Whether those whom a phrase names speak: who tells of harm is not counted among the harmed."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_MOST_TO_SPEAKING = 8
_ENDING = frozenset({"boundary", "harm_verb", "harm_noun", "be"})


def speaks(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Whether a verb of saying follows: "..., one doctor said", "two officials from the town said". Who speaks is not who was harmed."""
    after, end = phrase.last + 1, len(tokens)
    if after >= end or tokens[after].lower in lexicon.words("speaking"):
        return after < end
    if tokens[after].text == ":" and phrase.amount is None and phrase.harm is None:
        return True  # "Gaza officials: children killed in strike"
    word = tokens[after].lower
    if not (word in lexicon.words("prepositions") or word in lexicon.words("of") or word in lexicon.words("where_one_speaks")):
        return False
    speaking, finite = lexicon.words("speaking"), lexicon.words("finite")
    for at in range(after, min(end, after + _MOST_TO_SPEAKING)):
        if tokens[at].lower in speaking:
            told = at + 1 < end and any(marks.at(harm, at + 1) is not None for harm in ("harm_verb", "harm_noun"))
            return not told  # "three people in the town reported missing"
        if tokens[at].text == ",":  # "Omar Said, a doctor in Homs, told ..."
            verb = at + 1 < end and tokens[at + 1].lower in speaking
            return verb and _opens_with_name(tokens, marks, lexicon, phrase.first)
        if tokens[at].kind is TokenKind.SIGN or tokens[at].lower in finite or marks.has_at(at, _ENDING):
            return False
    return False


def _opens_with_name(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int) -> bool:
    """Whether a name and a comma stand before, and no verb: who is described is who speaks."""
    if first < 2 or tokens[first - 1].text != "," or not tokens[0].text[0].isupper():
        return False
    verbs = ("harm_verb", "harm_noun", "be")
    return not any(
        tokens[at].lower in lexicon.words("finite") or tokens[at].text == "," or any(marks.at(verb, at) is not None for verb in verbs)
        for at in range(first - 1)
    )
