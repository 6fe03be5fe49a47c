"""Places of a language that is read lightly: known ones by their names, and names that no list knows after a word such as "village"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kroniek.gazetteer.index import Gazetteer, PlaceMatch
from kroniek.gazetteer.place import Place, PlaceKind
from kroniek.gazetteer.resolve import resolve
from kroniek.model.claim import Accuracy, PlaceMention
from kroniek.reading.light.rules import LightRules
from kroniek.reading.light.words import LightSentence
from kroniek.text.tokens import TokenKind

_WIDE = (Accuracy.COUNTRY, Accuracy.PROVINCE)
_SHORTEST = 3
_MOST_LISTED = 6


def matches_of(sentence: LightSentence, gazetteer: Gazetteer, rules: LightRules) -> list[PlaceMatch]:
    """The known places named. The name of a province's capital means the province, unless a word such as "city" stands before it."""
    parties = [(first, last) for first, last, _ in sentence.parties]
    found = []
    for match in gazetteer.scan(sentence.tokens):
        if any(first <= match.last and match.first <= last for first, last in parties):
            continue
        province = tuple(place for place in match.candidates if place.kind is PlaceKind.PROVINCE)
        before = sentence.tokens[match.first - 1].lower if match.first else ""
        city = before in rules.words("place_proper")
        found.append(replace(match, candidates=province) if province and not city else match)
    return found


def places_of(
    text: str, sentence: LightSentence, matches: Sequence[PlaceMatch], countries: Sequence[str], rules: LightRules
) -> tuple[PlaceMention, ...]:
    """Every place named in a sentence, known or not, in the order of the text."""
    found: list[PlaceMention] = []
    near: Place | None = None
    for match in matches:
        place = resolve(match, countries, near)
        if place is None:
            found.append(PlaceMention(text=text[match.start : match.end], start=match.start, end=match.end, unresolved=True))
            continue
        found.append(
            PlaceMention(
                text=text[match.start : match.end], start=match.start, end=match.end, name=place.name, id=place.id, country=place.country,
                admin1=place.admin1 or None, lat=place.lat, lon=place.lon, accuracy=place.accuracy,
            )
        )  # fmt: skip
        if place.accuracy not in _WIDE:
            near = place
    taken = {at for match in matches for at in range(match.first, match.last + 1)}
    taken.update(at for first, last, _ in sentence.parties for at in range(first, last + 1))
    for first, last in _unknown(sentence, taken, rules):
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        found.append(PlaceMention(text=text[start:end], start=start, end=end, unresolved=True))
    return tuple(sorted(found, key=lambda place: (place.start or 0, place.end or 0)))


def _unknown(sentence: LightSentence, taken: set[int], rules: LightRules) -> Iterator[tuple[int, int]]:
    """The name after "village", "town", "quarter" where it is in no list, and those joined to it: "the villages of X and Y"."""
    past = -1
    for mark in sentence.all("place_noun"):
        first, listed = mark.last + 1, 0
        while first > past and listed < _MOST_LISTED:
            last = _name_end(sentence, first, taken, rules)
            if last is None:
                break
            yield first, last
            past, listed = last, listed + 1
            first = _next_in_list(sentence, last, rules)


def _name_end(sentence: LightSentence, first: int, taken: set[int], rules: LightRules) -> int | None:
    """The last token of a name that begins at `first`, two words where the first is one such as "Tell"; None where none begins."""
    if sentence.at("name_first", first) is not None and first not in taken:
        return first + 1 if _names(sentence, first + 1, taken, rules) else None
    return first if _names(sentence, first, taken, rules) else None


def _next_in_list(sentence: LightSentence, last: int, rules: LightRules) -> int:
    """The token after `last` where "and" is joined to it; else past the end."""
    at, tokens = last + 1, sentence.tokens
    joined = at < len(tokens) and tokens[at].lower != tokens[at].folded and tokens[at].folded[0] in rules.words("list_link")
    return at if joined else len(tokens)


def _names(sentence: LightSentence, at: int, taken: set[int], rules: LightRules) -> bool:
    if at >= len(sentence.tokens) or at in taken:
        return False
    token = sentence.tokens[at]
    known = token.lower in rules.vocabulary or token.folded in rules.vocabulary
    joined = any(token.folded.startswith(one.letters) and one.by for one in rules.proclitics)  # "to the ...", "with the ..."
    if joined and token.folded[0] not in rules.words("list_link"):
        return False
    return token.kind is TokenKind.WORD and len(token.text) >= _SHORTEST and not known
