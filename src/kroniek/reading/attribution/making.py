"""A cue with its speaker made a speech, and what is asked of the words beside it."""

from __future__ import annotations

from kroniek.reading.attribution.candidates import Field, Sort
from kroniek.reading.attribution.mentions import mention_of
from kroniek.reading.attribution.rules import Cue, CueForm
from kroniek.reading.attribution.speech import Speech
from kroniek.text.phrases import PhraseMatch


def made_speech(
    field: Field, match: PhraseMatch[Cue], phrase: tuple[int, int], *, wide: bool, form: CueForm, plainly: bool = False
) -> Speech:
    """The speech of a cue whose speaker stands at the tokens of `phrase`; `plainly` where its stance is that of plain telling."""
    first, last = phrase
    sort = next((c.sort for c in field.candidates if first <= c.first and c.last <= last), None)
    anaphor = sort if sort in (Sort.PRONOUN, Sort.ANAPHOR) else None
    if anaphor is Sort.ANAPHOR and any(c.sort is not Sort.ANAPHOR for c in field.candidates if first <= c.first and c.last <= last):
        anaphor = None  # "the ministry in Gaza" is the one that it says
    speaker = mention_of(field, first, last)
    return Speech(match.first, max(match.last, last), form, None if plainly else match.value.stance, speaker,
                  match.first, len(field.tokens) - 1, wide, min(first, match.first), anaphor)  # fmt: skip


def names_speaker(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether the phrase holds a party or a noun for a kind of speaker."""
    sorts = (Sort.PARTY, Sort.ROLE, Sort.ANAPHOR)
    return any(phrase[0] <= c.first and c.last <= phrase[1] and c.sort in sorts and c.alone for c in field.candidates)


def ends_at(field: Field, last: int) -> bool:
    """Whether the words of the sentence go before: "eight died, a monitor reckons"."""
    return last + 1 >= len(field.tokens) - 1 or field.tokens[last + 1].text in (",", ";", ".")
