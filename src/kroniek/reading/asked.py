"""A question as the noun of the numbers that answer it: "How many civilians died? Nobody knows: 80, or close to 200"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kroniek.model.claim import Bound, Group, Harm, Kind
from kroniek.reading.cues import find_cues
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

ZERO = "zero"
"""The rule of a nought that stands alone, which counts something only as an answer."""
_BACK = 2
_MOST_TO_NOUN = 3
_PEOPLE = ("person", "relative", "harm_noun", "person_modifier")
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose number is asked for, and what befell them."""

    harm: Harm
    group: Group


def as_answer(sentence: Sentence, lexicon: Lexicon, draft: Draft, earlier: Sequence[Sentence]) -> Draft | None:
    """The draft as a count of those whom a question just before asks about, where its own words are no more than a number; else None."""
    bare = draft.kind is Kind.OTHER and ("unclassified" in draft.rules or ZERO in draft.rules)
    if not bare or draft.figure_first is None or draft.malformed or draft.last > draft.figure_last or draft.bound is Bound.VAGUE:
        return None
    if (draft.low or draft.high or 0) > _LARGEST:
        return None
    asked = _asked_in([*earlier[-_BACK:], sentence], lexicon, sentence, draft.first)
    if asked is None:
        return None
    return replace(draft, kind=Kind.CASUALTIES, harm=asked.harm, group=asked.group, rules=(*draft.rules, "answer"))


def _asked_in(sentences: Sequence[Sentence], lexicon: Lexicon, own: Sentence, limit: int) -> Asked | None:
    for one in reversed(sentences):
        if not one.marks.has("how_many"):
            continue
        for mark in one.marks.all("how_many"):
            if one is own and mark.first >= limit:
                continue
            found = _asked_at(one, lexicon, mark.last)
            if found is not None:
                return found
    return None


def _asked_at(sentence: Sentence, lexicon: Lexicon, at: int) -> Asked | None:
    marks = sentence.marks
    reach = range(at + 1, min(len(sentence.tokens), at + 1 + _MOST_TO_NOUN))
    noun = next((mark for step in reach for category in _PEOPLE if (mark := marks.at(category, step)) is not None), None)
    if noun is None:
        return None
    group = noun.entry.group or Group.PERSON
    if noun.entry.harm is not None:
        return Asked(noun.entry.harm, group)
    cues = [(cue.first, cue.harm) for cue in find_cues(sentence.tokens, marks, lexicon, ())]
    cues += [(mark.first, mark.entry.harm) for mark in marks.all("fall_verb")]
    harm = next((harm for first, harm in sorted(cues, key=lambda cue: cue[0]) if first > noun.last and harm is not None), None)
    return None if harm is None else Asked(harm, group)
