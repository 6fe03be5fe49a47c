"""Names of sources, as they are shown and as they are told apart."""

from __future__ import annotations

import pytest

from kroniek.provenance.names import without_stray_quotes


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("the Valley Courier”", "the Valley Courier"),
        ("“a resident of the town", "a resident of the town"),
        ('"the mayor', "the mayor"),
        ("the »Free» Army«", "the Free Army"),
        ("the “White” Brigade", "the “White” Brigade"),
        ('the "White" Brigade', 'the "White" Brigade'),
        ("Khuza'a council", "Khuza'a council"),
        ("”", "”"),
    ],
)
def test_quotation_marks_that_do_not_pair_are_no_part_of_a_name(name: str, shown: str) -> None:
    assert without_stray_quotes(name) == shown
