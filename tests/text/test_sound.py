"""Names spelt in two languages."""

from __future__ import annotations

import pytest

from kroniek.text.sound import consonants


@pytest.mark.parametrize(("one", "two"), [("tsjernihiv", "chernihiv"), ("bohodoechiv", "bohodukhiv"), ("zjytomyr", "zhytomyr"),
                                          ("charkov", "kharkiv"), ("sjatoj", "shatoy")])  # fmt: skip
def test_one_name_in_two_spellings_sounds_alike(one: str, two: str) -> None:
    assert consonants(one) == consonants(two)


def test_two_names_sound_unlike() -> None:
    assert consonants("kherson") != consonants("kramatorsk")
