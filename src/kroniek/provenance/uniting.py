"""Which voices of one event's reports are one origin: an office in two languages, a description and the body that it stands for, a
spokesman and his body, an agency and whom it had it from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kroniek.model.claim import SpeakerRole
from kroniek.provenance.roles import RoleKind, agree, same_word
from kroniek.provenance.voices import Figure, Strength, Voice, Voices
from kroniek.text.fold import fold

_TELLING = 10
_SHARED = 2
_WORD = re.compile(r"[^\W_]+")
NAMED_ALIKE = "both name it alike"
_ONE_OFFICE = "one office told in two ways"
_ARTICLES = frozenset({"the", "de", "het"})
_SMALL = frozenset({"of", "the", "for", "van", "de", "'s"})
Node = tuple[str, str]


class United:
    """Voices joined into origins. All joins are asked for in a fixed order, so that the order of the reports changes nothing."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        """Each voice by itself, those of one key together; `voices` are sorted by report and key."""
        self._voices = {one.node: one for one in voices}
        self._under: dict[Node, Node] = {one.node: one.node for one in voices}
        self._joins: list[tuple[Node, Node, str]] = []
        first: dict[str, Node] = {}
        for one in voices:
            self.join(one.node, first.setdefault(one.key, one.node), NAMED_ALIKE)

    def head(self, node: Node) -> Node:
        """The node under which a voice goes."""
        while self._under[node] != node:
            node = self._under[node]
        return node

    def join(self, node: Node, to: Node, why: str) -> None:
        """From now on both are one, and `why` in words; the firmer told is the head."""
        one, two = self.head(node), self.head(to)
        if one != two:
            self._joins.append((node, to, why))
            first, second = sorted((one, two), key=lambda head: (-self._voices[head].strength, not self._voices[head].known, head))
            self._under[second] = first

    def key(self, node: Node) -> str:
        """The key of the origin that a voice is: that of the firmest told of its voices."""
        return self._voices[self.head(node)].key

    def name(self, node: Node) -> str:
        """What to call that origin."""
        head = self._voices[self.head(node)]
        return min(one.name for one in self.members(node) if one.key == head.key)

    def why(self, node: Node, other: Node) -> tuple[str, ...]:
        """What made two voices one: each reason on the way from one to the other once; none where they are two or the very same."""
        before: dict[Node, tuple[Node, str] | None] = {node: None}
        queue = [node]
        for at in queue:
            for one, two, why in self._joins:
                for here, there in ((one, two), (two, one)):
                    if here == at and there not in before:
                        before[there] = at, why
                        queue.append(there)
        found: list[str] = []
        step = before.get(other)
        while step is not None:
            found.append(step[1])
            step = before[step[0]]
        return tuple(dict.fromkeys(reversed(found)))

    def members(self, node: Node) -> list[Voice]:
        """All voices that are one with this."""
        head = self.head(node)
        return [one for one in self._voices.values() if self.head(one.node) == head]

    def heads(self, voices: Sequence[Voice]) -> list[Node]:
        """The origins of some voices, each once, in their order."""
        return list(dict.fromkeys(self.head(one.node) for one in voices))


def unite(voices: Sequence[Voice], texts: Mapping[str, str], days: Mapping[str, date | None], table: Voices) -> United:
    """The origins of the voices. `texts` and `days` of publication are by report."""
    ordered = sorted(voices, key=lambda one: one.node)
    united = United(ordered)
    _states(ordered, united, table)
    _described(ordered, united, within=True)
    _offices(ordered, united, table)
    _persons(ordered, united, texts)
    _spoken_of_before(ordered, united, texts)
    _passed_on(ordered, united)
    _described(ordered, united, within=False)
    _by_figures(ordered, united, texts, days)
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
            and (within or one.figures & other.figures)
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


def _persons(voices: Sequence[Voice], united: United, texts: Mapping[str, str]) -> None:
    """A person whom the text calls by name alone, without saying who that is, holds the one office that the text has named before."""
    for one in voices:
        alone = one.strength is Strength.NAMED and not one.known and one.told.role is None and len(one.told.persons) >= _SHARED
        if not alone or not _not_introduced(one.name, texts[one.document]):
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


def _by_figures(voices: Sequence[Voice], united: United, texts: Mapping[str, str], days: Mapping[str, date | None]) -> None:
    """A voice that names nobody, or only an outlet or a crowd, rests on whom another report names for the same figures: an earlier one;
    for an agency, and where the text itself names that party for something else, also a later one."""
    documents = sorted({one.document for one in voices}, key=lambda document: (days[document] or date.max, document))
    by_document = {document: [one for one in voices if one.document == document] for document in documents}
    own = {one.key for one in voices if one.strength is Strength.OWN}
    seek = [one for document in documents for one in by_document[document] if one.strength <= Strength.CROWD]
    firm = {document: any(one.strength >= Strength.CROWD for one in by_document[document]) for document in documents}
    words = {document: _words(texts[document]) for document in documents}
    for _ in documents:
        left = []
        for one in seek:
            waits = one.strength is Strength.OWN and any(other.strength is not Strength.OWN for other in by_document[one.document])
            cites_own = one.strength is Strength.OUTLET and one.key in own
            whole = _with_own(one, by_document[one.document])
            tried = () if waits or cites_own else (one, whole)
            sources = (_source(each, documents, by_document, firm, united, days, words) for each in tried)
            found = next((node for node in sources if node is not None), None)
            if found is None:
                left.append(one)
            else:
                united.join(one.node, found, "the same figures")
                firm[one.document] = True
        if len(left) == len(seek):
            return
        seek = left


def _with_own(one: Voice, fellows: Sequence[Voice]) -> Voice:
    """The only other whom a report names for figures tells all of them, as far as anybody does."""
    others = [other for other in fellows if other.strength is not Strength.OWN]
    return replace(one, figures=frozenset(figure for other in fellows for figure in other.figures)) if others == [one] else one


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _WORD.findall(text))


def _source(
    one: Voice,
    others: Sequence[str],
    by_document: Mapping[str, Sequence[Voice]],
    firm: Mapping[str, bool],
    united: United,
    days: Mapping[str, date | None],
    words: Mapping[str, frozenset[str]],
) -> Node | None:
    """The origin whose figures, in the report that shares the most of them, these are: two of them with the toll, or one telling toll."""
    toll = max((number for harm, number in one.figures if harm == "killed"), default=None)
    best: tuple[int, bool, Node] | None = None
    for document in others:
        if not firm[document] or (document == one.document and one.strength is not Strength.OUTLET):
            continue
        for head, told in _figures_by_origin(by_document[document], united).items():
            shared = one.figures & told
            firmness = len(shared), _speaks_in(united.members(head), words[one.document])
            if toll is None or ("killed", toll) not in shared or (best is not None and firmness <= best[:2]):
                continue
            named = one.strength <= Strength.OUTLET and any(_named_in(member, words[one.document]) for member in united.members(head))
            vague = one.strength is Strength.CROWD and one.known  # "Ukrainian officials": one round number ties them to nobody
            enough = len(shared) >= _SHARED or (toll >= _TELLING and len(one.figures) == 1 and not vague) or named
            timely = one.strength is Strength.OUTLET or named or _before(days[document], days[one.document])
            if enough and timely and _may_rest(one, united.members(head)):
                best = *firmness, head
    return best[2] if best else None


def _speaks_in(voices: Sequence[Voice], words: frozenset[str]) -> bool:
    """Whether a text with these words has those by which one of the voices is told."""
    return any(one.told.role is not None and bool(one.told.words) and one.told.words <= words for one in voices)


def _named_in(one: Voice, words: frozenset[str]) -> bool:
    """Whether a text with these words names the firmly told party."""
    names = one.told.words - _SMALL
    return one.strength > Strength.CROWD and bool(names) and names <= words


def _before(earlier: date | None, day: date | None) -> bool:
    return earlier is not None and day is not None and earlier <= day


def _may_rest(one: Voice, others: Sequence[Voice]) -> bool:
    """Whether a crowd can be what stands behind the figures elsewhere: those who tell what they saw only others like them, a crowd no
    other crowd of another kind."""
    if one.strength is not Strength.CROWD or one.told.role is None:
        return True
    alike = any(other.told.role == one.told.role for other in others)
    named = any(other.strength > Strength.CROWD for other in others)
    return alike or (named and not one.told.role.saw)


def _figures_by_origin(voices: Sequence[Voice], united: United) -> dict[Node, frozenset[Figure]]:
    """The figures that a report gives on the word of each of its origins, the firmest told first; its own voice's are those of the only
    origin that it names firmly."""
    named = [one for one in voices if one.strength > Strength.CROWD]
    crowds = [one for one in voices if one.strength is Strength.CROWD]
    firm = named or crowds or list(voices)
    heads, every = united.heads(firm), [*named, *crowds] or list(voices)
    found = {
        head: frozenset(figure for one in every if united.head(one.node) == head for figure in one.figures)
        for head in (*sorted(heads), *sorted(set(united.heads(crowds)) - set(heads)))
    }
    if len(heads) == 1:
        found[heads[0]] |= frozenset(figure for one in voices if one.strength is not Strength.CROWD for figure in one.figures)
    return found


