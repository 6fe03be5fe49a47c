"""Words by which sources are cited, and a source cited."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.span import Words
from kroniek.text.phrases import PhraseIndex


@dataclass(frozen=True, slots=True)
class CitationRules:
    """Words of citing: the name stands after `before`, or before `after`; `credits` tell that the whole text is the named one's."""

    before: PhraseIndex[bool]
    after: PhraseIndex[bool]
    credits: PhraseIndex[bool]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source named in a text. `party` is its id in the list of parties; `credit`: the text is taken over from it whole."""

    words: Words
    name: str
    party: str | None
    block: str
    credit: bool = False
