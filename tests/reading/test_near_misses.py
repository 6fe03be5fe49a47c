from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.near_misses import near_misses
from kroniek.reading.reader import read

TEXT = (
    "RAQQA, 22 August 2017 - A 34-year-old nurse and twelve others were killed on Monday when an F-16 hit a house in Raqqa, while 5 "
    "soldiers were wounded near Tabqa, Reuters reported, and Russia has said nothing."
)


def _near(text: str) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    reading = read(Document(id="a", text=text), load_rules())
    found = near_misses(reading, load_rules())
    figures = {claim.id: claim.figure.text if claim.figure else "" for claim in reading.claims}
    misses = [(figures[id], miss.rule, miss.words.text) for id, some in found.of_claim.items() for miss in some]
    return misses, [(miss.words.text, miss.why) for miss in found.numbers]


def test_a_word_of_another_harm_and_a_place_farther_off_are_named() -> None:
    misses, _ = _near(TEXT)
    assert ("twelve", "harm:injured", "wounded") in misses
    assert ("5", "harm:killed", "killed") in misses
    assert ("twelve", "place:nearest", "Tabqa") in misses


def test_numbers_that_became_no_figure_say_why() -> None:
    _, numbers = _near(TEXT)
    assert ("34", "an age") in numbers
    assert ("16", "names or orders something: a weapon, a number plate, an ordinal, a paragraph") in numbers
    assert ("2017", "part of a date, a clock time or an address") in numbers


@given(st.text(alphabet=" .,;0123456789killed Raqqa\n", max_size=200))
def test_words_always_stand_in_the_text(text: str) -> None:
    reading = read(Document(id="a", text=text), load_rules())
    found = near_misses(reading, load_rules())
    for miss in [*found.numbers, *(miss for some in found.of_claim.values() for miss in some)]:
        assert text[miss.words.start : miss.words.end] == miss.words.text
