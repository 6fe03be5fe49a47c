"""Which harm a word tells of people: "killed", "injured", "lost her life"; not the "life" of a page's name, nor "victims of the attack"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token

_PARTICLE_REACH = 14
_BEFORE_LIFE = 4


def harm_told(tokens: Sequence[Token], at: int, rules: PeopleRules) -> Harm | None:
    """The harm that the token tells; a verb with a particle ("kwam" ... "om") only with that particle after it."""
    word = tokens[at].lower
    particle = rules.particles.get(word)
    if particle is not None and not any(token.lower == particle for token in tokens[at + 1 : at + 1 + _PARTICLE_REACH]):
        return None
    if rules.has("lives", word) and not _life_taken(tokens, at, rules):
        return None
    if rules.has("victims", word) and _only_struck(tokens, at, rules):
        return None
    injured = at > 0 and rules.has("victims", word) and rules.has("injured", tokens[at - 1].lower)
    if injured or rules.has("injured", word):
        return Harm.INJURED  # "three of the injured victims"
    return Harm.KILLED if rules.has("killed", word) else None


def _only_struck(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool:
    """ "A and B were the victims of the attack": whether they lived is not told by it."""
    before, after = tokens[max(0, at - 2) : at], tokens[at + 1 : at + 2]
    return any(rules.has("auxiliaries", token.lower) for token in before) and any(rules.has("of", token.lower) for token in after)


def _life_taken(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool:
    """Whether the "life" at the token is a death: "lost her life", "the lives of A and B"; not the last word of a page's name."""
    of = at + 1 < len(tokens) and rules.has("of", tokens[at + 1].lower)
    return of or any(rules.has("losing", token.lower) for token in tokens[max(0, at - _BEFORE_LIFE) : at])


def loses_life(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool:
    """Whether a death by "lost his life", "verloren het leven" begins at token `at`."""
    return rules.has("losing", tokens[at].lower) and any(rules.has("lives", token.lower) for token in tokens[at + 1 : at + 4])


def describes_noun(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool:
    """Whether the participle at token `at` stands before its noun: "the alleged strike"."""
    ending = rules.past_tense_ending
    return bool(ending) and tokens[at].lower.endswith(ending) and at > 0 and rules.has("determiners", tokens[at - 1].lower)
