"""Names that tell one event from another: capitalised words of a text that no list need know, a village, a school, a bridge.

They are compared as words, folded, so that a hamlet that the gazetteer lacks still ties two reports. A word that only ever begins a
sentence is written large for that, and no name. Words that stand in the names of
those who speak or fight, of months and days and of places that are known are no such names: those are compared elsewhere.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from kroniek.reading.result import Reading
from kroniek.text.fold import fold

_CAPITALISED = re.compile(r"(?<![\w’'])[^\W\d_][\w’']{3,}")
_LONGEST_LOOKED_AT = 6_000
_MOST_NAMES = 120
_SPACE = 4
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name))
_BEFORE_SENTENCE = frozenset(".!?:\n\"'“”‘„«»•*-–—")


def telling_names(reading: Reading) -> frozenset[str]:
    """The folded capitalised words inside sentences of the report's beginning that are written small nowhere in it and are in no name
    that is known."""
    text = reading.document.text[:_LONGEST_LOOKED_AT]
    known = set(_words(_known(reading)))
    small: set[str] = set()
    found: dict[str, None] = {}
    for match in _CAPITALISED.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if word[0].isupper() and not word.isupper():
            if word not in _CALENDAR and not _begins(text, match.start()):
                found.setdefault(fold(word), None)
        else:
            small.add(fold(word))
    names = [name for name in found if name not in small and name not in known]
    return frozenset(names[:_MOST_NAMES])


def _begins(text: str, at: int) -> bool:
    """Whether a sentence, a line or a quotation begins there."""
    before = text[max(0, at - _SPACE) : at].rstrip(" ")
    return not before or before[-1] in _BEFORE_SENTENCE


def _known(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield from (name for name in (document.publisher, document.author) if name)
    for source in reading.cited:
        yield source.name
        yield source.words.text
    for party in reading.parties:
        yield party.text
        yield party.name or ""
    for place in reading.places:
        yield place.text
        yield place.name or ""
    for claim in reading.claims:
        for speaker in claim.said_by:
            yield speaker.text
            yield speaker.name or ""
        for words in (claim.actor, claim.time):
            if words is not None:
                yield words.text


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for match in _CAPITALISED.finditer(name):
            yield fold(match.group())
