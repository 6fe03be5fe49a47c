from __future__ import annotations

import pytest

from kroniek.reading.amounts import find_amounts
from kroniek.reading.lexicon import mark_words
from kroniek.reading.lexicon_load import load_lexicon
from kroniek.text.tokens import tokenise


def amounts(text: str, language: str = "en") -> list[tuple[str, object, object, str]]:
    lexicon = load_lexicon(language)
    tokens = tokenise(text)
    found = find_amounts(tokens, mark_words(tokens, lexicon), lexicon, ())
    return [(text[tokens[one.first].start : tokens[one.last].end], one.low, one.high, one.bound.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 433 civilians", ("at least 433", 433, None, "at_least")),
        ("no fewer than twelve people", ("no fewer than twelve", 12, None, "at_least")),
        ("more than 100 fighters", ("more than 100", 100, None, "more_than")),
        ("over 60 troops", ("over 60", 60, None, "more_than")),
        ("up to 14 people", ("up to 14", None, 14, "at_most")),
        ("some 2,000 fighters", ("some 2,000", 2000, 2000, "about")),
        ("around 180 militants", ("around 180", 180, 180, "about")),
        ("nearly 50 people", ("nearly 50", 50, 50, "about")),
        ("a record 5,775 bombs", ("5,775", 5775, 5775, "exact")),
        ("12 or more people", ("12 or more", 12, None, "at_least")),
        ("between 6 and 9 people", ("between 6 and 9", 6, 9, "range")),
        ("from six to 14 others", ("from six to 14", 6, 14, "range")),
        ("two or three men", ("two or three", 2, 3, "range")),
        ("two hundred and fifty men", ("two hundred and fifty", 250, 250, "exact")),
        ("a dozen people", ("a dozen", 12, 12, "exact")),
        ("two dozen people", ("two dozen", 24, 24, "exact")),
        ("half a million people", ("half a million", 500_000, 500_000, "exact")),
        ("$584 million", ("$584 million", 584_000_000, 584_000_000, "exact")),
        ("2.2 billion dollars", ("2.2 billion dollars", 2_200_000_000, 2_200_000_000, "exact")),
        ("dozens of people", ("dozens of", None, None, "vague")),
        ("several civilians", ("several", None, None, "vague")),
        ("75 percent", ("75 percent", 75, 75, "exact")),
    ],
)
def test_english_amounts(text: str, expected: tuple[str, object, object, str]) -> None:
    assert amounts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("minstens 433 burgers", ("minstens 433", 433, None, "at_least")),
        ("zeker zeventig doden", ("zeker zeventig", 70, None, "at_least")),
        ("meer dan 100 strijders", ("meer dan 100", 100, None, "more_than")),
        ("ruim tweehonderd mensen", ("ruim tweehonderd", 200, None, "more_than")),
        ("dik 20.000 mensen", ("dik 20.000", 20_000, None, "more_than")),
        ("zo'n 30 mensen", ("zo'n 30", 30, 30, "about")),
        ("zo’n 30 mensen", ("zo’n 30", 30, 30, "about")),
        ("maar liefst 92 mensen", ("92", 92, 92, "exact")),
        ("tot 50 gewonden", ("tot 50", None, 50, "at_most")),
        ("het liep op tot 12", ("12", 12, 12, "exact")),
        ("10.000 tot dik 20.000 doden", ("10.000 tot dik 20.000", 10_000, 20_000, "range")),
        ("tussen de 12 en 14 mensen", ("tussen de 12 en 14", 12, 14, "range")),
        ("2,2 miljard dollar", ("2,2 miljard dollar", 2_200_000_000, 2_200_000_000, "exact")),
        ("1,484 miljard dollar", ("1,484 miljard dollar", 1_484_000_000, 1_484_000_000, "exact")),
        ("tientallen burgers", ("tientallen", None, None, "vague")),
        ("een handvol strijders", ("een handvol", None, None, "vague")),
    ],
)
def test_dutch_amounts(text: str, expected: tuple[str, object, object, str]) -> None:
    assert amounts(text, "nl") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a 22-year-old student",
        "Ali Hassan (24) was there",
        "aged 24",
        "an F-16 and a GBU-39 and an S-300",
        "on the 7th floor",
        "a four-storey house",
        "they won 2-1",
        "Block 7 of the camp",
        "resolution No. 2254",
        "@user19 wrote",
        "https://example.org/2023/11/5 says",
        "at 12:58",
        "grid 37SEV017790",
        "a 155 mm shell",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    from kroniek.reading.exclusions import masked_spans

    lexicon = load_lexicon("en")
    tokens = tokenise(text)
    masked = masked_spans(text, 0, len(text))
    closed = {index for index, token in enumerate(tokens) if any(start <= token.start < end for start, end in masked)}
    assert find_amounts(tokens, mark_words(tokens, lexicon), lexicon, closed) == []


@pytest.mark.parametrize("text", ["een 34-jarige man", "de 5 jaar oude Ali", "blok 7"])
def test_dutch_ages_and_labels_are_no_figures(text: str) -> None:
    assert amounts(text, "nl") == []


def test_a_malformed_number_keeps_its_words_and_has_no_value() -> None:
    lexicon = load_lexicon("en")
    tokens = tokenise("as many as 20,0000 civilians")
    (amount,) = find_amounts(tokens, mark_words(tokens, lexicon), lexicon, ())
    assert amount.malformed and amount.low is None and amount.high is None
