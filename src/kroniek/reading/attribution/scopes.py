"""The stretch of a sentence that each cue governs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kroniek.made import replace
from kroniek.model.claim import Stance
from kroniek.reading.attribution.candidates import BREAKS, Field, amount_follows, is_amount
from kroniek.reading.attribution.rules import CueForm
from kroniek.reading.attribution.speech import Speech
from kroniek.text.tokens import TokenKind

_MOST_TO_AMOUNT = 6  # tokens from "according to residents" to its amount: "volgens bewoners waren het er zeker acht"


def scoped(field: Field, found: Sequence[Speech]) -> list[Speech]:
    """Give each its stretch: to the next contrast or clause that has a cue of its own, backwards too where it governs its clause."""
    bounds = sorted([*_bounds(field, found), *field.lines, *(speech.np_first - 1 for speech in found if speech.elliptical)])
    scoped = []
    for speech in found:
        low = max((b for b in bounds if b <= speech.np_first), default=0)
        high = min((b for b in bounds if b > speech.cue), default=len(field.tokens)) - 1
        high = _before_authors(field, speech, high)
        if speech.wide and speech.cue_end + 1 < high and field.tokens[speech.cue_end + 1].text == ";" and speech.np_first > low:
            high = speech.cue_end  # "..., says the mayor; thirteen were hurt" is told by nobody named
        opens = min(speech.cue, speech.np_first)
        if speech.form is CueForm.BEFORE and opens and field.tokens[opens - 1].text == ";":
            low = max(low, opens)  # "...; according to the mayor" opens a clause of its own
        relative = _within_relative(field, speech)
        if relative is not None:
            low, high = max(low, speech.np_first), min(high, relative)
        first = low if speech.wide else speech.cue_end + 1
        high = _before_aside(field, first, high, speech)
        scoped.append(replace(speech, first=first, last=high))
    return scoped


def _within_relative(field: Field, speech: Speech) -> int | None:
    """Dutch "een school die volgens X als schuilplaats dient zijn tien mensen gedood": the last token of the clause that X tells of."""
    tokens, rules = field.tokens, field.rules
    if not rules.verb_second or speech.form is not CueForm.BEFORE or speech.cue == 0:
        return None
    if tokens[speech.cue - 1].lower not in rules.relative_pronouns:
        return None
    ends = (at for at in range(speech.cue_end + 2, len(tokens)) if tokens[at].lower in rules.passives or tokens[at].text == ",")
    return next(ends, len(tokens)) - 1


def _bounds(field: Field, found: Sequence[Speech]) -> list[int]:
    """Tokens at which a clause with a cue of its own begins, where another with a cue has gone before."""
    bounds, tokens, rules = [], field.tokens, field.rules
    for left, right in pairwise(found):
        between = range(left.cue_end + 1, max(right.np_first, right.cue if right.wide else right.np_first) + 1)
        contrast = [at for at in between if tokens[at].lower in rules.contrasts or tokens[at].text == ";"]
        if contrast:
            bounds.append(contrast[-1])
            continue
        at = right.np_first - 1
        while_told = at > left.cue_end and tokens[at].text == "," and tokens[0].lower in rules.contrasts
        if while_told or _is_rival_account(field, left, right):  # "While the mayor spoke of twenty, the army said ten"
            bounds.append(at)
            continue
        if at > left.cue_end and tokens[at].lower in rules.determiners:
            at -= 1
        second = right.np_first == right.cue and right.speaker is left.speaker and tokens[at].text == ","
        rival = tokens[at].text == "," and gives_amount(field, right.cue_end)
        if not right.wide and at > left.cue_end + 1 and (second or rival or tokens[at].lower in rules.conjunctions):
            bounds.append(at)
    return bounds


def _is_rival_account(field: Field, left: Speech, right: Speech) -> bool:
    """ "According to the army three died, according to residents eight": each gives an amount, and neither has it from the other."""
    tokens, opens = field.tokens, right.np_first - 1
    if left.form is not CueForm.BEFORE or right.form is not CueForm.BEFORE or opens <= left.cue_end or tokens[opens].text != ",":
        return False
    told = any(is_amount(tokens[at], field.rules) for at in range(left.cue_end + 1, opens))
    for at in range(right.cue_end + 1, min(len(tokens), right.cue_end + 1 + _MOST_TO_AMOUNT)):
        if tokens[at].text in BREAKS:
            return False
        if is_amount(tokens[at], field.rules):
            return told
    return False


def _before_authors(field: Field, speech: Speech, high: int) -> int:
    """The end of the scope: what the writers say of themselves after a semicolon is theirs."""
    tokens, rules = field.tokens, field.rules
    for at in range(speech.cue_end + 1, high):
        if tokens[at].text == ";" and tokens[at + 1].lower in rules.authors:
            return at
    return high


def _tells_of_speaker(field: Field, speech: Speech, high: int) -> bool:
    """Whether a speaker named after the words is told more of in a relative clause, which is the writer's."""
    tokens, rules, after = field.tokens, field.rules, speech.cue_end + 1
    if not speech.wide or speech.np_first == 0 or tokens[min(speech.np_first, speech.cue) - 1].text not in BREAKS or after >= high:
        return False
    if tokens[after].text == ",":
        return tokens[after + 1].lower in rules.relative_pronouns | rules.relative_adverbs
    return tokens[after].lower in (rules.relative_pronouns | rules.relative_adverbs) - rules.clause_openers


def _before_aside(field: Field, first: int, high: int, speech: Speech) -> int:
    """The end of the scope: a remark after a dash ("– a 92% increase") is the writer's, a relative clause ends at its comma."""
    tokens = field.tokens
    if _tells_of_speaker(field, speech, high):  # "said an officer in the town, where eight were hurt"
        return speech.cue_end
    if speech.stance is Stance.DENIED and not speech.wide:  # "denied bombing the town, where thirteen were killed"
        relative = field.rules.relative_pronouns | field.rules.relative_adverbs
        for at in range(first, high):
            if tokens[at].text == "," and tokens[at + 1].lower in relative:
                return at - 1
    if speech.form is CueForm.VERB and not speech.wide:
        between = {token.lower for token in tokens[speech.np_first : speech.cue]}
        if between & field.rules.relative_pronouns:
            comma = next((at for at in range(first, high + 1) if tokens[at].text == ","), None)
            if comma is not None and comma > first + 1:
                return comma - 1
    for at in range(max(first, speech.cue_end) + 1, high):
        dash = tokens[at].text in ("–", "—") or (tokens[at].text == "-" and tokens[at].start > tokens[at - 1].end)
        if dash and tokens[at + 1].lower in field.rules.asides and tokens[at + 1].kind is TokenKind.WORD:
            return at - 1
    return high


def gives_amount(field: Field, verb: int) -> bool:
    """Whether the cue ends in a word such as "of" or "over" and the amount that it gives follows: "spoke of thirteen"."""
    rules, last = field.rules, field.tokens[verb].lower
    return (last in rules.elliptical or last in rules.addressing or last in rules.prepositions) and amount_follows(field, verb + 1)


__all__ = ["gives_amount", "scoped"]
