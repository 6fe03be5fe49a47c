"""The gender of a named person where the words around the name, or the name itself, tell it."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.people.mentions import PersonMention
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token, TokenKind

_NEAR = 8
_BETWEEN = ("joins", "connectors", "passive", "between", "auxiliaries")
_OPENING = frozenset({"(", "“", '"', "‘"})
_FEMALE, _MALE = "female", "male"


def gender_told(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> str | None:
    """ "female" or "male" by a title beside the name, "Umm X" or "Abu X", "and her children" after it, or the given name; else None.

    A kin noun ("his wife X") tells more than all of these; that is for the caller.
    """
    around = [token.lower for token in (*tokens[mention.left : mention.first], *tokens[mention.last + 1 : mention.right + 1])]
    if any(rules.has("female_words", word) for word in around):
        return _FEMALE
    if any(rules.has("male_words", word) for word in around):
        return _MALE
    return _by_own_pronoun(tokens, mention, rules) or _by_kunya(tokens, mention, rules) or _by_name(
        tokens[mention.first : mention.last + 1], rules
    )


def own_relatives(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> int | None:
    """The token of the kin noun in "A and her two children", "A, his wife B", "A alongside his sons"; None where there is none."""
    for at in range(mention.right + 1, min(mention.right + 2 + _NEAR, len(tokens))):
        word = tokens[at].lower
        if rules.has("she", word) or rules.has("he", word) or rules.has("possessives", word):
            kin = next((look for look in range(at + 1, min(at + 6, len(tokens))) if tokens[look].lower in rules.kin), None)
            if kin is None or (tokens[at - 1].text == "," and _ends_aside(tokens, kin)):
                return None  # "X, his cousin, was killed": the cousin of somebody else
            return kin
        if tokens[at].kind is TokenKind.WORD and not any(rules.has(name, word) for name in _BETWEEN):
            return None
    return None


def _by_own_pronoun(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> str | None:
    """Whose relatives they are tells the gender: "A and her children"."""
    kin = own_relatives(tokens, mention, rules)
    if kin is None:
        return None
    between = [token.lower for token in tokens[mention.right + 1 : kin]]
    if any(rules.has("she", word) for word in between):
        return _FEMALE
    return _MALE if any(rules.has("he", word) for word in between) else None


def _ends_aside(tokens: Sequence[Token], kin: int) -> bool:
    return kin + 1 >= len(tokens) or tokens[kin + 1].text in (",", ".", ")", ";")


def _by_name(name: Sequence[Token], rules: PeopleRules) -> str | None:
    """By the given name, and what makes one of it: "Nour al-Din" is a man's, "Nour al-Huda" a woman's."""
    words = [token.lower.removesuffix("'s") for token in name if token.kind is TokenKind.WORD]
    second = [word for word in words[1:3] if not rules.has("surname_links", word)][:1]
    female = bool(words) and rules.given_names.gender(words[0]) == _FEMALE
    if second and rules.has("male_second", second[0]) and not female:  # "Menna Allah" is a woman's name
        return _MALE
    if second and rules.has("female_second", second[0]):
        return _FEMALE
    return rules.given_names.gender(words[0]) if words else None


def _by_kunya(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> str | None:
    """ "Umm X" is a mother, "Abu X" a father: before the name, or in brackets or quotes behind it."""
    first = tokens[mention.first].lower
    if mention.last + 2 < len(tokens) and tokens[mention.last + 1].text in _OPENING:
        first = tokens[mention.last + 2].lower
    for words, gender in (("female_kunya", _FEMALE), ("male_kunya", _MALE)):
        if rules.has(words, first):
            return gender
    return None
