"""A claim: a figure with what it counts, who did it to whom, where, when, who says so, and how firmly.

The fields are those of the contract of `kroniek read`; `kroniek.contracts` holds its JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kroniek.made import quickly_made
from kroniek.model.interval import CountRange, Number, Precision
from kroniek.model.report import Voice
from kroniek.model.span import Span, Words


class Kind(StrEnum):
    """What a figure is about."""

    CASUALTIES = "casualties"
    STRIKES = "strikes"
    MISSIONS = "missions"
    MUNITIONS = "munitions"
    TARGETS = "targets"
    FORCE = "force"
    PEOPLE = "people"
    MONEY = "money"
    AREA = "area"
    DESTRUCTION = "destruction"
    CHANGE = "change"
    RATIO = "ratio"
    RATE = "rate"
    DOCUMENTS = "documents"
    VEHICLES = "vehicles"
    DISPLACEMENT = "displacement"
    OTHER = "other"


class Bound(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Harm(StrEnum):
    """What was done to people; `harmed` is killed or injured, not said which."""

    KILLED = "killed"
    INJURED = "injured"
    HARMED = "harmed"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"


class Group(StrEnum):
    """What the words call the people counted."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    CHILD = "child"
    WOMAN = "woman"
    MAN = "man"
    PERSON = "person"
    MEDICAL = "medical"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    OTHER = "other"


class Stance(StrEnum):
    """How the one who says it stands to it."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    ESTIMATED = "estimated"
    DENIED = "denied"
    CONCEDED = "conceded"
    QUESTIONED = "questioned"


class Scope(StrEnum):
    """Whether a claim is of one incident, of a total over more than one, or of something beside the story."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"
    BACKGROUND = "background"


class Method(StrEnum):
    """By what means harm was done; accident, disaster and crime make no incident of conflict."""

    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone_strike"
    ARTILLERY = "artillery"
    AIRSTRIKE_OR_ARTILLERY = "airstrike_or_artillery"
    NAVAL_BOMBARDMENT = "naval_bombardment"
    GROUND_OPERATION = "ground_operation"
    IED = "ied"
    SMALL_ARMS = "small_arms"
    MISSILE = "missile"
    CHEMICAL = "chemical"
    EXECUTION = "execution"
    LANDMINE = "landmine"
    ACCIDENT = "accident"
    DISASTER = "disaster"
    CRIME = "crime"
    UNKNOWN = "unknown"


class SpeakerRole(StrEnum):
    """What one who speaks is to the event."""

    AUTHOR = "author"
    OUTLET = "outlet"
    MONITOR = "monitor"
    OFFICIAL = "official"
    BELLIGERENT = "belligerent"
    WITNESS = "witness"
    OTHER = "other"


class PlaceRole(StrEnum):
    """What a place is to the claim."""

    AT = "at"
    FROM = "from"
    VIA = "via"
    TO = "to"
    BASE = "base"


class Accuracy(StrEnum):
    """How exact a place is, Airwars' scale (codebooks.md), with `country` below it."""

    EXACT = "exact"
    WITHIN_100_M = "within_100_m"
    STREET = "street"
    NEARBY_LANDMARK = "nearby_landmark"
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    SUBDISTRICT = "subdistrict"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


class FlowRole(StrEnum):
    """What a party is to a flow of money or arms."""

    PAYER = "payer"
    PAYEE = "payee"
    SUPPLIER = "supplier"
    BROKER = "broker"
    CARRIER = "carrier"
    RECIPIENT = "recipient"
    USER = "user"


class Flow(StrEnum):
    """How far a flow of money or arms has come."""

    BUDGETED = "budgeted"
    EARMARKED = "earmarked"
    CONTRACTED = "contracted"
    PAID = "paid"
    DELIVERED = "delivered"
    TRANSFERRED = "transferred"


@quickly_made
@dataclass(frozen=True, slots=True)
class Quantity:
    """The number as written: no codebook has turned words into numbers yet. `low`, `high` in `unit`, per `per`."""

    low: Number | None
    high: Number | None
    bound: Bound
    unit: str | None = None
    per: str | None = None
    malformed: bool = False

    @property
    def range(self) -> CountRange:
        """The same as an interval; vague and malformed ones are unknown on both sides."""
        return CountRange(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words and where they stand; or `inferred`, with `from_` the span that it was inferred from (then start and end are None)."""

    text: str
    start: int | None = None
    end: int | None = None
    inferred: bool = False
    from_: Span | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention(Mention):
    """A party named in the text; `id` and `name` are those of the parties' list, None where it is not known there."""

    id: str | None = None
    name: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention(PartyMention):
    """One link of the chain of attribution."""

    role: SpeakerRole = SpeakerRole.OTHER


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place; `unresolved` where the words name none that the gazetteer knows. Degrees in WGS 84."""

    name: str | None = None
    id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    accuracy: Accuracy | None = None
    unresolved: bool = False
    role: PlaceRole = PlaceRole.AT


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A moment or period, in days local to the place. `minute` is the clock time "HH:MM" where one is told,
    `part_of_day` one of night, dawn, morning, noon, afternoon, evening; `start_day` and `end_day` are inclusive."""

    start_day: date
    end_day: date
    precision: Precision
    part_of_day: str | None = None
    minute: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowParty(PartyMention):
    """A party to a flow of money or arms, and its part in it."""

    role: FlowRole


@dataclass(frozen=True, slots=True)
class Victims:
    """Whom the words count; `affiliation` is the party id that combatants are said to belong to."""

    group: Group
    affiliation: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """A named victim, as written. `names` maps a language to the name in it; `age` in years."""

    text: str
    start: int
    end: int
    names: dict[str, str]
    age: int | None = None
    gender: str | None = None
    harm: Harm | None = None
    occupation: str | None = None
    child: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectMention(Mention):
    """What was hit, fired or paid for, and its category in the lexicon."""

    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a change or ratio is held against: a claim, a time, a place, or only words."""

    text: str
    claim: str | None = None
    time: TimeMention | None = None
    place: PlaceMention | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class ContextSpan:
    """Words outside the figure that the claim rests on, and what they told."""

    text: str
    start: int
    end: int
    role: str


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReference:
    """The block that a claim stands in, as the contract prints it."""

    id: str
    voice: Voice
    language: str
    publisher: str | None
    author: str | None
    published: date | None
    title: str | None
    parent: str | None
    start: int
    end: int


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim with its evidence; see the contract for each field. `rules` names the rules that fired, in order."""

    id: str
    document: str
    version: str
    block: BlockReference
    figure: Words | None
    evidence: Words
    context: tuple[ContextSpan, ...] = ()
    kind: Kind
    quantity: Quantity
    harm: Harm | None = None
    victims: Victims | None = None
    people: tuple[Victim, ...] = ()
    effect: str | None = None
    object: ObjectMention | None = None
    part_of: str | None = None
    actor: PartyMention | None = None
    target: PartyMention | None = None
    parties: tuple[FlowParty, ...] = ()
    flow: Flow | None = None
    compared_to: Comparison | None = None
    method: Method | None = None
    place: PlaceMention | None = None
    places: tuple[PlaceMention, ...] = ()
    time: TimeMention | None = None
    said_by: tuple[SpeakerMention, ...] = ()
    stance: Stance = Stance.ASSERTED
    hedges: tuple[Words, ...] = ()
    scope: Scope = Scope.INCIDENT
    doubts: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
