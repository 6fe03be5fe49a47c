"""Finds mentions of people in a sentence: names with their age, title and kin noun, and relatives without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kroniek.made import quickly_made
from kroniek.model.span import Span
from kroniek.reading.passage import Passage
from kroniek.reading.people.rules import PeopleRules
from kroniek.reading.people.told_ages import age_behind, age_ending_at, age_inside, capital, number_at, past_unknown
from kroniek.text.tokens import Token, TokenKind

_MOST_WORDS = 9
_FULL_NAME = 2
_ASIDE = 10
_OWNER = 3
_BRACKET = 20
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})


@quickly_made
@dataclass(frozen=True, slots=True)
class PersonMention:
    """Tokens `first` to `last` that name or count people; `left` and `right` are the tokens of all that goes with them (ages, titles).

    `name` is False for relatives without a name: then `count` says how many, None for a plural without a number.
    """

    first: int
    last: int
    left: int
    right: int
    name: bool
    single: bool = False
    possessor: bool = False
    age: int | None = None
    kin: str | None = None
    occupation: str | None = None
    child: bool | None = None
    count: int | None = 1
    alias: bool = False
    adult: bool = False


def person_mentions(passage: Passage, rules: PeopleRules, excluded: Sequence[Span]) -> list[PersonMention]:
    """The mentions in the order of the text, none overlapping another. `excluded` are spans that name no person (places)."""
    tokens = passage.tokens
    parties = [Span(match.start, match.end) for match in passage.parties]
    found: list[PersonMention] = []
    past = 0
    for at in _openings(tokens, rules):
        if at < past:
            continue
        run = _name_run(tokens, at, rules)
        if run is not None:
            last, possessor = run
            span = Span(tokens[at].start, tokens[last].end)
            given = _is_given(tokens, at, rules)
            foreign = [step for step in range(at, last + 1) if capital(tokens[step]) and _is_foreign(tokens[step], rules)]
            within = at + 1 if given else at + _FULL_NAME  # from here on a word like "April" can be a part of the name
            foreign = [step for step in foreign if step < within or not rules.has("also_names", tokens[step].lower)]
            if foreign:  # "Harbour TV Omar Haddad": what stands after the last word of a body can still be a name
                past = foreign[-1] + 1
                continue
            # a place may lie in a family's name ("Omar Homsi"), so only a name that is wholly a place is one
            party_named = any(party.overlaps(span) and not _part_of_name(party, tokens, at, last, rules) for party in parties)
            barred = party_named or any(place.holds(span) for place in excluded)
            unborn = any(rules.has("unborn", token.lower) for token in tokens[max(0, at - _OWNER) : at])
            if not barred and not unborn and _is_person(tokens, at, last, rules):
                found.append(_with_context(tokens, at, last, possessor, rules))
            owned = _relative(tokens, last, rules) if possessor else None
            if owned is not None and owned.count is None and last > at:
                owned = None  # of "some of Omar Haddad's sons" it is not told how many
            if owned is not None and owned.first == last:  # "Omar's mother", "Omar Haddad's wife"
                found.append(replace(owned, left=last + 1, first=last + 1))
            past = last + 1 if owned is None else owned.last + 1
            continue
        relative = _relative(tokens, at, rules)
        if relative is not None:
            found.append(relative)
            past = relative.last + 1
    return found


def _openings(tokens: Sequence[Token], rules: PeopleRules) -> list[int]:
    """The tokens at which a mention can begin, seen at once: a capital, the article of a name, whose relative it is, a joined count."""
    opening, joins, word = rules.opening, rules.words["joins"], TokenKind.WORD
    return [
        at
        for at, token in enumerate(tokens)
        if (token[4] is word and (token[0][0].isupper() or token[1][-2:] == "'s"))
        or token[1] in opening
        or (at > 0 and tokens[at - 1][1] in joins)
    ]


def _is_given(tokens: Sequence[Token], first: int, rules: PeopleRules) -> bool:
    """Whether a person's name begins here for sure: a given name of the list, "Umm", or an age before it."""
    if rules.has("female_kunya", tokens[first].lower) or rules.given_names.knows(first_name(tokens, first)):
        return True
    return first > 0 and age_ending_at(tokens, first - 1, rules) is not None


def first_name(tokens: Sequence[Token], first: int) -> str:
    """The given name of the name that begins at token `first`, without a possessive."""
    return tokens[first].lower.removesuffix("'s")


def _part_of_name(party: Span, tokens: Sequence[Token], first: int, last: int, rules: PeopleRules) -> bool:
    """Whether a body's name of one word is only a part of a person's ("Wafa Omar Haddad", "12-year-old Tasnim Haddad")."""
    one_word = any(party.start == token.start and party.end == token.end for token in tokens[first : last + 1])
    aged = first > 0 and age_ending_at(tokens, first - 1, rules) is not None
    return one_word and _is_given(tokens, first, rules) and last - first >= (1 if aged else _FULL_NAME)


def _name_run(tokens: Sequence[Token], at: int, rules: PeopleRules) -> tuple[int, bool] | None:
    """The last token of the run of capitals that begins here, and whether it ends in a possessive; None where none begins."""
    first = tokens[at]
    small_start = first.lower in rules.words["surname_links"] and at + 1 < len(tokens) and tokens[at + 1].text == "-"
    if not (capital(first) or small_start) or rules.has("not_people", first.lower) or rules.has("titles", first.lower):
        return None
    if at + 2 < len(tokens) and tokens[at + 1].text == "-" and rules.has("surname_links", first.lower) and rules.has(
        "titles", tokens[at + 2].lower
    ):
        return None  # "Al-Hajj A"
    if first.lower in rules.kin or first.lower.endswith("'s"):
        return (at, True) if first.lower.endswith("'s") else None
    last = at
    while last - at < 2 * _MOST_WORDS:
        step = _next_part(tokens, last, rules)
        if step is None:
            break
        last = step
        if tokens[last].lower.endswith("'s"):
            return last, True
    return last, False


def _next_part(tokens: Sequence[Token], last: int, rules: PeopleRules) -> int | None:
    for step in range(last + 1, min(last + 4, len(tokens))):
        token = tokens[step]
        if capital(token):
            return step
        if token.text == "." and len(tokens[step - 1].text) <= 2 and capital(tokens[step - 1]):
            continue
        if token.text in "([" and step == last + 1:
            return _over_bracket(tokens, step)
        if token.lower not in rules.words["name_links"]:
            return None
        if rules.has("hyphened", token.lower) and tokens[step + 1 : step + 2] and tokens[step + 1].text != "-":
            return None
        if token.text in ("'", "’") and (step + 1 >= len(tokens) or tokens[step + 1].start != token.end):
            return None
    return None


def _is_foreign(token: Token, rules: PeopleRules) -> bool:
    """Whether the word stands in no person's name: one of a place, a body, the calendar."""
    return rules.has("not_people", token.lower.removesuffix("'s"))


def _over_bracket(tokens: Sequence[Token], at: int) -> int | None:
    """ "Shaza (Shatha) Adel", "Muhammad [Abdel] Karim": one word in brackets within a name."""
    inside = at + 3 < len(tokens) and tokens[at + 2].text in ")]" and capital(tokens[at + 1]) and capital(tokens[at + 3])
    return at + 3 if inside else None


def _is_person(tokens: Sequence[Token], first: int, last: int, rules: PeopleRules) -> bool:
    """Whether the run can be a person: no word of places or bodies right after it, and no bare family name."""
    if first > 0 and tokens[first - 1].text in ("@", "#", "_", "/"):
        return False
    if last + 1 < len(tokens) and (rules.has("after_name", tokens[last + 1].lower) or tokens[last + 1].text in ("_", "@", "/")):
        return False
    if tokens[first].lower not in rules.words["surname_links"]:
        return True
    # "12-year-old Al-Baraa Omar Haddad": a given name with an article, where its age is told
    return _look_left(tokens, first, rules)[1] is not None and _parts(tokens, first, last, rules) >= _FULL_NAME


def _parts(tokens: Sequence[Token], first: int, last: int, rules: PeopleRules) -> int:
    """How many names the run holds: "Al-X" and "Abu X" are one."""
    return sum(
        capital(token) and token.lower not in rules.words["surname_links"] and token.lower not in rules.words["fathers"]
        for token in tokens[first : last + 1]
    )


def _with_context(tokens: Sequence[Token], first: int, last: int, possessor: bool, rules: PeopleRules) -> PersonMention:
    left, age, kin, occupation, child = _look_left(tokens, first, rules)
    right, age_after, child_after, kin_after = _look_right(tokens, last, rules)
    age = age if age is not None else age_after
    ahead = tokens[first - 1].text if first > 0 else ""
    alias = ahead in ("(", "[") or (ahead in _QUOTES and tokens[first].lower in rules.words["fathers"])
    alias = alias or _in_brackets_after_name(tokens, first) or (ahead in ("–", "—", "-", "/") and first > 1 and capital(tokens[first - 2]))
    if age is not None:
        child = age < 18
    elif child is None:
        child = child_after
    single = _parts(tokens, first, last, rules) < 2
    occupation = occupation or next((token.lower for token in tokens[last + 1 : right + 1] if rules.has("occupations", token.lower)), None)
    adult = any(rules.has("adult_words", token.lower) for token in (*tokens[left:first], *tokens[last + 1 : right + 1]))
    return PersonMention(first, last, left, right, True, single, possessor, age, kin or kin_after, occupation, child, 1, alias, adult)


def _in_brackets_after_name(tokens: Sequence[Token], first: int) -> bool:
    """ "Muhammad Omar (also known as Abu Nabil)"."""
    for at in range(first - 1, max(0, first - _BRACKET), -1):
        if tokens[at].text == ")":
            return False
        if tokens[at].text == "(":
            return capital(tokens[at - 1])
    return False


def _look_left(tokens: Sequence[Token], first: int, rules: PeopleRules) -> tuple[int, int | None, str | None, str | None, bool | None]:
    """What stands right before a name: "his wife, 26-year-old Dr.", "the journalist", "son"."""
    left, age, kin, occupation, child = first, None, None, None, None
    at = first - 1
    for _ in range(14):
        if at < 0:
            break
        token = tokens[at]
        years = age_ending_at(tokens, at, rules) if age is None else None
        if years is not None:
            age, left = years[0], years[1]
            at = left - 1
            continue
        if token.text in (",", ".", ":", "-", "“", '"', "(") and at > 0 and (
            tokens[at - 1].lower in rules.kin or rules.has("titles", tokens[at - 1].lower) or rules.has("year_words", tokens[at - 1].lower)
            or rules.has("old_words", tokens[at - 1].lower)
        ):  # fmt: skip
            at -= 1
            continue
        noun = token.lower
        aside = _over_children(tokens, at, rules)
        if aside is not None:  # "two granddaughters (children), A and B"
            at, child = aside, True
            continue
        if (rules.has("list_openers", noun) or rules.has("calling", noun)) and at > 0:  # "a 13-year-old boy named A"
            described = at - 1 if tokens[at - 1].lower in rules.kin else _before_aside(tokens, at - 1, rules)
            if described is not None:
                at = described
                continue
        if rules.has("law", noun) and at > 3 and tokens[at - 1].text == "-" and tokens[at - 4].lower in rules.kin:
            at -= 4  # "his sister-in-law A"
            noun = f"{tokens[at].lower}-in-law"
        known = rules.has("titles", noun) or noun in rules.kin or rules.has("occupations", noun)
        if not known:
            break
        parent = _parent_of(tokens, at, rules) if noun in rules.kin and kin is None else None
        if parent is not None:  # "a mother of six children, A"
            at, noun = parent, tokens[parent].lower
        if noun in rules.kin:
            kin = kin or noun
            child = child or rules.kin[noun].child or told_small(tokens, at, rules)
        if rules.has("occupations", noun):
            occupation = occupation or noun
        left = at
        at -= 1
    return left, age, kin, occupation, child


def told_small(tokens: Sequence[Token], at: int, rules: PeopleRules) -> bool | None:
    """True for "two children, A and B", "the young sisters A and B"; not for "his children", who may be grown up; else None."""
    before = [token.lower for token in tokens[max(0, at - _OWNER) : at]]
    if before and rules.has("minors", before[-1]) and not rules.has("adult_words", tokens[at].lower):
        return True
    owned = any(rules.has("possessives", word) or word.endswith("'s") for word in before)
    counted = bool(before) and (before[-1] in rules.numbers or rules.has("determiners", before[-1]))
    return True if rules.has("child_words", tokens[at].lower) and counted and not owned else None


def _over_children(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The kin noun before ", " in "granddaughters (children), A", where the comma stands at token `at`; None for all else."""
    if at < 4 or tokens[at].text != "," or tokens[at - 1].text != ")" or tokens[at - 3].text != "(":
        return None
    return at - 4 if rules.has("child_words", tokens[at - 2].lower) and tokens[at - 4].lower in rules.kin else None


def _before_aside(tokens: Sequence[Token], comma: int, rules: PeopleRules) -> int | None:
    """The kin noun in "a boy, a relative of the doctor, named A", where the comma before "named" stands at token `comma`."""
    if tokens[comma].text != ",":
        return None
    opening = next((look for look in range(comma - 1, max(0, comma - _ASIDE), -1) if tokens[look].text in (",", ".", ";")), 0)
    found = tokens[opening].text == "," and opening > 0 and tokens[opening - 1].lower in rules.kin
    return opening - 1 if found and not rules.kin[tokens[opening - 1].lower].plural else None


def _parent_of(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The kin noun of "mother of six children", where the children stand at token `at`."""
    of = next((look for look in range(at - 1, max(-1, at - 4), -1) if rules.has("of", tokens[look].lower)), 0)
    return of - 1 if of > 0 and tokens[of - 1].lower in rules.kin and rules.kin[tokens[at].lower].plural else None


def _look_right(tokens: Sequence[Token], last: int, rules: PeopleRules) -> tuple[int, int | None, bool | None, str | None]:
    """What stands right after a name: "(24 years old)", ", aged 12", "(son)", "(Abu Karim, 62)", "(a child)"."""
    at = last + 1
    if at >= len(tokens):
        return last, None, None, None
    age: int | None = None
    child: bool | None = None
    kin: str | None = None
    right = last
    while at < len(tokens) and tokens[at].text == "(":
        close = next((look for look in range(at + 1, min(at + 24, len(tokens))) if tokens[look].text == ")"), None)
        if close is None:
            break
        inside = tokens[at + 1 : close]
        age = age if age is not None else age_inside(inside, rules)
        child = child or any(rules.has("child_words", token.lower) for token in inside) or None
        kin = kin or next((token.lower for token in inside if token.lower in rules.kin), None)
        right, at = close, close + 1
    unknown = past_unknown(tokens, at, rules)
    if unknown is not None:
        return unknown, age, child, kin
    age = age if age is not None else age_behind(tokens, at, rules)
    return max(right, _trade_behind(tokens, right + 1, rules)), age, child, kin


def _trade_behind(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int:
    """The last token of the trade in "A, an engineer, was killed"; -1 where none is told."""
    if at + 2 >= len(tokens) or tokens[at].text != "," or not rules.has("articles", tokens[at + 1].lower):
        return -1
    for look in range(at + 2, min(at + 4, len(tokens) - 1)):
        if rules.has("occupations", tokens[look].lower):
            return look if tokens[look + 1].text in (",", ".", ";", ")") or rules.has("joins", tokens[look + 1].lower) else -1
    return -1


def _relative(tokens: Sequence[Token], at: int, rules: PeopleRules) -> PersonMention | None:
    """ "His wife", "three daughters", "her infant son": relatives without a name. Names right after them take their place."""
    owned = rules.has("possessives", tokens[at].lower) or tokens[at].lower.endswith("'s")
    counted = at > 0 and rules.has("joins", tokens[at - 1].lower) and number_at(tokens, at, rules) is not None
    if not owned and not counted:
        return None
    look, count = at + (1 if owned else 0), None
    if owned and at > 1 and rules.has("of", tokens[at - 1].lower) and (told := number_at(tokens, at - 2, rules)) is not None:
        count = told[0]  # "six of her children"
    for _ in range(4):
        if look >= len(tokens):
            return None
        token = tokens[look]
        if token.lower in rules.words["relatives"]:
            relation = rules.kin.get(token.lower)
            if rules.has("child_words", token.lower) and look + 1 < len(tokens) and tokens[look + 1].lower in rules.words["relatives"]:
                look += 1  # "his infant daughter"
                continue
            if relation is None or (look + 1 < len(tokens) and rules.has("in_law", tokens[look + 1].lower)):
                return None
            child = relation.child or any(rules.has("child_words", word.lower) for word in tokens[at:look]) or None
            alias = at > 0 and tokens[at - 1].text == "("  # "her mother (their grandmother)"
            unknown = past_unknown(tokens, look + 1, rules)
            right = look if unknown is None else unknown
            number = count if relation.plural else 1
            return PersonMention(at, look, at, right, False, kin=token.lower, child=child, count=number, alias=alias)
        if rules.has("lives", token.lower) or rules.has("unborn", token.lower):  # "lost her life alongside her son"
            return None
        value = number_at(tokens, look, rules)
        if value is not None and not rules.has("articles", token.lower):
            count = value[0]
        elif capital(token) or (token.kind is TokenKind.SIGN and token.text != "-"):
            return None
        look += 1
    return None
