"""One sentence as the readers of a sentence get it: its place in the text, its tokens, and the parties named in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from kroniek.made import quickly_made
from kroniek.text.tokens import Token


class PartyLike(Protocol):
    """A party of the parties' list."""

    @property
    def id(self) -> str:
        """Stable id, as in the list."""

    @property
    def name(self) -> str:
        """Display name."""

    @property
    def kind(self) -> str:
        """What it is: belligerent, monitor, outlet, government, ..."""

    @property
    def belligerent_id(self) -> str | None:
        """The party to which its armed acts are laid, None where it bears no arms."""


class PartyMatch(Protocol):
    """A party named in a text, `start` up to and without `end` in code points of the whole text."""

    @property
    def start(self) -> int:
        """Where the name begins."""

    @property
    def end(self) -> int:
        """Where the name has ended."""

    @property
    def party(self) -> PartyLike:
        """Which party it is."""

    @property
    def how(self) -> str:
        """ "name", "adjective" where the words only say whose ("Israeli" in "Israeli airstrike"), or "seat": a capital that speaks."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, `start` up to and without `end` of the whole untouched `text`; tokens and parties are of this sentence only."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    parties: tuple[PartyMatch, ...]
    language: str
    places: tuple[tuple[int, int], ...] = ()
    """Code points of the places named: a place speaks for nobody."""
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What a reader of the sentence worked out, under a name of its own: the next sentences look back and need not do it again."""

    @property
    def words(self) -> str:
        """The sentence as written."""
        return self.text[self.start : self.end]

    @property
    def lowers(self) -> frozenset[str]:
        """Its words in lower case, each once; made once, since whether one of a list is among them is asked again and again."""
        made: frozenset[str] | None = self.kept.get("lowers")
        if made is None:
            made = self.kept["lowers"] = frozenset([token.lower for token in self.tokens])
        return made
