"""Which figure is a part of which: "ten people, including five children and three women"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.interval import Number
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import OPENINGS, NounPhrase
from kroniek.reading.speaking import speaks
from kroniek.text.tokens import Token

BEFORE = -1
"""The whole stands in a sentence before this one."""
_LONGEST_ITEM = 12
_DASHES = frozenset({":", "–", "—", "("})


def parents_of(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase]) -> list[int | None]:
    """For each phrase the index of the phrase that it is a part of, `BEFORE`, or None where it stands for itself."""
    parents: list[int | None] = [None] * len(phrases)
    speakers = {number for number, phrase in enumerate(phrases) if speaks(tokens, marks, lexicon, phrase)}
    for number, phrase in enumerate(phrases):
        if phrase.is_people and _closes(marks, phrase):
            first = _first_of_list(tokens, marks, lexicon, phrases, number)
            whole = _whole_before(phrases, parents, first)
            parents[first : number + 1] = [whole] * (number + 1 - first)
    for number, phrase in enumerate(phrases):
        if parents[number] is not None or number in speakers:
            continue
        if _marked(marks, phrase) and number and _marked(marks, phrases[number - 1]) and _is_larger(phrases[number - 1], phrase):
            parents[number] = number - 1  # "including 549 dead, including 41 children"
        elif phrase.subset or _marked(marks, phrase):
            parents[number] = _whole_before(phrases, parents, number)
        elif number and _in_brackets_after(tokens, phrases[number - 1], phrase):
            parents[number] = number - 1  # "7 killed (3 children)"
        elif number and _of_opening_whole(tokens, lexicon, phrases[number - 1], phrase):
            parents[number] = number - 1
        elif number and parents[number - 1] is not None and _goes_on(tokens, marks, lexicon, phrases[number - 1], phrase):
            parents[number] = parents[number - 1]
    for number, phrase in enumerate(phrases):
        if parents[number] is None and phrase.low is not None and phrase.high in (phrase.low, None):
            for part in _appositive(tokens, marks, phrases, parents, number):
                parents[part] = number
    return parents


def _appositive(
    tokens: Sequence[Token], marks: Marks, phrases: Sequence[NounPhrase], parents: Sequence[int | None], whole: int
) -> Sequence[int]:
    """ "Five children, two boys, two girls and one infant": two or more phrases after a whole that add up to it, with no verb between;
    or behind a dash ("two civilians were killed – one woman and one girl")."""
    total = phrases[whole].low
    listed: Number = 0
    for number in range(whole + 1, len(phrases)):
        part = phrases[number]
        if not part.is_people or parents[number] is not None or part.low is None or part.low != part.high:
            return ()
        start = phrases[number - 1].last + 1
        between = range(start, part.first)
        behind_dash = number == whole + 1 and start < part.first and _opens_aside(tokens, part.first - 1)
        if not behind_dash and any(marks.at("harm_verb", at) is not None or tokens[at].text == ";" for at in between):
            return ()
        if number == whole + 1 and not any(tokens[at].text in (",", ":", "–", "—", "-", "(") for at in between):
            return ()
        listed += part.low
        if total is not None and listed >= total:
            return range(whole + 1, number + 1) if listed == total and number > whole + 1 else ()
    return ()


def _in_brackets_after(tokens: Sequence[Token], whole: NounPhrase, part: NounPhrase) -> bool:
    """ "Seven killed (three children), 19 injured": fewer people without a harm of their own, in brackets right behind the whole."""
    if part.first != whole.last + 2 or tokens[part.first - 1].text != "(" or part.harm is not None or part.is_bare:
        return False
    return _is_larger(whole, part)


def _opens_aside(tokens: Sequence[Token], at: int) -> bool:
    """A dash, colon or bracket; a hyphen too where two stand for a dash or it stands free: "seven died -- four women ..."."""
    if tokens[at].text in _DASHES:
        return True
    return tokens[at].text == "-" and at > 0 and (tokens[at - 1].text == "-" or tokens[at - 1].end < tokens[at].start)


def _of_opening_whole(tokens: Sequence[Token], lexicon: Lexicon, whole: NounPhrase, part: NounPhrase) -> bool:
    """Dutch "van de 22 doden waren er negen kinderen": the clause opens with the whole, and counts on with "er"."""
    opens = whole.first - 1
    if whole.amount is None or whole.low is None or part.amount is None or not part.is_people or opens < 1:
        return False
    if tokens[opens].lower not in lexicon.words("determiners") or tokens[opens - 1].lower not in lexicon.words("of"):
        return False
    between = tokens[whole.last + 1 : part.first]
    if any(token.text in (";", ":") for token in between):
        return False
    return any(token.lower in lexicon.words("counting_there") for token in between) and (part.low or 0) <= whole.low


def _is_larger(left: NounPhrase, right: NounPhrase) -> bool:
    return left.low is not None and right.low is not None and left.low > right.low and left.is_people and right.is_people


def _marked(marks: Marks, phrase: NounPhrase) -> bool:
    """ "including", "among them", "onder wie" right before the phrase, or one word away ("including the three")."""
    return any(marks.ending("subset", phrase.first - back) is not None for back in (1, 2))


def _first_of_list(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase], last: int) -> int:
    """Where the list that ends in this phrase begins: "15 women and 16 children among them"."""
    first = last
    while first > 0 and phrases[first].first - phrases[first - 1].last <= 3 and phrases[first - 1].is_people:
        at, own = phrases[first].first - 1, lexicon.words("possessives")
        while at > 0 and tokens[at].lower in own:
            at -= 1
        before = tokens[at]
        if before.text != "," and before.lower not in lexicon.words("conjunctions"):
            break
        if any(marks.at("harm_verb", at) is not None for at in range(phrases[first - 1].last + 1, phrases[first].first)):
            break
        first -= 1
    return first


def _closes(marks: Marks, phrase: NounPhrase) -> bool:
    """ "15 women and 16 children among them": the word stands behind the parts and opens no list of its own."""
    mark = marks.at("subset", phrase.last + 1)
    if mark is None and marks.at("be", phrase.last + 1) is not None:  # "two engineers were among them"
        mark = marks.at("subset", phrase.last + 2)
    return mark is not None and marks.at("number", mark.last + 1) is None and marks.at("article", mark.last + 1) is None


def _whole_before(phrases: Sequence[NounPhrase], parents: Sequence[int | None], number: int) -> int:
    for index in range(number - 1, -1, -1):
        if parents[index] in (None, BEFORE) and phrases[index].amount is not None and (phrases[index].is_people or phrases[index].is_bare):
            return index
    for index in range(number - 1, -1, -1):
        if (parents[index] is None and phrases[index].is_people) or (parents[index] is None and phrases[index].is_bare):
            return index
    return BEFORE


def _goes_on(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether the list of parts goes on: only light words between, and the last of them a comma or conjunction."""
    between = tokens[left.last + 1 : right.first]
    if right.amount is not None and right.amount.another:
        return False
    if len(between) > _LONGEST_ITEM or not between:
        return False
    light = lexicon.words("determiners") | lexicon.words("possessives")
    while len(between) > 1 and (between[-1].lower in light or between[-1].text in OPENINGS):
        between = between[:-1]
    if any(marks.at("harm_verb", at) is not None or marks.at("boundary", at) is not None for at in range(left.last + 1, right.first)):
        return False
    return (
        between[-1].text == ","
        or between[-1].lower in lexicon.words("conjunctions")
        or marks.at("together", left.last + len(between)) is not None
    )
