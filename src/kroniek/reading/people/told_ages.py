"""The age that words before or behind a name tell: "21-year-old A", "A, aged 12", "A, an eleven-year-old girl"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token, TokenKind

_OLDEST = 115
_ROW = 24
_CLAUSE = 14
_APPOSITION = 11


def age_behind(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The age that follows a name whose words, brackets included, end before token `at`."""
    age = None
    if at + 1 < len(tokens) and tokens[at].text == ",":
        begin = at + 1
        while begin < min(at + 4, len(tokens) - 1) and rules.has("about", tokens[begin].lower):
            begin += 1
        following = _up_to_comma(tokens[begin : begin + 6])
        numbered = bool(following) and (number_at(following, 0, rules) is not None or _is_age_word(following[0].lower, rules))
        told = numbered and _ends_age(following, rules)
        closed = len(following) == 1 and following[0].kind is TokenKind.NUMBER and not _numbers_next(tokens, begin)
        if told or closed:
            age = age_inside(following, rules)
    elif at < len(tokens) and tokens[at].lower in rules.words["old_words"]:
        age = age_inside(tokens[at : at + 3], rules)
    if age is None:
        age = _age_in_apposition(tokens, at, rules)
    return age if age is not None else _age_in_clause(tokens, at, rules)


def age_ending_at(tokens: Sequence[Token], at: int, rules: PeopleRules) -> tuple[int, int] | None:
    """(age in years, first token) of "21-year-old", "two year old", "18-month-old" that ends at this token."""
    jarige = rules.has("years_old", tokens[at].lower)
    if not jarige and not rules.has("old_words", tokens[at].lower) and not rules.has("plural_old", tokens[at].lower):
        return None
    back = at - 1
    while back > 0 and tokens[back].text in ("-", "‑", "–"):
        back -= 1
    if jarige:
        value = number_at(tokens, back, rules)
        return (value[0], value[1]) if value and value[0] <= _OLDEST else None
    if back < 1:
        return None
    months = tokens[back].lower in rules.words["month_words"]
    if not months and tokens[back].lower not in rules.words["year_words"]:
        return None
    back -= 1
    while back > 0 and tokens[back].text in ("-", "‑", "–"):
        back -= 1
    value = number_at(tokens, back, rules)
    if value is None or value[0] > _OLDEST:
        return None
    return (value[0] // 12 if months else value[0]), value[1]


def number_at(tokens: Sequence[Token], at: int, rules: PeopleRules) -> tuple[int, int] | None:
    """The number in digits or words at token `at`, with its first token; None where none stands there."""
    if at < 0:
        return None
    if tokens[at].kind is TokenKind.NUMBER:
        return (int(tokens[at].text), at) if tokens[at].text.isdecimal() and len(tokens[at].text) <= 3 else None
    value = rules.numbers.get(tokens[at].lower)
    if value is None:
        return None
    if at >= 2 and tokens[at - 1].text == "-" and value < 10:
        tens = rules.numbers.get(tokens[at - 2].lower, 0)
        if tens >= 20:
            return tens + value, at - 2
    return value, at


def _age_in_clause(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The age that the rest of the clause tells: "A, who was only eight years old", "A was killed in the strike, aged 22"."""
    begin = at + (at < len(tokens) and tokens[at].text == ",")
    if begin + 2 < len(tokens) and rules.has("who", tokens[begin].lower) and rules.has("auxiliaries", tokens[begin + 1].lower):
        begin += 2
        while begin < len(tokens) - 1 and rules.has("about", tokens[begin].lower) and not rules.has("articles", tokens[begin].lower):
            begin += 1
        value = number_at(tokens, begin, rules)
        if value is not None and value[0] <= _OLDEST and not rules.has("articles", tokens[begin].lower):
            after = tokens[begin + 1 : begin + 3]
            if not after or _is_age_word(after[0].lower, rules) or after[0].text in (",", ".", ";"):
                months = bool(after) and rules.has("month_words", after[0].lower)
                pregnant = len(after) > 1 and months and not rules.has("old_words", after[1].lower)
                return None if pregnant else value[0] // 12 if months else value[0]
    for look in range(at, min(at + _CLAUSE, len(tokens) - 1)):
        token = tokens[look]
        joined = rules.has("joins", token.lower) and token.text != ","
        if joined or capital(token) or token.lower in rules.kin or token.text in (".", ";", ":", "("):
            return None
        if token.text == "," and rules.has("aged", tokens[look + 1].lower) and look + 2 < len(tokens):
            value = number_at(tokens, look + 2, rules)
            return value[0] if value is not None and value[0] <= _OLDEST else None
    return None


def _age_in_apposition(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The age in "A, an eleven-year-old girl, was" and "A, a 33-year-old Dutch woman, was"; not in "A, a nine-year-old boy named B"."""
    if at + 4 >= len(tokens) or tokens[at].text != "," or not rules.has("articles", tokens[at + 1].lower):
        return None
    if number_at(tokens, at + 2, rules) is None and tokens[at + 2].lower not in rules.numbers:
        return None
    end = min(at + _APPOSITION, len(tokens) - 1)
    old = next((look for look in range(at + 3, end) if rules.has("old_words", tokens[look].lower)), None)
    noun = next((look for look in range(at + 3, end) if _says_who(tokens[look], rules)), None)
    if old is None or noun is None or noun < old or any(token.text in (",", ".", ";") for token in tokens[at + 1 : noun]):
        return None
    after = tokens[noun + 1]
    if capital(after) or not (after.text in (",", ".", ")") or rules.has("auxiliaries", after.lower) or rules.has("who", after.lower)):
        return None
    years = age_ending_at(tokens, old, rules)
    return years[0] if years is not None else None


def _says_who(token: Token, rules: PeopleRules) -> bool:
    """ "Woman", "boy", "child": a noun that tells no kinship."""
    relation = rules.kin.get(token.lower)
    plain = relation is not None and not relation.plural and not rules.has("relatives", token.lower)
    return plain or rules.has("child_words", token.lower)


def age_inside(inside: Sequence[Token], rules: PeopleRules) -> int | None:
    """The age in the words of a bracket or an aside; None where they tell none."""
    words = [token.lower for token in inside]
    if any(rules.has("below", word) for word in words) and any(rules.has("articles", word) for word in words):
        return 0 if any(rules.has("year_words", word) for word in words) else None  # "less than a year old"
    for at, token in enumerate(inside):
        value = number_at(inside, at, rules) if not rules.has("articles", token.lower) else None
        if value is not None and token.kind is TokenKind.WORD and not any(_is_age_word(other.lower, rules) for other in inside):
            continue
        if value is not None and value[0] <= _OLDEST:
            months = any(rules.has("month_words", after.lower) for after in inside[at + 1 : at + 3])
            return value[0] // 12 if months else value[0]
    return None


def _numbers_next(tokens: Sequence[Token], at: int) -> bool:
    """ "1) A, 2) B": the number of the next row of a list, not an age; in "(A, 12)" the bracket was opened before."""
    if at + 1 >= len(tokens) or tokens[at + 1].text != ")":
        return False
    near = [token.text for token in tokens[max(0, at - _ROW) : at]]
    return near.count("(") <= near.count(")")


def _up_to_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[: next((at for at, token in enumerate(tokens) if token.text in (",", ".", ")", ";", "(")), len(tokens))]


def _ends_age(following: Sequence[Token], rules: PeopleRules) -> bool:
    """Whether the age behind a name is of that name: not "A, a nine-year-old boy named B" nor "A, 12-year-old B"."""
    last = max((at for at, token in enumerate(following) if _is_age_word(token.lower, rules)), default=None)
    if last is None:
        return False
    if last == 0:  # "aged 12"
        return True
    after = following[last + 1] if last + 1 < len(following) else None
    return after is None or not (capital(after) or after.lower in rules.kin or rules.has("occupations", after.lower) or after.text == "-")


def _is_age_word(word: str, rules: PeopleRules) -> bool:
    return any(rules.has(name, word) for name in ("old_words", "year_words", "month_words"))


def past_unknown(tokens: Sequence[Token], at: int, rules: PeopleRules) -> int | None:
    """The last token of "whose age is unknown", "whose names were not given", "who was eight months pregnant" that begins at token `at`, or
    after its comma; None where nothing of the kind does."""
    at += at < len(tokens) and tokens[at].text == ","
    if at >= len(tokens) or not (rules.has("whose", tokens[at].lower) or rules.has("who", tokens[at].lower)):
        return None
    for look in range(at + 1, min(at + _CLAUSE, len(tokens))):
        word = tokens[look].lower
        if rules.has("unknown", word):
            return look
        if rules.has("told", word) and any(rules.has("negations", token.lower) for token in tokens[at + 1 : look]):
            return look  # "whose ages were not given"
        if capital(tokens[look]) or tokens[look].text in (",", ".", ";", ":") or word in rules.trigger_words:
            return None
    return None


def capital(token: Token) -> bool:
    """Whether it is a word with a capital."""
    return token.kind is TokenKind.WORD and token.text[0].isupper()


def shared_ages(tokens: Sequence[Token], left: int, right: int, rules: PeopleRules) -> tuple[int | None, int | None]:
    """The ages told once for two, None for what is not told: before the name at tokens `left` to `right`, of it and the next
    ("two 15-year-olds, A and B"), and behind it, of it and the one before ("A and B, who were both 23").
    """
    ahead = behind = None
    years = left - 2
    if years >= 2 and tokens[left - 1].text == "," and rules.has("plural_old", tokens[years].lower):
        found = age_ending_at(tokens, years, rules)
        ahead = found[0] if found is not None else None
    at = right + 1 + (right + 1 < len(tokens) and tokens[right + 1].text == ",")
    if at + 3 < len(tokens) and rules.has("who", tokens[at].lower) and rules.has("auxiliaries", tokens[at + 1].lower):
        value = number_at(tokens, at + 3, rules) if rules.has("both", tokens[at + 2].lower) else None
        behind = value[0] if value is not None and value[0] <= _OLDEST else None
    return ahead, behind
