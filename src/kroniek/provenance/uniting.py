"""Which voices of one event's reports are one origin: an office in two languages, a description and the body that it stands for, a
spokesman and his body, an agency and whom it had it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kroniek.model.claim import SpeakerRole
from kroniek.provenance.alike import alike
from kroniek.provenance.bodies import of_a_body, sides_and_ministries, state_media
from kroniek.provenance.by_figures import Reports, by_figures
from kroniek.provenance.names import name_key
from kroniek.provenance.roles import RoleKind, agree, same_word
from kroniek.provenance.united import United
from kroniek.provenance.voices import Figure, Strength, Voice, Voices
from kroniek.provenance.within import of_one_text
from kroniek.text.fold import fold

_FULL_NAME = 2
_LEAST_OF_OUTLET = 3
_ONE_OFFICE = "one office told in two ways"
_ARTICLES = frozenset({"the", "de", "het"})


def unite(
    voices: Sequence[Voice],
    texts: Mapping[str, str],
    days: Mapping[str, date | None],
    table: Voices,
    cited: Mapping[str, frozenset[str]] | None = None,
    publishers: Mapping[str, str] | None = None,
) -> United:
    """The origins of the voices. `texts`, `days` of publication, `cited`, the ids of parties named anywhere, and `publishers` are by
    report."""
    ordered = sorted(voices, key=lambda one: one.node)
    united = United(ordered)
    _states(ordered, united, table)
    _described(ordered, united, within=True)
    _offices(ordered, united, table)
    alike(ordered, united, texts, table.roles)
    _persons(ordered, united, texts)
    _spoken_of_before(ordered, united, texts)
    of_one_text(ordered, united, texts, table.roles)
    _passed_on(ordered, united)
    _told_through(ordered, united, publishers or {})
    _described(ordered, united, within=False)
    of_a_body(ordered, united)
    sides_and_ministries(ordered, united, table)
    state_media(ordered, united, table)
    by_figures(ordered, united, Reports(texts, days, cited or {}, table.roles))
    return united


def _states(voices: Sequence[Voice], united: United, table: Voices) -> None:
    """A state that says it and its armed forces are one, where no other body of the state speaks in their stead."""
    by_key = {one.key: one for one in voices}
    for one in voices:
        arms = by_key.get(table.arms_of.get(one.key, ""))
        if arms is not None:
            united.join(one.node, arms.node, "a state and its armed forces speak with one voice")


def _described(voices: Sequence[Voice], united: United, *, within: bool) -> None:
    """A description stands for the only body of its kind: of the same text, else of the reports that share a figure with it."""
    for one in voices:
        if one.strength is not Strength.DESCRIBED or united.head(one.node) != one.node:
            continue
        bodies = [
            other
            for other in voices
            if other.strength > Strength.DESCRIBED
            and (other.document == one.document) == within
            and _stands_for(one, other)
            and (within or _with_own(one, voices) & other.figures)
        ]
        heads = united.heads(bodies)
        if len(heads) == 1:
            united.join(one.node, heads[0], "a description of the only body of its kind")
    if within:
        return
    for one in voices:
        fellows = [
            other for other in voices
            if other.strength is one.strength is Strength.DESCRIBED and other.told.role == one.told.role and one.figures & other.figures
        ]  # fmt: skip
        for other in fellows:
            united.join(one.node, other.node, "one description of somebody without a name, and a figure that both give")


def _with_own(one: Voice, voices: Sequence[Voice]) -> frozenset[Figure]:
    """The figures of the only one whom a report names, with those that it tells in its own voice where it gives that one none."""
    fellows = [other for other in voices if other.document == one.document and other.node != one.node]
    if one.figures or any(other.strength is not Strength.OWN for other in fellows):
        return one.figures
    return frozenset(figure for other in fellows for figure in other.figures)


def _stands_for(one: Voice, other: Voice) -> bool:
    role = one.told.role
    if role is None:
        return False
    if other.told.role is not None and (other.told.role.id in role.stands or other.told.role == role):
        return True
    if role.any and other.strength is Strength.NAMED and (other.known or fold(other.name).split()[0] in _ARTICLES):
        return other.role is not SpeakerRole.OUTLET
    is_monitor = role.id == "monitor" or "monitor" in role.stands
    return is_monitor and other.role is SpeakerRole.MONITOR


def _offices(voices: Sequence[Voice], united: United, table: Voices) -> None:
    """Offices of one role whose places and persons agree; one told barely goes to the only one of its text, else of the event."""
    firm = [one for one in voices if one.strength >= Strength.OFFICE]
    offices = [one for one in firm if one.told.role is not None and one.told.role.kind is RoleKind.OFFICE]
    full = [one for one in offices if not one.told.bare]
    for one in full:
        fellows = [other for other in full if _one_office(one, other, table) and other.node != one.node]
        for other in fellows:
            if all(_one_office(one, member, table) for member in united.members(other.node) if member.told.role == one.told.role):
                united.join(one.node, other.node, _ONE_OFFICE)
    for one in offices:
        fellows = [other for other in offices if other.document != one.document and _one_national(one, other, table)]
        heads = united.heads(fellows)
        if len(heads) == 1:
            united.join(one.node, heads[0], "one ministry told in two ways, and a figure that both give")
    for one in offices:
        if one.told.bare:
            others = [other for other in offices if other.node != one.node and _one_office(one, other, table)]
            here = [other for other in others if other.document == one.document and not other.told.bare]
            there = [other for other in others if _known_there(one, other)]
            heads = united.heads(here or [other for other in there if not other.told.bare] or there)
            if len(heads) == 1 or all(member.told.bare for head in heads for member in united.members(head)):
                for head in heads:
                    united.join(one.node, head, _ONE_OFFICE)


def _one_national(one: Voice, other: Voice, table: Voices) -> bool:
    """Whether two that share a figure are one ministry, told with its country here and with its capital or a party there."""
    role = one.told.role
    if role is None or not role.national or other.told.role != role or not one.figures & other.figures:
        return False
    return not all(each.known and each.key not in table.generic for each in (one, other))


def _known_there(one: Voice, other: Voice) -> bool:
    many = one.told.role is not None and one.told.role.many
    return not many or bool(one.figures & other.figures)


def _one_office(one: Voice, other: Voice, table: Voices) -> bool:
    """Whether they can be one holder of one office; two parties of the list only where one of them is told without its place."""
    if one.told.role != other.told.role or not agree(one.told, other.told):
        return False
    if not (one.known and other.known) or one.key in table.generic or other.key in table.generic:
        return True
    return one.key == other.key or one.told.bare or other.told.bare


def _spoken_of_before(voices: Sequence[Voice], united: United, texts: Mapping[str, str]) -> None:
    """ "The man", "the official": the only one without a known name whom the text speaks of before."""
    for one in voices:
        begins = fold(one.words).partition(" ")[0]
        if begins not in _ARTICLES or not (one.unnamed or (one.told.role is None and not one.told.persons)):
            continue
        at = texts[one.document].find(one.words)
        before = [
            other
            for other in voices
            if other.document == one.document and other.node != one.node and other.strength > Strength.OUTLET
            and not other.known and 0 <= texts[one.document].find(other.words) < at
        ]  # fmt: skip
        heads = united.heads(before)
        if len(heads) == 1:
            united.join(one.node, heads[0], "the text speaks of them before")


def _passed_on(voices: Sequence[Voice], united: United) -> None:
    """An agency from which one report has a figure by way of somebody has it from them in another report too."""
    for one in voices:
        if one.strength is not Strength.OUTLET:
            continue
        sources = [
            other for other in voices
            if other.document != one.document and one.key in other.via and other.strength > Strength.OUTLET and one.figures & other.figures
        ]  # fmt: skip
        heads = united.heads(sources)
        if len(heads) == 1:
            united.join(one.node, heads[0], "the agency has it from them in another report")


def _told_through(voices: Sequence[Voice], united: United, publishers: Mapping[str, str]) -> None:
    """People without a name whom one report has by way of an outlet are those of that outlet's own report, where both give a figure."""
    keys = {document: name_key(name) for document, name in publishers.items()}
    for one in voices:
        if one.strength is not Strength.CROWD or one.told.role is None:
            continue
        for other in voices:
            alike = other.strength is Strength.CROWD and other.told.role == one.told.role and bool(one.figures & other.figures)
            key = keys.get(other.document, "")
            if alike and other.document != one.document and len(key) >= _LEAST_OF_OUTLET and any(via.endswith(key) for via in one.via):
                united.join(one.node, other.node, "one report has it from the other")


def _persons(voices: Sequence[Voice], united: United, texts: Mapping[str, str]) -> None:
    """A person whom the text calls by name alone, without saying who that is, holds the one office that the text has named before."""
    for one in voices:
        if not one.by_name_alone or len(one.told.persons) < _FULL_NAME or not _not_introduced(one.name, texts[one.document]):
            continue
        holders = [
            other for other in voices
            if other.document == one.document and other.strength >= Strength.OFFICE and other.node != one.node
            and other.told.role is not None and other.told.role.kind is RoleKind.OFFICE
        ]  # fmt: skip
        heads = united.heads(holders)
        if len(heads) == 1 and all(not other.told.persons or _shares(one, other) for other in holders):
            united.join(one.node, heads[0], "the person holds that office in the text")


def _shares(one: Voice, other: Voice) -> bool:
    return any(same_word(word, name) for word in one.told.persons for name in other.told.persons)


def _not_introduced(name: str, text: str) -> bool:
    """Whether the name stands at its first place without a word on who that is: it begins or ends a sentence, no apposition beside it."""
    at = text.find(name)
    if at < 0:
        return False
    before, after = text[:at].rstrip(" "), text[at + len(name) :].lstrip()
    begins = not before or before[-1] in ".!?\n\"'”’"
    return not after.startswith((",", "(")) and not before.endswith(",") and (begins or after.startswith((".", "\n")))
