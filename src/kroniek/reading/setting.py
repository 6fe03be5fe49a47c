"""Where and by what means: what a sentence, or the sentences before it, tell of a figure's setting. When: see `event_time`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.gazetteer.index import PlaceMatch
from kroniek.gazetteer.place import Place
from kroniek.gazetteer.resolve import resolve
from kroniek.model.claim import Accuracy, Kind, Method, PlaceMention, PlaceRole
from kroniek.model.report import Voice
from kroniek.model.span import Span
from kroniek.parties.party import PartyKind
from kroniek.reading.attributes import is_a_cause
from kroniek.reading.event_time import distance
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon, Mark
from kroniek.reading.town_after import (
    inferred_place,
    is_genitive,
    is_inside,
    is_wide_place,
    speaks_of_it,
    tells_of_places,
    town_told_after,
)
from kroniek.reading.whose_time import is_contrasted
from kroniek.text.tokens import TokenKind

_SENTENCES_BACK = 4
_OPENING = 1  # sentences before one that still opens its block
_FROM_BETWEEN = 6  # words from "between" to "and"
_TO_OTHER_SIDE = 4
_HARDLY_FARTHER = 40  # signs
_NAMED_WITH_IT = 4  # signs: "Beit Jann in Syria"
_MOST_TO_PLACE = 5
_JOINED = 40  # signs
_NEUTRAL_METHODS = frozenset({Method.ACCIDENT, Method.DISASTER, Method.CRIME})


# --- place ---


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: the code points at which its amount begins and what it counts ends."""

    start: int
    end: int


def places_of(sentence: Sentence, countries: Sequence[str]) -> list[PlaceMention]:
    """Every place that the sentence names, in the order of the text, resolved by the countries of the document and by each other."""
    found: list[PlaceMention] = []
    near: Place | None = None
    for match in sentence.places:
        place = resolve(match, countries, near)
        found.append(_place_mention(sentence, match, place, PlaceRole.AT))
        if place is not None and place.accuracy not in (Accuracy.COUNTRY, Accuracy.PROVINCE):
            near = place
    return found


def _all_places(sentence: Sentence, countries: tuple[str, ...]) -> tuple[PlaceMention, ...]:
    """Known places and names that only grammar tells to be places', in the order of the text; found once for all figures around."""
    kept = sentence.mentions_of_places.get(countries)
    if kept is not None:
        return kept
    unknown = [
        PlaceMention(text=span.of(sentence.text), start=span.start, end=span.end, unresolved=True) for span in sentence.unknown_places
    ]
    found = tuple(sorted([*places_of(sentence, countries), *unknown], key=lambda place: place.start or 0))
    sentence.mentions_of_places[countries] = found
    return found


def _place_mention(sentence: Sentence, match: PlaceMatch, place: Place | None, role: PlaceRole) -> PlaceMention:
    text = sentence.text[match.start : match.end]
    if place is None:
        return PlaceMention(text=text, start=match.start, end=match.end, unresolved=True, role=role)
    return PlaceMention(
        text=text, start=match.start, end=match.end, name=place.name, id=place.id, country=place.country, admin1=place.admin1 or None,
        lat=place.lat, lon=place.lon, accuracy=place.accuracy, role=role,
    )  # fmt: skip


def place_of(
    sentence: Sentence, around: Sequence[Sequence[Sentence]], spot: Spot, countries: tuple[str, ...], lexicon: Lexicon
) -> tuple[PlaceMention | None, tuple[PlaceMention, ...]]:
    """The place of a figure at `spot` and all places of its sentence: the nearest in the sentence, else the last told before it.

    `around` are the sentences before it in its block, those of the headlines above, and the ones that follow. Where a sentence only
    tells where somebody speaks, comes from or goes to, the place told before it goes first.
    """
    here = _all_places(sentence, countries)
    best = min(here, key=lambda place: _place_rank(sentence, place, spot, lexicon), default=None)
    if best is not None and best.accuracy in (Accuracy.COUNTRY, Accuracy.PROVINCE):
        best = _finer(sentence, best, here, spot, lexicon)
    earlier, headlines, later = around
    if best is not None and not _is_beside(sentence, best, lexicon) and not _is_of_office(sentence, best, lexicon):
        return _town_for(sentence, best, here, around, countries, lexicon) or best, here
    told = _told_elsewhere([*reversed(earlier[-_SENTENCES_BACK:]), *earlier[:1], *headlines], countries, lexicon)
    if told is None and (best is None or is_wide_place(best)):
        told = _told_elsewhere(later, countries, lexicon)
    return told or best, here


def _town_for(
    sentence: Sentence,
    wide: PlaceMention,
    here: Sequence[PlaceMention],
    around: Sequence[Sequence[Sentence]],
    countries: tuple[str, ...],
    lexicon: Lexicon,
) -> PlaceMention | None:
    """The town that the sentences around tell of an attack for which this one names a country or a province only."""
    if not is_wide_place(wide) or tells_of_places(sentence, here, lexicon):
        return None
    earlier, headlines, later = around
    if earlier and (speaks_of_it(sentence, lexicon) or is_genitive(sentence, wide)):
        told = _told_elsewhere([*reversed(earlier[-_SENTENCES_BACK:]), *earlier[:1], *headlines], countries, lexicon)
        if told is not None and is_inside(told, wide):
            return told
    if len(earlier) > _OPENING:
        return None
    return town_told_after(wide, later, countries, lexicon, _told_in, headline=sentence.block.voice is Voice.HEADLINE)


def _finer(sentence: Sentence, wide: PlaceMention, here: Sequence[PlaceMention], spot: Spot, lexicon: Lexicon) -> PlaceMention:
    """A finer place of the country or province told hardly farther from the figure: "a bomb in Iraq killed ten in the city of Basra"."""
    joined = _is_right_after(sentence, spot, sentence.token_at(wide.start or 0), lexicon)  # "31 strikes in Syria (mostly at Raqqa)"
    most = -1 if joined else _place_rank(sentence, wide, spot, lexicon)[0] + _HARDLY_FARTHER
    found: list[tuple[tuple[int, int], PlaceMention]] = []
    for place in here:
        if place.country != wide.country or place.unresolved or place.accuracy in (Accuracy.COUNTRY, wide.accuracy):
            continue
        rank = _place_rank(sentence, place, spot, lexicon)
        inside = wide.accuracy is Accuracy.COUNTRY or place.admin1 == wide.admin1
        near = rank[0] <= most or 0 <= (wide.start or 0) - (place.end or 0) <= _NAMED_WITH_IT
        if inside and near and not _another_counted(sentence, place, spot.start):
            found.append((rank, place))
    return min(found, key=lambda one: one[0], default=((0, 0), wide))[1]


def _another_counted(sentence: Sentence, place: PlaceMention, offset: int) -> bool:
    """Whether another number stands between the figure and the place: "one strike in Iraq and nine in Mosul"."""
    figure, at = sentence.token_at(offset), sentence.token_at(place.start or 0)
    between = range(figure + 1, at) if figure < at else range(at + 1, figure)
    return any(sentence.marks.at("number", index) is not None or sentence.tokens[index].text.isdecimal() for index in between)


def _told_elsewhere(sentences: Sequence[Sentence], countries: tuple[str, ...], lexicon: Lexicon) -> PlaceMention | None:
    """The first place of the nearest sentence that tells one; a finer one of the same country goes before a country."""
    wide: PlaceMention | None = None
    beside: PlaceMention | None = None
    for before in sentences:
        first, told = _told_in(before, countries, lexicon)
        beside = beside or first
        if told is None or (wide is not None and wide.country != told.country):
            continue
        if told.accuracy is not Accuracy.COUNTRY:
            return inferred_place(told)
        wide = wide or told
    found = wide or beside
    return None if found is None else inferred_place(found)


def _told_in(
    sentence: Sentence, countries: tuple[str, ...], lexicon: Lexicon
) -> tuple[PlaceMention | None, PlaceMention | None]:
    """The first place that a sentence names, and the one where something happened; found once for all the figures around it."""
    key = (countries, lexicon.language)
    kept = sentence.told_places.get(key)
    if kept is None:
        there = _all_places(sentence, countries)
        happened = [place for place in there if not _is_beside(sentence, place, lexicon)]
        told = min(happened, key=lambda place: _order(sentence, place, lexicon), default=None)
        kept = sentence.told_places[key] = (there[0] if there else None, told)
    return kept


def _is_beside(sentence: Sentence, place: PlaceMention, lexicon: Lexicon) -> bool:
    """Whether the words tell where somebody speaks, comes from or goes to: "the minister in Kyiv", "flown to Jordan"."""
    start = place.start or 0
    kept = sentence.places_beside.get(start)
    if kept is None:
        kept = sentence.places_beside[start] = _tells_whereabouts(sentence, start, lexicon)
    return kept


def _tells_whereabouts(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether the words before the name that begins at `start` tell where somebody speaks, comes from or goes to."""
    index = sentence.token_at(start)
    at = index - 1
    while at > 0 and sentence.tokens[at].lower in lexicon.words("determiners"):
        at -= 1
    if at < 1:
        return False
    word, before = sentence.tokens[at].lower, sentence.tokens[at - 1].lower
    if word in lexicon.words("beside_border") and before in lexicon.words("borders"):
        return True  # "bij de grens met Mali"
    if word in lexicon.words("betweens") or word in lexicon.words("conjunctions"):
        return _fights_there(sentence, index, at, lexicon)
    if lexicon.words("verb_second") and word in lexicon.words("by"):
        return True  # "de door Iran gesteunde militie"
    if is_a_cause(sentence, lexicon, index):
        return True  # "sinds de oorlog begon na een aanval op Israël"
    if word in lexicon.words("toward") or word in lexicon.words("away"):
        return before not in lexicon.words("whereabouts")
    if word in lexicon.words("bordering"):
        return True  # "a district bordering Afghanistan"
    if word not in lexicon.words("place_prepositions"):
        return False
    if before in lexicon.words("offices"):
        return True
    named = next((match for match in sentence.parties if match.last == at - 1 and match.how == "name"), None)
    # armed groups are where they fight: "rebels of M23 in Goma"
    return named is not None and named.party.kind is not PartyKind.BELLIGERENT


def _fights_there(sentence: Sentence, index: int, at: int, lexicon: Lexicon) -> bool:
    """ "The war between Israel and Hezbollah": a state between which and an armed group something is told of, and no place here."""
    tokens, joined = sentence.tokens, lexicon.words("conjunctions")
    armed = [match for match in sentence.parties if match.party.kind is PartyKind.BELLIGERENT and match.how == "name"]
    if tokens[at].lower in joined:
        openers = lexicon.words("betweens")
        begin = next((back for back in range(at - 1, max(-1, at - _FROM_BETWEEN), -1) if tokens[back].lower in openers), None)
        return begin is not None and any(begin < match.first < at for match in armed)
    last = index + _TO_OTHER_SIDE
    return any(index < match.first <= last for match in armed) and any(token.lower in joined for token in tokens[index + 1 : last])


def _order(sentence: Sentence, place: PlaceMention, lexicon: Lexicon) -> tuple[bool, bool, int]:
    return place.accuracy is Accuracy.COUNTRY, _is_of_office(sentence, place, lexicon), place.start or 0


def _is_of_office(sentence: Sentence, place: PlaceMention, lexicon: Lexicon) -> bool:
    """Whether the place only says whose an office is: "the governor of Gaziantep"."""
    tokens, index = sentence.tokens, sentence.token_at(place.start or 0)
    near = [token.lower for token in tokens[max(0, index - 4) : index]]
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in lexicon.words("of")), 0)
    return at > 0 and near[at - 1] in lexicon.words("seats_of")


def _owns(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """ "Iraq's Anbar province": whether the name at token `index` only says in which country the next one lies."""
    tokens = sentence.tokens
    if not tokens[index].lower.endswith(("'s", "’s")) or index + 1 >= len(tokens) or not tokens[index].text[0].isupper():
        return False
    after = index + 1
    if tokens[after].lower in lexicon.words("capitals"):  # "Sudan's capital, Khartoum"
        after += 2 if after + 2 < len(tokens) and tokens[after + 1].text == "," else 1
    return after < len(tokens) and tokens[after].text[0].isupper()


def _is_told_as(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun of settlements tells what the name at token `index` is: "in the southern city of Basra", "in het stadje Hawija"."""
    at = index - 1
    if at > 0 and sentence.tokens[at].lower in lexicon.words("of"):
        at -= 1
    return at >= 0 and sentence.tokens[at].lower in lexicon.words("settlements")


def _place_rank(sentence: Sentence, place: PlaceMention, spot: Spot, lexicon: Lexicon) -> tuple[int, int]:
    start, end = place.start or 0, place.end or 0
    index = sentence.token_at(start)
    opens = index - 1
    while opens > 0 and not is_wide_place(place) and sentence.tokens[opens].lower in lexicon.words("place_adjectives"):
        opens -= 1  # "in western Rafah"
    before = sentence.tokens[opens].lower if index else ""
    owned = index > 0 and _owns(sentence, index - 1, lexicon)
    told = place.unresolved or owned or before in lexicon.words("place_prepositions") or _is_told_as(sentence, index, lexicon)
    rank = 0 if told else 60
    if place.accuracy is Accuracy.COUNTRY:
        rank += 75 if _owns(sentence, index, lexicon) else 60 if is_genitive(sentence, place) else 15
    if is_contrasted(sentence, index, sentence.token_at(spot.start), lexicon):
        rank += 90
    if _is_beside(sentence, place, lexicon):
        rank += 120
    elif index > 1 and before in lexicon.words("whereabouts_of") and sentence.tokens[index - 2].lower in lexicon.words("whereabouts"):
        rank += 40  # "south of Idlib": beside the place
    if start > spot.start and any(token.lower in lexicon.words("than") for token in sentence.tokens[sentence.token_at(spot.start) : index]):
        rank += 80  # "less than half the size of West Mosul": held against, not spoken of
    if _is_right_after(sentence, spot, index, lexicon):
        return start - spot.end - _JOINED + rank, start  # "nine in Baluon, five in Abdita"
    return distance(start, end, spot.start) + rank, start


def _is_right_after(sentence: Sentence, spot: Spot, index: int, lexicon: Lexicon) -> bool:
    """Whether the place is joined to what is counted: "killed one in Mykolaiv and injured at least 13 others in the city of Kyiv"."""
    after = sentence.token_at(spot.end)
    between = sentence.tokens[after:index]
    if not 0 < len(between) <= _MOST_TO_PLACE or between[0].lower in lexicon.words("of"):
        return False  # "citizens of Russia"
    if between[0].lower not in lexicon.words("place_prepositions"):
        return False
    return all(
        token.kind is TokenKind.WORD and token.text.islower() and token.lower not in lexicon.words("conjunctions") for token in between
    )


# --- method ---


def _tells_of_munitions(sentence: Sentence) -> bool:
    return any(mark.entry.kind is Kind.MUNITIONS for mark in sentence.marks.all("thing"))


def method_of(sentence: Sentence, earlier: Sequence[Sentence], index: int) -> tuple[Method | None, Span | None]:
    """The means: the nearest word of it in the sentence, else the last before it; the span of that word.

    Of the sentences before, means of war go before an accident, a disease or a crime that one of them speaks of without harm: those
    killed by a drone had been "waiting for a measles vaccination".
    """
    peaceful: tuple[Method | None, Span | None] | None = None
    for candidate in [sentence, *reversed(earlier[-_SENTENCES_BACK:])]:
        marks = [mark for mark in candidate.marks.all("method") if not _is_denied(candidate, mark)]
        if not marks:
            continue
        war = [mark for mark in marks if mark.entry.method not in _NEUTRAL_METHODS]
        if not war and peaceful is not None:
            continue
        if not war and candidate.marks.has("striking") and _tells_of_munitions(candidate):
            return peaceful or (None, None)  # "a bomb hit a shop, prosecutors said": who investigates it makes it no crime
        chosen = min(war or marks, key=lambda mark: abs(mark.first - index)) if candidate is sentence else (war or marks)[0]
        found = chosen.entry.method, candidate.span_of(chosen.first, chosen.last).span
        if war or candidate is sentence or _tells_of_harm(candidate):
            return found if war or peaceful is None else peaceful
        peaceful = found
    return peaceful or (None, None)


def _is_denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether it is an accident or a crime that it was not: "the bombing was no accident"."""
    if mark.entry.method not in _NEUTRAL_METHODS:
        return False
    return any(sentence.marks.ending("negation", mark.first - back) is not None for back in (1, 2))


def _tells_of_harm(sentence: Sentence) -> bool:
    return sentence.marks.has("harm_verb") or sentence.marks.has("harm_noun")
