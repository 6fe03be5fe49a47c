"""Who did it by what a party says of itself, by an adjective with the arms after it, or by a capital's forces. English."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in


def actors(text: str) -> list[str | None]:
    return [None if claim.actor is None else claim.actor.id or claim.actor.text for claim in claims_in(text) if claim.harm is not None]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Nine people died in Deir Salma. The Israeli military said it had struck a command centre.", "israeli-military"),
        ("The Turkish army said its troops had killed 25 militants.", "turkish-military"),
        ("The Pakistani military said 25 militants were killed in the operation.", "pakistani-military"),
        ("Forty civilians were unintentionally killed, the US-led coalition admitted.", "us-led-coalition"),
        ("A Russian glide bomb hit a block of flats. Three residents died.", "russian-military"),
        ("Twelve were killed in Russian missile attacks on a market.", "russian-military"),
        ("Moscow's forces hit the station. Thirty people died.", "russian-military"),
        ("Six people were killed in Donetsk. The Moscow-installed mayor said Ukraine had shelled it.", "ukrainian-military"),
        ("The killing of 79 men in Sorola was carried out by the army of Burkina Faso.", "burkinabe-military"),
    ],
)
def test_the_words_tell_who_did_it(text: str, actor: str) -> None:
    assert set(actors(text)) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in Deir Salma. There was no immediate comment from Israel.",
        "Azerbaijan's defence ministry reported the loss of 71 servicemen.",
        "The Israeli military said it had not struck the school. Nine people died there.",
    ],
)
def test_who_only_speaks_did_nothing(text: str) -> None:
    assert set(actors(text)) == {None}


def test_swapping_the_parties_swaps_the_actor_and_nothing_else() -> None:
    one = "Nine people died in the market. The Russian military said it had hit a depot."
    other = "Nine people died in the market. The Ukrainian military said it had hit a depot."
    assert (actors(one), actors(other)) == (["russian-military"], ["ukrainian-military"])
