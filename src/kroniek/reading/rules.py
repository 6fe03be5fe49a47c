"""Everything the reader steers by, loaded once and passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kroniek.gazetteer.index import Gazetteer
from kroniek.parties.index import Parties
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.reading.blocks import BlockRules
from kroniek.reading.citation_rules import CitationRules
from kroniek.reading.dates import DateRules
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.light.rules import LightRules
from kroniek.reading.people.rules import PeopleRules
from kroniek.reading.report_clues import ClueRules
from kroniek.reading.sentences import SentenceRules


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """Word lists by language, places and parties. A block in a language without a lexicon gives no claims.

    `theatres` are countries (ISO 3166 alpha-2) at war, see `theatres.yaml`. `light` are the languages read by words and
    nearness alone.
    """

    lexicons: Mapping[str, Lexicon]
    dates: Mapping[str, DateRules]
    attribution: Mapping[str, AttributionRules]
    people: Mapping[str, PeopleRules]
    clues: Mapping[str, ClueRules]
    citations: Mapping[str, CitationRules]
    sentences: SentenceRules
    blocks: BlockRules
    gazetteer: Gazetteer
    parties: Parties
    theatres: frozenset[str] = frozenset()
    light: Mapping[str, LightRules] = field(default_factory=dict)
