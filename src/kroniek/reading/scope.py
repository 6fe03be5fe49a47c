"""Whether a claim is of one incident, a total over more, or beside the story."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Accuracy, Claim, Kind, PlaceMention, Scope, SpeakerMention, TimeMention
from kroniek.model.interval import Precision
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.told_days import after_another
from kroniek.reading.totals_told import is_beside_total, is_many, is_of_another_event, told_as_total

# Kinds that only ever sum up or describe a state; a budget or an area is no incident.
_NEVER_INCIDENT = frozenset({Kind.CHANGE, Kind.RATIO, Kind.RATE, Kind.AREA, Kind.MONEY, Kind.FORCE})
ELSEWHERE = "elsewhere"
"""The rule of a claim whose words say that it is of another event than the report's."""

_DAYS_OF_ONE_INCIDENT = 2
_NEAR_BACKGROUND = 12  # tokens: further off it speaks of something else in the sentence
_LONGEST_INFERRED = 7
_LONGEST_SO_FAR = 2  # words past the first: "so far this year" is longer
_ATTACKING = frozenset({Kind.STRIKES, Kind.MUNITIONS})
_OF_ONE_DAY = frozenset({Kind.CASUALTIES, Kind.MUNITIONS, Kind.DISPLACEMENT})


def scope_of(
    kind: Kind,
    time: TimeMention | None,
    sentence: Sentence,
    index: int,
    lexicon: Lexicon,
    earlier: Sequence[Sentence] = (),
    *,
    large: bool = False,
    since: bool = False,
    one_strike: bool = False,
    opening: int = 0,
    low: float | None = None,
    told_by: int | None = None,
) -> tuple[Scope, str]:
    """The scope of a figure at token `index`, and the rule that decided. `large`: it counts a population, not those at one place;
    `since`: its time is told as a beginning ("since 14 August"); `one_strike`: it is told of a strike spoken of before ("the strike");
    `opening`: the token with which the sentence begins, past its quotation marks; `low`: the least number told; `earlier`: the sentences
    before; `told_by`: the token from which on the sentence only describes who says it (", says a group that counts the dead of the war").

    A day's strikes near one place are an incident; a month's, a campaign's, "in total since" are aggregates.
    """
    marks = sentence.marks
    here = None if time is None or time.inferred else time
    one_day = here is not None and _is_of_one_day(here)
    if kind in _NEVER_INCIDENT or (kind is Kind.DESTRUCTION and (time is None or not _is_of_one_day(time))):
        return Scope.AGGREGATE, "scope:kind"
    single = _one_attack(marks)
    if here is not None and not since and kind is Kind.CASUALTIES and is_of_another_event(here, sentence, earlier, lexicon, single=single):
        return Scope.BACKGROUND, "scope:another-event"
    if kind is Kind.CASUALTIES and (after := after_another(sentence, lexicon)) is not None and after < index:
        return Scope.BACKGROUND, "scope:another-event"
    if here is not None and here.precision in (Precision.MONTH, Precision.YEAR) and not single:
        return Scope.AGGREGATE, "scope:long-time"
    if since:
        return Scope.AGGREGATE, "scope:since"
    if kind is Kind.PEOPLE and large:
        return Scope.AGGREGATE, "scope:population"
    if low is not None and not one_day and not one_strike and not single and is_many(kind, low):
        return Scope.AGGREGATE, "scope:thousands"
    if marks.has("change") and marks.has("percent"):
        return Scope.AGGREGATE, "scope:compared"
    if here is not None and (here.end_day - here.start_day).days >= _DAYS_OF_ONE_INCIDENT and not single:
        return Scope.AGGREGATE, "scope:long-time"
    if kind is Kind.CASUALTIES and not single and (rule := told_as_total(sentence, here, lexicon, one_strike=one_strike, low=low)):
        return Scope.AGGREGATE, rule
    words = marks.all("running_total") if one_day and kind in _OF_ONE_DAY else marks.all("aggregate")
    if kind is Kind.CASUALTIES:
        words = [mark for mark in words if mark.first > opening]  # "Overall, photographs show six injured": it opens the sentence
        words = [mark for mark in words if told_by is None or mark.first < told_by]
        if time is not None and _is_of_one_day(time):  # "so far 23 bodies have been found" of one day's attack is its toll
            words = [mark for mark in words if marks.at("so_far", mark.first) is None or mark.last > mark.first + _LONGEST_SO_FAR]
    near = any(abs(mark.first - index) <= 25 and not is_beside_total(sentence, mark.first, lexicon) for mark in words)
    if near and not (kind is Kind.CASUALTIES and _is_of_many(marks)):
        return Scope.AGGREGATE, "scope:words"
    # a count of strikes beside a period told elsewhere need not be that period's total
    if time is not None and kind is not Kind.STRIKES and not one_strike and _is_long(time) and not single:
        return Scope.AGGREGATE, "scope:inferred-time"
    if any(abs(mark.first - index) <= _NEAR_BACKGROUND for mark in marks.all("background")):
        return Scope.BACKGROUND, "scope:background"
    return Scope.INCIDENT, "scope:incident"


def _is_of_one_day(time: TimeMention) -> bool:
    """A day, or the night between two."""
    return time.start_day == time.end_day or time.precision is Precision.PART_OF_DAY


def _one_attack(marks: Marks) -> bool:
    """ "One of the deadliest raids", "an air raid in September that killed 60", "de aanslag van vorige week": one event."""
    if _is_of_many(marks):
        return True
    singles = [mark for mark in marks.all("thing") if mark.entry.kind in _ATTACKING and mark.entry.plural is False]
    told = [article for mark in singles for back in (1, 2) if (article := marks.ending("article", mark.first - back)) is not None]
    if any(marks.ending("subset", article.first - 1) is None for article in told):  # not "barrages, including a strike on a clinic"
        return True
    dated = any(marks.ending("dating", mark.first - back) is not None for mark in singles for back in (1, 2))
    return dated or any(marks.at("dated", mark.last + 1) is not None for mark in singles)


def _is_of_many(marks: Marks) -> bool:
    """ "Killed in one of the deadliest air strikes of the civil war": one attack, told as one of those of a war."""
    return any(
        mark.entry.kind is Kind.STRIKES and any(marks.ending("one_of", mark.first - back) is not None for back in (1, 2))
        for mark in marks.all("thing")
    )


def _is_long(time: TimeMention) -> bool:
    """A month or more, or a period longer than one incident."""
    return time.precision in (Precision.MONTH, Precision.YEAR) or (time.end_day - time.start_day).days > _LONGEST_INFERRED


def tells_of_one_strike(sentence: Sentence, definites: frozenset[str]) -> bool:
    """Whether the sentence speaks of a strike as known: "bij het bombardement", "in the attack"; no plural."""
    for mark in sentence.marks.all("thing"):
        word, before = sentence.tokens[mark.last].lower, mark.first - 1
        singular = not word.endswith(("s", "en"))
        if mark.entry.kind is Kind.STRIKES and singular and before >= 0 and sentence.tokens[before].lower in definites:
            return True
    return False


def told_elsewhere(sentence: Sentence, earlier: Sequence[Sentence]) -> bool:
    """Whether the sentence, or the one before it in its paragraph, says that it tells of something else: "a separate strike", "elders"."""
    if sentence.marks.has("elsewhere"):
        return True
    before = earlier[-1] if earlier else None
    return before is not None and before.marks.has("elsewhere") and "\n" not in sentence.text[before.end : sentence.start]


def opens_with_it(sentence: Sentence, earlier: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether the sentence begins with a word for the one attack told before it: "een drone trof de markt. Daarbij vielen tien doden"."""
    if not sentence.tokens or not earlier or sentence.tokens[0].lower not in lexicon.words("in_it"):
        return False
    marks = earlier[-1].marks
    many = any(mark.entry.kind is Kind.STRIKES and mark.entry.plural for mark in marks.all("thing"))
    return not many and not marks.has("aggregate")


def described_teller(sentence: Sentence, said_by: Sequence[SpeakerMention], offset: int, pronouns: frozenset[str]) -> int | None:
    """The token of the relative pronoun after a speaker who is named behind the figure at `offset`: ", says a group that counts the dead
    of the war"; None where there is none."""
    start = said_by[0].start if said_by else None
    if start is None or not offset < start < sentence.end:
        return None
    tokens = sentence.tokens
    return next((at for at in range(sentence.token_at(start), len(tokens)) if tokens[at].lower in pronouns), None)


def is_strike_total(claim: Claim, places_apart: bool) -> bool:
    """Whether a number of strikes is a total over several places: a country's, a province's whose places are told apart, or none at all.

    `places_apart`: see `strikes_told_apart`.
    """
    if claim.kind is not Kind.STRIKES or claim.scope is not Scope.INCIDENT:
        return False
    if claim.quantity.low == 0 or (_is(claim.place, Accuracy.COUNTRY) and claim.place is not None and not claim.place.inferred):
        return True
    return _is(claim.place, Accuracy.PROVINCE) and places_apart


def strikes_told_apart(claims: Sequence[Claim]) -> bool:
    """Whether a report counts strikes at places finer than a province."""
    return any(
        claim.kind is Kind.STRIKES and claim.place is not None and not _is(claim.place, Accuracy.COUNTRY, Accuracy.PROVINCE)
        for claim in claims
    )


def _is(place: PlaceMention | None, *accuracies: Accuracy) -> bool:
    return place is not None and place.accuracy in accuracies
