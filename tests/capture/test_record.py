from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kroniek.capture.notes import Note
from kroniek.capture.record import document_of, parse_record
from kroniek.contracts.schemas import schema
from kroniek.model.report import Media


def test_every_field_comes_through() -> None:
    record = parse_record(
        b'{"id": "a", "text": "Nine killed", "language": "en", "published": "2017-08-14", "publisher": "P", "author": "A", "url": "u",'
        b' "title": "T", "captured": "2017-08-15T00:00:00Z", "platform": "web", "links": ["l"], "private_source": true, "unknown": 1,'
        b' "media": [{"type": "photo", "url": "m", "sha256": null}]}'
    )
    document = document_of(record, record.text or "", "f:1", lambda _: None, None, "hash")
    assert (document.id, document.text, document.language, document.publisher) == ("a", "Nine killed", "en", "P")
    assert (document.published, document.published_day) == ("2017-08-14", date(2017, 8, 14))
    assert (document.author, document.url, document.title, document.platform) == ("A", "u", "T", "web")
    assert (document.links, document.media, document.private_source) == (("l",), (Media("photo", "m", None),), True)
    assert (document.captured, document.origin, document.raw_sha256) == ("2017-08-15T00:00:00Z", "f:1", "hash")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"nine killed", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "valid dictionary|object"),
        (b'{"text": "x"}', "field id: is missing"),
        (b'{"id": "", "text": "x"}', "field id: is empty"),
        (b'{"id": "a"}', "neither text nor html is given"),
        (b'{"id": "a", "text": null}', "neither text nor html is given"),
        (b'{"id": 7, "text": "x"}', "field id: input should be a valid string"),
        (b'{"id": "a", "text": ["x"]}', "field text: input should be a valid string"),
        (b'{"id": "a", "text": "x", "links": "l"}', "field links: "),
        (b'{"id": "a", "text": "x", "links": [1]}', "field links.0: "),
        (b'{"id": "a", "text": "x", "media": [{"url": "u"}]}', "field media.0.type: is missing"),
        (b'{"id": "a", "text": "x", "private_source": "yes"}', "field private_source: "),
        (b'{"id": 1, "text": 2}', r"field id: .* \(and 1 more\)"),
        (b'{"id": "a", "text": "\\ud800"}', "not JSON"),  # half a surrogate pair could never be printed again
    ],
)
def test_a_line_of_another_form_names_the_field(line: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as raised:
        parse_record(line)
    assert "\n" not in str(raised.value)


def test_a_bad_date_costs_the_date_only() -> None:
    notes: list[Note] = []
    document = document_of(parse_record(b'{"id": "a", "text": "x", "published": "last week"}'), "x", "f:1", notes.append, None, None)
    assert (document.published, document.published_day) == ("last week", None)
    assert notes == [Note("f:1", "published is not a date: 'last week'; read without one")]


_VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.text(max_size=3), max_size=2))
_FIELDS = ("id", "text", "html", "published", "links", "private_source", "other")


@given(st.dictionaries(st.sampled_from(_FIELDS), _VALUES))
def test_the_schema_and_the_reader_agree_on_what_a_document_is(record: dict[str, object]) -> None:
    import json

    try:
        parse_record(json.dumps(record).encode())
        readable = True
    except ValueError:
        readable = False
    assert readable == Draft202012Validator(schema("document")).is_valid(record)
