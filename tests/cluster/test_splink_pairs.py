"""Splink finds the same pairs as Kroniek's own way, scores them alike, and the same events follow."""

from __future__ import annotations

import random
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("splink", reason="THE OPTIONAL PACKAGES FOR LINKING AT SCALE (kroniek[scale]) ARE ABSENT")

from kroniek.cluster.splink_pairs import proposed_by_splink
from kroniek.codebooks.load import load_codebook
from kroniek.incidents.blocking import LikenessOf, proposed
from kroniek.incidents.likeness import likeness
from kroniek.incidents.link import link
from kroniek.incidents.profile import Profile
from kroniek.model.claim import Method
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Precision
from kroniek.model.provenance import Telling
from kroniek.model.report import Document
from kroniek.model.ruling import NotSame, Rulings, Same
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from kroniek.reading.result import PartOfDate, Reading
from tests.builders import IDLIB, RAQQA, claim, on, reading
from tests.source_tree import PROJECT

AIRWARS = load_codebook("airwars")
RULES = load_rules()
DAY = date(2017, 12, 29)


def of(profiles: list[Profile]) -> LikenessOf:
    return lambda one, other: likeness(profiles[one], profiles[other])


def assert_alike(profiles: list[Profile]) -> dict[tuple[int, int], float]:
    ours, theirs = proposed(profiles, of(profiles)), proposed_by_splink(profiles, of(profiles))
    assert theirs.keys() == ours.keys()
    assert theirs == pytest.approx(ours, abs=1e-6)
    return ours


def some(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), max_size=2)


def when(first: int, days: int) -> IncidentDate:
    """A day of a few weeks around New Year, or so many days."""
    start = DAY + timedelta(days=first)
    return IncidentDate(start, start + timedelta(days=days), Precision.DAY if days < 7 else Precision.MONTH)


numbers = st.sampled_from([1, 2, 3, 6, 12, 40])
totals = st.frozensets(st.tuples(st.sampled_from(["killed", "injured"]), numbers, st.none()), max_size=2)
profiles = st.builds(
    Profile,
    document=st.sampled_from([f"d{number}" for number in range(12)]),
    place=st.sampled_from([None, RAQQA, IDLIB]),
    claimed=some(("raqqa", "idlib", "~deir hafa")),
    mentioned=some(("raqqa", "idlib", "homs", '~"\x1f\\ud800\ud800')),
    countries=some(("SY", "IQ")),
    date=st.none() | st.builds(when, st.integers(0, 9), st.sampled_from([0, 0, 0, 1, 6, 30, 300])),
    published=st.none() | st.dates(DAY, DAY + timedelta(days=60)),
    actors=some(("ypg", "russian-military")),
    totals=totals,
    counts=st.frozensets(st.tuples(st.just("killed"), st.sampled_from(["child", "woman"]), numbers), max_size=2),
    names=some(("example person", "\ud800 person")),
    around=some(("SY", "IQ")),
    telling=some(("hafa", "homs", "medya")),
    spelt=some(("hafa", "deir hafa")),
    things=some(("market", "school")),
    armed=st.booleans(),
    rough=st.integers(0, 4).map(lambda one: one == 0),
    words=st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.floats(0.01, 0.9), max_size=3),
    light=st.booleans(),
    undated=st.none() | st.builds(PartOfDate, st.just(1), st.integers(1, 9), st.none()),
    methods=st.frozensets(st.sampled_from([Method.SMALL_ARMS, Method.ARTILLERY]), max_size=1),
).map(lambda one: replace(one, rarity=dict.fromkeys(sorted(one.claimed), 1.5)))


@settings(max_examples=12, deadline=None)
@given(st.lists(profiles, max_size=14))
def test_pairs_and_scores_are_ours(told: list[Profile]) -> None:
    assert_alike(told)


def test_a_feature_of_very_many_scores_is_scored_alike() -> None:
    """Shares of rare words in common are any number: too many levels for one comparison."""
    chance = random.Random(3)
    bare = Profile(
        document="", place=None, claimed=frozenset(), mentioned=frozenset(), countries=frozenset(), date=None, published=None,
        actors=frozenset(), totals=frozenset(), counts=frozenset(), names=frozenset({"example person"}), light=True,
    )  # fmt: skip
    told = [replace(bare, document=f"d{number}", words={"a": chance.random(), "b": chance.random()}) for number in range(40)]
    assert len(set(assert_alike(told).values())) > 300


def test_few_profiles_or_none_share_nothing() -> None:
    assert proposed_by_splink([], of([])) == {}


def test_those_of_a_year_are_held_against_the_roughly_dated_only() -> None:
    bare = Profile(
        document="a", place=None, claimed=frozenset({"raqqa"}), mentioned=frozenset(), countries=frozenset({"SY"}), date=when(0, 0),
        published=None, actors=frozenset(), totals=frozenset(), counts=frozenset(), names=frozenset(),
    )  # fmt: skip
    told = [bare, replace(bare, document="b", date=when(-90, 0)), replace(bare, document="c", date=when(-300, 300))]
    assert sorted(assert_alike(told)) == [(0, 2), (1, 2)]


def test_nothing_is_asked_of_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    told = _made_up()
    assert link(told, AIRWARS, propose=proposed_by_splink)


def samples() -> list[Reading]:
    texts = sorted((PROJECT / "samples" / "reports").glob("*.txt"))
    assert len(texts) > 5
    return [read(Document(id=path.stem, text=path.read_text("utf-8")), RULES) for path in texts]


def _made_up() -> list[Reading]:
    chance = random.Random(7)
    told = []
    for number in range(40):
        place = chance.choice([RAQQA, IDLIB])
        day = on(DAY + timedelta(days=chance.randrange(4)))
        one = claim(chance.choice([2, 5, 6, 17]), document=f"d{number:02}", place=place, time=day, actor=chance.choice([None, "ypg"]))
        told.append(reading(one, document=f"d{number:02}", places=(place,)))
    return told


@pytest.mark.parametrize("readings", [samples, _made_up], ids=["samples", "made up"])
def test_the_same_events_follow(readings: Callable[[], list[Reading]]) -> None:
    told = readings()
    clusters = link(told, AIRWARS)
    assert link(told, AIRWARS, propose=proposed_by_splink) == clusters
    assert any(len(cluster.readings) > 1 for cluster in clusters)


def test_what_people_decided_wins() -> None:
    told = _made_up()
    at = [Telling(one.document.id, one.claims[0].id) for one in told]
    rulings = Rulings(same=(Same(1, (at[0], at[1])),), not_same=(NotSame(2, (at[2],), (at[3], at[4])),))
    clusters = link(told, AIRWARS, rulings)
    assert link(told, AIRWARS, rulings, proposed_by_splink) == clusters
    assert any({"d00", "d01"} <= {part.document for part in cluster.parts} for cluster in clusters)
