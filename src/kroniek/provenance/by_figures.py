"""Which voices rest on whom another report names for the same figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kroniek.model.claim import SpeakerRole
from kroniek.model.interval import Number
from kroniek.provenance.roles import Roles
from kroniek.provenance.united import Node, United
from kroniek.provenance.voices import Figure, Strength, Voice
from kroniek.text.fold import fold

_TELLING = 10
_RARE = 20
_SHARED = 2
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"of", "the", "for", "van", "de", "'s"})


@dataclass(frozen=True, slots=True)
class Reports:
    """The texts of the reports, their days of publication and the ids of the parties that each names anywhere, by report; the table of
    roles."""

    texts: Mapping[str, str]
    days: Mapping[str, date | None]
    cited: Mapping[str, frozenset[str]]
    roles: Roles


def by_figures(voices: Sequence[Voice], united: United, reports: Reports) -> None:
    """A voice that names nobody, or only an outlet or a crowd, rests on whom another report names for the same figures: an earlier one;
    for an agency, and where the text itself names that party for something else, also a later one. Beside others whom its report names for
    other figures, its own voice does so only by two figures, the toll among them."""
    documents = sorted({one.document for one in voices}, key=lambda document: (reports.days[document] or date.max, document))
    by_document = {document: [one for one in voices if one.document == document] for document in documents}
    own = {one.key for one in voices if one.strength is Strength.OWN}
    seek = [one for document in documents for one in by_document[document] if one.strength <= Strength.CROWD]
    firm = {document: any(one.strength >= Strength.CROWD for one in by_document[document]) for document in documents}
    words = {document: _words(reports.texts[document]) for document in documents}
    for _ in documents:
        left = []
        for one in seek:
            waits = one.strength is Strength.OWN and any(other.strength is not Strength.OWN for other in by_document[one.document])
            cites_own = one.strength is Strength.OUTLET and one.key in own
            whole = _with_own(one, by_document[one.document])
            beside = waits and not _told_by_others(one, by_document[one.document])
            tried = (one,) if beside else () if waits or cites_own else (one, whole)
            sources = (_source(each, documents, by_document, firm, united, reports, words, beside=beside) for each in tried)
            found = next((node for node in sources if node is not None), None)
            if found is None:
                left.append(one)
            else:
                united.join(one.node, found, "the same figures")
                firm[one.document] = True
        if len(left) == len(seek):
            return
        seek = left


def _told_by_others(one: Voice, fellows: Sequence[Voice]) -> bool:
    """Whether the report names somebody for the toll that it also tells in its own voice."""
    toll = max((number for harm, number in one.figures if harm == "killed"), default=None)
    return toll is None or any(("killed", toll) in other.figures for other in fellows if other.strength is not Strength.OWN)


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
    reports: Reports,
    words: Mapping[str, frozenset[str]],
    *,
    beside: bool = False,
) -> Node | None:
    """The origin whose figures, in the report that shares the most of them, these are: two of them with the toll, or one telling toll;
    `beside` others whom its report names, two."""
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
            members = united.members(head)
            named = one.strength <= Strength.OUTLET and document != one.document
            named = named and any(
                _named_in(member, words[one.document]) or _cited_in(member, one, reports) or _role_in(member, one, reports)
                for member in members
            )
            vague = one.strength is Strength.CROWD and one.known  # "Ukrainian officials": one round number ties them to nobody
            rare = toll >= _RARE and _only_teller(head, toll, one.document, by_document, united)
            telling = toll >= _TELLING and (len(one.figures) == 1 or rare) and not vague
            enough = len(shared) >= _SHARED or ((telling or named) and not beside)
            timely = one.strength is Strength.OUTLET or named or _before(reports.days[document], reports.days[one.document])
            if enough and timely and _may_rest(one, united.members(head)):
                best = *firmness, head
    return best[2] if best else None


def _only_teller(head: Node, toll: Number, but: str, by_document: Mapping[str, Sequence[Voice]], united: United) -> bool:
    """Whether every other report that names somebody for that toll names this one."""
    tellers = [
        one for document, voices in by_document.items() if document != but
        for one in voices if one.strength > Strength.CROWD and ("killed", toll) in one.figures
    ]  # fmt: skip
    return bool(tellers) and united.heads(tellers) == [head]


def _speaks_in(voices: Sequence[Voice], words: frozenset[str]) -> bool:
    """Whether a text with these words has those by which one of the voices is told."""
    return any(one.told.role is not None and bool(one.told.words) and one.told.words <= words for one in voices)


def _named_in(one: Voice, words: frozenset[str]) -> bool:
    """Whether a text with these words names the firmly told party."""
    names = one.told.words - _SMALL
    return one.strength > Strength.CROWD and bool(names) and names <= words


def _cited_in(one: Voice, teller: Voice, reports: Reports) -> bool:
    """Whether the report of the second names the firmly told party, in whatever language; a side of the war is named by all."""
    return one.strength > Strength.CROWD and one.role is not SpeakerRole.BELLIGERENT and one.key in reports.cited.get(teller.document, ())


def _role_in(one: Voice, teller: Voice, reports: Reports) -> bool:
    """Whether the report of the second tells of the office of the first, of which an event or a country has one: "burgerbescherming"."""
    role = one.told.role
    if role is None or not (role.single or role.national) or one.strength < Strength.OFFICE or teller.strength is not Strength.OWN:
        return False
    text = f" {' '.join(fold(word) for word in _WORD.findall(reports.texts[teller.document]))} "
    return any(f" {' '.join(phrase)} " in text for phrase, its in reports.roles.phrases.items() if its == role)


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
    own = frozenset(figure for one in voices if one.strength is Strength.OWN for figure in one.figures)
    if len(heads) == 1 and not _rivals(own, found[heads[0]]):
        found[heads[0]] |= own
    return found


def _rivals(own: frozenset[Figure], told: frozenset[Figure]) -> bool:
    """Whether what the report tells in its own voice goes beyond the toll of the one whom it names: another's, or its own sum."""
    mine, theirs = (max((number for harm, number in each if harm == "killed"), default=None) for each in (own, told))
    return mine is not None and theirs is not None and mine != theirs
