"""Voices of one report that are one: the vague one that a report opens with and whom it names after, a name alone and the body that it
speaks for, "its spokesman" and the body told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.model.claim import SpeakerRole
from kroniek.model.interval import Number
from kroniek.provenance.roles import Role, RoleKind, Roles
from kroniek.provenance.united import United
from kroniek.provenance.voices import Strength, Voice
from kroniek.text.fold import fold

_OPENING = 700  # signs: the first paragraphs, where news tells who says it in a word and names them after
_REACH = 700
_WORDS_OF_A_NAME = 2


def of_one_text(voices: Sequence[Voice], united: United, texts: Mapping[str, str], roles: Roles) -> None:
    """Join the voices of each report that mean one another."""
    by_document: dict[str, list[Voice]] = {}
    for one in voices:
        by_document.setdefault(one.document, []).append(one)
    for document in sorted(by_document):
        told = sorted(by_document[document], key=lambda one: (_at(one, texts[document]), one.node))
        _its_spokesmen(told, united, texts[document], roles)
        _names_alone(told, united)
        _vague_at_first(told, united, texts[document])


def _at(one: Voice, text: str) -> int:
    at = text.find(one.words) if one.words else -1
    return at if at >= 0 else len(text)


def _its_spokesmen(told: Sequence[Voice], united: United, text: str, roles: Roles) -> None:
    """ "Its spokesman, Colonel X": the body that the paragraph names last before."""
    for number, one in enumerate(told):
        if one.told.role is not None or one.known or not one.told.speaks_for or fold(one.words).partition(" ")[0] not in roles.its:
            continue
        bodies = [other for other in told[:number] if _is_body(other) and "\n" not in text[_at(other, text) : _at(one, text)]]
        if bodies:
            united.join(one.node, bodies[-1].node, "its spokesman")


def _is_body(one: Voice) -> bool:
    office = one.strength is Strength.OFFICE
    return office or (one.strength is Strength.NAMED and one.role is not SpeakerRole.OUTLET and not one.by_name_alone)


def _names_alone(told: Sequence[Voice], united: United) -> None:
    """A person by name alone and the only body to which the text gives the same figures: "the director of the WHO said; 70 died,
    wrote X"."""
    for one in told:
        if not one.by_name_alone or united.head(one.node) != one.node:
            continue
        heads = united.heads([other for other in told if other.node != one.node and _is_body(other) and one.figures & other.figures])
        if len(heads) == 1:
            united.join(one.node, heads[0], "a person by name and the body to which the text gives the same figures")


def _vague_at_first(told: Sequence[Voice], united: United, text: str) -> None:
    """ "Officials said" in the opening: the only one named after to whom the text gives the same toll, else the next who is named, where
    that one holds a civil office of that kind and gives no toll as high."""
    for number, one in enumerate(told):
        role, at = one.told.role, _at(one, text)
        if role is None or at > _OPENING or not (role.vague or one.strength is Strength.DESCRIBED) or united.head(one.node) != one.node:
            continue
        later = [other for other in told[number + 1 :] if other.strength >= Strength.OFFICE and other.role is not SpeakerRole.OUTLET]
        toll = _toll(one)
        same = united.heads([other for other in later if toll is not None and ("killed", toll) in other.figures and _fits(role, other)])
        if len(same) == 1:
            united.join(one.node, same[0], "told vaguely at first and named after, with the same toll")
        elif not same and later and _at(later[0], text) - at <= _REACH and _follows(role, later[0], toll):
            united.join(one.node, later[0].node, "told vaguely at first and named next")


def _fits(role: Role, other: Voice) -> bool:
    """Whether people told so can be this one: an office of theirs, a person whose office is not told, for officials any office."""
    told = other.told.role
    if told is None:
        return not other.known or role.any or other.role not in (SpeakerRole.BELLIGERENT, SpeakerRole.MONITOR)
    return told.id in role.stands or told == role or (role.any and told.kind is RoleKind.OFFICE)


def _follows(role: Role, other: Voice, toll: Number | None) -> bool:
    """Whether who is named next can be meant: for officials a civil office, for "the rebel group" a body by its name; no toll as high."""
    told = other.told.role
    if role.vague:
        fits = told is not None and told.civil and (told.id in role.stands or role.any)
    else:
        named = other.strength is Strength.NAMED and not other.by_name_alone
        fits = role.any and (named or len(other.told.places) >= _WORDS_OF_A_NAME)  # "the Ta'ang National Liberation Army"
    theirs = _toll(other)
    if not fits or toll is None:
        return False
    return theirs is None or theirs < toll


def _toll(one: Voice) -> Number | None:
    return max((number for harm, number in one.figures if harm == "killed"), default=None)
