"""Words beside a name: those that say what kind of place it is, and those that say that a place is meant at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kroniek.gazetteer.naming import fold_word
from kroniek.gazetteer.place import PlaceKind
from kroniek.text.tokens import Token, TokenKind

_MOST_FILLERS = 4
_OF = frozenset({"of", "van"})


@dataclass(frozen=True, slots=True)
class GenericWord:
    """A word such as "camp" or "governorate": its folded words, and the kinds of place it goes with."""

    words: tuple[str, ...]
    kinds: frozenset[PlaceKind]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The table of `context_words.yaml`, folded. `after` and `before` hold the longest phrases first."""

    after: dict[str, tuple[GenericWord, ...]] = field(default_factory=dict)
    before: dict[str, frozenset[PlaceKind]] = field(default_factory=dict)
    prepositions: frozenset[str] = frozenset()
    whereabouts: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    list_links: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    named_after: frozenset[str] = frozenset()

    def kinds_after(self, tokens: Sequence[Token], last: int) -> tuple[frozenset[PlaceKind], int] | None:
        """The kinds meant by the words right after token `last`, and the last token of those words."""
        at = last + 1
        if at < len(tokens) and tokens[at].text == "-":
            at += 1
        if at >= len(tokens):
            return None
        for generic in self.after.get(fold_word(tokens[at].text), ()):
            words = [fold_word(token.text) for token in tokens[at : at + len(generic.words)]]
            if tuple(words) == generic.words:
                return generic.kinds, at + len(generic.words) - 1
        return None

    def kinds_before(self, tokens: Sequence[Token], first: int) -> frozenset[PlaceKind] | None:
        """The kinds meant by the word before token `first` ("stad Mosoel", "the city of Raqqa")."""
        at = self._before(tokens, first)
        if at is not None and fold_word(tokens[at].text) in _OF:
            at = self._before(tokens, at)
        return None if at is None else self.before.get(fold_word(tokens[at].text))

    def has_cue(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the words before token `first` say that a place comes: "in", "near the", "north of", "town of"."""
        at = self._before(tokens, first)
        if at is None:
            return False
        word = fold_word(tokens[at].text)
        if word in self.prepositions or word in self.whereabouts or word in self.before:
            return True
        if word not in _OF:
            return False
        at = self._before(tokens, at)
        return at is not None and (fold_word(tokens[at].text) in self.whereabouts or fold_word(tokens[at].text) in self.before)

    def is_other_name(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether tokens `first` to `last` name a person, family, street or paper: "Abu Saada", "Salah al-Din Street"."""
        at = first - 1
        if at > 0 and tokens[at].text == "-":
            at -= 1
        after = last + 1
        if after < len(tokens) and fold_word(tokens[after].text) in self.named_after:
            return True
        return at >= 0 and fold_word(tokens[at].text) in self.name_particles

    def _before(self, tokens: Sequence[Token], first: int) -> int | None:
        for at in range(first - 1, max(-1, first - 2 - _MOST_FILLERS), -1):
            token = tokens[at]
            if fold_word(token.text) not in self.fillers:
                return at if token.kind is TokenKind.WORD else None
        return None
