"""Loads the reader's rules from the package's data files."""

from __future__ import annotations

from functools import cache

from kroniek.gazetteer.load import load_gazetteer
from kroniek.parties.load import load_parties
from kroniek.reading.attribution_load import load_attribution_rules
from kroniek.reading.clues_load import load_clues
from kroniek.reading.context_load import load_block_rules, load_citation_rules, load_date_rules, load_sentence_rules
from kroniek.reading.lexicon_load import load_lexicon, load_theatres
from kroniek.reading.light_load import light_languages, load_light_rules
from kroniek.reading.people_load import load_people_rules
from kroniek.reading.rules import ReadingRules

LANGUAGES = ("en", "nl")


@cache
def load_rules(languages: tuple[str, ...] = LANGUAGES) -> ReadingRules:
    """The rules of these languages, read once a process. Raises RulesError that names the file and row at fault.

    Blocks in another language give no claims.
    """
    full = tuple(language for language in languages if language not in light_languages())
    return ReadingRules(
        lexicons={language: load_lexicon(language) for language in full},
        dates={language: load_date_rules(language) for language in full},
        attribution={language: load_attribution_rules(language) for language in full},
        people={language: load_people_rules(language) for language in full},
        clues=load_clues(full),
        citations={language: load_citation_rules(language) for language in full},
        sentences=load_sentence_rules(),
        blocks=load_block_rules(),
        gazetteer=load_gazetteer(),
        parties=load_parties(),
        theatres=load_theatres(),
        light={language: load_light_rules(language) for language in light_languages() if languages == LANGUAGES or language in languages},
    )
