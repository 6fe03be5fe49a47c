"""One sentence and what stands in it: tokens, words of the lexicon, times, parties, places. Each is found when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kroniek.gazetteer.index import PlaceMatch
from kroniek.gazetteer.place import Place
from kroniek.model.claim import Accuracy, PlaceMention
from kroniek.model.report import Block
from kroniek.model.span import Span, Words, words_at
from kroniek.parties.index import PartyMatch
from kroniek.parties.party import Party, PartyKind
from kroniek.reading.attribution.rules import CueForm
from kroniek.reading.dates import TimeFound, find_times
from kroniek.reading.exclusions import masked_spans
from kroniek.reading.lazy import lazy
from kroniek.reading.lexicon import Lexicon, Marks, mark_words
from kroniek.reading.passage import Passage
from kroniek.reading.rules import ReadingRules
from kroniek.reading.saying import times_of_saying
from kroniek.reading.senses import in_their_sense
from kroniek.reading.unknown_places import unknown_places
from kroniek.text.tokens import Token, TokenisedText, TokenKind, tokenise

# a dateline stands within so many characters of its block's beginning
_LONGEST_DATELINE = 60
_LONGEST_INITIALS = 3
_MOST_TOKENS_OF_DATELINE = 14
_LONGEST_PARTICLE = 3
_DASHES = ("-", "–", "—")
# what a sentence holds whichever country the text speaks of
_ANYWHERE = ("words", "tokens", "marks", "times")


class Sentence:
    """A sentence of a block. Pure: what it finds depends on the text and the rules alone."""

    def __init__(
        self, text: str, start: int, end: int, block: Block, rules: ReadingRules, year_hint: int | None = None, country: str | None = None,
        tokenised: TokenisedText | None = None,
    ) -> None:  # fmt: skip
        self.text = text
        self.start = start
        self.end = end
        self.block = block
        self.language = block.language
        self._rules = rules
        self._year_hint = year_hint
        self.country = country
        self._tokenised = tokenised
        # the places named, resolved by the countries that the text speaks of: made once for all the figures that ask for them
        self.mentions_of_places: dict[tuple[str, ...], tuple[PlaceMention, ...]] = {}
        # of those the first and the one where something happened, by countries and language
        self.told_places: dict[tuple[tuple[str, ...], str], tuple[PlaceMention | None, PlaceMention | None]] = {}
        # what the grammar of the sentence tells of its places and parties whichever figure asks, by where their names begin and end
        self.places_beside: dict[int, bool] = {}
        self.laid: dict[tuple[int, int, str], int] = {}
        self.accused: dict[tuple[int, int], bool] = {}
        self.pronoun_acts: int | None = None

    def in_country(self, country: str) -> Sentence:
        """The same sentence in a text that chiefly speaks of `country`, where general words may mean other parties."""
        told = Sentence(self.text, self.start, self.end, self.block, self._rules, self._year_hint, country, self._tokenised)
        told.__dict__.update({name: self.__dict__[name] for name in _ANYWHERE if name in self.__dict__})
        return told

    @lazy
    def words(self) -> Words:
        """The sentence as written."""
        return words_at(self.text, self.start, self.end)

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        if self._tokenised is not None:
            return self._tokenised.within(self.start, self.end)
        return tuple(tokenise(self.text, self.start, self.end))

    @lazy
    def marks(self) -> Marks:
        """Where words of the lexicon stand."""
        lexicon = self._rules.lexicons[self.language]
        return in_their_sense(self.tokens, mark_words(self.tokens, lexicon), lexicon)

    @lazy
    def times(self) -> tuple[TimeFound, ...]:
        """Dates and times, reckoned from the block's own day."""
        anchor: date | None = self.block.published
        return tuple(find_times(self.text, self.tokens, self._rules.dates[self.language], anchor, self._year_hint))

    @lazy
    def said_times(self) -> frozenset[TimeFound]:
        """Those of `times` at which something was said or published, which is not when it happened."""
        return times_of_saying(self.times, self.tokens, self.marks, self._rules.attribution[self.language])

    @lazy
    def event_times(self) -> tuple[TimeFound, ...]:
        """The times of what is told: all but `said_times` and the day of a dateline, on which it was written."""
        said, filed = self.said_times, self.dateline_end if self.times else self.start
        if not said and filed == self.start:
            return self.times
        return tuple(time for time in self.times if time not in said and time.start >= filed)

    @lazy
    def parties(self) -> tuple[PartyMatch, ...]:
        """Parties named, capitals that stand for their government among them."""
        found = self._rules.parties.scan(self.tokens, self.language, self.country)
        described = {match.last: match.party for match in found if match.how == "adjective"}
        found = [match for match in found if not self._sits_abroad(match) and not self._is_of_another(match, described)]
        seats = [seat for seat in self._rules.parties.seats(self.tokens) if self._speaks(seat)]
        return tuple(sorted([*found, *seats], key=lambda match: match.start)) if seats else tuple(found)

    def _is_of_another(self, match: PartyMatch, described: Mapping[int, Party]) -> bool:
        """Whether a plain noun that elsewhere means one army is told to be another's: "de Israëlische krijgsmacht"."""
        owner = described.get(match.first - 1)
        return owner is not None and owner != match.party and self.tokens[match.first].text[0].islower()

    def _sits_abroad(self, match: PartyMatch) -> bool:
        """Whether a ministry is told to sit in another country than the one whose ministry the words mean elsewhere: "in Kabul"."""
        at = match.last + 2
        if match.party.kind is not PartyKind.MINISTRY or match.party.country is None or at >= len(self.tokens):
            return False
        lexicon = self._rules.lexicons[self.language]
        between = self.tokens[match.last + 1].lower
        if between in lexicon.words("of") and any(token.lower in lexicon.words("regions") for token in self.tokens[at : at + 3]):
            return True  # "het ministerie van Defensie van de regio"
        if not self.tokens[at].text[0].isupper() or not (between in lexicon.words("place_prepositions") or between in lexicon.words("of")):
            return False
        countries = {place.country for place in self._rules.gazetteer.lookup(self.tokens[at].text)}
        return bool(countries) and match.party.country not in countries

    def _speaks(self, seat: PartyMatch) -> bool:
        """Whether a capital says something, or is accused or cited: "Moscow denies", "volgens Moskou", "accused Kyiv"."""
        if seat.start < self.dateline_end:
            return False
        rules, lexicon = self._rules.attribution[self.language], self._rules.lexicons[self.language]
        before = self.tokens[seat.first - 1] if seat.first else None
        after = seat.last + 1
        while after < len(self.tokens) and self.tokens[after].lower in rules.fillers:
            after += 1
        for cue in rules.cues.scan(self.tokens):
            if cue.value.form is CueForm.VERB and (cue.first == after or (rules.verb_second and cue.last == seat.first - 1)):
                return before is None or before.lower not in lexicon.words("place_prepositions")
            if cue.value.form is CueForm.BEFORE and cue.last == seat.first - 1:
                return True
        if self.tokens[seat.last].lower.endswith(("'s", "’s")):  # "Kyiv's forces"
            owned = self.tokens[seat.last + 1 : seat.last + 2]
            return bool(owned) and self._rules.parties.is_armed_noun(owned[0].lower, self.language)
        if after < len(self.tokens) and self.tokens[after].lower in lexicon.words("attack_verbs") and not _is_of_place(before, lexicon):
            return True  # "Moscow fired 54 missiles"
        inverted = rules.verb_second and before is not None and before.lower in lexicon.words("attack_verbs")
        if inverted and seat.last + 1 < len(self.tokens) and self.tokens[seat.last + 1].kind is TokenKind.NUMBER:
            return True  # "stuurde Moskou 117 drones"
        return before is not None and before.lower in rules.accusing

    @lazy
    def places(self) -> tuple[PlaceMatch, ...]:
        """Places named. Party names ("Syrian Observatory"), states that act, and the city of a dateline are none."""
        seats = [match.start for match in self.parties if match.how == "seat"]
        taken = [(match.start, match.end) for match in self.parties if match.how == "name"]
        kept: list[PlaceMatch] = []
        named: frozenset[Place] = frozenset()
        for match in self._rules.gazetteer.scan(self.tokens):
            if self._is_epithet(match):
                named = frozenset(match.candidates)
                continue
            if named and not named.isdisjoint(match.candidates):  # "the Libyan capital Tripoli" is no other Tripoli
                match = replace(match, candidates=tuple(one for one in match.candidates if one in named))
            named = frozenset()
            if match.start not in seats and not self._is_party(match, taken, kept) and match.start >= self.dateline_end:
                kept.append(match)
        return tuple(kept)

    def _is_epithet(self, match: PlaceMatch) -> bool:
        """ "The Syrian capital Damascus", "de Syrische hoofdstad, Damascus,": words for a capital that is named right after them."""
        tokens, after = self.tokens, match.last + 1
        if match.first == match.last or tokens[match.last].lower not in self._rules.lexicons[self.language].words("capitals"):
            return False
        lexicon = self._rules.lexicons[self.language]
        after += after < len(tokens) and (tokens[after].text == "," or tokens[after].lower in lexicon.words("of"))
        return after < len(tokens) and tokens[after].kind is TokenKind.WORD and tokens[after].text[0].isupper()

    @lazy
    def unknown_places(self) -> tuple[Span, ...]:
        """Names that no list knows, where grammar says that they are places'; a dateline's is none, as it is no known place either."""
        known = [Span(one.start, one.end) for found in (self.parties, self.times, self.places) for one in found]
        lexicon = self._rules.lexicons[self.language]
        found = unknown_places(self.tokens, lexicon, known, self._rules.gazetteer.is_common_word)
        spans = [Span(self.tokens[first].start, self.tokens[last].end) for first, last in found]
        return tuple(span for span in spans if span.start >= self.dateline_end)

    def _is_party(self, match: PlaceMatch, taken: Sequence[tuple[int, int]], kept: Sequence[PlaceMatch]) -> bool:
        """Whether the words name one who acts: part of a party's name, or a country that stands where no place can stand."""
        for start, end in taken:
            if start <= match.start and match.end <= end:
                if end - start > match.end - match.start:
                    return True
                return match.candidates[0].accuracy is Accuracy.COUNTRY and not self._stands_as_place(match, kept)
        return False

    def _stands_as_place(self, match: PlaceMatch, kept: Sequence[PlaceMatch]) -> bool:
        """After "in" and its like, or beside another place that does: "in Syria and Iraq"."""
        lexicon = self._rules.lexicons[self.language]
        if match.first == 0:
            return False
        at = match.first - 1
        while at > 0 and self.tokens[at].lower in lexicon.words("place_adjectives"):
            at -= 1  # "in central Ukraine"
        before = self.tokens[at]
        if before.lower in lexicon.words("by") and self._is_done(match, lexicon):
            return False  # "uitgevoerd door Rusland", "door Rusland afgevuurd"
        if before.lower in lexicon.words("place_prepositions"):
            return True
        if at > 0 and before.lower in lexicon.words("whereabouts_of") and self.tokens[at - 1].lower in lexicon.words("whereabouts"):
            return True  # "in het oosten van Oekraïne"
        linked = before.text == "," or before.lower in lexicon.words("conjunctions")
        return linked and any(place.last == match.first - 2 for place in kept)

    def _is_done(self, match: PlaceMatch, lexicon: Lexicon) -> bool:
        """Whether a participle of attack or harm stands beside "by" and its name: on either side in Dutch, before it in English."""
        near = [match.first - 2, *([match.last + 1, match.last + 2] if lexicon.words("verb_second") else [])]
        for at in near:
            if 0 <= at < len(self.tokens):
                word = self.tokens[at].lower
                if word in lexicon.words("attack_participles") or self.marks.at("harm_adjective", at) is not None:
                    return True
                if self.marks.ending("harm_verb", at) is not None or self.marks.at("harm_verb", at) is not None:
                    return True
        return False

    @lazy
    def dateline_end(self) -> int:
        """Where "BEIRUT (Reuters) - " has ended, which tells where the report was filed and by whom; the sentence's start without one."""
        if self.start > self.block.start + _LONGEST_DATELINE and self.text[self.start - 1 : self.start] != "\n":
            return self.start
        tokens = self.tokens
        if tokens[-1].text == "." and len(tokens) <= _MOST_TOKENS_OF_DATELINE and tokens[0].text.isupper() and tokens[-2].text == ")":
            return tokens[-1].end  # "KANO (ANP)."
        for at, token in enumerate(tokens[:_MOST_TOKENS_OF_DATELINE]):
            if token.text == "|" and at and not any(one.text == "|" for one in tokens[at + 1 : _MOST_TOKENS_OF_DATELINE]):
                return token.end if all(_in_dateline(one) for one in tokens[:at]) else self.start  # "KINSHASA, DRC | Xinhua | At least"
            if token.text == ":" and at and all(one.text.isupper() and len(one.text) > _LONGEST_INITIALS for one in tokens[:at]):
                return token.end  # "BANGKOK: An air strike"
            filed = at and tokens[at - 1].text == ")"  # "KYIV (Reuters) -At least"
            apart = filed or self.text[token.end : token.end + 1].isspace()
            if token.text in _DASHES and at and token.start > tokens[at - 1].end and apart:
                opened = sum(one.text == "(" for one in tokens[:at]) == sum(one.text == ")" for one in tokens[:at])
                return token.end if opened and all(_in_dateline(one) for one in tokens[:at]) else self.start
        return self.start

    @lazy
    def passage(self) -> Passage:
        """The same as attribution and the search for names take it."""
        places = tuple((match.start, match.end) for match in self.places)
        return Passage(self.text, self.start, self.end, self.tokens, self.parties, self.language, places)

    @lazy
    def closed(self) -> frozenset[int]:
        """Tokens that cannot be figures: of dates and times, and of addresses and handles."""
        spans = [(time.start, time.end) for time in self.times if time.kind != "duration"]
        spans.extend(masked_spans(self.text, self.start, self.end))
        if not spans:
            return frozenset()
        starts = [token.start for token in self.tokens]
        return frozenset(index for start, end in spans for index in range(bisect_left(starts, start), bisect_left(starts, end)))

    @lazy
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """The index of the token at or after a code point."""
        return min(bisect_right(self._ends, offset), len(self.tokens) - 1)

    def span_of(self, first: int, last: int) -> Words:
        """The words of tokens `first` to `last`."""
        return words_at(self.text, self.tokens[first].start, self.tokens[last].end)


def _is_of_place(before: Token | None, lexicon: Lexicon) -> bool:
    """Whether the word before a name makes it a place: "in Moscow"."""
    return before is not None and before.lower in lexicon.words("place_prepositions")


def _in_dateline(token: Token) -> bool:
    """Whether a token can stand in a dateline: a name, a sign, a day; "BEIRUT, Aug. 22 (Reuters)"."""
    return token.kind is not TokenKind.WORD or not token.text[0].islower() or len(token.text) <= _LONGEST_PARTICLE
