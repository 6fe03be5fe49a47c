"""Passages for the tests of the readers of a sentence: a few parties, and a plain cut into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kroniek.reading.passage import Passage
from kroniek.text.phrases import PhraseIndex
from kroniek.text.tokens import tokenise


@dataclass(frozen=True)
class Party:
    id: str
    name: str
    kind: str
    belligerent_id: str | None = None


@dataclass(frozen=True)
class Match:
    start: int
    end: int
    party: Party
    how: str = "name"


AIRWARS = Party("airwars", "Airwars", "monitor")
SOHR = Party("sohr", "Syrian Observatory for Human Rights", "monitor")
COALITION = Party("us-led-coalition", "U.S.-led Coalition", "belligerent", "us-led-coalition")
RUSSIA = Party("russia", "Russia", "state", "russian-military")
ISRAEL = Party("israeli-military", "Israeli Military", "belligerent", "israeli-military")
REUTERS = Party("reuters", "Reuters", "agency")
JAZEERA = Party("al-jazeera", "Al Jazeera", "outlet")
HEALTH = Party("gaza-health", "Gaza Ministry of Health", "ministry")
NATIONS = Party("un", "United Nations", "united_nations")
STATES = Party("us", "United States", "state", "us-military")
ISIS = Party("islamic-state", "Islamic State", "belligerent", "islamic-state")

_NAMES = {
    AIRWARS: ("Airwars",),
    SOHR: ("SOHR", "Syrian Observatory for Human Rights"),
    COALITION: ("the Coalition", "Coalition", "VS-coalitie"),
    RUSSIA: ("Russia", "Rusland"),
    ISRAEL: ("Israeli army", "Israeli military", "Israël"),
    REUTERS: ("Reuters",),
    JAZEERA: ("Al Jazeera",),
    HEALTH: ("ministry of health", "ministerie van Volksgezondheid"),
    NATIONS: ("UN", "VN"),
    STATES: ("United States", "VS"),
    ISIS: ("ISIS",),
}
_INDEX: PhraseIndex[Party] = PhraseIndex()
for _party, _names in _NAMES.items():
    for _name in _names:
        _INDEX.add(_name, _party)
_BREAK = re.compile(r"(?<=[.!?”\"]) +(?=[A-Z“\"\d])|$")


def passages(text: str, language: str = "en") -> list[Passage]:
    """The sentences of the text, cut at a stop before a capital, digit or quotation mark."""
    found, start = [], 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            tokens = tuple(tokenise(text, start, match.start()))
            parties = tuple(Match(hit.start, hit.end, hit.value) for hit in _INDEX.scan(tokens))
            found.append(Passage(text, start, match.start(), tokens, parties, language))
        start = match.end()
    return found
