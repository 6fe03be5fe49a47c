from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.likeness import likeness
from kroniek.incidents.link import link
from kroniek.incidents.parts import parts_of
from kroniek.incidents.profile import profile
from kroniek.model.claim import Method, PlaceMention, Scope, Stance
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.result import Reading
from tests.builders import IDLIB, RAQQA, claim, on, reading, victim

AIRWARS = load_codebook("airwars")
DAY = date(2017, 8, 14)


def _sorted(readings: list[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda each: each.document.id)


def _documents(readings: list[Reading]) -> list[set[str]]:
    clusters = link(_sorted(readings), AIRWARS)
    return sorted(({part.document for part in cluster.parts} for cluster in clusters), key=sorted)


def test_reports_of_one_place_and_day_are_one_incident() -> None:
    readings = [reading(claim(4, document="a"), document="a"), reading(claim(5, document="b"), document="b")]
    assert _documents(readings) == [{"a", "b"}]


def test_another_day_place_or_actor_is_another_incident() -> None:
    base = reading(claim(4, document="a", actor="russian-military"), document="a")
    later = reading(claim(4, document="b", actor="russian-military", time=on(DAY + timedelta(days=3))), document="b")
    elsewhere = reading(claim(4, document="c", place=IDLIB, actor="russian-military"), document="c", places=(IDLIB,))
    other = reading(claim(4, document="d", actor="us-led-coalition"), document="d")
    assert _documents([base, later, elsewhere, other]) == [{"a"}, {"b"}, {"c"}, {"d"}]


def test_a_night_joins_the_next_day_but_a_morning_does_not() -> None:
    night = reading(claim(4, document="a", time=on(DAY, part_of_day="night")), document="a")
    morning = reading(claim(4, document="b", time=on(DAY, part_of_day="morning")), document="b")
    next_day = reading(claim(4, document="c", time=on(DAY + timedelta(days=1), part_of_day="morning")), document="c")
    assert _documents([night, next_day]) == [{"a", "c"}]
    assert _documents([morning, next_day]) == [{"b"}, {"c"}]


def test_figures_far_apart_are_not_one_incident() -> None:
    assert len(_documents([reading(claim(2, document="a"), document="a"), reading(claim(80, document="b"), document="b")])) == 2


def test_a_report_without_a_place_or_date_stays_alone() -> None:
    placed = reading(claim(4, document="a"), document="a")
    nowhere = reading(claim(4, document="b", place=None), document="b", places=())
    never = reading(claim(2, document="c", time=None), document="c")
    assert len(_documents([placed, nowhere, never])) == 3


def test_a_report_without_a_date_joins_by_a_telling_total_or_a_name() -> None:
    same_total = reading(claim(7, document="b", time=None), document="b")
    assert _documents([reading(claim(7, document="a"), document="a"), same_total]) == [{"a", "b"}]
    named = PeopleFound(victims=(victim("Example Person"),))
    one = reading(claim(1, document="a"), document="a", people=named)
    other = reading(claim(2, document="b", time=None), document="b", people=named)
    assert _documents([one, other]) == [{"a", "b"}]


def test_a_report_that_fits_two_incidents_ties_them_as_possibly_the_same() -> None:
    few = reading(claim(2, document="a"), document="a")
    between = reading(claim(6, document="b"), document="b")
    many = reading(claim(17, document="c"), document="c")
    clusters = link([few, between, many], AIRWARS)
    assert len(clusters) == 2
    assert [cluster.possibly_same for cluster in clusters] == [(clusters[1].id,), (clusters[0].id,)]


def test_accidents_aggregates_and_denials_make_no_incident() -> None:
    assert parts_of(reading(claim(4, method=Method.ACCIDENT))) == []
    assert parts_of(reading(claim(433, scope=Scope.AGGREGATE))) == []
    assert parts_of(reading(claim(4, scope=Scope.BACKGROUND))) == []
    assert parts_of(reading(claim(4, stance=Stance.DENIED))) == []
    assert parts_of(reading(claim(0))) == []


def test_a_report_has_one_main_incident_and_its_other_days_are_others() -> None:
    first, second = claim(4, at=0), claim(2, at=300, time=on(DAY - timedelta(days=20)))
    parts = parts_of(reading(first, second))
    assert [(part.main, len(part.claims)) for part in parts] == [(True, 1), (False, 1)]


@settings(max_examples=60, deadline=None)
@given(
    told=st.lists(
        st.tuples(
            st.integers(1, 40), st.sampled_from([RAQQA, IDLIB]), st.integers(0, 3), st.sampled_from([None, "russian-military", "ypg"])
        ),
        min_size=1,
        max_size=7,
    ),
)
def test_each_document_of_one_claim_is_of_one_event(told: list[tuple[int, PlaceMention, int, str | None]]) -> None:
    """That the order of documents changes nothing is tested with `assess`, which sorts them."""
    readings = []
    for number, (low, place, day, actor) in enumerate(told):
        name = f"d{number}"
        told_claim = claim(low, document=name, place=place, time=on(DAY + timedelta(days=day)), actor=actor)
        readings.append(reading(told_claim, document=name, places=(place,)))
    clusters = link(_sorted(readings), AIRWARS)
    documents = [part.document for cluster in clusters for part in cluster.parts]
    assert sorted(documents) == sorted(f"d{number}" for number in range(len(told)))


def test_a_place_that_no_list_knows_joins_by_its_words_and_splits_nothing() -> None:
    unknown = PlaceMention(text="Deir Hafa", start=3, end=12, unresolved=True)
    spelt = PlaceMention(text="Deir Hafa’", start=3, end=13, unresolved=True)
    elsewhere = PlaceMention(text="Deir Hasan", start=3, end=13, unresolved=True)
    one = reading(claim(4, document="a", place=unknown), document="a", places=())
    other = reading(claim(4, document="b", place=spelt), document="b", places=())
    third = reading(claim(4, document="c", place=elsewhere), document="c", places=())
    assert _documents([one, other, third]) == [{"a", "b"}, {"c"}]
    mixed = reading(claim(4, document="c"), claim(1, document="c", place=unknown), document="c")
    assert len(parts_of(mixed)) == 1


def test_why_two_are_one_is_said_feature_by_feature() -> None:
    one, other = (
        profile(parts_of(reading(claim(12, document=name, actor="russian-military"), document=name))[0], {}) for name in ("a", "b")
    )
    found = likeness(one, other)
    assert found.fits
    assert [(feature.name, feature.score) for feature in found.features] == [("place", 2.0), ("day", 1.5), ("killed", 1.5), ("actor", 0.5)]
    assert likeness(one, one).clash


def test_a_morning_and_an_evening_with_other_figures_stay_two() -> None:
    morning = reading(claim(10, document="a", time=on(DAY, part_of_day="morning")), document="a")
    evening = reading(claim(7, document="b", time=on(DAY, part_of_day="evening")), document="b")
    assert _documents([morning, evening]) == [{"a"}, {"b"}]
