"""What is looked into: who "would look into reports that nine died" has not said that nine died."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Stance
from kroniek.reading.attribution.candidates import Field
from kroniek.reading.attribution.rules import CueForm
from kroniek.reading.attribution.speech import Speech

_REACH = 4


def without_inquiries(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """The speeches, those before an inquiry ended at it; what the clause after it tells is alleged, by nobody named."""
    for at, opening in _inquiries(field):
        kept = []
        for speech in found:
            if at - _REACH <= speech.cue <= opening:
                continue  # "reports that" is what is looked into
            ends = speech.cue < at and speech.first <= opening <= speech.last
            kept.append(replace(speech, last=at - 1) if ends else speech)
        last = len(field.tokens) - 1
        told = Speech(opening, opening, CueForm.PASSIVE, Stance.ALLEGED, None, opening, last, True, opening)
        found = sorted([*kept, told], key=lambda speech: speech.cue)
    return list(found)


def _inquiries(field: Field) -> list[tuple[int, int]]:
    """The first token of each inquiry, and that of the clause that tells what is looked into: a report and "that" beside its verb."""
    tokens, rules = field.tokens, field.rules
    found: list[tuple[int, int]] = []
    lowers = field.passage.lowers
    if any(words.isdisjoint(lowers) for words in (rules.that, rules.hearsay, rules.inquiring)):
        return found
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower not in rules.that:
            continue
        words = [token.lower for token in tokens[max(0, at - _REACH) : at]]
        nouns = [place for place, word in enumerate(words) if word in rules.hearsay]
        verbs = [place for place, word in enumerate(words) if word in rules.inquiring]
        if nouns and verbs and "," not in words[min(nouns[0], verbs[0]) :]:
            found.append((max(0, at - _REACH) + min(nouns[0], verbs[0]), at))
    return found


__all__ = ["without_inquiries"]
