"""Dutch puts the subject behind its verb where something else opens the clause: people there did the harm, and suffered none."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.cues import Cue
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token


def is_inverted_subject(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]
) -> bool:
    """ "In april ontvoerden extremisten tweehonderd meisjes": uncounted people between the verb and those counted did it."""
    if lexicon.language != "nl" or phrase.low is not None or phrase.amount is not None or cue.last + 1 != phrase.first:
        return False
    for other in phrases:
        if other.first <= phrase.last or other.amount is None:
            continue
        between = range(phrase.last + 1, other.first)
        return not any(
            tokens[at].text in (",", ";", ":") or tokens[at].lower in lexicon.words("conjunctions") or marks.at("harm_verb", at) is not None
            for at in between
        )
    return False
