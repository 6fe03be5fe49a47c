"""Figures of a language that is read lightly, and whom they count: a number with a noun beside it, a dual, a single person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kroniek.model.claim import Bound, Group, Harm, Kind, Quantity
from kroniek.reading.lexicon import Entry, Mark
from kroniek.reading.light.dates import numbers_of_dates
from kroniek.reading.light.words import LightSentence
from kroniek.text.tokens import Token, TokenKind

_REACH_BACK = 8  # tokens between a count and the word of harm before it
_REACH_ON = 5
_BOUND_BACK = 2
_SUBSET_BACK = 4
_TOTAL_BACK = 4
_LARGEST = 1_000_000
_HUNDRED = 100
_TOLD_WITHOUT_PEOPLE = (Harm.KILLED, Harm.DETAINED)


@dataclass(frozen=True, slots=True)
class LightDraft:
    """What will be a claim: tokens `first` to `last` of the figure (None where it is implied), and what it counts.

    `is_part`: of the total told before it in the sentence. `where` is the token that it stands at.
    """

    where: int
    kind: Kind
    quantity: Quantity
    harm: Harm | None = None
    group: Group | None = None
    first: int | None = None
    last: int | None = None
    is_part: bool = False


def drafts_of(sentence: LightSentence) -> list[LightDraft]:
    """The counts of a sentence, in the order of the text."""
    found: list[LightDraft] = []
    taken: set[int] = set()
    for number in _numbers(sentence):
        draft = _counted(sentence, number, found)
        if draft is not None:
            found.append(draft)
            taken.update(range(number.first, draft.where + 1))
    found.extend(_parts(sentence, taken, found))
    found.extend(_uncounted(sentence, taken))
    return sorted(_without_repeats(found), key=lambda draft: draft.where)


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    low: int | None
    bound: Bound


def _numbers(sentence: LightSentence) -> Iterator[_Number]:
    """Numbers in digits and words, with the words that bound them; those of dates left out."""
    closed = numbers_of_dates(sentence)
    past = -1
    for at, token in enumerate(sentence.tokens):
        if at <= past or at in closed:
            continue
        mark, vague = sentence.at("number", at), sentence.at("vague", at)
        if token.kind is TokenKind.NUMBER:
            value = _value(token)
            if value is None:
                continue
            number = _Number(at, at, value, Bound.EXACT)
        elif mark is not None and mark.entry.value is not None:
            number = _in_words(sentence, mark)
        elif vague is not None:
            number = _Number(at, vague.last, None, Bound.VAGUE)
        else:
            continue
        past = number.last
        yield _bounded(sentence, number)


def _value(token: Token) -> int | None:
    """A whole number; "1,200" is one, "3.5" is not."""
    parts = token.text.replace("٬", ",").split(",")
    whole = all(part.isdecimal() for part in parts) and all(len(part) == 3 for part in parts[1:])
    value = int("".join(parts)) if whole and len(token.text) <= 9 else None
    return value if value is not None and value <= _LARGEST else None


def _in_words(sentence: LightSentence, mark: Mark) -> _Number:
    """ "Five and twenty": units before tens, joined."""
    value = int(mark.entry.value or 0)
    tens = sentence.at("number", mark.last + 1)
    if tens is not None and 20 <= int(tens.entry.value or 0) < _HUNDRED and value < 10:
        joined = sentence.tokens[tens.first].folded != sentence.tokens[tens.first].lower
        if joined:
            return _Number(mark.first, tens.last, value + int(tens.entry.value or 0), Bound.EXACT)
    return _Number(mark.first, mark.last, value, Bound.EXACT)


def _bounded(sentence: LightSentence, number: _Number) -> _Number:
    if number.bound is Bound.VAGUE:
        return number
    for mark in sentence.all("bound"):
        before = mark.last < number.first <= mark.last + _BOUND_BACK
        after = mark.entry.bound is Bound.AT_LEAST and number.last < mark.first <= number.last + _BOUND_BACK + 1
        if (before or after) and mark.entry.bound is not None:
            return replace(number, bound=mark.entry.bound)
    return number


def _quantity(number: _Number, unit: str) -> Quantity:
    low = number.low
    if low is None:
        return Quantity(None, None, Bound.VAGUE, unit)
    if number.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Quantity(low, None, number.bound, unit)
    return Quantity(None, low, number.bound, unit) if number.bound is Bound.AT_MOST else Quantity(low, low, number.bound, unit)


def _counted(sentence: LightSentence, number: _Number, before: list[LightDraft]) -> LightDraft | None:
    """What a number counts, by the noun after it, else by the one before ("the killed: 5")."""
    at = number.last + 1
    if sentence.at("no_people", at) is not None:
        return None
    noun, person = sentence.at("harm_noun", at), sentence.at("person", at)
    if noun is not None:
        group = sentence.at("person", noun.last + 1)
        return _people(number, noun.last, noun.entry.harm, group.entry.group if group else Group.PERSON, _is_part(sentence, number, before))
    if person is not None:
        part = _is_part(sentence, number, before)
        harm = _harm_of(sentence, number.first, person.last, before, part)
        return None if harm is None else _people(number, person.last, harm, person.entry.group, part)
    thing = sentence.at("thing", at)
    if thing is not None and thing.entry.kind is not None:
        unit = "munition" if thing.entry.kind is Kind.MUNITIONS else "strike"
        return LightDraft(thing.last, thing.entry.kind, _quantity(number, unit), first=number.first, last=number.last)
    total = _noun_before(sentence, number.first)
    if total is not None and number.low is not None and number.bound is not Bound.VAGUE:
        return _people(number, number.last, total.harm, Group.PERSON, is_part=False)
    return None


def _people(number: _Number, where: int, harm: Harm | None, group: Group | None, is_part: bool) -> LightDraft:
    return LightDraft(where, Kind.CASUALTIES, _quantity(number, "person"), harm, group, number.first, number.last, is_part)


def _is_part(sentence: LightSentence, number: _Number, before: list[LightDraft]) -> bool:
    """Whether "among them" stands between the last total and the number, or the number goes on a list of such parts."""
    if not before or before[-1].kind is not Kind.CASUALTIES:
        return False
    after_total = before[-1].where
    if any(max(after_total, number.first - _SUBSET_BACK - 1) < mark.first < number.first for mark in sentence.all("subset")):
        return True
    between = any(after_total < mark.first < number.first for name in ("act", "harm_noun") for mark in sentence.all(name))
    return before[-1].is_part and not between and number.first - after_total <= _SUBSET_BACK


def _harm_of(sentence: LightSentence, first: int, last: int, before: list[LightDraft], part: bool) -> Harm | None:
    """The harm of people counted: that of the total they are part of, else of the nearest word of harm before them, else after them."""
    if part:
        return before[-1].harm
    behind = [mark for name in ("act", "mass") for mark in sentence.all(name) if first - _REACH_BACK <= mark.last < first]
    if behind:
        return max(behind, key=lambda mark: mark.last).entry.harm
    ahead = [mark for mark in sentence.all("act") if last < mark.first <= last + _REACH_ON]
    return ahead[0].entry.harm if ahead else None


def _noun_before(sentence: LightSentence, first: int) -> Entry | None:
    """A plural of those harmed right before a number that has no noun of its own: "the injured: 9", "the victims rose to 10"."""
    near = [mark for mark in sentence.all("harm_noun") if first - _TOTAL_BACK <= mark.last < first and mark.entry.plural]
    return near[-1].entry if near else None


def _parts(sentence: LightSentence, taken: set[int], counted: list[LightDraft]) -> Iterator[LightDraft]:
    """Parts without a number of a total that has one: "among them a woman and two children"."""
    for subset in sentence.all("subset"):
        total = next((draft for draft in reversed(counted) if draft.where < subset.first and not draft.is_part), None)
        if total is None or total.harm is None:
            continue
        at, misses = subset.last + 1, 0
        while at < len(sentence.tokens) and misses < 2:
            person = sentence.at("person", at)
            if person is None or at in taken:
                misses, at = misses + (at not in taken), at + 1
                continue
            if not person.entry.plural:
                yield replace(_bare(person, total.harm, person.entry.group), is_part=True)
            taken.update(range(person.first, person.last + 1))
            at, misses = person.last + 1, 0


def _uncounted(sentence: LightSentence, taken: set[int]) -> Iterator[LightDraft]:
    """Those harmed without a number: a dual is its own figure, one person is one, a plural is many; deaths that count nobody are vague."""
    for mark in sentence.all("harm_noun"):
        if mark.first not in taken and sentence.at("act", mark.first) is None:
            person = sentence.at("person", mark.last + 1)
            yield _bare(mark, mark.entry.harm, person.entry.group if person else Group.PERSON)
    for act in [*sentence.all("act"), *sentence.all("mass")]:
        people = sentence.at("person", act.last + 1) or sentence.at("person", act.last + 2)
        nouns = any(sentence.at("harm_noun", act.last + step) is not None for step in (0, 1, 2))
        counted = people is not None or nouns or any(at in taken for at in range(act.first, act.last + 5))
        if people is not None and people.first not in taken:
            yield _bare(people, act.entry.harm, people.entry.group)
        elif act.entry.harm in _TOLD_WITHOUT_PEOPLE and not counted:
            yield LightDraft(act.last, Kind.CASUALTIES, Quantity(None, None, Bound.VAGUE, "person"), act.entry.harm, Group.PERSON)


def _bare(mark: Mark, harm: Harm | None, group: Group | None) -> LightDraft:
    if mark.entry.value is not None:
        exact = Quantity(mark.entry.value, mark.entry.value, Bound.EXACT, "person")
        return LightDraft(mark.last, Kind.CASUALTIES, exact, harm, group, mark.first, mark.last)
    quantity = Quantity(None, None, Bound.VAGUE, "person") if mark.entry.plural else Quantity(1, 1, Bound.EXACT, "person")
    return LightDraft(mark.last, Kind.CASUALTIES, quantity, harm, group)


def _without_repeats(drafts: list[LightDraft]) -> Iterator[LightDraft]:
    """Of what has no figure one a harm and group: "martyr" is said again and again of one man."""
    seen: set[tuple[Harm | None, Group | None, bool]] = set()
    counted = {draft.harm for draft in drafts if draft.first is not None}
    for draft in drafts:
        if draft.first is None and not draft.is_part:
            vague = draft.quantity.bound is Bound.VAGUE
            key = (draft.harm, None if vague else draft.group, vague)
            if key in seen or (vague and draft.harm in counted):
                continue
            seen.add(key)
        yield draft
