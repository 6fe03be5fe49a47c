"""The crosswalk of precision: a code never becomes more exact, by whatever way it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.errors import RulesError, UsageError
from kroniek.incidents.precision import Crosswalk, Level
from kroniek.incidents.precision_load import build_precisions, load_precisions
from kroniek.model.claim import Accuracy
from kroniek.model.interval import Precision

PRECISIONS = load_precisions()
ALL = (PRECISIONS.place, PRECISIONS.time)


def starts(walk: Crosswalk) -> st.SearchStrategy[tuple[str, Level]]:
    return st.sampled_from([(name, level) for name, levels in walk.schemes.items() for level in levels])


@pytest.mark.parametrize("walk", ALL, ids=lambda walk: walk.what)
@given(data=st.data())
def test_no_way_through_the_schemes_makes_a_code_more_exact(walk: Crosswalk, data: st.DataObject) -> None:
    scheme, level = data.draw(starts(walk))
    first = level
    for to in data.draw(st.lists(st.sampled_from(sorted(walk.schemes)), min_size=1, max_size=6)):
        translated = walk.translate(scheme, level.code, to)
        if translated is None:
            return
        assert translated.holds(level) and translated.holds(first)
        scheme, level = to, translated


@pytest.mark.parametrize("walk", ALL, ids=lambda walk: walk.what)
def test_the_most_exact_code_that_is_no_more_exact_is_taken(walk: Crosswalk) -> None:
    for scheme, levels in walk.schemes.items():
        for level in levels:
            for to, others in walk.schemes.items():
                found = walk.translate(scheme, level.code, to)
                finer = [other for other in others if other.target and other.holds(level)]
                assert found is not None if finer else scheme == to or found is None
                if found is not None and scheme != to:
                    assert all(other.holds(found) for other in finer)


def test_codes_that_a_desk_knows() -> None:
    place, time = PRECISIONS.place, PRECISIONS.time
    assert place.translate("airwars", "village", "ucdp") == place.level("ucdp", "1")
    assert place.translate("ucdp", "1", "airwars") == place.level("airwars", "city")  # a named place may be a city
    assert place.translate("airwars", "within_100m", "atlos") == place.level("atlos", "100m")
    assert place.translate("atlos", "1km", "airwars") == place.level("airwars", "neighbourhood_area")
    assert place.translate("ucdp", "4", "acled") == place.level("acled", "3")
    assert place.translate("ucdp", "6", "airwars") is None and place.translate("ucdp", "7", "kroniek") is None
    assert place.translate("airwars", "exact_location_coalition", "kroniek") == place.level("kroniek", "exact")
    assert time.translate("ucdp", "2", "acled") == time.level("acled", "2")
    assert time.translate("ucdp", "5", "acled") is None
    assert time.translate("acled", "3", "kroniek") == time.level("kroniek", "month")


def test_kroniek_s_scales_are_those_of_its_model() -> None:
    assert [level.code for level in PRECISIONS.place.schemes["kroniek"]] == [accuracy.value for accuracy in Accuracy]
    assert [level.code for level in PRECISIONS.time.schemes["kroniek"]] == [precision.value for precision in Precision]


def test_an_unknown_code_is_none_and_an_unknown_scheme_an_error() -> None:
    assert PRECISIONS.place.translate("airwars", "somewhere", "ucdp") is None
    with pytest.raises(UsageError, match="no scheme of place precision is called 'gdelt'"):
        PRECISIONS.place.translate("airwars", "town", "gdelt")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"code": "x", "metres": 5, "source": "none"}, "source"),
        ({"code": "x", "source": "S"}, "metres"),
        ({"code": 1, "metres": 5, "source": "S"}, "quotes"),
        ({"code": "b", "metres": 5, "source": "S"}, "more exact than the row above"),
    ],
)
def test_a_row_of_another_form_is_named(row: dict[str, object], words: str) -> None:
    rows = [{"code": "a", "metres": 10, "source": "S"}, row]
    with pytest.raises(RulesError, match=words):
        build_precisions({"sources": {"S": "a source"}, "place": {"desk": rows}, "time": {}})
