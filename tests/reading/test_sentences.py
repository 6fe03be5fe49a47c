"""Sentences: own examples in both languages, the properties of offsets, hostile input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.reading.context_load import load_sentence_rules
from kroniek.reading.sentences import sentences

RULES = load_sentence_rules()


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, 0, len(text), RULES)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Two men died.", "Three were hurt."],
        ["De stad werd beschoten.......", "Er vielen doden......", "'Vreemd' is dat....!"],
        ["Col. J. R. Smith of the U.S. Army met Dr. Jones at 3 p.m. Monday near St. Mary's.", "The talks went on."],
        ["About 2.2 billion dollars, or 10.000 euros, at 12:58 on Oct. 2, 2017.", "It was No. 5 of the year."],
        ["[2019-04-25] June 19, 2015, near Hama, Syria, via self-report.", "An airstrike hit two men."],
        ["Het ging o.a. om wapens t.w.v. 2,2 miljard, d.w.z. bijv. raketten.", "Dat was nr. 3."],
        ["He said: “We did nothing.”", "“You did.”", "(They had.)", "Then it ended."],
        ["The raid ended in the U.S.", "The army left."],
        ["Forces hit Raqqa [...] and Hama.", "Nobody died."],
        ["Is that so?", "Yes!", "Twelve people died..."],
        ["1. The first strike hit a house.", "2. The second hit a car."],
        ["They fled.[12]", "Nobody stayed."],
        ["قتل ستة مدنيين.", "وأصيب عشرة."],
        ["Airwars’ report\u00a0is out.", "It\u00a0is long."],
    ],
)
def test_splits_where_a_reader_would(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_an_exclamation_in_mid_sentence_ends_nothing() -> None:
    assert split("Het ging om gas, aldus de minister...... ha! ha! ha! En zo meer.") == [
        "Het ging om gas, aldus de minister...... ha! ha! ha!",
        "En zo meer.",
    ]


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert split("A headline without a stop\n\nThe text of it.") == ["A headline without a stop", "The text of it."]


def test_a_wrapped_line_does_not() -> None:
    text = (
        "The ministry said that 12 people had been killed in the attack on the\n"
        "Maarat market, and that another thirty of them were in hospital. It\n"
        "did not say who had carried out the attack that was seen by all of\n"
        "Hama."
    )
    assert len(split(text)) == 2


def test_lines_that_stand_alone_do() -> None:
    assert split("Twelve killed in Hama\nA strike on a market killed twelve people.\n- four women\n- two men") == [
        "Twelve killed in Hama",
        "A strike on a market killed twelve people.",
        "- four women",
        "- two men",
    ]


@given(st.text(alphabet=st.sampled_from("ab AB.!?…\n\r\t\u00a0\"”“'’()[]1.,-:;éع"), max_size=120), st.integers(0, 20), st.integers(0, 20))
def test_spans_run_in_order_and_hold_every_sign(text: str, skip: int, drop: int) -> None:
    start, end = min(skip, len(text)), max(len(text) - drop, min(skip, len(text)))
    spans = sentences(text, start, end, RULES)
    held: set[int] = set()
    last = start
    for span in spans:
        assert last <= span.start < span.end <= end
        assert not text[span.start].isspace() and not text[span.end - 1].isspace()
        held.update(range(span.start, span.end))
        last = span.end
    assert all(at in held or text[at].isspace() for at in range(start, end))


@pytest.mark.parametrize("piece", [".", '."', "\n", "a\n", "[1].", "A. ", "?!”", "Mr. "])
def test_a_million_of_the_same_sign_is_read(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    assert len(sentences(text, 0, len(text), RULES)) <= len(text)
