"""Every amount in a sentence, before anything is known of what it counts: bounds, ranges, percents, money, vague words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made, replace
from kroniek.model.claim import Bound
from kroniek.model.interval import Number
from kroniek.reading.ages_listed import is_in_list_of_ages
from kroniek.reading.exclusions import is_age, is_clock_in_words, is_match_result, is_no_figure
from kroniek.reading.fractions import is_second_of_one_in
from kroniek.reading.lexicon import Lexicon, Mark, Marks
from kroniek.reading.numbers import ROUGHLY, TELLS_DUTCH_NUMBER, NumberFound, read_number
from kroniek.text.tokens import Token, TokenKind

_LEAST_ROUND = 10
_STEP_OF_ROUND = 5
_NEAR_RISE, _FAR_RISE = 4, 12
_DASHES = ("-", "–", "—", "‑")
_MOST_FROM_CHANGE = 3
_OLDEST = 115
_OF_AGE = 18
_LETTERS_OF_CURRENCY = 3
_ROUND = 10
_QUOTES = frozenset({"“", "”", '"', "‘", "’"})
_CLOSING = frozenset({"”", '"', "’"})
OPEN_ABOVE = "open_above"
"""The rule of a range whose upper number is only a floor: "from 50 to more than 80"."""


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount as written at tokens `first` to `last`, bound words and signs included; `core` is where its number begins.

    `another` is set where the words add to what was told before ("another 15", "nog eens 15").
    """

    first: int
    last: int
    core: int
    low: Number | None
    high: Number | None
    bound: Bound
    form: str
    malformed: bool = False
    percent: bool = False
    currency: str | None = None
    another: bool = False
    definite: bool = False
    rules: tuple[str, ...] = ()


def find_amounts(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, closed: Collection[int], starts: Sequence[int] | None = None
) -> list[Amount]:
    """All amounts of a sentence in the order of the text. `closed` are the tokens of dates, addresses and handles; `starts` are those of
    `amount_starts`, where the caller has them."""
    found: list[Amount] = []
    taken, past = -1, 0
    inside = {index for mark in marks.all("bound") for index in range(mark.first, mark.last + 1) if mark.last > mark.first}
    for at in amount_starts(tokens, marks, lexicon) if starts is None else starts:
        if at < past:
            continue
        amount = None if at in closed or at in inside else _amount_at(tokens, marks, lexicon, at, taken, closed)
        if amount is None:
            past = _skip(tokens, marks, lexicon, at)
        else:
            found.append(amount)
            taken, past = amount.last, amount.last + 1
    return found


def amount_starts(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon) -> list[int]:
    """The tokens at which an amount can begin: digits, number words, vague words, articles before a multiplier."""
    starts = marks.starts("vague", "number", "scale", "half", "article", "pair", "both")
    if lexicon.language == "nl":
        starts.update([at for at, token in enumerate(tokens) if TELLS_DUTCH_NUMBER[token[1]]])
    else:
        starts.update([at for at, token in enumerate(tokens) if token[4] is TokenKind.NUMBER])
    return sorted(starts)


def _skip(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> int:
    """Past a number that was refused, so that its tail is not read as another number."""
    if tokens[at].kind is TokenKind.NUMBER:
        number = read_number(tokens, marks, lexicon, at)
        return at + 1 if number is None else number.last + 1
    return at + 1


def _amount_at(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: int, closed: Collection[int]) -> Amount | None:
    vague = marks.at("vague", at)
    number = read_number(tokens, marks, lexicon, at)
    if vague is not None and vague.last + 1 < len(tokens) and tokens[vague.last + 1].lower in lexicon.words("far_more"):
        return None  # "veel hoger" says how much, and counts nothing
    if vague is not None and (number is None or vague.last > number.last):
        return _with_bound(
            tokens, marks, lexicon, Amount(first=at, last=vague.last, core=at, low=None, high=None, bound=Bound.VAGUE, form="vague"), taken
        )
    pair = marks.at("pair", at) or _both(tokens, marks, lexicon, at)
    if pair is not None and number is None:
        return Amount(first=at, last=pair.last, core=at, low=2, high=2, bound=Bound.EXACT, form="words", rules=("pair",))
    if number is None or _refused(tokens, marks, lexicon, number, closed):
        return None
    if number.malformed:
        malformed = Amount(
            first=at, last=number.last, core=at, low=None, high=None, bound=Bound.EXACT, form="digits", malformed=True, rules=("malformed",)
        )
        return replace(_with_bound(tokens, marks, lexicon, malformed, taken), bound=Bound.EXACT, low=None, high=None)
    amount = _range_or_single(tokens, marks, lexicon, number, closed)
    amount = _with_signs(tokens, marks, amount)
    return _with_bound(tokens, marks, lexicon, amount, taken)


def _both(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> Mark | None:
    """ "Both brothers", "both his parents": two; not "both soldiers and civilians"."""
    both = marks.at("both", at)
    if both is None:
        return None
    own = both.last + 1 < len(tokens) and tokens[both.last + 1].lower in lexicon.words("possessives") | lexicon.words("definites")
    noun = marks.at("person", both.last + 1 + own) or marks.at("relative", both.last + 1 + own)
    if noun is None or not noun.entry.plural:
        return None
    after = noun.last + 1
    return None if after < len(tokens) and tokens[after].lower in lexicon.words("conjunctions") else both


def _refused(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, number: NumberFound, closed: Collection[int]) -> bool:
    if any(index in closed for index in range(number.first, number.last + 1)):
        return True
    if is_clock_in_words(tokens, number.first, lexicon):
        return True
    if _abbreviates_number(tokens, number) or _is_pronoun(tokens, marks, number, lexicon):
        return True
    if marks.covering("nobody", number.first) is not None or _tells_age(tokens, marks, lexicon, number):
        return True
    if is_second_of_one_in(tokens, marks, lexicon, number.first):
        return True
    if number.digits and is_in_list_of_ages(tokens, marks, lexicon, number.first):
        return True
    if _describes_person(tokens, marks, lexicon, number) or _singles_out(tokens, marks, number, lexicon):
        return True
    counts = any(marks.at(noun, number.last + 1) is not None for noun in ("person", "relative", "person_modifier", "harm_noun"))
    if is_age(tokens, number.first, number.last, lexicon, counts=counts) or is_no_figure(tokens, number.first, number.last, lexicon):
        return True
    if number.digits and is_match_result(tokens, number.first, number.last):
        return True
    return not number.digits and _is_hyphened(tokens, number) and marks.at("number", number.last + 2) is None


def _abbreviates_number(tokens: Sequence[Token], number: NumberFound) -> bool:
    """ "No. 5"."""
    after = number.last + 1
    return (
        number.value == 0
        and not number.digits
        and after + 1 < len(tokens)
        and tokens[after].text == "."
        and tokens[after + 1].kind is TokenKind.NUMBER
    )


def _describes_person(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, number: NumberFound) -> bool:
    """ "A father of four", "a boy of 11": how many children somebody has, or how old somebody is."""
    at = number.first - 1
    if at < 1 or tokens[at].lower not in lexicon.words("of") or any(marks.at(noun, number.last + 1) for noun in ("person", "relative")):
        return False
    before = marks.ending("person", at - 1) or marks.ending("relative", at - 1)
    return before is not None and before.entry.plural is False


def _tells_age(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, number: NumberFound) -> bool:
    """ "A student, 19, on her balcony", "a son, four, limps", "a third of them were under five"."""
    at, after = number.first - 1, number.last + 1
    if at < 1 or number.value is None or number.value > _OLDEST:
        return False
    closes = after >= len(tokens) or tokens[after].kind is TokenKind.SIGN
    if tokens[at].lower in lexicon.words("age_limits") and tokens[at - 1].lower in lexicon.words("copulas"):
        return closes and number.value <= _OF_AGE
    if tokens[at].text != "," or after >= len(tokens) or tokens[after].text not in (",", ")"):
        return False
    before = marks.ending("person", at - 1) or marks.ending("relative", at - 1)
    return before is not None and before.entry.plural is False


def _singles_out(tokens: Sequence[Token], marks: Marks, number: NumberFound, lexicon: Lexicon) -> bool:
    """ "Among the deadliest single incidents", "one of the biggest death tolls": one of many, and no count."""
    many = marks.at("one_of", number.first)
    if many is not None and many.last + 1 < len(tokens) and tokens[many.last + 1].lower in lexicon.words("biggest"):
        return True
    if number.first != number.last or tokens[number.first].lower != "single":
        return False
    noun = marks.at("thing", number.last + 1) or marks.at("person", number.last + 1)
    return noun is not None and noun.entry.plural is True


def _is_pronoun(tokens: Sequence[Token], marks: Marks, number: NumberFound, lexicon: Lexicon) -> bool:
    """ "The first one", "this one": stands for a thing told before and counts nothing."""
    counts = any(marks.at(noun, number.last + 1) is not None for noun in ("person", "relative", "thing", "person_modifier"))
    one = number.first > 0 and tokens[number.first].lower == "one" and not counts
    after = number.last + 1
    if one and tokens[number.first - 1].lower == "that" and after < len(tokens) and tokens[after].kind is TokenKind.WORD:
        closed = ("finite", "prepositions", "conjunctions", "gap_verbs", "of", "copulas")
        if not any(tokens[after].lower in lexicon.words(name) for name in closed) and marks.at("harm_verb", after) is None:
            return False  # "said that one Coalition member was hurt"
    return one and tokens[number.first - 1].lower in lexicon.words("pronoun_ones")


def _is_hyphened(tokens: Sequence[Token], number: NumberFound) -> bool:
    """ "two-storey", "three-year": a measure inside an adjective."""
    after = number.last + 1
    return (
        after + 1 < len(tokens)
        and tokens[after].text in ("-", "‑")
        and tokens[after].start == tokens[number.last].end == tokens[after + 1].start - 1
    )


def _range_or_single(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, number: NumberFound, closed: Collection[int]) -> Amount:
    form = "digits" if number.digits else "words"
    single = Amount(
        first=number.first, last=number.last, core=number.first, low=number.value, high=number.value, bound=Bound.EXACT, form=form
    )
    at = number.last + 1
    if (percent := marks.at("percent", at)) is not None:
        at = percent.last + 1
    join = marks.at("range_join", at)
    if join is None or number.value is None:
        return single
    opened = marks.ending("range_open", number.first - 1)
    second_at, above = _second(tokens, marks, join.last + 1)
    second = read_number(tokens, marks, lexicon, second_at) if second_at < len(tokens) and second_at not in closed else None
    if second is None or second.value is None:
        return single
    low = number.value
    if number.scale == 1 and second.scale >= 1000 and low < second.value / second.scale * 1000:
        low = low * second.scale if low < second.value / second.scale else low  # "2 to 3 million"
    if opened is not None and _changes(tokens, marks, opened.first):
        return single  # "rose from 53 to 61": two counts, one after the other
    word = tokens[join.first].lower
    rules = ("range", OPEN_ABOVE) if above is Bound.MORE_THAN else ("range",)
    bounded = marks.at("bound", join.last + 1)
    least = marks.ending("bound", number.first - 1)
    # "at least 18 and possibly more than 25"
    rises = above is Bound.MORE_THAN and least is not None and least.entry.bound is Bound.AT_LEAST
    if (rises or (bounded is not None and bounded.entry.bound is Bound.AT_MOST)) and low < second.value:
        return Amount(
            first=number.first, last=second.last, core=number.first, low=low, high=second.value, bound=Bound.RANGE, form=form, rules=rules
        )
    if word in ("and", "en") and (opened is None or tokens[opened.first].lower in ("from", "van")):
        return single
    if word in ("or", "of") and not (second.value - low <= max(3, low * 0.3)):
        return single
    if low >= second.value or is_age(tokens, second_at, second.last, lexicon):
        return single
    first = number.first if opened is None else opened.first
    return Amount(
        first=first, last=second.last, core=number.first, low=low, high=second.value, bound=Bound.RANGE, form=form, rules=rules
    )


def _second(tokens: Sequence[Token], marks: Marks, at: int) -> tuple[int, Bound | None]:
    """Where the second number of a range begins, past "as many as", "possibly" and quotation marks, and the last bound before it."""
    bound: Bound | None = None
    while at < len(tokens):
        if tokens[at].text in _QUOTES:
            at += 1
            continue
        skip = marks.at("bound", at) or marks.at("currency", at) or marks.at("transparent", at) or marks.at("harm_adverb", at)
        if skip is None:
            break
        bound = skip.entry.bound if skip.entry.category == "bound" else bound
        at = skip.last + 1
    return at, bound


def _changes(tokens: Sequence[Token], marks: Marks, opened: int) -> bool:
    """Whether a word of rise or fall stands shortly before "from": what follows is a count before and a count after."""
    near = range(max(0, opened - _MOST_FROM_CHANGE), opened)
    return tokens[opened].lower in ("from", "van") and any(marks.at("change", at) is not None for at in near)


def _with_signs(tokens: Sequence[Token], marks: Marks, amount: Amount) -> Amount:
    """Take in a percent sign after it and a currency before or after it."""
    percent = marks.at("percent", amount.last + 1)
    if percent is None and amount.last + 2 < len(tokens) and tokens[amount.last + 1].text == "-":
        percent = marks.at("percent", amount.last + 2)
    if percent is None and _mentions_percent_twice(tokens, amount):
        percent = marks.at("percent", amount.last + 2)
    if percent is not None:
        return replace(amount, last=percent.last, percent=True, rules=(*amount.rules, "percent"))
    after, before = marks.at("currency", amount.last + 1), marks.ending("currency", amount.first - 1)
    if before is not None and (tokens[before.last].kind is TokenKind.SIGN or _is_code(tokens[before.last])):
        first = before.first - 1 if before.first and tokens[before.first - 1].lower == "us" else before.first
        return replace(amount, first=first, currency=before.entry.unit, rules=(*amount.rules, "currency"))
    if after is not None:
        return replace(amount, last=after.last, currency=after.entry.unit, rules=(*amount.rules, "currency"))
    return amount


def _is_code(token: Token) -> bool:
    """ "EUR 12.5m", "USD 300,000": the three letters of a currency stand before the number as a sign does."""
    return len(token.text) == _LETTERS_OF_CURRENCY and token.text.isupper() and token.text.isalpha()


def _mentions_percent_twice(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "100 hundred percent": a scale word that only repeats the number."""
    after = amount.last + 1
    return after < len(tokens) and tokens[after].lower == "hundred"


def _with_bound(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount, taken: int) -> Amount:
    """Take in the words before (and after) that bound the number, past words that do not ("at least another 40")."""
    at, bound, another, definite, rules = amount.first - 1, None, False, False, list(amount.rules)
    first = amount.first
    if lexicon.language == "nl" and tokens[amount.core].lower.endswith(ROUGHLY) and marks.ending("article", at) is not None:
        at -= 1  # "minstens een tiental"
    while at > taken:
        if tokens[at].text in _CLOSING and marks.ending("bound", at - 1) is not None:
            at -= 1  # “more than” 27
        mark = marks.ending("bound", at)
        if mark is not None and mark.first > taken:
            if tokens[mark.first].lower in ("tot", "up") and _rises_to(tokens, mark, marks, lexicon):
                break
            if mark.first and tokens[mark.first].lower == "over" and tokens[mark.first - 1].lower in lexicon.words("moving_over"):
                break  # "dropped bombs over two schools"
            if mark.first and tokens[mark.first].lower == "up" and tokens[mark.first - 1].lower in lexicon.words("verbs_with_up"):
                break  # "would own up to 24"
            if _is_preposition(tokens, mark, lexicon, amount):
                break
            if mark.first == 0 and tokens[0].lower in lexicon.words("bounds_within"):
                break  # "Bij de elf doden bevinden zich": among them
            if tokens[mark.first].lower in lexicon.words("bounds_of_round") and (amount.low or 0) % _ROUND:
                break  # "hoorde getuigen over de 38 mannen"
            bound, first = mark.entry.bound, mark.first
            rules.append(f"bound:{bound}")
            break
        transparent = marks.ending("transparent", at)
        if transparent is None or transparent.first <= taken:
            break
        words = {tokens[index].lower for index in range(transparent.first, transparent.last + 1)}
        another = another or bool(words & {"another", "further", "additional", "eens", "daarnaast", "other", "andere"})
        definite = definite or bool(
            words & {"the", "these", "those", "de", "deze", "die", "its", "their", "his", "her", "zijn", "haar", "hun"}
        )
        at = transparent.first - 1
    after = marks.at("bound_after", amount.last + 1)
    last = amount.last
    if bound is None and after is not None and amount.bound is Bound.EXACT:
        bound, last = after.entry.bound, after.last
        rules.append(f"bound:{bound}")
    if bound is None and lexicon.language == "nl" and amount.form == "words" and tokens[amount.core].lower.endswith(ROUGHLY):
        bound, first = Bound.ABOUT, first - 1 if marks.ending("article", first - 1) is not None else first
        rules.append(f"bound:{bound}")
    if another or definite or first != amount.first or last != amount.last or len(rules) > len(amount.rules):
        amount = replace(amount, first=first, last=last, another=another, definite=definite, rules=tuple(rules))
    if bound is None or amount.bound is Bound.VAGUE:
        return amount
    return _bounded(amount, bound)


def _bounded(amount: Amount, bound: Bound) -> Amount:
    if amount.bound is Bound.RANGE:
        return amount
    match bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return replace(amount, high=None, bound=bound)
        case Bound.AT_MOST:
            return replace(amount, low=None, bound=bound)
        case _:
            return replace(amount, bound=bound)


def _rises_to(tokens: Sequence[Token], mark: Mark, marks: Marks, lexicon: Lexicon) -> bool:
    """Dutch "tot" after a verb of rising, and "up to" after "revised", tells where the count stands now, and bounds nothing."""
    rises, reach = lexicon.words("rises"), _FAR_RISE if marks.has("toll") or lexicon.language == "en" else _NEAR_RISE
    leads = lexicon.words("leads_to")
    if leads and any(token.lower in leads for token in (*tokens[max(0, mark.first - _NEAR_RISE) : mark.first], *tokens[mark.last + 2 :])):
        return True  # "leidde tot zeven doden", "heeft tot zeven doden geleid"
    return any(token.lower in rises for token in tokens[max(0, mark.first - reach) : mark.first])


def _is_preposition(tokens: Sequence[Token], mark: Mark, lexicon: Lexicon, amount: Amount) -> bool:
    """Dutch "over de twee aanvallen", "rond de drie dorpen": only round numbers are bounded so ("over de honderd doden")."""
    if mark.last == mark.first or tokens[mark.first].lower not in lexicon.words("bounds_of_round"):
        return False
    number = amount.low if amount.low is not None else amount.high
    return number is None or number < _LEAST_ROUND or number % _STEP_OF_ROUND != 0
