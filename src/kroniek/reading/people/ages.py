"""Whether a person without an age is told as a child ("her young son A", "their children A and B") or grown up ("A and her children")."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.people.gender import own_relatives
from kroniek.reading.people.mentions import PersonMention
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token, TokenKind

_BEFORE = 3
_APART = 8  # words and signs between "the one-year-old A was killed, along with his" and "brother"
_GROWN = 18
_SMALL = 12  # whose brothers and sisters are children as a rule
_NEAR = 40  # mentions and tokens that are looked at on either side, so that a long list takes linear time
_REACH = 400
_ELDERS = ("parents", "grandparents", "spouses")
_PARENT_OF_GROWN = 50  # whose children are as likely grown up as not


def told_as_child(tokens: Sequence[Token], mentions: Sequence[PersonMention], index: int, rules: PeopleRules) -> bool | None:
    """True for a son, daughter or grandchild without an age, as casualty recorders take them; None where nothing tells.

    Not so for the children of a grandparent or of a parent of fifty or more, nor where brothers and sisters beside them are grown up.
    False for who has a wife, a husband or children.
    """
    mention = mentions[index]
    if _has_family(tokens, mention, rules):
        return False
    if mention.kin is None:
        return None
    if any(rules.has(name, mention.kin) for name in _ELDERS):
        return False if mention.name else None
    before = _own_words(tokens[max(0, mention.left - _BEFORE) : mention.left], rules)
    if any(rules.has("minors", token.lower) or rules.has("child_words", token.lower) for token in before) and not mention.adult:
        return True
    if rules.has("grandchildren", mention.kin):
        return True
    if _sibling_of_child(mentions, index, rules):
        return True
    if not rules.has("offspring", mention.kin):
        return None
    near = mentions[max(0, index - _NEAR) : index + _NEAR]
    siblings = [other.age for other in near if other.age is not None and other.kin is not None and rules.has("offspring", other.kin)]
    listed = [other.age for other in near if other.age is not None and other.kin == mention.kin]
    family = tokens[max(0, mention.first - _REACH) : mention.last + _REACH]
    if any(rules.has("grandparents", token.lower) or rules.has("grandchildren", token.lower) for token in family):
        return True if listed and max(listed) < _GROWN else None
    if siblings:
        return True if min(siblings) < _GROWN else None
    parents = [other.age for other in mentions[max(0, index - _NEAR) : index] if other.age is not None]
    return None if parents and max(parents) >= _PARENT_OF_GROWN else True


def _sibling_of_child(mentions: Sequence[PersonMention], index: int, rules: PeopleRules) -> bool:
    """ "One-year-old A and his brother B", "two sisters, A and two-year-old B": the brother of a small child, told beside it."""
    mention = mentions[index]
    if not rules.has("siblings", mention.kin or ""):
        return False
    before = next((other for other in mentions[max(0, index - 2) : index][::-1] if other.name), None)  # "his brother" is a mention too
    young = before is not None and (before.age <= _SMALL if before.age is not None else before.child is True)
    if young and before is not None and mention.left - before.right <= (_APART if before.age is not None else _BEFORE):
        return True
    after = mentions[index + 1 : index + 2]
    return any(other.kin == mention.kin and other.age is not None and other.age <= _SMALL for other in after)


def _own_words(before: Sequence[Token], rules: PeopleRules) -> Sequence[Token]:
    """Of the words before a name those that can describe it: not "children" in "her five children and their grandmother X"."""
    last = max((at for at, token in enumerate(before) if token.kind is TokenKind.SIGN or rules.has("joins", token.lower)), default=-1)
    return before[last + 1 :] if last < len(before) - 1 or (before and before[-1].text == ",") else before


def _has_family(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> bool:
    """ "A and her two sons", "A, his wife B", "Umm Sami"."""
    if rules.has("female_kunya", tokens[mention.first].lower) or rules.has("male_kunya", tokens[mention.first].lower):
        return rules.has("adult_words", tokens[mention.first].lower)
    kin = own_relatives(tokens, mention, rules)
    if kin is None:
        return False
    if rules.has("spouses", tokens[kin].lower):
        return True
    descends = mention.kin is not None and (rules.has("offspring", mention.kin) or rules.has("grandchildren", mention.kin))
    return not descends and rules.has("offspring", tokens[kin].lower)  # "her son A and her daughter B": the daughter is not A's
