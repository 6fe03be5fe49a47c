"""Spellings that only a skeleton brings together."""

from __future__ import annotations

import pytest

from kroniek.gazetteer.load import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("spelt", "name"),
    [
        ("Khaan Yoenis", "Khan Younis"),
        ("Nouseirat", "Nuseirat"),
        ("Juhr al-Deek", "Juhr ad-Dik"),
        ("Beyt Hanoen", "Beit Hanoun"),
        ("Khan Sjeikhoun", "Khan Shaykhun"),
    ],
)
def test_another_spelling_is_found(spelt: str, name: str) -> None:
    assert name in {place.name for place in GAZETTEER.lookup(spelt)}


def test_too_short_a_skeleton_finds_nothing() -> None:
    assert GAZETTEER.lookup("Xoe") == ()
