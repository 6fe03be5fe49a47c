"""Named victims of an event, one row each: one name is one person, and so are two names that people decided are one person's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kroniek.incidents.link import Cluster
from kroniek.incidents.parts import Part
from kroniek.incidents.rulings import Bonding
from kroniek.model.claim import Claim, Harm, Victim
from kroniek.model.ruling import NameAt, PersonRuling
from kroniek.text.fold import fold

_ALSO = "-x-also"
"""Ends the key of a second spelling in one language: private use in the form of language tags (RFC 5646, section 2.2.7)."""
_UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Named:
    """A victim as one report names him or her."""

    at: NameAt
    victim: Victim


@dataclass(frozen=True, slots=True)
class Person:
    """One named victim: the row that is shown, the name that the row was taken from, and every name that stands for this person."""

    row: Victim
    at: NameAt
    names: tuple[NameAt, ...]


def by_report(rulings: Iterable[PersonRuling]) -> dict[str, list[PersonRuling]]:
    """The decisions by the report of their first name."""
    found: dict[str, list[PersonRuling]] = {}
    for ruling in rulings:
        found.setdefault(ruling.one.document, []).append(ruling)
    return found


def rulings_in(cluster: Cluster, of_report: Mapping[str, Sequence[PersonRuling]]) -> tuple[PersonRuling, ...]:
    """The decisions, by report, of which the event's reports hold both names."""
    if not of_report:
        return ()
    documents = dict.fromkeys(part.document for part in cluster.parts)
    return tuple(one for document in documents for one in of_report.get(document, ()) if one.other.document in documents)


def named_in(cluster: Cluster) -> tuple[Named, ...]:
    """Whom the reports of the event name, by report, in the order of the text."""
    return tuple(one for part in cluster.parts for one in _of_part(part))


def _of_part(part: Part) -> list[Named]:
    return [Named(NameAt(part.document, victim.start, victim.end), victim) for victim in part.people]


def name_key(name: str) -> str:
    """What two spellings that are one name share: letters and digits, folded."""
    return "".join(sign for sign in fold(name) if sign.isalnum())


def persons(named: Sequence[Named], rulings: Sequence[PersonRuling]) -> tuple[Person, ...]:
    """One row for each person: the same folded name is one, and of it the fullest mention is kept.

    Names that people decided are one person's make one row: the fullest, with what the others know beside it and all spellings. Of
    decisions that cannot all hold, the later wins.
    """
    found = []
    for rows in _groups(named, rulings):
        fullest = [max(row, key=lambda one: _known(one.victim)) for row in rows]
        first = max(fullest, key=lambda one: _known(one.victim))
        row = first.victim
        for other in fullest:
            row = row if other is first else joined(row, other.victim)
        found.append(Person(row, first.at, tuple(one.at for each in rows for one in each)))
    return tuple(found)


def _groups(named: Sequence[Named], rulings: Sequence[PersonRuling]) -> list[list[list[Named]]]:
    """Persons as lists of rows, a row as the mentions of one folded name; all in the order of their first mention."""
    rows: dict[str, list[Named]] = {}
    for one in named:
        rows.setdefault(name_key(one.victim.text), []).append(one)
    listed = list(rows.values())
    row_of = {one.at: number for number, row in enumerate(listed) for one in row}
    made = Bonding(len(listed))
    for ruling in sorted(rulings, key=lambda one: -one.decision):
        first, second = row_of.get(ruling.one), row_of.get(ruling.other)
        if first is None or second is None or first == second:
            continue
        if ruling.same:
            made.join((first, second))
        else:
            made.part((first,), (second,))
    return [[listed[member] for member in sorted(group)] for number, group in enumerate(made.group) if number == min(group)]


def _known(victim: Victim) -> int:
    return sum(value is not None for value in (victim.age, victim.gender, victim.harm, victim.occupation))


def joined(one: Victim, other: Victim) -> Victim:
    """One row of two that are one person's: the first, with what only the other knows. Whoever is told of as injured and as killed was
    killed."""
    return replace(
        one,
        names=_spellings(one, other),
        age=one.age if one.age is not None else other.age,
        gender=one.gender or other.gender,
        harm=Harm.KILLED if Harm.KILLED in (one.harm, other.harm) else one.harm or other.harm,
        occupation=one.occupation or other.occupation,
        child=one.child if one.child is not None else other.child,
    )


def _spellings(one: Victim, other: Victim) -> dict[str, str]:
    """Every way in which the two are written, by language; a further one in a language under a tag of its own."""
    names = dict(one.names)
    others = other.names if other.text in other.names.values() else {**other.names, _UNDETERMINED: other.text}
    for language in sorted(others):
        if others[language] in (one.text, *names.values()):
            continue
        tag, number = language, 1
        while tag in names:
            base = language.partition(_ALSO)[0]
            tag, number = f"{base}{_ALSO}{number if number > 1 else ''}", number + 1
        names[tag] = others[language]
    return names


def counted_once(cluster: Cluster, rulings: Sequence[PersonRuling]) -> Cluster:
    """The event with everybody counted once in each report whose names people decided are one person's; as it is without decisions."""
    if not any(ruling.same for ruling in rulings):
        return cluster
    person_of = {at: number for number, person in enumerate(persons(named_in(cluster), rulings)) for at in person.names}
    return replace(cluster, parts=tuple(_counted_once(part, person_of) for part in cluster.parts))


def _counted_once(part: Part, person_of: Mapping[NameAt, int]) -> Part:
    """Two namesakes in one report stay two: of one person's spellings the first mentions stand for each other, then the second ones."""
    rows: dict[tuple[int, int], Victim] = {}
    row_of: dict[tuple[int, int], tuple[int, int]] = {}
    times: dict[tuple[int, str], int] = {}
    for one in _of_part(part):
        spelling = (person_of[one.at], name_key(one.victim.text))
        key = (spelling[0], times.get(spelling, 0))
        times[spelling] = key[1] + 1
        held = rows.get(key)
        rows[key] = one.victim if held is None else _fuller(held, one.victim)
        row_of[one.at.start, one.at.end] = key
    if len(rows) == len(part.people):
        return part
    told: dict[tuple[object, ...], set[tuple[int, int]]] = {}
    claims = tuple(_names_once(claim, row_of, told.setdefault(_statement(claim), set())) for claim in part.claims)
    return replace(part, people=tuple(rows.values()), claims=claims)


def _fuller(one: Victim, other: Victim) -> Victim:
    return joined(other, one) if _known(other) > _known(one) else joined(one, other)


def _statement(claim: Claim) -> tuple[object, ...]:
    """What is added up: whom one speaker tells of with one harm in one sentence."""
    return (claim.evidence.start, claim.harm, *(speaker.text for speaker in claim.said_by))


def _names_once(claim: Claim, row_of: Mapping[tuple[int, int], tuple[int, int]], told: set[tuple[int, int]]) -> Claim:
    """A claim that counts names alone, with those left out whom its statement has counted already: `told`, which grows by its own."""
    amount = claim.quantity
    if claim.figure is not None or not claim.people or not amount.low == amount.high == len(claim.people):
        return claim
    # whoever is no named victim of this event stands for himself
    whom = [row_of.get((victim.start, victim.end), (-1, victim.start)) for victim in claim.people]
    new = set(whom) - told
    told |= new
    return claim if len(new) == len(whom) else replace(claim, quantity=replace(amount, low=len(new), high=len(new)))
