from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.capture.published import published_day


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2017-08-14", date(2017, 8, 14)),
        (" 2017-08-14 ", date(2017, 8, 14)),
        ("2017-08", date(2017, 8, 31)),
        ("2016-02", date(2016, 2, 29)),
        ("2017", date(2017, 12, 31)),
        ("2017-08-14T23:30:00", date(2017, 8, 14)),
        ("2017-08-14 23:30", date(2017, 8, 14)),
        ("2017-08-14T23:30:00Z", date(2017, 8, 14)),
        ("2017-08-14T23:30:00+03:00", date(2017, 8, 14)),
        ("2017-08-14T00:30:00-05:00", date(2017, 8, 14)),
        ("2017-08-14T23:30:00.123+03:00", date(2017, 8, 14)),
    ],
)
def test_the_day_is_the_one_that_the_publisher_wrote(published: str, day: date) -> None:
    assert published_day(published) == day


def test_a_known_zone_is_converted_to() -> None:
    damascus = ZoneInfo("Asia/Damascus")
    assert published_day("2017-08-14T22:30:00Z", damascus) == date(2017, 8, 15)
    assert published_day("2017-08-14T22:30:00", damascus) == date(2017, 8, 14)  # local already


@pytest.mark.parametrize(
    "published", ["", "last week", "2017-13", "2017-02-30", "14/08/2017", "0000", "0000-01", "20170814x", "2017-08-14T99:00"]
)
def test_what_is_no_date_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        published_day(published)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1)), st.integers(-14, 14))
def test_any_moment_keeps_its_own_day(moment: datetime, hours: int) -> None:
    given_moment = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert published_day(given_moment.isoformat()) == moment.date()
