"""An incident: one moment and place where harm was alleged, and what one codebook makes of it.

The fields are those of the contract of `kroniek assess`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.model.claim import PlaceMention, Victim
from kroniek.model.finding import Finding
from kroniek.model.interval import Number, Precision


class StrikeType(StrEnum):
    """The means of attack, in the codebook's words."""

    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone_strike"
    ARTILLERY = "artillery"
    AIRSTRIKE_OR_ARTILLERY = "airstrike_or_artillery"
    NAVAL_BOMBARDMENT = "naval_bombardment"
    GROUND_OPERATION = "ground_operation"
    IED = "ied"
    UNKNOWN = "unknown"


class StrikeStatus(StrEnum):
    """Who did it: an axis of its own, apart from the grade."""

    DECLARED = "declared"
    LIKELY = "likely"
    CONTESTED = "contested"
    SINGLE_SOURCE = "single_source"


class BelligerentStatus(StrEnum):
    """How a party stands to the act laid to it."""

    SUSPECTED = "suspected"
    DECLARED = "declared"
    DENIED = "denied"
    CONCEDED = "conceded"


class GradeValue(StrEnum):
    """Airwars' grades of harm."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class EntryValue(StrEnum):
    """Whether a desk enters an incident: among the others, apart from them, or not at all."""

    ENTERED = "entered"
    APART = "apart"
    NOT_ENTERED = "not_entered"


class RelationType(StrEnum):
    """How one incident stands to another."""

    FOLLOW_UP_OF = "follow_up_of"
    PART_OF = "part_of"
    SAME_ATTACK = "same_attack"
    POSSIBLY_SAME = "possibly_same"


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made an assessment: enough to make it again."""

    kroniek: str
    codebook: str
    codebook_sha256: str
    data_sha256: str


@dataclass(frozen=True, slots=True)
class IncidentDocument:
    """A document that speaks of the incident; `main` where it is chiefly about this one."""

    id: str
    main: bool


@dataclass(frozen=True, slots=True)
class IncidentDate:
    """When it happened, local to the place; all None-able because reports leave it out."""

    start: date
    end: date
    precision: Precision
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A party to which the act is laid."""

    id: str | None
    name: str
    status: BelligerentStatus


@dataclass(frozen=True, slots=True)
class CodedRange:
    """A codebook's range for one group: the claims that set each bound and the rules that did it, by id.

    `best` is the number between them that the desk holds for the likeliest; None where it gives none.
    """

    low: Number | None
    high: Number | None
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    best: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmRanges:
    """Ranges of one harm by group; None where nothing is said of a group, which is not 0."""

    civilian: CodedRange | None = None
    combatant: CodedRange | None = None
    undetermined: CodedRange | None = None
    child: CodedRange | None = None
    woman: CodedRange | None = None
    man: CodedRange | None = None
    medical: CodedRange | None = None
    journalist: CodedRange | None = None
    aid_worker: CodedRange | None = None
    total: CodedRange | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade, the sentences that give its reasons, and what would change it.

    Where a person decided the grade, `decision` is the number of that decision and `by_codebook` what the codebook gives.
    """

    value: GradeValue | None
    why: tuple[str, ...]
    would_change: tuple[str, ...] = ()
    by_codebook: GradeValue | None = None
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Whether the desk enters the incident, why not or under what condition in sentences, and the rules (by id) that keep it out."""

    value: EntryValue = EntryValue.ENTERED
    why: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hinge:
    """A claim that alone sets bounds ("low", "high") of the desk's figure of the killed, what the range would be without it (both None
    where nothing would be left), and the same as a sentence."""

    claim: str
    bounds: tuple[str, ...]
    low: Number | None
    high: Number | None
    text: str


@dataclass(frozen=True, slots=True)
class DeskCode:
    """A code of the desk's own: its name there ("where_prec"), its value, and the rule that gave it."""

    name: str
    value: int | str
    rule: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source: the first party who could know, and the documents that rest on it."""

    name: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that disagree, and what about."""

    claims: tuple[str, str]
    about: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie to another incident."""

    id: str
    type: RelationType


@dataclass(frozen=True, slots=True)
class IncidentMedia:
    """A distinct photo or video and the reports that show it."""

    type: str
    url: str | None
    sha256: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident as one codebook assesses it; see the contract for each field."""

    id: str
    title: str
    made_by: MadeBy
    documents: tuple[IncidentDocument, ...]
    date: IncidentDate | None
    place: PlaceMention | None
    belligerents: tuple[Belligerent, ...]
    strike_type: tuple[StrikeType, ...]
    strike_status: StrikeStatus | None
    infrastructure: tuple[str, ...]
    media: tuple[IncidentMedia, ...]
    killed: HarmRanges
    injured: HarmRanges
    missing: HarmRanges
    detained: HarmRanges
    displaced: HarmRanges
    people: tuple[Victim, ...]
    grade: Grade
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[Relation, ...] = ()
    checks: tuple[Finding, ...] = ()
    entry: Entry = Entry()
    codes: tuple[DeskCode, ...] = ()
    hinges: tuple[Hinge, ...] = ()
