"""Accidents, disasters and crimes: by what means people were harmed in a text that nothing calls one of armed conflict.

The same words stand in reports of war ("a fire after the strike", "a blast", "trapped"), so they count only where the whole text names no
belligerent, no means of war, no word of war and no place in a country at war. There a doubtful means of war ("light aircraft", "shot dead")
is not one either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Claim, ContextSpan, Kind, Method
from kroniek.model.span import Span
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Mark
from kroniek.reading.rules import ReadingRules

PEACEFUL = frozenset({Method.ACCIDENT, Method.DISASTER, Method.CRIME})

_BY_HAND = frozenset({Method.SMALL_ARMS, Method.EXECUTION, Method.IED, Method.GROUND_OPERATION})


def with_peaceful_methods(claims: Sequence[Claim], sentences: Sequence[Sentence], rules: ReadingRules) -> list[Claim]:
    """The claims, those of harm with the means that their own sentence tells, else the nearest one before it, else the first after it."""
    asked = [claim for claim in claims if claim.harm is not None and claim.method not in PEACEFUL]
    if not asked or any(_tells_of_war(sentence, rules) for sentence in sentences):
        return list(claims)
    # people who are shot or attacked are no victims of an accident, whatever else the text tells
    armed = any(_tells_of_attack(sentence, rules) for sentence in sentences)
    told = [(sentence, marks) for sentence in sentences if (marks := _peaceful(sentence, only_crime=armed))]
    return [_with_method(claim, told) if claim.harm is not None and claim.method not in PEACEFUL else claim for claim in claims]


def _tells_of_attack(sentence: Sentence, rules: ReadingRules) -> bool:
    """Somebody is shot, or attacked by a word that is not also said of an accident ("blast")."""
    weak = rules.lexicons[sentence.language].words("weak_means")
    shot = any(mark.entry.method in _BY_HAND for mark in sentence.marks.all("method"))
    struck = (mark for mark in sentence.marks.all("thing") if mark.entry.kind is Kind.STRIKES)
    return shot or any(sentence.span_of(mark.first, mark.last).text.lower() not in weak for mark in struck)


def _peaceful(sentence: Sentence, *, only_crime: bool) -> list[Mark]:
    return [mark for mark in sentence.marks.all("peaceful") if not only_crime or mark.entry.method is Method.CRIME]


def _tells_of_war(sentence: Sentence, rules: ReadingRules) -> bool:
    if sentence.marks.has("war_sign"):
        return True
    weak = rules.lexicons[sentence.language].words("weak_means")
    for mark in sentence.marks.all("method"):
        if mark.entry.method not in PEACEFUL and sentence.span_of(mark.first, mark.last).text.lower() not in weak:
            return True
    for match in sentence.places:
        countries = {place.country for place in match.candidates}
        if countries <= rules.theatres:
            return True
    named = [match for match in sentence.parties if rules.parties.belligerent_of(match.party) is not None]
    places = [(match.start, match.end) for match in sentence.places]
    return any(not any(start <= match.start and match.end <= end for start, end in places) for match in named)


def _with_method(claim: Claim, told: Sequence[tuple[Sentence, Sequence[Mark]]]) -> Claim:
    if not told:
        return claim
    words = claim.figure or claim.evidence
    own = [(sentence, marks) for sentence, marks in told if sentence.start <= words.start < sentence.end]
    before = [one for one in told if one[0].end <= words.start]
    sentence, marks = own[0] if own else before[-1] if before else told[0]
    span = Span(sentence.tokens[marks[0].first].start, sentence.tokens[marks[0].last].end)
    context = tuple(one for one in claim.context if one.role != "method")
    if not own:
        context += (ContextSpan(text=span.of(sentence.text), start=span.start, end=span.end, role="method"),)
    return replace(claim, method=marks[0].entry.method, context=context, rules=(*claim.rules, "peaceful_setting"))
