"""What the words for a speaker tell: by what office or description they speak, of which place, and who in person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kroniek.provenance.earlier import EarlierPosts
from kroniek.text.fold import fold
from kroniek.text.sound import consonants

_WORD = re.compile(r"[^\W_]+(?:['’`](?!s\b)[^\W_]+)*|['’]s\b|,")
_JOINT = re.compile(r", (?:and|en) |, | and | en ")
_GENITIVES = frozenset({"'s", "’s"})
_MOST_WORDS_OF_ROLE = 5
_MOST_WORDS = 40
_LEAST_SHARED = 4
_LEAST_CONSONANTS = 3
_LEANING = frozenset({"pro", "anti"})
_OF = frozenset({"of", "for", "in", "at", "from", "near", "van", "voor", "op", "uit", "bij", "te"})


class RoleKind(StrEnum):
    """How firmly words tell who speaks; `roles.yaml` says what each means."""

    OFFICE = "office"
    DESCRIBED = "described"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True)
class Role:
    """One row of `roles.yaml`. `many` tells that a place has more than one, `saw` that they tell what they saw
    themselves, `any` that it can stand for any body, `single` that an event has one, `national` that a country has, `heads` that they head
    another body where one is told after them, `vague` that news opens with them and names after who it is, `civil` that officials hold it;
    `stands` are the roles that a description can stand for."""

    id: str
    kind: RoleKind
    many: bool = False
    saw: bool = False
    any: bool = False
    single: bool = False
    national: bool = False
    heads: bool = False
    vague: bool = False
    civil: bool = False
    stands: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Roles:
    """The table of `roles.yaml`, folded. `phrases`: the words of a role -> role; `peoples`: a people -> the id of its state."""

    phrases: Mapping[tuple[str, ...], Role] = field(default_factory=dict)
    speaking_for: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    peoples: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    told_on: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    its: frozenset[str] = frozenset()
    body_words: frozenset[str] = frozenset()
    author: frozenset[str] = frozenset()
    earlier: EarlierPosts = field(default_factory=EarlierPosts)
    days: tuple[str, ...] = ()

    def is_nobody(self, name: str) -> bool:
        """Whether the words name no speaker: a pronoun, the author's also with words that follow it, "woensdagochtend"."""
        folded = fold(name)
        return folded in self.nobody or folded.partition(" ")[0] in self.author or (" " not in folded and folded.startswith(self.days))


@dataclass(frozen=True, slots=True)
class Told:
    """What a speaker's words tell. `places` and `persons` are folded words; `speaks_for` that words such as "spokesman" stand in them.

    `words` are all that are neither plain nor such words.
    """

    role: Role | None
    places: frozenset[str]
    persons: frozenset[str]
    directions: frozenset[str]
    words: frozenset[str]
    speaks_for: bool

    @property
    def bare(self) -> bool:
        """Whether neither a place nor a person is told."""
        return not (self.places or self.persons)


def told_by(name: str, roles: Roles) -> Told:
    """What the name of a speaker tells: "the governor of Homs, A. B." is an office, a place and a person."""
    written = _WORD.findall(name)[:_MOST_WORDS]
    words = ["'s" if word in _GENITIVES else fold(word) for word in written]
    role, named = _role_in(words, roles) or _role_around(written, words, roles) or (None, ())
    first, last = (named[0], named[-1]) if named else (len(words), len(words) - 1)
    places: set[str] = set()
    persons: set[str] = set()
    directions: set[str] = set()
    told: set[str] = {words[at] for at in named}
    for at, word in enumerate(words):
        if at in named or word in (",", "'s") or word in roles.told_on or (at and words[at - 1] in _LEANING):
            continue
        if word in roles.directions:
            directions.add(roles.directions[word])
        elif word not in roles.plain and word not in roles.speaking_for and len(word) > 1:
            told.add(word)
            if written[at][0].isupper():
                (persons if _is_person(words, at, first, last) else places).add(word)
    speaks_for = any(word in roles.speaking_for for at, word in enumerate(words) if at not in named)
    return Told(role, frozenset(places), frozenset(persons), frozenset(directions), frozenset(told), speaks_for)


def tellers(name: str, roles: Roles) -> tuple[str, ...]:
    """Those who tell something together, each by itself: "residents and the police"; none where the words name one, where a part names
    nobody by an office or a kind of people ("security and medical sources"), or where all are people without a name: these are counted
    once a report."""
    if " and " not in name and " en " not in name:
        return ()
    parts = tuple(part for part in _JOINT.split(name) if part)
    told = [told_by(part, roles).role for part in parts]
    named = [role for role in told if role is not None and role.kind is RoleKind.OFFICE]
    return parts if len(parts) > 1 and named and all(role is not None for role in told) else ()


def _role_around(written: list[str], words: list[str], roles: Roles) -> tuple[Role, tuple[int, ...]] | None:
    """The role in the words without the names among them: "the head of the Sumy region"."""
    small = [at for at, word in enumerate(written) if not word[0].isupper()]
    found = _role_in([words[at] for at in small], roles)
    return None if found is None else (found[0], tuple(small[at] for at in found[1]))


def _role_in(words: list[str], roles: Roles) -> tuple[Role, tuple[int, ...]] | None:
    """The longest role in the words, the first of several, with the numbers of its words; "doctors' network" is a network, and "the
    doctors at the hospital" are the hospital."""
    for length in range(_MOST_WORDS_OF_ROLE, 0, -1):
        for at in range(len(words) - length + 1):
            role = roles.phrases.get(tuple(words[at : at + length]))
            if role is not None:
                last = at + length - 1
                head = roles.phrases.get(tuple(words[last + 1 : last + 2]))
                if head is not None and not head.any:  # "the civil society group" is that society
                    return head, (last + 1,)
                heads = (role.kind is RoleKind.CROWD and not role.saw) or role.heads
                body = _body_after(words, last, roles) if heads else None
                return body or (role, tuple(range(at, last + 1)))
    return None


def _body_after(words: list[str], last: int, roles: Roles) -> tuple[Role, tuple[int, ...]] | None:
    """The office that a crowd is said to be of: "doctors at the hospital", "rescue workers of the civil defence"."""
    for at in range(last + 1, len(words)):
        if not any(word in _OF for word in words[last + 1 : at]):
            continue
        for length in range(_MOST_WORDS_OF_ROLE, 0, -1):
            role = roles.phrases.get(tuple(words[at : at + length])) if at + length <= len(words) else None
            if role is not None and role.kind is RoleKind.OFFICE:
                return role, tuple(range(at, at + length))
    return None


def _is_person(words: list[str], at: int, first: int, last: int) -> bool:
    """Whether the word names the holder of the office, no place: set off by a comma, or right after the office; without an office,
    whether no word such as "of" or "in" stands before it."""
    if first == len(words):
        return not any(word in _OF for word in words[:at]) or "," in words[:at]
    if at > last:
        between = words[last + 1 : at]
        return "," in between or not any(word in _OF for word in between)
    between = words[at + 1 : first]
    return "," in between


def agree(one: Told, two: Told) -> bool:
    """Whether two tellings of one role can mean one holder: places, directions and persons do not contradict each other."""
    if one.role is not None and one.role.single:
        return True
    directions = not one.directions or not two.directions or one.directions == two.directions
    return directions and fit(one.places, two.places) and fit(one.persons, two.persons)


def fit(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether all names of one are among those of the other, however spelt; none contradict any."""
    few, many = sorted((one, two), key=lambda words: (len(words), sorted(words)))
    return all(any(same_word(word, other) for other in many) for word in few)


def same_word(one: str, two: str) -> bool:
    """Whether two folded names are spellings of one: "zaporizhzhia" and "zaporizja", "lebanese" and "lebanon"."""
    if one == two or (one[:_LEAST_SHARED] == two[:_LEAST_SHARED] and min(len(one), len(two)) >= _LEAST_SHARED):
        return True
    sound = consonants(one)
    return len(sound) >= _LEAST_CONSONANTS and sound == consonants(two)
