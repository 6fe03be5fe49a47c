"""Who it is that a report rests on, and how firmly its words tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from kroniek.model.claim import Claim, SpeakerMention, SpeakerRole
from kroniek.model.interval import Number
from kroniek.parties.index import Parties
from kroniek.parties.party import PartyKind
from kroniek.provenance.names import ARTICLES, name_key
from kroniek.provenance.roles import Role, RoleKind, Roles, Told, told_by
from kroniek.text.fold import fold

Figure = tuple[str, Number]
"""What was done to people, and to how many."""

_OUTLETS = frozenset({PartyKind.OUTLET, PartyKind.AGENCY})


class Strength(IntEnum):
    """How firmly the words tell who knew, the firmest last."""

    OWN = 0
    """Nobody is named: the report's own voice."""
    OUTLET = 1
    """An agency or a paper that must have had it from somebody, where its reporters did not see it."""
    CROWD = 2
    DESCRIBED = 3
    OFFICE = 4
    NAMED = 5


@dataclass(frozen=True, slots=True)
class Voices:
    """The table of roles, and of the list of parties what decides who speaks for whom."""

    roles: Roles = field(default_factory=Roles)
    outlets: frozenset[str] = frozenset()
    """Ids of agencies and outlets."""
    monitors: frozenset[str] = frozenset()
    """Ids of monitors."""
    arms_of: Mapping[str, str] = field(default_factory=dict)
    """State -> the armed forces that speak for it and it for them."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Party id -> name."""
    states: frozenset[str] = frozenset()
    """Ids of states."""
    sides: frozenset[str] = frozenset()
    """Ids of armed parties that are no state's, some of which govern and have ministries."""
    agencies: frozenset[str] = frozenset()
    """Ids of agencies of a country."""
    generic: frozenset[str] = frozenset()
    """Ids of ministries of no country in particular."""


def voices_of(roles: Roles, parties: Parties) -> Voices:
    """The table and the list of parties in one."""
    every = parties.all()
    arms = {party.id: party.belligerent_id for party in every if party.kind is PartyKind.STATE and party.belligerent_id}
    outlets = frozenset(party.id for party in every if party.kind in _OUTLETS)
    monitors = frozenset(party.id for party in every if party.kind is PartyKind.MONITOR)
    states = frozenset(party.id for party in every if party.kind is PartyKind.STATE)
    generic = frozenset(party.id for party in every if party.kind is PartyKind.MINISTRY and party.country is None)
    ruled = frozenset(arms.values())
    sides = frozenset(party.id for party in every if party.kind is PartyKind.BELLIGERENT and party.id not in ruled)
    agencies = frozenset(party.id for party in every if party.kind is PartyKind.AGENCY and party.country is not None)
    names = {party.id: party.name for party in every}
    return Voices(roles, outlets, monitors, arms, names, states, sides=sides, agencies=agencies, generic=generic)


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin as one report tells it. `figures` are those that it gives of the event; `via` the keys of those who passed them on;
    `words` what the text calls it; `unnamed` that it is a person or people of whom the text tells neither name, office nor kind,
    `body` that its name is a body's, no person's."""

    document: str
    key: str
    name: str
    told: Told
    strength: Strength
    role: SpeakerRole | None
    figures: frozenset[Figure]
    known: bool
    via: frozenset[str] = frozenset()
    words: str = ""
    unnamed: bool = False
    body: bool = False

    @property
    def by_name_alone(self) -> bool:
        """Whether it is a person of whom its words tell the name and nothing else."""
        person = bool(self.told.persons) and not self.body and fold(self.words).partition(" ")[0] not in ARTICLES
        return self.strength is Strength.NAMED and not self.known and self.told.role is None and person

    @property
    def node(self) -> tuple[str, str]:
        """Report and key."""
        return self.document, self.key


def voice(document: str, key: str, name: str, claims: list[Claim], own: bool, voices: Voices) -> Voice:
    """The voice of the claims of one report that have one origin. `own` tells that the report names nobody for them."""
    mention = _mention(claims, key, name)
    words = mention.text if mention is not None else name
    told = told_by(words, voices.roles)
    if told.role is not None and told.role.kind is RoleKind.CROWD and _is_a_name(words, voices.roles):
        told = replace(told, role=None)
    if told.role is not None and _is_of_its_own(key, told.role, voices):
        key, name = name_key(words), words  # "the governor of Russia's Kursk region" is not Russia
    known = key in voices.names
    people = next((voices.roles.peoples[word] for word in told.words if word in voices.roles.peoples), "") if len(told.words) == 1 else ""
    if people in voices.names:
        key, name, known = people, voices.names[people], True
    role = mention.role if mention is not None else None
    strength = Strength.OWN if own else _strength(key, words, told, role, known, voices)
    if known and strength > Strength.CROWD and told.role is None:
        told = told_by(name, voices.roles)
    alone = not own and not known and told.role is None and role is not SpeakerRole.OUTLET and not told.persons
    unnamed = alone and (fold(words).partition(" ")[0] in ARTICLES or len(told.words) == 1)
    if unnamed and strength is Strength.NAMED:
        strength = Strength.CROWD
    if strength is Strength.CROWD and not known and (told.role is not None or len(told.words) < _TELLING_WORDS):
        key = f"{told.role.id if told.role is not None else key} ({document})"
    via = frozenset(speaker.id or name_key(speaker.text) for claim in claims for speaker in claim.said_by[:-1])
    body = bool(told.words & voices.roles.body_words)
    return Voice(document, key, name, told, strength, role, frozenset(figures_of(claims)), known, via, words, unnamed, body)


def _is_a_name(words: str, roles: Roles) -> bool:
    """Whether people are told of by the name of a body: "the Kyunhla Activists Group"."""
    told_by_words = [word for word in words.replace("-", " ").split() if fold(word) not in ARTICLES and len(word) > _SHORT]
    named = len(told_by_words) >= _TELLING_WORDS and all(word[:1].isupper() for word in told_by_words)
    return named and any(fold(word) in roles.body_words for word in told_by_words)


def _is_of_its_own(key: str, role: Role, voices: Voices) -> bool:
    """Whether an office is another party than the one that it is told with: a state's offices but its army, a side's ministries."""
    if role.kind is RoleKind.OFFICE:
        return (key in voices.states and not role.many) or (key in voices.sides and role.national)
    return bool(role.stands) and role.kind is RoleKind.CROWD and (key in voices.states or key in voices.sides)


def in_full(one: Voice, cited: frozenset[str], voices: Voices) -> Voice:
    """A monitor told without its name is the only monitor that the text names anywhere. `cited` are the ids that it names."""
    role = one.told.role
    described = one.strength is Strength.DESCRIBED and role is not None and (role.id == _MONITOR or _MONITOR in role.stands)
    named = sorted(cited & voices.monitors)
    if not described or len(named) != 1:
        return one
    return replace(one, key=named[0], name=voices.names[named[0]], strength=Strength.NAMED, known=True)


def _mention(claims: list[Claim], key: str, name: str) -> SpeakerMention | None:
    for claim in claims:
        if claim.said_by and (claim.said_by[-1].id == key or claim.said_by[-1].text == name):
            return claim.said_by[-1]
    return None


def _strength(key: str, words: str, told: Told, role: SpeakerRole | None, known: bool, voices: Voices) -> Strength:
    if told.role is not None and told.role.kind is RoleKind.CROWD:
        return Strength.CROWD
    if key in voices.outlets or (role is SpeakerRole.OUTLET and not known):
        return Strength.OUTLET
    if known:
        return Strength.NAMED
    if told.role is None:
        return Strength.NAMED
    if told.role.kind is RoleKind.OFFICE:
        return Strength.OFFICE
    # "the Sudan Doctors Network" is a name, "the network" and "a Britain-based monitor" are descriptions
    named = told.places and all(word[:1].isupper() for word in words.replace("-", " ").split() if len(word) > _SHORT)
    return Strength.NAMED if named and not told.speaks_for else Strength.DESCRIBED


_SHORT = 3
_TELLING_WORDS = 2
_MONITOR = "monitor"


def figures_of(claims: list[Claim]) -> list[Figure]:
    """What is counted and how many, of the numbers written out; "harmed" and a harm untold count as killed."""
    return [
        (claim.harm.value if claim.harm is not None and claim.harm.value not in _DEATHS else "killed", claim.quantity.low)
        for claim in claims
        if claim.figure is not None and claim.quantity.low is not None
    ]


_DEATHS = frozenset({"harmed", "killed"})
