"""What an amount counts: the noun phrase around it, and phrases that count without a number ("a woman", "civilians")."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kroniek.model.claim import Bound, Group, Harm
from kroniek.model.interval import Number
from kroniek.reading.amounts import Amount
from kroniek.reading.lexicon import Entry, Lexicon, Mark, Marks, modifies
from kroniek.text.tokens import Token, TokenKind

_NOUNS = ("person", "relative", "harm_noun", "thing", "area_unit", "time_unit", "group_word", "person_modifier")
_PEOPLE = ("person", "relative")
_MOST_WORDS_TO_HEAD = 6
_LONGEST_IMPLIED = 11
_OPENINGS = frozenset({"“", '"', "”", "‘", "’", "'", "„", "-", "‑", "[", "]", "*"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """An amount and what it counts, tokens `first` to `last`. `amount` is None where the amount is implied.

    `head` is the noun's meaning, None where the lexicon does not know it; `subset` marks "five of them".
    """

    first: int
    last: int
    amount: Amount | None
    head: Entry | None
    head_last: int
    group: Group | None
    low: Number | None
    high: Number | None
    bound: Bound
    harm: Harm | None = None
    subset: bool = False
    rate: bool = False

    @property
    def is_people(self) -> bool:
        """Whether it counts people, as far as its words tell."""
        return self.head is not None and self.head.category in (*_PEOPLE, "harm_noun")

    @property
    def is_bare(self) -> bool:
        """Whether no noun was found: "killed five"."""
        return self.head is None


def counted_phrases(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amounts: Sequence[Amount]) -> list[NounPhrase]:
    """The noun phrase of each amount."""
    return [
        _phrase(tokens, marks, lexicon, amount, amounts[number + 1].first if number + 1 < len(amounts) else len(tokens))
        for number, amount in enumerate(amounts)
    ]


def _phrase(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount, limit: int) -> NounPhrase:
    at, subset = amount.last + 1, False
    if at + 1 < len(tokens) and tokens[at].lower in lexicon.words("of") and tokens[at + 1].lower in lexicon.words("of_them"):
        at, subset = at + 2, True
    of_the_dead = None if subset else _of_the_dead(tokens, marks, lexicon, at)
    if of_the_dead is not None:
        entry = of_the_dead.entry
        return NounPhrase(
            first=amount.first, last=of_the_dead.last, amount=amount, head=entry, head_last=of_the_dead.last,
            group=entry.group or Group.PERSON, low=amount.low, high=amount.high, bound=amount.bound, harm=entry.harm, subset=True,
        )  # fmt: skip
    found = _find_head(tokens, marks, lexicon, at, limit, subset=subset, many=amount.low != 1)
    if found.head is None:
        predicate = _predicate(tokens, marks, lexicon, at, limit)
        if predicate is not None:
            found, subset = predicate, True
    if found.head is None:
        found = _family_of(tokens, marks, lexicon, amount) or _one_other(marks, amount) or found
    group, harm = found.group, found.harm
    return NounPhrase(
        first=amount.first, last=max(amount.last, found.last), amount=amount, head=found.head, head_last=found.last, group=group,
        low=amount.low, high=amount.high, bound=amount.bound, harm=harm, subset=subset, rate=_has_rate(marks, max(amount.last, found.last)),
    )  # fmt: skip


def _of_the_dead(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> Mark | None:
    """ "Three of the dead were minors": a part of those harmed, whatever follows."""
    if at >= len(tokens) or tokens[at].lower not in lexicon.words("of"):
        return None
    after = at + 1
    while after < len(tokens) and tokens[after].lower in lexicon.words("determiners"):
        after += 1
    return marks.at("harm_noun", after) if after > at + 1 else None


def _predicate(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int) -> _Head | None:
    """ "Nineteen of them were children", "twaalf waren vrouwen": the noun stands behind the verb and tells of a part."""
    if at + 1 >= len(tokens) or tokens[at].lower not in lexicon.words("copulas"):
        return None
    after = at + 1
    while after < len(tokens) and marks.at("harm_adverb", after) is not None and marks.at("person", after) is None:
        after += 1
    mark = marks.at("person", after)
    return None if mark is None or not mark.entry.plural else _run(tokens, marks, lexicon, mark, limit)


def _family_of(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount) -> _Head | None:
    """ "A family of eight": the number counts its people."""
    at = amount.first - 1
    family = marks.ending("group_word", at - 1) if at > 0 and tokens[at].lower in lexicon.words("of") else None
    if family is None:
        return None
    return _Head(Entry(category="person", group=Group.PERSON, plural=True), amount.last, Group.PERSON)


def _one_other(marks: Marks, amount: Amount) -> _Head | None:
    """ "One other was wounded": one more of those told before, without a noun of its own."""
    mark = marks.at("another", amount.first)
    if mark is None or mark.last <= amount.last:
        return None
    return _Head(Entry(category="person", group=Group.PERSON, plural=False), mark.last, Group.PERSON)


def _has_rate(marks: Marks, last: int) -> bool:
    return marks.at("rate", last + 1) is not None and marks.at("time_unit", last + 3) is not None


@dataclass(frozen=True, slots=True)
class _Head:
    head: Entry | None
    last: int
    group: Group | None = None
    harm: Harm | None = None


def _find_head(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int, *, subset: bool = False, many: bool = False
) -> _Head:
    """The head of the noun phrase that goes on at token `at`: the last noun of the first run of nouns."""
    start = at
    while at < min(limit, len(tokens), start + _MOST_WORDS_TO_HEAD):
        aged = after_age(tokens, at, lexicon)
        if aged is not None:
            at, start = aged, start + aged - at
            continue
        harmed = _harmed(tokens, marks, lexicon, marks.at("harm_adjective", at), limit)
        if harmed is not None:
            return harmed
        mark = _noun_at(marks, at)
        if mark is not None and modifies(tokens, marks, lexicon, mark):
            at += 1
            continue
        if mark is not None and many and tokens[mark.last].lower in lexicon.words("nominalised"):
            at += 1  # "acht Duitse": eight of what was told before
            continue
        if mark is not None and not _verb_rather(marks, at, start, mark, subset=subset):
            return _run(tokens, marks, lexicon, mark, limit)
        token = tokens[at]
        if marks.at("of", at) or token.lower in lexicon.words("of"):
            if (
                at != start
                and not all(token.text in _OPENINGS for token in tokens[start:at])
                and not (at == start + 1 and tokens[start].lower in lexicon.words("group_heads"))
            ):
                break
            at += 1
            continue
        if _stops(token, marks, lexicon, at):
            break
        at += 1
    return _Head(None, start - 1)


def after_age(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Past an age that begins here ("14 year old", "seven-month-old", "34-jarige"), else None."""
    words = [(index, tokens[index].lower) for index in range(at, min(len(tokens), at + 7)) if tokens[index].text not in ("-", "‑")]
    if len(words) < 2 or not (tokens[at].kind is TokenKind.NUMBER or tokens[at].lower in lexicon.words("age_numbers")):
        return None
    if words[1][1] in lexicon.words("age_tails"):
        return words[1][0] + 1
    if len(words) > 2 and words[1][1] in lexicon.words("age_words") and words[2][1] in lexicon.words("age_tails"):
        return words[2][0] + 1
    return None


def _noun_at(marks: Marks, at: int) -> Mark | None:
    best: Mark | None = None
    for category in _NOUNS:
        mark = marks.at(category, at)
        if mark is not None and (best is None or mark.last > best.last):
            best = mark
    return best


def _harmed(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark | None, limit: int) -> _Head | None:
    """Dutch "een gewonde knecht", "drie dode kinderen": the adjective tells the harm, the noun after it who they are."""
    if mark is None:
        return None
    after = mark.last + 1
    person = next((found for category in _PEOPLE if (found := marks.at(category, after)) is not None), None)
    if mark.entry.harm is None or person is None or after >= limit:
        return None
    head = _run(tokens, marks, lexicon, person, limit)
    return _Head(head.head, head.last, head.group, mark.entry.harm)


def _verb_rather(marks: Marks, at: int, start: int, mark: Mark, *, subset: bool) -> bool:
    """Whether a word such as "killed" or "injured" is a verb here and no noun: only right after its number it counts people."""
    if mark.entry.category != "harm_noun" or marks.at("harm_verb", at) is None:
        return False
    return at != start or subset


def _stops(token: Token, marks: Marks, lexicon: Lexicon, at: int) -> bool:
    if token.kind is TokenKind.NUMBER:
        return False  # an age: "two 12-year-old girls"; other numbers are amounts of their own and limit the search
    if token.kind is TokenKind.SIGN:
        return token.text not in _OPENINGS
    lower = token.lower
    if lower in lexicon.words("prepositions") or lower in lexicon.words("finite") or lower in lexicon.words("conjunctions"):
        return True
    return any(marks.at(category, at) is not None for category in ("harm_verb", "boundary", "subset", "be", "effect"))


def _run(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark, limit: int) -> _Head:
    head, last = mark, mark.last
    group = mark.entry.group
    while last + 1 < min(limit, len(tokens)):
        following = _noun_at(marks, last + 1)
        if (
            following is None
            or head.entry.category == "harm_noun"
            or (head.entry.plural and following.entry.category != "harm_noun")
            or (following.entry.category == "harm_noun" and marks.at("harm_verb", last + 1) is not None)
        ):
            break
        if following.entry.group is not None and (
            group is None or head.entry.category in ("group_word", "thing") or following.entry.group is not Group.PERSON
        ):
            group = following.entry.group
        head, last = following, following.last
    if head.entry.category == "person_modifier":
        return _Head(head.entry, last, group, None)
    harm = head.entry.harm if head.entry.category == "harm_noun" else None
    if head.entry.group is Group.PERSON and group is Group.PERSON:
        group = _member_group(tokens, marks, lexicon, last) or group
    return _Head(head.entry, last, group, harm)


def _member_group(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, last: int) -> Group | None:
    """ "members of the security forces": whom the members are of tells what they are."""
    if last + 1 >= len(tokens) or tokens[last + 1].lower not in lexicon.words("of"):
        return None
    for at in range(last + 2, min(last + 7, len(tokens))):
        person = marks.at("person", at)
        if person is not None and person.entry.group is Group.COMBATANT:
            return Group.COMBATANT
        if marks.at("group_word", at) is not None or tokens[at].kind is TokenKind.SIGN:
            return None
    return None


def implied_phrases(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, taken: Collection[int]) -> list[NounPhrase]:
    """People counted without a number: "a woman and her child" (one each), "civilians" (vague)."""
    found: list[NounPhrase] = []
    past = 0
    possessives = lexicon.words("possessives") | (lexicon.words("definites") if lexicon.words("also") else frozenset())
    starts = marks.starts("another", "nobody", "article", "harm_noun", *_PEOPLE)
    for at, token in enumerate(tokens):
        if at < past or at in taken or (at not in starts and token.lower not in possessives):
            continue
        phrase = (
            _another(tokens, marks, lexicon, at, taken)
            or _nobody(marks, at)
            or _singular(tokens, marks, lexicon, at, taken)
            or _plural(tokens, marks, lexicon, at, taken)
            or _bare_harm(tokens, marks, lexicon, at)
            or _listed(tokens, marks, lexicon, at, found[-1] if found else None)
            or _pair_of_kin(tokens, marks, lexicon, at, taken)
        )
        if phrase is not None:
            found.append(phrase)
            past = phrase.last + 1
    return found


def _singular(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "a woman", "an elderly man", "her husband": one person."""
    article = marks.at("article", at)
    possessive = tokens[at].lower in lexicon.words("possessives")
    # "ook de burgemeester kwam om": one more, told for the first time
    also = at > 0 and tokens[at].lower in lexicon.words("definites") and tokens[at - 1].lower in lexicon.words("also")
    if article is None and not possessive and not also:
        return None
    begin = at + 1
    head = _find_head(tokens, marks, lexicon, begin, min(len(tokens), begin + _LONGEST_IMPLIED))
    alone = head.head is not None and head.harm is not None and tokens[head.last].lower in lexicon.words("singular_harm")
    if head.head is None or any(index in taken for index in range(begin, head.last + 1)):
        return None
    if not alone and head.head.category not in _PEOPLE:
        return None
    if head.head.plural:
        if article is not None or not possessive:
            return None
        return NounPhrase(
            first=at,
            last=head.last,
            amount=None,
            head=head.head,
            head_last=head.last,
            group=head.group,
            low=None,
            high=None,
            bound=Bound.VAGUE,
        )
    people = head.head.value or 1
    return NounPhrase(
        first=at, last=head.last, amount=None, head=head.head, head_last=head.last, group=head.group or Group.PERSON,
        low=people, high=people, bound=Bound.EXACT, harm=head.harm,
    )  # fmt: skip


def _pair_of_kin(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "Moeder en dochter werden gedood", "vader, moeder, drie dochters": the first of several relatives without an article."""
    if at and tokens[at - 1].kind is not TokenKind.SIGN:
        return None
    mark = next((mark for category in _PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or mark.entry.plural is not False or mark.last + 2 >= len(tokens):
        return None
    joint, after = tokens[mark.last + 1], mark.last + 2
    if tokens[mark.last].lower not in lexicon.words("kin"):
        return None
    if joint.text != "," and joint.lower not in lexicon.words("conjunctions"):
        return None
    if after not in taken and tokens[after].lower not in lexicon.words("kin"):
        return None
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=mark.entry, head_last=mark.last, group=mark.entry.group, low=1, high=1,
        bound=Bound.EXACT,
    )  # fmt: skip


def _another(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "... and another was wounded", "another journalist was wounded": one more than those told before."""
    mark = marks.at("another", at)
    if mark is None:
        return None
    verb = mark.last + 1
    while verb < len(tokens) and verb < at + 4 and (marks.at("be", verb) is not None or marks.at("harm_adverb", verb) is not None):
        verb += 1
    if marks.at("harm_verb", verb) is not None:
        head = _Head(Entry(category="person", group=Group.PERSON, plural=False), mark.last, Group.PERSON)
    else:
        head = _find_head(tokens, marks, lexicon, mark.last + 1, min(len(tokens), at + _LONGEST_IMPLIED))
        if head.head is None or head.head.category not in _PEOPLE or head.head.plural:
            return None
        if any(index in taken for index in range(at, head.last + 1)):
            return None
    return NounPhrase(
        first=at, last=head.last, amount=None, head=head.head, head_last=head.last, group=head.group, low=1, high=1, bound=Bound.EXACT
    )


def _nobody(marks: Marks, at: int) -> NounPhrase | None:
    """ "Nobody was killed": none, which is not unknown."""
    mark = marks.at("nobody", at)
    if mark is None:
        return None
    head = Entry(category="person", group=Group.PERSON, plural=False)
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=head, head_last=mark.last, group=Group.PERSON, low=0, high=0, bound=Bound.EXACT
    )


def _listed(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, before: NounPhrase | None) -> NounPhrase | None:
    """ "A husband and wife", "her mother, father and sister": one person more, without an article of its own."""
    mark = next((mark for category in _PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or mark.entry.plural or before is None or before.low != 1 or before.last != at - 2:
        return None
    if tokens[at - 1].text != "," and tokens[at - 1].lower not in lexicon.words("conjunctions"):
        return None
    entry = mark.entry
    if entry.category == "person" and entry.group not in (Group.WOMAN, Group.MAN, Group.CHILD):
        return None  # "a poet and novelist" is one person
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=entry, head_last=mark.last, group=entry.group, low=1, high=1, bound=Bound.EXACT
    )


def _bare_harm(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> NounPhrase | None:
    """ "Injuries were reported", "causing deaths": people harmed, and nobody says how many."""
    mark = marks.at("harm_noun", at)
    if mark is None or tokens[mark.last].lower not in lexicon.words("plural_harm") or marks.at("harm_verb", at) is not None:
        return None
    before = tokens[at - 1].lower if at else ""
    if before in lexicon.words("determiners") or before in lexicon.words("possessives") or marks.ending("negation", at - 1) is not None:
        return None
    if before not in lexicon.words("conjunctions") and _after_toll(marks, at):
        return None
    if at and (marks.ending("person_modifier", at - 1) or marks.ending("person", at - 1)) is not None:
        person = marks.ending("person_modifier", at - 1) or marks.ending("person", at - 1)
        group = Group.PERSON if person is None else person.entry.group
    else:
        group = Group.PERSON
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=mark.entry, head_last=mark.last, group=group, low=None, high=None,
        bound=Bound.VAGUE, harm=mark.entry.harm,
    )  # fmt: skip


def _after_toll(marks: Marks, at: int) -> bool:
    """ "The number of deaths", "het aantal gedode burgers": the number follows."""
    return any(marks.ending("toll", at - back) is not None for back in (1, 2))


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    opened = [token.text for token in tokens[:at] if token.text in ("(", ")")]
    return bool(opened) and opened[-1] == "("


def _plural(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "civilians", "women and children": more than one, and nobody says how many."""
    mark = next((mark for category in _PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or not mark.entry.plural or mark.last in taken or _after_toll(marks, at):
        return None
    if mark.last + 1 < len(tokens) and _noun_at(marks, mark.last + 1) is not None and marks.at("harm_verb", mark.last + 1) is None:
        return None
    if _in_brackets(tokens, at):
        return None  # "(ofwel militairen)": another word for those told before
    previous = at - 1
    while previous >= 0 and tokens[previous].text in _OPENINGS:
        previous -= 1
    if previous > 0 and previous - 1 in taken and tokens[previous].lower in lexicon.words("conjunctions"):
        return None  # "6.785 soldaten en agenten": counted together
    if previous >= 0 and (tokens[previous].lower in lexicon.words("definites") or marks.at("negation", previous) is not None):
        return None
    if previous >= 0 and tokens[previous].lower in lexicon.words("asked"):
        return None  # "hoeveel burgers", "zoveel burgers": asked or told elsewhere, and no count
    return NounPhrase(
        first=at,
        last=mark.last,
        amount=None,
        head=mark.entry,
        head_last=mark.last,
        group=mark.entry.group,
        low=None,
        high=None,
        bound=Bound.VAGUE,
    )
