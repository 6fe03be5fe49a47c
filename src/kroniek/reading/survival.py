"""Who did not survive: "none of the 26 people survived", "overleefden het bombardement niet"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.cues import MOST_BETWEEN, Cue
from kroniek.reading.lexicon import Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token


def none_of(marks: Marks, phrase: NounPhrase) -> bool:
    """ "None of the 26 people survived"."""
    return any(marks.at("negation", at) is not None for at in range(max(0, phrase.first - 4), phrase.first))


def not_survived(tokens: Sequence[Token], marks: Marks, cue: Cue, dutch: bool) -> bool:
    """ "Six did not survive"; Dutch puts the negation last: "overleefden het bombardement op het ziekenhuis niet"."""
    if cue.negated:
        return True
    for at in range(cue.last + 1, min(len(tokens), cue.last + 1 + MOST_BETWEEN) if dutch else cue.last + 1):
        if tokens[at].text in (",", ";", ":", "."):
            return False
        if marks.at("negation", at) is not None:
            return tokens[at].lower == "niet"
    return False
