"""What may leave the desk: no victim's name unless it is released, no private person who spoke, no place more exact than allowed.

States, armed groups, ministries, monitors and media answer for what they say and stay named. Whoever else speaks is "a witness" or
"a person". Names are hidden in quotes too, as a whole and word by word; a place or party of the lists that shares a word with a
victim ("Khan Younis") stays, unless the whole name stands there.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from kroniek.contracts.records import claim_record, incident_record, structure, unstructure
from kroniek.model.claim import Accuracy, Claim, PlaceMention, SpeakerMention, SpeakerRole, Victim
from kroniek.model.comparison import Comparison
from kroniek.model.incident import Grade, Incident, Origin
from kroniek.model.report import Document
from kroniek.publish.names import NameFinder, letters, words_of
from kroniek.publish.places import public_point
from kroniek.publish.unpublished import mark_bounds, without_claims

HIDDEN = "[name hidden]"
_PRIVATE_ROLES = {SpeakerRole.WITNESS: "a witness", SpeakerRole.OTHER: "a person"}
_DOCUMENT_FIELDS = frozenset({"document", "documents"})
_IDENTIFIER = re.compile(r"(?:[a-z]+[-_:])?[0-9a-f]{8,}")
_VICTIM_FIELDS_SHOWN = ("start", "end")
_VICTIM_FIELDS_RELEASED = ("age", "gender", "harm", "child")  # with a place and a day they point at one person
PRIVATE_SOURCE = "a source that is not published"
_OWN_WORDS = frozenset({HIDDEN, PRIVATE_SOURCE, *_PRIVATE_ROLES.values()})


@dataclass(frozen=True, slots=True)
class PublicRules:
    """What a desk decides for its public output: names to hide and to release, and how exact a place may be shown at most."""

    hidden_names: tuple[str, ...] = ()
    released_names: tuple[str, ...] = ()
    precision: Accuracy = Accuracy.VILLAGE


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it may be shown; `hidden` where a name stood."""

    text: str
    hidden: bool = False


def names_of(victim: Victim) -> tuple[str, ...]:
    """Every way in which a victim's name is written."""
    return tuple(dict.fromkeys((victim.text, *victim.names.values())))


def is_private(speaker: SpeakerMention) -> bool:
    """Whether one who speaks is a person to be kept out of sight: a witness or somebody who is on no list of parties."""
    return speaker.id is None and speaker.role in _PRIVATE_ROLES


def shown_speaker(speaker: SpeakerMention) -> str:
    """How one who speaks is named in public."""
    return _PRIVATE_ROLES[speaker.role] if is_private(speaker) else (speaker.name or speaker.text)


class Redactor:
    """Hides names in whatever is shown. Made from everything that the ledger holds, since one report names whom another hides."""

    def __init__(
        self,
        rules: PublicRules,
        victims: Iterable[Victim],
        speakers: Iterable[tuple[str, SpeakerMention]] = (),
        private_documents: Iterable[Document] = (),
        public_names: Iterable[str] = (),
        particles: frozenset[str] = frozenset(),
        private_claims: Iterable[str] = (),
    ) -> None:
        """`speakers` come with the id of the report that they speak in, `public_names` are places and parties of the lists;
        `private_claims` are the ids of claims that private reports alone make, which are not published."""
        self.rules = rules
        self._released = frozenset(map(_key, rules.released_names))
        hidden = {name for victim in victims if not self.is_released(victim) for name in names_of(victim)}
        self._names = NameFinder(sorted(hidden | set(rules.hidden_names)), particles=particles)
        self._asked = NameFinder(rules.hidden_names, parts=False)  # whole, and wherever they stand: the desk says so
        private_speakers: dict[str, set[str]] = {}
        for document, speaker in speakers:
            if is_private(speaker):
                private_speakers.setdefault(document, set()).update(_names_of_speaker(speaker))
        spoken = sorted({name for names in private_speakers.values() for name in names})
        private = tuple(private_documents)
        secret = {value for document in private for value in (document.id, document.author, document.title) if value}
        self._private_documents = frozenset(document.id for document in private)
        self._private_claims = frozenset(private_claims)
        open_names = frozenset(public_names)
        # whoever published a private report, unless the reports that are shown bear that name too
        self._private_publishers = frozenset(one.publisher for one in private if one.publisher and one.publisher not in open_names)
        self._whole = NameFinder([*spoken, *sorted(secret | self._private_publishers)], parts=False)
        self._of_document: dict[str | None, NameFinder] = {
            id: NameFinder(sorted(names), particles=particles) for id, names in private_speakers.items()
        }
        self._kept = NameFinder(sorted({*open_names, *rules.released_names}), parts=False)

    def is_released(self, victim: Victim) -> bool:
        """Whether the desk lets a victim be named."""
        return any(_key(name) in self._released for name in names_of(victim))

    def public_name(self, victim: Victim) -> str:
        """What a victim is called in public. One row may hold the spellings of several names that people decided are one person's: one
        that the desk has not released stays hidden then."""
        if not self.is_released(victim) or self.text(victim.text) == victim.text:
            return victim.text if self.is_released(victim) else HIDDEN
        return next(name for name in names_of(victim) if _key(name) in self._released)

    def is_private_document(self, id: str) -> bool:
        """Whether a report came from somebody whom public output must not point at."""
        return id in self._private_documents

    def is_published(self, incident: Incident) -> bool:
        """Whether an incident may be published: one told by private sources alone would point at them by its day and place."""
        return not incident.documents or not all(self.is_private_document(part.id) for part in incident.documents)

    def measured(self, text: str, document: str | None = None, *, any_case: bool = False) -> Iterator[tuple[Piece, int]]:
        """The text cut into what may be shown and what is hidden, each with the length that it had in the text.

        `document` is the report whose words it is; with `any_case` names written small are found too, as in an address.
        """
        at = 0
        for start, end in self._hidden(text, document, any_case):
            if start > at:
                yield Piece(text[at:start]), start - at
            yield Piece(HIDDEN, hidden=True), end - start
            at = end
        if at < len(text):
            yield Piece(text[at:]), len(text) - at

    def _hidden(self, text: str, document: str | None, any_case: bool) -> list[tuple[int, int]]:
        found = [*self._names.find(text, any_case=any_case), *self._asked.find(text), *self._whole.find(text)]
        if document in self._of_document:
            found += self._of_document[document].find(text)
        if not found:
            return []
        kept = [(start, end) for start, end, _ in self._kept.find(text)]
        return _joined([(start, end) for start, end, whole in found if whole or not _within(start, end, kept)])

    def pieces(self, text: str, document: str | None = None, *, any_case: bool = False) -> tuple[Piece, ...]:
        """As `measured`, without the lengths."""
        return tuple(piece for piece, _ in self.measured(text, document, any_case=any_case))

    def text(self, text: str, document: str | None = None) -> str:
        """The text with hidden names replaced."""
        return "".join(piece.text for piece in self.pieces(text, document))

    def address(self, address: str) -> str | None:
        """A URL, or None where a hidden name can be read in it."""
        safe = not any(piece.hidden for form in (address, unquote(address)) for piece in self.pieces(form, any_case=True))
        return address if safe else None

    def id(self, id: str) -> str:
        """A report's id, or one made up where a hidden name can be read in it."""
        if self.address(id) is not None:
            return id
        return f"hidden-{hashlib.sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    def claim(self, claim: Claim) -> dict[str, Any]:
        """The claim's record as it may be published."""
        document = claim.document
        record = claim_record(
            replace(
                claim,
                people=(),
                place=None if claim.place is None else self.place(claim.place),
                places=tuple(map(self.place, claim.places)),
                said_by=tuple(map(_public_speaker, claim.said_by)),
            )
        )
        record["people"] = [self._victim(victim, document) for victim in claim.people]
        return self._values(record, document)

    def public_incident(self, incident: Incident) -> Incident:
        """The incident without reports and claims of private sources, named victims, and places more exact than allowed. Hidden names may
        still stand in its words: `incident` and `comparison` look those through."""
        # a finding may quote each report that it rests on, and name its publisher
        checks = tuple(one for one in incident.checks if not any(self.is_private_document(id) for id in one.documents))
        origins = tuple(map(self._public_origin, incident.origins))
        kept = {one.name for one, public in zip(incident.origins, origins, strict=True) if public.name == PRIVATE_SOURCE}
        named = {one.name for one in origins if one.name != PRIVATE_SOURCE}
        public = replace(
            incident,
            # a code in words names who spoke: it stays where that is an origin that is shown
            codes=tuple(code for code in incident.codes if isinstance(code.value, int) or code.value in named),
            documents=tuple(part for part in incident.documents if not self.is_private_document(part.id)),
            media=tuple(replace(one, documents=self._public_documents(one.documents)) for one in incident.media),
            people=(),
            place=None if incident.place is None else self.place(incident.place),
            origins=origins,
            checks=checks,
            grade=_without_names(incident.grade, sorted(filter(None, kept), key=lambda name: (-len(name), name))),
        )
        return without_claims(public, self._private_claims)

    def incident(self, incident: Incident) -> dict[str, Any]:
        """The incident's record as it may be published; reports and claims of private sources are left out of it, and a bound that rests
        on such a claim is listed as `unpublished` in its range."""
        public = self.public_incident(incident)
        record = incident_record(public)
        record["people"] = [self._victim(victim, None) for victim in incident.people]
        record["documents"] = [{"id": self.id(part.id), "main": part.main} for part in public.documents]
        mark_bounds(record, incident, self._private_claims)
        return self._values(record, None)

    def comparison(self, comparison: Comparison) -> Comparison:
        """A comparison of codings of the `public_incident`, with hidden names replaced in all its words."""
        shown: Comparison = structure(self._values(unstructure(comparison), None), Comparison)
        return shown

    def _public_origin(self, origin: Origin) -> Origin:
        public = self._public_documents(origin.documents)
        shown = public and origin.name not in self._private_publishers
        return Origin(origin.name if shown else PRIVATE_SOURCE, public)

    def _public_documents(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(id for id in ids if not self.is_private_document(id))

    def place(self, place: PlaceMention) -> PlaceMention:
        """The place with its coordinates no more exact than known and allowed."""
        point = public_point(place.lat, place.lon, place.accuracy, self.rules.precision)
        if point is None:
            return replace(place, lat=None, lon=None)
        return replace(place, lat=point.lat, lon=point.lon, accuracy=point.accuracy)

    def _victim(self, victim: Victim, document: str | None) -> dict[str, Any]:
        released = self.is_released(victim)
        known: dict[str, Any] = {
            "text": self.public_name(victim),
            "names": dict(victim.names) if released else {},
            "occupation": None if victim.occupation is None or not released else self.text(victim.occupation, document),
        }
        for field in _VICTIM_FIELDS_SHOWN:
            known[field] = getattr(victim, field)
        for field in _VICTIM_FIELDS_RELEASED:
            value = getattr(victim, field) if released else None
            known[field] = getattr(value, "value", value)
        return known

    def _values(self, record: Mapping[str, Any], document: str | None) -> dict[str, Any]:
        return {key: self._value(value, document, key) for key, value in record.items()}

    def _value(self, value: Any, document: str | None, key: str) -> Any:
        # Every string is looked through, whatever field it is in: a field that is added later cannot be forgotten here.
        if isinstance(value, str):
            if value in _OWN_WORDS or _IDENTIFIER.fullmatch(value):
                return value
            if key in ("url", "links"):
                return self.address(value)
            return self.id(value) if key in _DOCUMENT_FIELDS else self.text(value, document)
        if isinstance(value, Mapping):
            return self._values(value, document)
        if isinstance(value, list | tuple):
            return [self._value(item, document, key) for item in value]
        return value


def _without_names(grade: Grade, hidden: Sequence[str]) -> Grade:
    """The grade with private origins left without a name in its sentences. The longest name goes first: one may be part of another."""

    def shown(sentence: str) -> str:
        for name in hidden:
            sentence = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", PRIVATE_SOURCE, sentence)
        return sentence

    return replace(grade, why=tuple(map(shown, grade.why)), would_change=tuple(map(shown, grade.would_change)))


def _public_speaker(speaker: SpeakerMention) -> SpeakerMention:
    if not is_private(speaker):
        return speaker
    return replace(speaker, text=shown_speaker(speaker), name=None)


def _key(name: str) -> str:
    return "".join(letters(word) for word, _, _ in words_of(name))


def _names_of_speaker(speaker: SpeakerMention) -> tuple[str, ...]:
    """What in the words for a speaker is a name: words with capitals beside each other ("Karim Haddad, a neighbour")."""
    names: list[str] = [speaker.name] if speaker.name else []
    run: list[tuple[int, int]] = []
    for word, start, end in [*words_of(speaker.text), ("", len(speaker.text), len(speaker.text))]:
        if word and word[:1].isupper():
            run.append((start, end))
            continue
        if len(run) > 1:
            names.append(speaker.text[run[0][0] : run[-1][1]])
        run = []
    return tuple(names)


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
