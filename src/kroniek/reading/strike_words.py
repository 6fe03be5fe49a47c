"""Words of attack at a token: strikes, weapons, verbs of attack."""

from __future__ import annotations

from kroniek.model.claim import Kind
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon


def has_word(sentence: Sentence, lexicon: Lexicon, name: str, index: int) -> bool:
    """Whether the token at `index` is of the word list `name`; False beyond the sentence."""
    return 0 <= index < len(sentence.tokens) and sentence.tokens[index].lower in lexicon.words(name)


def is_finite_attack(word: str, lexicon: Lexicon) -> bool:
    """ "Bombed", "bombardeerde"."""
    return word in lexicon.words("attack_verbs")


def is_attack(word: str, lexicon: Lexicon) -> bool:
    """A finite verb of attack or its participle."""
    return word in lexicon.words("attack_verbs") or word in lexicon.words("attack_participles")


def is_strike(sentence: Sentence, index: int) -> bool:
    """A phrase that means an attack begins at the token."""
    thing = sentence.marks.at("thing", index)
    return (thing is not None and thing.entry.kind is Kind.STRIKES) or sentence.marks.at("strike_subject", index) is not None


def strike_ends(sentence: Sentence, index: int) -> bool:
    """A phrase that means an attack ends at the token."""
    thing = sentence.marks.ending("thing", index)
    return (thing is not None and thing.entry.kind is Kind.STRIKES) or sentence.marks.ending("strike_subject", index) is not None


def strikes_soon(sentence: Sentence, index: int) -> bool:
    """An attack within three words."""
    return any(is_strike(sentence, at) for at in range(index, min(index + 3, len(sentence.tokens))))


def is_weapon(sentence: Sentence, index: int) -> bool:
    """A phrase that means munitions begins at the token."""
    thing = sentence.marks.at("thing", index)
    return thing is not None and thing.entry.kind is Kind.MUNITIONS


def weapon_ends(sentence: Sentence, index: int) -> bool:
    """A phrase that means munitions ends at the token."""
    thing = sentence.marks.ending("thing", index)
    return thing is not None and thing.entry.kind is Kind.MUNITIONS
