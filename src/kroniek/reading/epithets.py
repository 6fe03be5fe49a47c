"""Words between an agent and a name: "by the feared Wagner group"."""

from __future__ import annotations

from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, strike_ends

_LONGEST_EPITHET = 5


def past_epithets(sentence: Sentence, lexicon: Lexicon, at: int) -> int:
    """Before the words that only describe the party: "(of) the paramilitary", "(van) de islamitische terreurgroep", "(by) rebel group"."""
    reach = at - _LONGEST_EPITHET
    while at > max(0, reach) and is_epithet(sentence, lexicon, at):
        at -= 1
    return at


def is_epithet(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether the word only describes a party: an adjective, "rebel", a word for an armed group."""
    word, endings = sentence.tokens[at].lower, lexicon.endings("adjective_endings")
    if any(has_word(sentence, lexicon, name, at) for name in ("determiners", "armed_groups", "epithets", "place_adjectives")):
        return True
    if word in "-‑" and at > 0 and sentence.tokens[at - 1].end == sentence.tokens[at].start:
        return True
    return bool(endings) and word.endswith(endings) and word.isalpha() and not strike_ends(sentence, at)
