"""What a list of relatives tells of every name in it: "his sons A, B (7) and C" are three sons, "their children: A and B" two children."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.made import replace
from kroniek.reading.people.mentions import PersonMention, told_small
from kroniek.reading.people.rules import PeopleRules
from kroniek.reading.people.told_ages import age_ending_at, shared_ages
from kroniek.text.tokens import Token, TokenKind

_MOST_BETWEEN = 5
_MOST_TO_NAMES = 8
_MOST_BEFORE = 14
_GROWN = 18
_QUOTES = frozenset({'"', "“", "‘"})
_OPENERS = frozenset({":", "–", "—"})


def with_kin_of_lists(tokens: Sequence[Token], mentions: Sequence[PersonMention], rules: PeopleRules) -> list[PersonMention]:
    """The mentions, those without a kin noun of their own with that of the list that they stand in."""
    found = [_kin_of(tokens, mentions, at, rules) for at in range(len(mentions))]
    for at, mention in enumerate(found):
        if mention is not mentions[at]:
            found[at - 1] = replace(found[at - 1], possessor=True)  # "the son of A, B": nothing is told of A
    _pair_off(tokens, found, rules)
    _share_ages(tokens, found, rules)
    kin: str | None = None  # the plural noun whose list is being read
    child: bool | None = None
    for at, mention in enumerate(found):
        if at and not _goes_on(tokens, found[at - 1], mention, rules):
            kin = None
        if mention.kin is not None:
            relation = rules.kin.get(mention.kin)
            kin = mention.kin if relation is not None and relation.plural else None
            child = mention.child if mention.age is None and mention.child is not None else _small_kin(tokens, mention, rules)
            continue
        if kin is None and mention.name:
            floor = found[at - 1].right + 1 if at else 0
            noun = _noun_before(tokens, floor, mention, rules) or _of_family(tokens, floor, mention, rules)
            if noun is not None:
                kin, child = tokens[noun].lower, _minors(tokens, noun, rules)
                found[at] = replace(mention, kin=kin, child=child if mention.child is None and mention.age is None else mention.child)
            continue
        if kin is None or not mention.name:
            continue
        found[at] = replace(mention, kin=kin, child=child if mention.child is None and mention.age is None else mention.child)
        if _closes(tokens, found[at - 1], mention, rules):
            kin = None
    return found


def _kin_of(tokens: Sequence[Token], mentions: Sequence[PersonMention], at: int, rules: PeopleRules) -> PersonMention:
    """ "The 12-year-old son of A, B": whose relative B is stands before the name of A."""
    mention = mentions[at]
    if at == 0 or not mention.name or mention.kin is not None:
        return mention
    owner = mentions[at - 1]
    of = owner.left - 1
    while of > 0 and rules.has("determiners", tokens[of].lower):
        of -= 1
    between = tokens[owner.right + 1 : mention.left]
    if not owner.name or of < 1 or not rules.has("of", tokens[of].lower) or [token.text for token in between] != [","]:
        return mention
    relation = rules.kin.get(tokens[of - 1].lower)
    if relation is None or relation.plural:
        return mention
    years = age_ending_at(tokens, of - 2, rules) if mention.age is None and of >= 2 else None
    age = years[0] if years is not None else mention.age
    left = years[1] if years is not None else of - 1
    return replace(mention, left=left, kin=tokens[of - 1].lower, age=age, child=age < _GROWN if age is not None else relation.child)


def _share_ages(tokens: Sequence[Token], found: list[PersonMention], rules: PeopleRules) -> None:
    """Gives an age told once to both of whom it is told: "two 15-year-olds, A and B", "A and B, who were both 23"."""
    for at, mention in enumerate(found):
        ahead, behind = shared_ages(tokens, mention.left, mention.right, rules) if mention.name else (None, None)
        age, other = (ahead, at + 1) if ahead is not None else (behind, at - 1)
        if age is None:
            continue
        first, second = min(at, other), max(at, other)
        joined = first >= 0 and second < len(found) and found[other].name and _goes_on(tokens, found[first], found[second], rules)
        for each in (at, other) if joined else (at,):
            if found[each].age is None:
                found[each] = replace(found[each], age=age, child=age < _GROWN)


def _pair_off(tokens: Sequence[Token], found: list[PersonMention], rules: PeopleRules) -> None:
    """ "Her father and mother, A and B": the father is A, the mother B."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        noun = next((look for look in range(one.left, one.first) if rules.has("pairs", tokens[look].lower)), None)
        if noun is None or noun < 2 or not one.name or not other.name or not rules.has("joins", tokens[noun - 1].lower):
            continue
        if rules.has("pairs", tokens[noun - 2].lower) and tokens[noun - 1].text != "," and _closes(tokens, one, other, rules):
            found[at] = replace(one, kin=tokens[noun - 2].lower)
            found[at + 1] = other if other.kin is not None else replace(other, kin=tokens[noun].lower)


def _goes_on(tokens: Sequence[Token], one: PersonMention, other: PersonMention, rules: PeopleRules) -> bool:
    """Whether the list runs on between the two, or from "their children" over "were identified as" to the first name."""
    between = tokens[one.right + 1 : other.left]
    if one.name:
        return len(between) <= _MOST_BETWEEN and all(_is_joint(token, rules) for token in between)
    small = all(token.kind is TokenKind.SIGN or rules.has("naming", token.lower) or _names(token.lower, rules) for token in between)
    return len(between) <= _MOST_TO_NAMES and small and all(token.text not in (".", ";") for token in between)


def _names(word: str, rules: PeopleRules) -> bool:
    """A word between "their children" and the names: "were identified as"."""
    return any(rules.has(name, word) for name in ("auxiliaries", "list_openers", "articles")) or word in rules.words["as"]


def _is_joint(token: Token, rules: PeopleRules) -> bool:
    small = rules.has("joins", token.lower) or rules.has("articles", token.lower)  # "A and a 23-year-old B"
    return small or (token.kind is TokenKind.SIGN and token.text not in (".", ";", ":"))


def _closes(tokens: Sequence[Token], one: PersonMention, other: PersonMention, rules: PeopleRules) -> bool:
    """Whether "and" stands before the name: it is the last of its list."""
    between = tokens[one.right + 1 : other.left]
    return any(token.kind is TokenKind.WORD and rules.has("joins", token.lower) for token in between)


def _noun_before(tokens: Sequence[Token], floor: int, mention: PersonMention, rules: PeopleRules) -> int | None:
    """The plural noun of people that a list of names tells: "two men from the town, named A and B", "the girls who were killed: A"."""
    at = mention.left - 1
    while at >= floor and tokens[at].text in _QUOTES:
        at -= 1
    if at < floor or not (tokens[at].text in _OPENERS or any(rules.has(name, tokens[at].lower) for name in ("list_openers", "as"))):
        return None
    at -= tokens[at - 1].text == ","  # "two men from the town, named A and B"
    for look in range(at - 1, max(floor, at - _MOST_BEFORE) - 1, -1):
        word = tokens[look].lower
        relation = rules.kin.get(word)
        if relation is not None and rules.has("parents", word) and rules.has("possessives", tokens[look - 1].lower):
            continue  # "the five children were killed with their mother: A, B"
        if relation is not None:
            of = rules.has("of", tokens[min(look + 1, at)].lower)
            kin_of_house = of and any(rules.has("houses", token.lower) for token in tokens[look + 2 : at + 1])
            return look if relation.plural and (kin_of_house or not of) else None
        if tokens[look].text in (".", ";", ",") or (rules.has("who", word) and look < at - _MOST_TO_NAMES):
            return None
    return None


def _of_family(tokens: Sequence[Token], floor: int, mention: PersonMention, rules: PeopleRules) -> int | None:
    """The plural noun in "two children of the A family, B and C" where B is the mention."""
    at = mention.left - 1
    if at - 4 < floor or tokens[at].text != "," or not rules.has("houses", tokens[at - 1].lower):
        return None
    for look in range(at - 2, max(floor, at - _MOST_BEFORE) - 1, -1):
        relation = rules.kin.get(tokens[look].lower)
        if relation is not None and relation.plural:
            return look if rules.has("of", tokens[look + 1].lower) else None
    return None


def _small_kin(tokens: Sequence[Token], mention: PersonMention, rules: PeopleRules) -> bool | None:
    """True where the noun before the name tells that all of a list are small ("young brothers, two-year-old A and B"), False for grown."""
    noun = next((at for at in range(mention.left, mention.first) if tokens[at].lower == mention.kin), None)
    if noun is not None and rules.has("grown_up", tokens[noun - 1].lower):
        return False  # "his adult sons, 26-year-old A and B"
    return None if noun is None else told_small(tokens, noun, rules)


def _minors(tokens: Sequence[Token], noun: int, rules: PeopleRules) -> bool | None:
    """Whether the noun tells children by itself: "girls", "two children"; not "his children", who may be grown up."""
    if not rules.has("child_words", tokens[noun].lower):
        return None
    owned = any(rules.has("possessives", token.lower) or token.lower.endswith("'s") for token in tokens[max(0, noun - 3) : noun])
    return None if owned else True
