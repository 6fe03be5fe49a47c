"""A second speaker whose verb is that of the first: "the army reports three dead, residents eight"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.made import replace
from kroniek.reading.attribution.candidates import BREAKS, Field, Sort, amount_follows, is_amount
from kroniek.reading.attribution.making import ends_at, made_speech, names_speaker
from kroniek.reading.attribution.rules import Cue, CueForm
from kroniek.reading.attribution.speakers import phrase_after
from kroniek.reading.attribution.speech import Speech
from kroniek.reading.attribution.whole_cues import SPLIT_REACH
from kroniek.text.phrases import PhraseMatch
from kroniek.text.tokens import TokenKind


def elliptical(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """The speakers told without a verb of their own, by the first of three ways of telling them that the sentence has."""
    return _with_pivot(field, found) or _told_once(field, found) or _bare_rivals(field, found)


def _with_pivot(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """ "Houdt het op tien, een arts op twaalf": a speaker whose verb is that of the one before, with the amount that it gives."""
    tokens, rules = field.tokens, field.rules
    if rules.elliptical.isdisjoint(field.passage.lowers):
        return []
    heads = [s for s in found if s.form is CueForm.VERB and any(t.lower in rules.elliptical for t in tokens[s.cue : s.cue_end + 3])]
    if not heads:
        return []
    others = []
    for at in range(heads[0].cue_end + 1, len(tokens) - 2):
        if tokens[at].text not in (",", ";") and tokens[at].lower not in rules.conjunctions:
            continue
        stop = next((k for k in range(at + 2, min(at + SPLIT_REACH, len(tokens))) if _is_pivot(field, k)), None)
        words = tokens[at + 1 : stop] if stop is not None else ()
        told = any(at < c.first and stop is not None and c.last < stop for c in field.candidates)
        if stop is None or not told or any(t.text in BREAKS or t.kind is TokenKind.NUMBER or t.lower in rules.verbs for t in words):
            continue
        match = PhraseMatch(tokens[stop].start, tokens[stop].end, stop, stop, Cue(CueForm.VERB, heads[0].stance))
        others.append(replace(made_speech(field, match, (at + 1, stop - 1), wide=False, form=CueForm.VERB), elliptical=True))
    return others


def _told_once(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """Dutch "de politie meldt twaalf doden, een arts zeven": after a comma one who speaks and a number, to which the clause ends."""
    tokens, rules = field.tokens, field.rules
    heads = [speech for speech in found if speech.form is CueForm.VERB and amount_follows(field, speech.cue_end + 1)]
    if not rules.verb_second or not heads:
        return []
    others = []
    for at in range(heads[0].cue_end + 2, len(tokens) - 2):
        phrase = phrase_after(field, at + 1, len(tokens)) if tokens[at].text == "," else None
        number = len(tokens) if phrase is None else phrase[1] + 1
        if phrase is None or number >= len(tokens) or not is_amount(tokens[number], rules) or not names_speaker(field, phrase):
            continue
        if number + 1 < len(tokens) and tokens[number + 1].text not in BREAKS:
            continue
        match = PhraseMatch(tokens[phrase[1]].start, tokens[phrase[1]].end, phrase[1], phrase[1], Cue(CueForm.VERB, heads[0].stance))
        others.append(replace(made_speech(field, match, phrase, wide=False, form=CueForm.VERB), elliptical=True))
    return others


def _bare_rivals(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """ "The UN says 300 have died, the government 120": a speaker of the lists right before an amount that ends the clause.

    Not where somebody else stands between the first speaker's verb and amount: "the UN says the army lost 300 men, the rebels 120".
    """
    tokens, others = field.tokens, []
    for candidate in field.candidates:
        last = candidate.last
        if candidate.sort not in (Sort.ROLE, Sort.ANAPHOR) or not candidate.alone or last + 1 >= len(tokens):
            continue
        comma = candidate.first - 1
        while comma > 0 and tokens[comma].lower in field.rules.determiners:
            comma -= 1
        if tokens[comma].text not in (",", ";") or not is_amount(tokens[last + 1], field.rules) or not ends_at(field, last + 1):
            continue
        head = next((s for s in reversed(found) if s.form is CueForm.VERB and not s.wide and s.cue_end < comma), None)
        if head is None or any(head.cue_end < other.first < comma for other in field.candidates):
            continue
        if not any(is_amount(token, field.rules) for token in tokens[head.cue_end + 1 : comma]):
            continue
        match = PhraseMatch(tokens[last].start, tokens[last].end, last, last, Cue(CueForm.VERB, head.stance))
        others.append(replace(made_speech(field, match, (comma + 1, last), wide=False, form=CueForm.VERB), elliptical=True))
    return others


def _is_pivot(field: Field, at: int) -> bool:
    return field.tokens[at].lower in field.rules.elliptical and amount_follows(field, at + 1)
