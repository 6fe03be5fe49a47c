"""The same body told once by its people and once by its name, by the side that runs it, or by the state whose agency it is."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.provenance.roles import RoleKind, fit
from kroniek.provenance.united import United
from kroniek.provenance.voices import Strength, Voice, Voices

_STATE_MEDIA = "state-media"
_PEOPLE_OF_A_BODY = "people of the only body of that kind"


def of_a_body(voices: Sequence[Voice], united: United) -> None:
    """ "Health officials", "rescuers": people of the only body of that kind of which a report of the event tells; of a body that a place
    has many of (hospitals) only where a figure is shared. A report that names both tells them apart. Officials of one kind without such a
    body are one among themselves."""
    for one in voices:
        role = one.told.role
        if one.strength is not Strength.CROWD or role is None or not role.stands or united.head(one.node) != one.node:
            continue
        bodies = [other for other in voices if other.strength >= Strength.OFFICE and _may_be_of(one, other)]
        heads = united.heads(bodies)
        told_apart = any(member.document == one.document for head in heads for member in united.members(head))
        if len(heads) == 1 and not told_apart:
            united.join(one.node, heads[0], _PEOPLE_OF_A_BODY)
    for one in voices:
        role = one.told.role
        if one.strength is not Strength.CROWD or role is None or not role.national:
            continue
        for other in voices:
            if other.node < one.node and other.strength is Strength.CROWD and other.told.role == role and _one_place(one, other):
                united.join(other.node, one.node, "officials of one kind")


def _may_be_of(one: Voice, other: Voice) -> bool:
    """Whether people can be of a body: its kind, its place, and another report or other words of the same."""
    people, body = one.told.role, other.told.role
    if people is None or body is None or body.id not in people.stands:
        return False
    shared = bool(one.figures & other.figures)
    if body.many:
        return shared and _one_place(one, other)
    return _one_place(one, other) or (shared and (body.national or body.single))


def _one_place(one: Voice, other: Voice) -> bool:
    directions = not one.told.directions or not other.told.directions or one.told.directions == other.told.directions
    return directions and fit(one.told.places, other.told.places)


def sides_and_ministries(voices: Sequence[Voice], united: United, table: Voices) -> None:
    """A side of the war that governs, and the only ministry that another report names for the same toll; never two told apart by one."""
    for one in voices:
        if one.key not in table.sides or one.strength is not Strength.NAMED:
            continue
        ministries = [other for other in voices if _is_ministry(other) and _toll(one) == _toll(other) is not None]
        heads = united.heads([other for other in ministries if other.document != one.document])
        told_by_both = {other.document for other in voices if other.key == one.key} & {
            other.document for other in voices if _is_ministry(other)
        }
        if len(heads) == 1 and not told_by_both:
            united.join(one.node, heads[0], "a side of the war and its ministry, and the toll that both give")


def _is_ministry(one: Voice) -> bool:
    role = one.told.role
    return role is not None and role.kind is RoleKind.OFFICE and role.national and one.strength >= Strength.OFFICE


def _toll(one: Voice) -> object:
    return max((number for harm, number in one.figures if harm == "killed"), default=None)


def state_media(voices: Sequence[Voice], united: United, table: Voices) -> None:
    """ "The state news agency", "staatsmedia": the only agency of a country that another report names for a figure which both give."""
    for one in voices:
        if one.known or one.told.role is None or one.told.role.id != _STATE_MEDIA:
            continue
        agencies = [
            other for other in voices
            if other.node != one.node and one.figures & other.figures
            and (other.key in table.agencies or (other.told.role == one.told.role and _one_place(one, other)))
        ]  # fmt: skip
        heads = united.heads(agencies)
        if len(heads) == 1:
            united.join(one.node, heads[0], "the agency of one state, and a figure that both give")
