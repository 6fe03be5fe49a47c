"""Finds the parties that a text names, by name or by an adjective with an armed noun ("Israeli airstrike")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kroniek.made import quickly_made
from kroniek.parties.party import Party, PartyKind
from kroniek.text.fold import fold
from kroniek.text.phrases import PhraseIndex, PhraseMatch, next_word
from kroniek.text.tokens import Token, TokenKind, tokenise

How = Literal["name", "adjective", "seat"]
# Words that may stand between adjective and noun: "Israeli military air strike", "Russian and Syrian warplanes".
_MOST_WORDS_BETWEEN = 4
_MOST_NAMED = 4096


@quickly_made
@dataclass(frozen=True, slots=True)
class PartyMatch:
    """Words that name a party: code points `start` to `end`, tokens `first` to `last` (inclusive).

    `how` is "adjective" where the words only say whose ("Israeli" in "Israeli airstrike"); they then span the adjective alone. It is
    "seat" where a capital stands for its government ("Moscow denies").
    """

    start: int
    end: int
    first: int
    last: int
    party: Party
    how: How


@dataclass(frozen=True, slots=True)
class ArmedNouns:
    """Nouns that make an adjective mean a state's forces, and words that may stand between the two; folded."""

    nouns: frozenset[str]
    irregular_nouns: frozenset[str]
    between: frozenset[str]
    stems: tuple[str, ...]

    def is_armed(self, folded: str, *, irregular: bool) -> bool:
        """Whether the word is an armed noun, or a compound that ends in one ("luchtaanval", "precisiebombardement").

        Militants and rebels are armed men of a state only where the party is none: "Syrian rebels" are not the Syrian army.
        """
        return folded in self.nouns or (irregular and folded in self.irregular_nouns) or folded.endswith(self.stems)


class Parties:
    """Parties by name. The index of a language holds its own aliases and those of every language."""

    def __init__(
        self,
        parties: Mapping[str, Party],
        names: Mapping[str, PhraseIndex[Party]],
        adjectives: Mapping[str, PhraseIndex[Party]],
        armed: Mapping[str, ArmedNouns],
        data_sha256: str = "",
        generic: Mapping[str, Mapping[str, Party]] | None = None,
        seats: PhraseIndex[Party] | None = None,
    ) -> None:
        self.data_sha256 = data_sha256
        self._generic = generic or {}
        self._seats: PhraseIndex[Party] = seats or PhraseIndex()
        self._parties = parties
        self._armies: dict[str, str] = {}
        for party in parties.values():
            if party.kind is PartyKind.STATE and party.country and party.belligerent_id:
                self._armies.setdefault(party.country, party.belligerent_id)
        self._names = names
        self._adjectives = adjectives
        self._armed = armed
        self._any = next(iter(names))
        self._named: dict[tuple[str, str], Party | None] = {}

    def all(self) -> tuple[Party, ...]:
        """Every party, in the order of the file."""
        return tuple(self._parties.values())

    def by_id(self, party_id: str) -> Party | None:
        """The party with that id."""
        return self._parties.get(party_id)

    def belligerent_of(self, party: Party) -> Party | None:
        """The party to which its armed acts are laid; None where it has no arms."""
        return None if party.belligerent_id is None else self._parties[party.belligerent_id]

    def named(self, words: str, language: str = "en") -> Party | None:
        """The first party that some words by themselves name, None for none: a publisher's name stands over every sentence of its text."""
        key = (words, language)
        if key not in self._named:
            if len(self._named) >= _MOST_NAMED:
                self._named.clear()
            found = self.scan(tokenise(words), language)
            self._named[key] = found[0].party if found else None
        return self._named[key]

    def called(self, words: str, language: str = "en") -> Party | None:
        """The party that these words are the name of, or another name of, as a whole; None where they say more, or name none."""
        tokens = tokenise(words)
        found = self.scan(tokens, language)
        whole = len(found) == 1 and found[0].how == "name" and (found[0].first, found[0].last) == (0, len(tokens) - 1)
        return found[0].party if whole else None

    def army_of(self, country: str) -> Party | None:
        """The belligerent as which a state acts; None where the list has none for `country` (ISO 3166 alpha-2)."""
        return self._parties.get(self._armies.get(country, ""))

    def is_army_of_state(self, party: Party) -> bool:
        """Whether a state acts as this belligerent."""
        return party.id in self._armies.values()

    def has_own_words(self, country: str) -> bool:
        """Whether general words mean other parties in a text on that country."""
        return country in self._generic

    def seats(self, tokens: Sequence[Token]) -> list[PartyMatch]:
        """Capitals in the tokens, each with the state whose government sits there; whether they stand for it is for the caller to tell."""
        found = []
        for match in self._seats.scan(tokens):
            end = match.end - 2 if tokens[match.last].lower.endswith(("'s", "’s")) else match.end
            found.append(PartyMatch(match.start, end, match.first, match.last, match.value, "seat"))
        return found

    def scan(self, tokens: Sequence[Token], language: str = "en", country: str | None = None) -> list[PartyMatch]:
        """The parties that the tokens name, none overlapping another, in the order of the text.

        A language without a list of its own is read with the first one ("en"). `country` (ISO 3166 alpha-2) is the one that the text
        chiefly speaks of: there a general word such as "the coalition" may mean another party than elsewhere.
        """
        names = self._names.get(language, self._names[self._any])
        matches = [_named(tokens, match, language) for match in names.scan(tokens)]
        found = [self._meant(match, tokens, country) for match in matches if not _is_of_another_state(tokens, match)]
        taken = {index for match in found for index in range(match.first, match.last + 1)}
        adjectives = self._adjectives.get(language, self._adjectives[self._any])
        for match in adjectives.scan(tokens):
            if match.first in taken or match.last in taken:
                continue
            if self.belligerent_for_adjective(tokens, match.first, match.last, language) is not None:
                found.append(PartyMatch(match.start, match.end, match.first, match.last, match.value, "adjective"))
        return sorted(found, key=lambda match: match.start)

    def _meant(self, match: PartyMatch, tokens: Sequence[Token], country: str | None) -> PartyMatch:
        meanings = self._generic.get(country) if country else None
        if meanings is None:
            return match
        words = " ".join(fold(token.text) for token in tokens[match.first : match.last + 1]).removesuffix("'s")
        party = meanings.get(words)
        return match if party is None else replace(match, party=party)

    def is_armed_noun(self, word: str, language: str = "en") -> bool:
        """Whether the word is one that makes an adjective before it mean armed forces: "forces", "drones", "aanval"."""
        return self._armed.get(language, self._armed[self._any]).is_armed(fold(word), irregular=False)

    def belligerent_for_adjective(self, tokens: Sequence[Token], first: int, last: int, language: str = "en") -> Party | None:
        """The party that an adjective at tokens `first` to `last` means with the armed noun after it, or None.

        "Palestinian rockets" means Palestinian militants; "Palestinian civilians" nobody who bears arms.
        """
        known = self._adjectives.get(language, self._adjectives[self._any]).scan(tokens[first : last + 1])
        if not known:
            return None
        armed = self._armed.get(language, self._armed[self._any])
        at: int | None = last
        for _ in range(_MOST_WORDS_BETWEEN + 1):
            at = _next_in_list(tokens, at) if at is not None else None
            if at is None:
                return None
            word = fold(tokens[at].text)
            if armed.is_armed(word, irregular=known[0].value.irregular):
                return known[0].value
            if word not in armed.between:
                return None
        return None


def _is_of_another_state(tokens: Sequence[Token], match: PartyMatch) -> bool:
    """Whether an adjective before a state's ministry says that it is another state's: "het Nigerese ministerie van Defensie"."""
    if match.party.kind is not PartyKind.MINISTRY or match.party.country is None or match.first == 0:
        return False
    before = tokens[match.first - 1].text
    return before[0].isupper() and before.endswith("se") and tokens[match.first].text[0].islower()


def _named(tokens: Sequence[Token], match: PhraseMatch[Party], language: str) -> PartyMatch:
    """The match with the last full stop of "U.S.", and without the "'s" of an English genitive (a Dutch one is a plural: "Houthi's")."""
    end, last = match.end, match.last
    word = tokens[last]
    if language != "nl" and word.lower.endswith("'s"):
        end -= 2
    elif len(word.text) == 1 and last > match.first and last + 1 < len(tokens):
        stop = tokens[last + 1]
        if stop.text == "." and stop.start == end and tokens[last - 1].text == ".":
            end, last = stop.end, last + 1
    return PartyMatch(match.start, end, match.first, last, match.value, "name")


def _next_in_list(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the next word, a comma passed over: "American, British and French warplanes"."""
    after = at + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
        return after if after < len(tokens) and tokens[after].kind is TokenKind.WORD else None
    return next_word(tokens, at)
