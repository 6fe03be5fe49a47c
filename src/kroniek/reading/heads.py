"""The noun of a counted phrase, also where it stands before its number: "a family of eight", "the soldiers, nine in number"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.model.claim import Group, Harm
from kroniek.reading.amounts import Amount
from kroniek.reading.lexicon import Entry, Lexicon, Marks
from kroniek.text.tokens import Token


@quickly_made
@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a phrase: its meaning, its last token, whom it names and what harm it tells."""

    head: Entry | None
    last: int
    group: Group | None = None
    harm: Harm | None = None


def of_people_before(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount) -> Head | None:
    """ "De soldaten, negen in getal, stierven": the people stand right before the number, and "in number" behind it."""
    at, after = amount.first - 1, amount.last + 1
    if at < 1 or tokens[at].text != "," or after + 1 >= len(tokens):
        return None
    if f"{tokens[after].lower} {tokens[after + 1].lower}" not in lexicon.words("in_number"):
        return None
    mark = marks.ending("person", at - 1)
    return None if mark is None or not mark.entry.plural else Head(mark.entry, after + 1, mark.entry.group)


def family_of(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount) -> Head | None:
    """ "A family of eight": the number counts its people."""
    at = amount.first - 1
    family = marks.ending("group_word", at - 1) if at > 0 and tokens[at].lower in lexicon.words("of") else None
    if family is None:
        return None
    return Head(Entry(category="person", group=Group.PERSON, plural=True), amount.last, Group.PERSON)


def family_first(marks: Marks, amount: Amount) -> int:
    """Where "a family of eight" begins."""
    family = marks.ending("group_word", amount.first - 2)
    first = amount.first - 2 if family is None else family.first
    return first - 1 if marks.ending("article", first - 1) is not None else first


def one_other(marks: Marks, amount: Amount) -> Head | None:
    """ "One other was wounded": one more of those told before, without a noun of its own."""
    mark = marks.at("another", amount.first)
    if mark is None or mark.last <= amount.last:
        return None
    return Head(Entry(category="person", group=Group.PERSON, plural=False), mark.last, Group.PERSON)
