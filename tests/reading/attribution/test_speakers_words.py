"""What a speaker's words may hold: no verb and no clause; and that two parties that change places change only names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.reading.load import load_rules
from kroniek.text.tokens import tokenise
from tests.reading.attribution.test_dutch_agency_copy import PHRASINGS as DUTCH
from tests.reading.attribution.test_english_agency_copy import PHRASINGS as ENGLISH
from tests.reading.sentence_tools import claims_in

_MOST_WORDS = 22
_CLAUSES = [
    ("The assailants stormed Kwapit, in the hills, late on Friday. Six bodies were found in the bush, he told Reuters.", "en"),
    ("The assailants stormed Kwapit, in the hills, and 28 people died, said Bala Dakwak, the chairman of the council.", "en"),
    ("Air strikes killed 100 people, including many children, who were attending a ceremony, said a witness.", "en"),
    ("Volgens hem troffen de Amerikanen een boer en zijn twee zonen, die werden gedood.", "nl"),
    ("Het ministerie houdt het op acht doden, artsen spreken van dertien.", "nl"),
]


@pytest.mark.parametrize(
    ("text", "language"), [*((text, "en") for text, _, _ in ENGLISH), *((text, "nl") for text, _, _ in DUTCH), *_CLAUSES]
)
def test_a_speakers_words_hold_no_finite_verb_and_no_clause(text: str, language: str) -> None:
    rules = load_rules().attribution[language]
    verbs = rules.finite | rules.passives | rules.auxiliaries | {"said", "says", "killed", "zegt", "zei", "meldt", "gedood"}
    for claim in claims_in(text, language):
        for speaker in claim.said_by:
            words = [token.lower for token in tokenise(speaker.text)]
            assert verbs.isdisjoint(words), speaker.text
            assert "stormed" not in words, speaker.text
            assert len(words) <= _MOST_WORDS, speaker.text


_TOLD = (
    ("{a} said {b} had killed 12 people in the raid.", "en"),
    ("Twelve people were killed by {b}, {a} said.", "en"),
    ("{a}, quoting {b}, said 12 people were killed.", "en"),
    ("According to {a}, 12 people were killed; {b} spoke of 15.", "en"),
    ("{a} zegt dat {b} twaalf mensen heeft gedood.", "nl"),
    ("Volgens {a} zijn er twaalf mensen gedood, {b} spreekt van vijftien.", "nl"),
    ("{a} meldt op gezag van {b} twaalf doden.", "nl"),
)


@given(st.sampled_from(_TOLD), st.sampled_from([("Hezbollah", "Hamas"), ("Hamas", "Al-Shabaab"), ("Al-Shabaab", "Hezbollah")]))
def test_two_parties_that_change_places_change_only_names(told: tuple[str, str], parties: tuple[str, str]) -> None:
    text, language = told
    one, two = parties

    def read(a: str, b: str) -> list[tuple[object, object, list[str]]]:
        claims = claims_in(text.format(a=a, b=b), language)
        return [(claim.quantity.low, claim.harm, [speaker.text for speaker in claim.said_by]) for claim in claims]

    change = {one: two, two: one}
    swapped = [(low, harm, [change.get(name, name) for name in names]) for low, harm, names in read(two, one)]
    assert read(one, two) == swapped
