"""From an address to a filter and back."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from kroniek.ledger.views import Sort
from kroniek.workbench.listing import asked

NAMES = ("q", "grade", "belligerent", "country", "publisher", "language", "failed", "from", "to", "sort", "page")


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30)))
def test_whatever_stands_in_the_address_something_sound_is_asked(parameters: dict[str, str]) -> None:
    got = asked(parameters)
    assert got.page >= 1 and got.offset >= 0
    assert got.from_day is None or got.to_day is None or got.from_day <= got.to_day


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20).map(str.strip),
    st.dates(),
    st.sampled_from(Sort),
    st.integers(1, 999),
)
def test_the_address_of_a_page_asks_for_the_same(text: str, day: date, sort: Sort, page: int) -> None:
    first = asked({"q": text, "from": day.isoformat(), "to": day.isoformat(), "sort": sort.value, "failed": "1"})
    again = asked(dict(parse_qsl(urlsplit(first.address("/", page)).query)))
    assert (again.text, again.from_day, again.to_day, again.sort, again.page, again.failed) == (text, day, day, sort, page, True)


def test_no_filter_gives_a_plain_address() -> None:
    assert asked({}).address("/", 1) == "/" and not asked({"sort": "title"}).filtered and asked({"country": "SY"}).filtered
