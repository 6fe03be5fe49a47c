"""One more of the dead, whom a later source adds to those that others named, or who is told of as one of them."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.people.mentions import PersonMention
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token

_BEHIND = 14


def added_to_dead(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> bool:
    """Whether the name is added to the dead: "one post added A (30)", "B added the name A", "adding A to the list of those killed"."""
    at, noun = mention.left - 1, False
    while at > 0 and (rules.has("determiners", tokens[at].lower) or rules.has("name_nouns", tokens[at].lower)):
        noun = noun or rules.has("name_nouns", tokens[at].lower)
        at -= 1
    if at < 1 or not mention.name or mention.single or not rules.has("adding", tokens[at].lower):
        return False
    behind = {token.lower for token in tokens[mention.right + 1 : mention.right + 1 + _BEHIND]}
    listed = not behind.isdisjoint(rules.words["list_openers"]) and not behind.isdisjoint(rules.words["killed"])
    return noun or listed or mention.age is not None


def told_as(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool:
    """Whether the word of harm at token `at` is told of the names before it: "identified A and B as killed", "A as a victim"."""
    victim = rules.has("victims", tokens[at].lower) and rules.has("articles", tokens[at - 1].lower)
    return rules.has("as", tokens[at - 1 - victim].lower)
