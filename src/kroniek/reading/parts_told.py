"""People counted as a part of those told before: they share what befell the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Claim, Group, Harm, Kind
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.parts import BEFORE

_PEOPLE = frozenset({Kind.PEOPLE, Kind.FORCE, Kind.OTHER})
_OF_PEOPLE = frozenset({Kind.PEOPLE, Kind.FORCE})
_BARE = "unclassified"
_SHORT = 8  # words of a sentence that tells no more than what befell all of them


def as_part(draft: Draft, whole: Claim | None, sentence_before: Sequence[Sentence]) -> Draft:
    """The draft with the harm of its whole, or, where none was counted, with the one that the sentence before it tells of.

    "Geen van de inzittenden overleefde. Het waren er zes": the sentence before counts nobody and tells what befell them.
    """
    if draft.parent is None or draft.kind not in _PEOPLE or (draft.kind is Kind.OTHER and _BARE not in draft.rules):
        return draft
    if whole is not None:
        if whole.kind is not Kind.CASUALTIES:
            return draft
        group = draft.group or (whole.victims.group if whole.victims is not None else Group.PERSON)
        rule = "part-of-sentence-before" if draft.parent == BEFORE else "part-of-whole"
        return replace(draft, kind=Kind.CASUALTIES, harm=whole.harm, group=group, rules=(*draft.rules, rule))
    harm = next((harm for sentence in sentence_before if (harm := _told_of(sentence)) is not None), None)
    if draft.parent != BEFORE or harm is None:
        return draft
    return replace(
        draft, kind=Kind.CASUALTIES, harm=harm, group=draft.group or Group.PERSON, rules=(*draft.rules, "harm-of-sentence-before")
    )


def as_told_next(draft: Draft, sentence_after: Sequence[Sentence], lexicon: Lexicon) -> Draft:
    """The draft of people with the harm that a short sentence after it tells of them: "298 people were on board. Nobody survived"."""
    if draft.kind not in _OF_PEOPLE or draft.harm is not None or draft.figure_first is None or draft.negated or draft.low == 0:
        return draft
    if not sentence_after or len(sentence_after[0].tokens) > _SHORT:
        return draft
    after = sentence_after[0]
    marks, first = after.marks, after.tokens[0].lower
    verbs = marks.all("harm_verb")
    lost = (marks.at("nobody", 0) is not None or marks.at("negation", 0) is not None) and any(verb.entry.survived for verb in verbs)
    died = first in lexicon.words("all_of_them") and any(verb.entry.harm is Harm.KILLED and verb.entry.use != "object" for verb in verbs)
    named = marks.at("person", 1)
    others = named is not None and named.entry.group not in (None, Group.PERSON, draft.group)
    others = others or any(token.lower in lexicon.words("enemies") for token in after.tokens[1:3])  # "all the attackers were killed"
    if not lost and (not died or others):
        return draft
    return replace(draft, kind=Kind.CASUALTIES, harm=Harm.KILLED, group=draft.group or Group.PERSON, rules=(*draft.rules, "told-next"))


def _told_of(sentence: Sentence) -> Harm | None:
    """The harm that a sentence tells of, the killed first: "nobody survived" is one too."""
    marks = sentence.marks
    harms = [mark.entry.harm for category in ("harm_verb", "harm_noun") for mark in marks.all(category) if mark.entry.harm is not None]
    survived = any(mark.entry.survived for mark in marks.all("harm_verb"))
    if Harm.KILLED in harms or (survived and (marks.has("negation") or marks.has("nobody"))):
        return Harm.KILLED
    return harms[0] if harms else None
