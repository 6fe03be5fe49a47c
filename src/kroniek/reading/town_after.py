"""The town of an attack, where the opening names a country or a province only: "A raid in the north of Mali killed nine, officials said.
Gunmen struck the village of Tallan on Monday."
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kroniek.model.claim import Accuracy, Kind, PlaceMention
from kroniek.model.span import Span
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

_WIDE = (Accuracy.COUNTRY, Accuracy.PROVINCE)
_EVENT = ("harm_verb", "harm_noun", "strike_subject", "thing", "army", "method")
ToldIn = Callable[[Sentence, tuple[str, ...], Lexicon], tuple[PlaceMention | None, PlaceMention | None]]


def is_wide_place(place: PlaceMention) -> bool:
    """A country or a province."""
    return place.accuracy in _WIDE


def tells_of_places(sentence: Sentence, here: Sequence[PlaceMention], lexicon: Lexicon) -> bool:
    """Whether a sentence tells of more than one place, or of a whole country: "across Ukraine", "in Kharkiv and Sumy"."""
    if any(token.lower in lexicon.words("across") for token in sentence.tokens) or sentence.marks.has("aggregate"):
        return True
    fine = [place for place in here if not is_wide_place(place) and not place.unresolved]
    plural = any(mark.entry.kind is Kind.STRIKES and mark.entry.plural for mark in sentence.marks.all("thing"))
    return len(fine) > 1 or (plural and bool(fine))


def town_told_after(
    wide: PlaceMention, later: Sequence[Sentence], countries: tuple[str, ...], lexicon: Lexicon, told_in: ToldIn, *, headline: bool
) -> PlaceMention | None:
    """The finer place inside `wide` that the next sentences tell of the same attack, None where they tell of several or another one.

    `told_in` finds the first place of a sentence and the one where something happened; `headline`: what follows is what it is about, else
    the sentence must speak of the attack as known.
    """
    for after in later:
        if any(token.lower in lexicon.words("others") for token in after.tokens) or after.marks.has("elsewhere"):
            return None
        _, told = told_in(after, countries, lexicon)
        if told is None:
            continue
        if told.accuracy is Accuracy.COUNTRY:
            continue
        if not any(after.marks.has(category) for category in _EVENT) or not (headline or speaks_of_it(after, lexicon)):
            return None
        return inferred_place(told) if is_inside(told, wide) else None
    return None


def is_inside(told: PlaceMention, wide: PlaceMention) -> bool:
    """Whether a place is finer than a country or province and can lie in it."""
    if told.unresolved:
        return True
    inside = told.country == wide.country and (wide.accuracy is Accuracy.COUNTRY or told.admin1 == wide.admin1)
    return inside and told.accuracy is not wide.accuracy and told.accuracy is not Accuracy.COUNTRY


def is_genitive(sentence: Sentence, place: PlaceMention) -> bool:
    """ "Yemen's health ministry": a country that only says whose something is."""
    last = sentence.token_at(place.end or 0) - 1
    word = sentence.tokens[last].lower if place.end is not None and last >= 0 else ""
    return word.endswith(("'s", "’s")) or sentence.text[place.end or 0 : (place.end or 0) + 2] in ("'s", "’s")


def speaks_of_it(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "The attack on", "the drone hit": an attack or its means told as known."""
    words = lexicon.words("known_before")
    return any(
        mark.entry.kind in (Kind.STRIKES, Kind.MUNITIONS) and mark.first and sentence.tokens[mark.first - 1].lower in words
        for mark in sentence.marks.all("thing")
    )


def inferred_place(told: PlaceMention) -> PlaceMention:
    """A place told in another sentence."""
    return PlaceMention(
        text=told.text, inferred=True, from_=Span(told.start or 0, told.end or 0), name=told.name, id=told.id, country=told.country,
        admin1=told.admin1, lat=told.lat, lon=told.lon, accuracy=told.accuracy, unresolved=told.unresolved,
    )  # fmt: skip
