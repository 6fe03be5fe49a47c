"""One sentence and what stands in it: tokens, words of the lexicon, times, parties, places. Each is found when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from kroniek.gazetteer.index import PlaceMatch
from kroniek.model.claim import Accuracy
from kroniek.model.report import Block
from kroniek.model.span import Words, words_at
from kroniek.parties.index import PartyMatch
from kroniek.reading.dates import TimeFound, find_times
from kroniek.reading.exclusions import masked_spans
from kroniek.reading.lexicon import Marks, mark_words
from kroniek.reading.passage import Passage
from kroniek.reading.rules import ReadingRules
from kroniek.text.tokens import Token, tokenise

# a dateline stands within so many characters of its block's beginning
_LONGEST_DATELINE = 60


class Sentence:
    """A sentence of a block. Pure: what it finds depends on the text and the rules alone."""

    def __init__(self, text: str, start: int, end: int, block: Block, rules: ReadingRules, year_hint: int | None = None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.block = block
        self.language = block.language
        self._rules = rules
        self._year_hint = year_hint

    @cached_property
    def words(self) -> Words:
        """The sentence as written."""
        return words_at(self.text, self.start, self.end)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens."""
        return tuple(tokenise(self.text, self.start, self.end))

    @cached_property
    def marks(self) -> Marks:
        """Where words of the lexicon stand."""
        return mark_words(self.tokens, self._rules.lexicons[self.language])

    @cached_property
    def times(self) -> tuple[TimeFound, ...]:
        """Dates and times, reckoned from the block's own day."""
        anchor: date | None = self.block.published
        return tuple(find_times(self.text, self.tokens, self._rules.dates[self.language], anchor, self._year_hint))

    @cached_property
    def parties(self) -> tuple[PartyMatch, ...]:
        """Parties named."""
        return tuple(self._rules.parties.scan(self.tokens, self.language))

    @cached_property
    def places(self) -> tuple[PlaceMatch, ...]:
        """Places named. Party names ("Syrian Observatory"), states that act, and the city of a dateline are none."""
        taken = [(match.start, match.end) for match in self.parties if match.how == "name"]
        kept: list[PlaceMatch] = []
        for match in self._rules.gazetteer.scan(self.tokens):
            if not self._is_party(match, taken, kept) and not self._is_dateline(match):
                kept.append(match)
        return tuple(kept)

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
        before = self.tokens[match.first - 1]
        if before.lower in lexicon.words("place_prepositions"):
            return True
        linked = before.text == "," or before.lower in lexicon.words("conjunctions")
        return linked and any(place.last == match.first - 2 for place in kept)

    def _is_dateline(self, match: PlaceMatch) -> bool:
        """ "BEIRUT (Reuters) - ...": where the report was filed, at the head of a block."""
        if match.first > 1 or self.start > self.block.start + _LONGEST_DATELINE:
            return False
        at = match.last + 1
        if at < len(self.tokens) and self.tokens[at].text == "(":
            closed = next((index for index in range(at, min(at + 8, len(self.tokens))) if self.tokens[index].text == ")"), None)
            at = len(self.tokens) if closed is None else closed + 1
        if at >= len(self.tokens) or self.tokens[at].text not in ("-", "–", "—"):
            return False
        return self.text[self.tokens[at].end : self.tokens[at].end + 1].isspace()

    @cached_property
    def passage(self) -> Passage:
        """The same as attribution and the search for names take it."""
        return Passage(self.text, self.start, self.end, self.tokens, self.parties, self.language)

    @cached_property
    def closed(self) -> frozenset[int]:
        """Tokens that cannot be figures: of dates and times, and of addresses and handles."""
        spans = [(time.start, time.end) for time in self.times if time.kind != "duration"]
        spans.extend(masked_spans(self.text, self.start, self.end))
        if not spans:
            return frozenset()
        return frozenset(index for index, token in enumerate(self.tokens) if any(start <= token.start < end for start, end in spans))

    def token_at(self, offset: int) -> int:
        """The index of the token at or after a code point."""
        for index, token in enumerate(self.tokens):
            if token.end > offset:
                return index
        return len(self.tokens) - 1

    def span_of(self, first: int, last: int) -> Words:
        """The words of tokens `first` to `last`."""
        return words_at(self.text, self.tokens[first].start, self.tokens[last].end)
