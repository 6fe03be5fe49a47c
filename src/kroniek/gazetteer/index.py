"""Finds the names of places in a text.

Names are looked up word by word, folded and without articles. A name of thousands in the gazetteer may also be a person's or a
common word, so small places count only where the words around them say that a place is meant ("near Hit", "Shawka, Rafah").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kroniek.gazetteer.context_words import ContextWords
from kroniek.gazetteer.naming import ARTICLES, fold_word, key_of
from kroniek.gazetteer.place import AREAS, SETTLEMENTS, Place, PlaceKind
from kroniek.gazetteer.transliteration import Transliteration
from kroniek.made import quickly_made
from kroniek.text.phrases import next_word
from kroniek.text.tokens import Token, TokenKind

WELL_KNOWN_POPULATION = 100_000
_MOST_WORDS = 6
_MOST_WORDS_KEPT = 1 << 15
_JOINS = frozenset({"-", "‑", "–"})
_WIDE = AREAS | {PlaceKind.COUNTRY}
_SPOTS = frozenset({PlaceKind.NEIGHBOURHOOD, PlaceKind.CAMP, PlaceKind.CROSSING, PlaceKind.AIRPORT, PlaceKind.BASE, PlaceKind.HOSPITAL})
# In Arabic writing "and", "in", "to" and "so" are joined to the word that follows.
_ARABIC_PREFIXES = (("بال", "ال"), ("وال", "ال"), ("لل", "ال"), ("فال", "ال"), ("ب", ""), ("و", ""), ("ل", ""))
_SHORTEST_ARABIC = 3
_POSSESSIVES = ("'s", "’s")


@quickly_made
@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """Words that name a place: code points `start` to `end`, tokens `first` to `last` (inclusive).

    `candidates` are all places of that name, the likeliest kind and the largest first. `exact` is false where only another
    spelling of the name is in the gazetteer.
    """

    start: int
    end: int
    first: int
    last: int
    candidates: tuple[Place, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """What the index is built of: places by key, the keys that must stand in the very letters, and the words to beware of.

    `of_cities` are the main names of large cities, `by_hand` all names in the hand-made list: those need no cue.
    """

    by_key: Mapping[str, tuple[Place, ...]]
    by_exact: Mapping[str, tuple[Place, ...]]
    never: frozenset[str]
    only_with_cue: frozenset[str]
    of_cities: frozenset[str] = frozenset()
    by_hand: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Found:
    match: PlaceMatch
    certain: bool


class Gazetteer:
    """Places by name. `data_sha256` is the hash of the files it was read from."""

    def __init__(
        self, places: Sequence[Place], names: Names, context: ContextWords, spelling: Transliteration, data_sha256: str = ""
    ) -> None:
        self.places = tuple(places)
        self.data_sha256 = data_sha256
        self._names = names
        self._context = context
        self._spelling = spelling
        self._by_id = {place.id: place for place in places}
        self._skeletons: dict[str, tuple[Place, ...]] | None = None
        self._longest = _longest_by_first_word(names.by_key)
        self._skeleton_starts: dict[str, int] = {}
        self._reaches: dict[str, int | None] = {}

    def by_id(self, place_id: str) -> Place | None:
        """The place with that id."""
        return self._by_id.get(place_id)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places of that name, another spelling of it where the name itself is not known; stop words are looked up too."""
        exact = self._names.by_exact.get(name)
        if exact:
            return exact
        key = key_of(name)
        found = self._names.by_key.get(key)
        if found:
            return found
        skeleton = self._spelling.skeleton(key)
        return () if skeleton is None else self._by_skeleton().get(skeleton, ())

    def is_common_word(self, word: str) -> bool:
        """Whether a word is never read as a place: a common word, a person's name, a month, a demonym."""
        return fold_word(word) in self._names.never

    def scan(self, tokens: Sequence[Token]) -> list[PlaceMatch]:
        """The places named in the tokens, the longest name at each spot, none overlapping another, in the order of the text."""
        found: list[_Found] = []
        past = -1
        # a cheap look before `_at`: in Latin letters without accents a place's name begins with a capital
        word = TokenKind.WORD
        for at in [at for at, token in enumerate(tokens) if token[4] is word and not (token[0][0].islower() and token[0].isascii())]:
            if at <= past:
                continue
            one = self._at(tokens, at, past)
            if one is not None:
                found.append(one)
                past = one.match.last
        return [one.match for one in self._confirmed(tokens, found)]

    def _at(self, tokens: Sequence[Token], first: int, last_taken: int) -> _Found | None:
        word = tokens[first].text
        if not (word[0].isupper() or _has_no_case(word)):
            return None
        exact = self._names.by_exact.get(word)
        if exact is not None and word not in self._longest:
            return _Found(PlaceMatch(tokens[first].start, tokens[first].end, first, first, exact), True)
        folded = fold_word(word)
        reach = self._longest.get(folded)
        possessive = word.endswith(_POSSESSIVES) and fold_word(word[:-2]) in self._names.by_key
        if possessive:
            folded, reach = fold_word(word[:-2]), 1
        if reach is None and not word[0].isupper():
            folded, reach = self._without_arabic_prefix(folded)
        if reach is not None:
            for key, last in reversed(list(_phrases(tokens, first, folded, reach))):
                places = self._names.by_key.get(key)
                if places is not None and key not in self._names.never and _is_capitalised(tokens, first, last, places):
                    found = self._found(tokens, first, last, places, key, last_taken)
                    return _without_possessive(found) if possessive else found
        if exact is not None:
            return _Found(PlaceMatch(tokens[first].start, tokens[first].end, first, first, exact), True)
        if word[0].isupper() and folded not in self._names.never and folded not in ARTICLES:
            return self._spelt_otherwise(tokens, first, folded, last_taken)
        return None

    def _without_arabic_prefix(self, folded: str) -> tuple[str, int | None]:
        for prefix, by in _ARABIC_PREFIXES:
            if folded.startswith(prefix) and len(folded) - len(prefix) >= _SHORTEST_ARABIC:
                bare = by + folded[len(prefix) :]
                reach = self._longest.get(bare)
                if reach is not None:
                    return bare, reach
        return folded, None

    def _found(self, tokens: Sequence[Token], first: int, last: int, places: tuple[Place, ...], key: str, last_taken: int) -> _Found:
        after = self._context.kinds_after(tokens, last)
        narrowed, end = places, last
        if after is not None:
            fitting = tuple(place for place in places if place.kind in after[0])
            narrowed, end = (fitting, after[1]) if fitting else (places, last)
        if narrowed is places:
            before = self._context.kinds_before(tokens, first)
            narrowed = (before and tuple(place for place in places if place.kind in before)) or places
        start = _with_article(tokens, first, last_taken)
        if after is not None and narrowed is places and after[0] <= _SPOTS and all(place.kind in _WIDE for place in places):
            certain = False  # "Salah al-Din neighbourhood" is not the province of that name
        else:
            certain = (after is not None and end > last) or self._is_certain(tokens, start, end, key)
        return _Found(PlaceMatch(tokens[start].start, tokens[end].end, start, end, narrowed), certain)

    def _is_certain(self, tokens: Sequence[Token], first: int, last: int, key: str) -> bool:
        by_hand = key in self._names.by_hand
        if self._context.is_other_name(tokens, first, last) or (not by_hand and _is_among_names(tokens, last)):
            return False
        if self._context.has_cue(tokens, first):
            return True
        if key in self._names.only_with_cue:
            return False
        return by_hand or (key in self._names.of_cities and not _follows_name(tokens, first))

    def _spelt_otherwise(self, tokens: Sequence[Token], first: int, folded: str, last_taken: int) -> _Found | None:
        skeletons = self._by_skeleton()
        reach = self._reach_of_skeletons(folded)
        if reach is None:
            return None
        for key, last in reversed(list(_phrases(tokens, first, folded, reach))):
            skeleton = self._spelling.skeleton(key)
            places = None if skeleton is None else skeletons.get(skeleton)
            if places is None or not _is_capitalised(tokens, first, last, places) or _is_among_names(tokens, last):
                continue
            begin = _with_article(tokens, first, last_taken)
            found = self._found(tokens, first, last, places, key, last_taken)
            match = found.match
            certain = match.last > last or (self._context.has_cue(tokens, begin) and not self._context.is_other_name(tokens, begin, last))
            return _Found(PlaceMatch(match.start, match.end, match.first, match.last, match.candidates, exact=False), certain)
        return None

    def _reach_of_skeletons(self, folded: str) -> int | None:
        """The words of the longest name whose skeleton begins as that of a folded word does, None where none does. Texts repeat their
        words, and most of those with a capital are no place's."""
        if folded not in self._reaches:
            start = self._spelling.skeleton(folded + " " * self._spelling.shortest)
            if len(self._reaches) >= _MOST_WORDS_KEPT:
                self._reaches.clear()
            self._reaches[folded] = None if start is None else self._skeleton_starts.get(start.split(" ", 1)[0])
        return self._reaches[folded]

    def _by_skeleton(self) -> dict[str, tuple[Place, ...]]:
        if self._skeletons is None:
            self._skeletons = {}
            for key, places in self._names.by_key.items():
                arabic = tuple(place for place in places if place.country in self._spelling.countries)
                skeleton = self._spelling.skeleton(key) if arabic and key not in self._names.never else None
                if skeleton is not None:
                    self._skeletons[skeleton] = merged((*self._skeletons.get(skeleton, ()), *arabic))
            self._skeleton_starts = _longest_by_first_word(self._skeletons)
        return self._skeletons

    def _confirmed(self, tokens: Sequence[Token], found: Sequence[_Found]) -> list[_Found]:
        """Drops uncertain names that do not stand in a list with a certain place of the same country."""
        if all(one.certain for one in found):
            return list(found)
        certain = [one.certain for one in found]
        for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            step = 1 if order.step > 0 else -1
            for at in order:
                if not certain[at] and certain[at - step]:
                    left, right = (found[at - 1], found[at]) if step > 0 else (found[at], found[at + 1])
                    certain[at] = self._are_listed(tokens, left.match, right.match)
        return [one for one, sure in zip(found, certain, strict=True) if sure]

    def _are_listed(self, tokens: Sequence[Token], left: PlaceMatch, right: PlaceMatch) -> bool:
        between = tokens[left.last + 1 : right.first]
        linked = 0 < len(between) <= 2 and all(fold_word(token.text) in self._context.list_links for token in between)
        countries = {place.country for place in left.candidates}
        return linked and any(place.country in countries for place in right.candidates)


def _without_possessive(found: _Found) -> _Found:
    """The match up to the "'s" of "Gaza's"; a longer one ("Gaza's Strip") is left."""
    match = found.match
    return found if match.last != match.first else _Found(replace(match, end=match.end - 2), found.certain)


def merged(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places without repeats: settlements and countries before areas, areas before the rest, larger ones first."""
    return tuple(sorted({place.id: place for place in places}.values(), key=_likelihood))


def _likelihood(place: Place) -> tuple[int, int, str]:
    if place.kind in SETTLEMENTS or place.kind is PlaceKind.COUNTRY:
        kind = 0
    else:
        kind = 1 if place.kind in AREAS else 2
    return kind, -place.population, place.id


def _longest_by_first_word(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        words = rest.count(" ") + 2 if rest else 1
        if words > longest.get(first, 0):
            longest[first] = words
    return longest


def _phrases(tokens: Sequence[Token], first: int, folded: str, most: int) -> Iterator[tuple[str, int]]:
    """Keys of one, two, ... up to `most` words from token `first` on, each with its last token; articles are passed over."""
    key, at = folded, first
    yield key, at
    words = 1
    while words < min(most, _MOST_WORDS):
        after = next_word(tokens, at)
        if after is None:
            return
        at = after
        word = fold_word(tokens[after].text)
        if word in ARTICLES:
            continue
        key = f"{key} {word}"
        words += 1
        yield key, at


def _is_capitalised(tokens: Sequence[Token], first: int, last: int, places: Sequence[Place]) -> bool:
    """Every word has a capital, articles apart; well-known names may have lower-case words inside ("Gaza strip")."""
    if last == first or any(place.listed_by_hand for place in places):
        return True
    return all(not (token.text[0].islower() and token.lower not in ARTICLES) for token in tokens[first + 1:last + 1])


def _with_article(tokens: Sequence[Token], first: int, last_taken: int) -> int:
    """The token where the name begins, its article included: "al-Tanf", "Al Tanf", but not the "at" of "at Tanf"."""
    at = first - 1
    if at > last_taken and tokens[at].text in _JOINS:
        joined = at - 1
        return joined if joined > last_taken and tokens[joined].lower in ARTICLES and tokens[joined].end == tokens[at].start else first
    if at > last_taken and tokens[at].lower in ARTICLES and tokens[at].end + 1 == tokens[first].start:
        # "As Suwayda", "At Tanf": the article takes on the first letter of the name, which the words "as" and "at" do not.
        article, name = tokens[at].lower, tokens[first].lower
        return at if article in {"al", "el"} or (tokens[at].text[0].isupper() and article[1:] and name.startswith(article[1:])) else first
    return first


def _is_among_names(tokens: Sequence[Token], last: int) -> bool:
    """Whether another capitalised word follows at once, as in a person's name or a longer one ("Jebel al-Dweila")."""
    after = last + 1
    if after + 2 < len(tokens) and tokens[after].lower in ARTICLES and tokens[after + 1].text in _JOINS:
        after += 2
    return after < len(tokens) and tokens[after].kind is TokenKind.WORD and tokens[after].text[0].isupper()


def _follows_name(tokens: Sequence[Token], first: int) -> bool:
    """Whether a capitalised word stands right before, as in a person's name, that is not the first word of the tokens."""
    return first > 1 and tokens[first - 1].kind is TokenKind.WORD and tokens[first - 1].text[0].isupper()


def _has_no_case(word: str) -> bool:
    return word.lower() == word.upper()
