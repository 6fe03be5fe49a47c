"""Blocks: invented blogs and wire copy, the properties of offsets, and the counts of the archive."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.report import Block, Document, Voice
from kroniek.reading.blocks import split_blocks
from kroniek.reading.context_load import load_block_rules

RULES = load_block_rules()

BLOG = """March 3, 2018

A week of strikes

I read this today and it made me think about how we count the dead. There is more to it than the numbers.

As the Monitor put it:

“At least 40 people died in the strike. They were all civilians.”

I disagree with that. The figure was 30.

Strike on Hama Kills Dozens
March 1, 2018
By Jane Doe
(THE EXAMPLE POST) — Dozens of people were killed in Hama on Wednesday, a monitoring group said on Thursday.

The group's director, John Smith, said:

“We counted 30 bodies.

“There may be more.”

Photo: the market after the strike

The army denied it.

This article originally appeared on The Example Post.

* See: my earlier post.

February 2, 2018

Another title

More of my own words, and they are few, but they are mine.
"""


def blocks_of(text: str, **fields: object) -> tuple[Block, ...]:
    return split_blocks(Document(id="d", text=text, **fields), RULES)  # type: ignore[arg-type]


def test_a_blog_of_two_posts() -> None:
    blocks = blocks_of(BLOG, publisher="My Blog")
    assert [block.voice.value for block in blocks] == [
        *("headline", "author", "quotation", "author"),
        *("headline", "republished", "quotation", "caption", "republished"),
        *("author", "headline", "author"),
    ]
    assert [str(block.published) for block in blocks] == ["2018-03-03"] * 4 + ["2018-03-01"] * 5 + ["2018-03-03"] + ["2018-02-02"] * 2
    article = blocks[5]
    assert (article.publisher, article.author, article.title) == ("The Example Post", "Jane Doe", "Strike on Hama Kills Dozens")
    assert [block.parent for block in blocks] == ["b2", None, "b2", None, "b6", "b2", "b6", "b6", "b2", None, "b12", None]
    assert [block.speaker.of(BLOG) for block in blocks if block.speaker] == ["Monitor", "John Smith"]
    assert blocks[6].span.of(BLOG).endswith("more.”")


def test_a_wire_report_is_its_agencys_own_or_republished() -> None:
    text = "DAMASCUS (Reuters) - At least twelve people were killed in a strike on Tuesday, the army said."
    [own] = blocks_of(text)
    assert (own.voice, own.publisher) == (Voice.AUTHOR, "Reuters")
    [other] = blocks_of(text, publisher="The Daily Example")
    assert (other.voice, other.publisher) == (Voice.REPUBLISHED, "Reuters")


def test_a_dutch_news_report_with_its_own_headline_and_byline() -> None:
    text = "Twaalf doden bij aanval\n\nDoor: Piet de Vries\n12 maart 2016\n\nBij een aanval zijn twaalf burgers gedood.\n\nBron: ANP"
    headline, body = blocks_of(text, publisher="De Krant")
    assert (headline.voice, headline.parent, body.voice) == (Voice.HEADLINE, body.id, Voice.AUTHOR)
    assert (body.author, body.published, body.language, body.publisher) == ("Piet de Vries", date(2016, 3, 12), "nl", "De Krant")


def test_another_language_in_a_post_is_republished_until_the_author_returns() -> None:
    dutch = "Gisteren las ik op een ander blog het volgende, dat ik hier overneem, want het is te belangrijk om te laten liggen."
    english = (
        "The army said that it had killed forty fighters in the north of the country, and that none of its own soldiers were hurt. "
        "It was the third raid of the week, and residents said that more than ten of the dead were civilians."
    )
    blocks = blocks_of(f"{dutch}\n\n{english}\n\n{dutch}")
    assert [(block.voice.value, block.language) for block in blocks] == [("author", "nl"), ("republished", "en"), ("author", "nl")]


def test_a_date_in_brackets_dates_its_paragraph() -> None:
    text = "[2019-02-28] Jan. 3, 2017, near Mosul, Iraq. An airstrike killed two civilians.\n\n[2018-01-02] The report was not credible."
    blocks = blocks_of(text, language="en")
    assert [(block.start, block.published) for block in blocks] == [(13, date(2019, 2, 28)), (text.index("The report"), date(2018, 1, 2))]


@pytest.mark.parametrize(
    ("text", "quotation", "speaker"),
    [
        ('De minister zei:\n\n"We hebben niets gedaan."\n\nDat is niet waar.', '"We hebben niets gedaan."', "De minister"),
        ("According to Foreign Affairs’ coverage of it:\nThe sum was large.\n\nIt was not.", "The sum was large.", "Foreign Affairs"),
        ("Gen. John Doe led it. He stated:\n\nWe hit nobody there.”\n\nThat is all.", "We hit nobody there.”", "Gen. John Doe"),
        ("The Example Post, which has it: Seven men were hit.”\n\nThat is all.", "Seven men were hit.”", "The Example Post"),
    ],
)
def test_quotations_have_their_speaker(text: str, quotation: str, speaker: str) -> None:
    [block] = [block for block in blocks_of(text) if block.voice is Voice.QUOTATION]
    assert block.span.of(text) == quotation
    assert block.speaker is not None and speaker.endswith(block.speaker.of(text))


def test_plain_text_is_one_block_in_the_documents_name() -> None:
    text = "  A strike killed three people in the village. It was the second of the day.\n"
    [block] = blocks_of(text, publisher="P", author="A", title="T", published_day=date(2020, 1, 1))
    assert (block.start, block.end, block.voice) == (2, len(text) - 1, Voice.AUTHOR)
    assert (block.publisher, block.author, block.title, block.published) == ("P", "A", "T", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("استشهد ستة مدنيين بينهم طفلين في غارة جوية", "ar"),
        ("Шестеро людей загинули під час обстрілу міста", "uk"),
        ("Twee doden bij de aanval", "nl"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert [block.language for block in blocks_of(text, language=language if language == "nl" else None)] == [language]


def test_no_words_no_blocks() -> None:
    assert blocks_of(" \n\u00a0\n") == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "March 3, 2018",
                "3 maart 2018",
                "A Headline Without Stop",
                "By Jane Doe",
                "(AAA) — text",
                "He said:",
                "“Quoted words.”",
                "“open",
                "close.”",
                "* note",
                "Photo: x",
                "[2018-01-01] y",
                "Bron: ANP",
                "De man en de vrouw zijn met het kind op de weg naar huis.",
                "The man and the woman were on the road with the child that day.",
            ]
        ),
        max_size=16,
    )
)
def test_blocks_run_in_order_and_name_their_parents(pieces: list[str]) -> None:
    text = "".join(pieces)
    blocks = blocks_of(text)
    last = 0
    ids = {block.id for block in blocks}
    for block in blocks:
        assert last <= block.start < block.end <= len(text)
        assert block.parent is None or (block.parent in ids and block.parent != block.id)
        last = block.end
    assert blocks or not text.strip() or len(text) < 60


@pytest.mark.shared
def test_the_archive(shared: Path) -> None:
    text = (shared / "archive" / "archive.txt").read_text(encoding="utf-8")
    blocks = blocks_of(text)
    assert Counter(block.voice.value for block in blocks) == {"headline": 7, "author": 6, "republished": 11, "quotation": 7, "caption": 1}
    dates = {voice: {str(block.published) for block in blocks if block.voice is voice} for voice in Voice}
    assert dates[Voice.AUTHOR] == {"2018-02-08", "2017-10-04", "2017-09-14", "2017-06-23"}
    assert dates[Voice.QUOTATION] == {"2017-10-03", "2017-09-13", "2017-06-21"}
    languages = {voice: {block.language for block in blocks if block.voice is voice} for voice in Voice}
    assert (languages[Voice.AUTHOR], languages[Voice.REPUBLISHED]) == ({"nl"}, {"en"})
    assert [(block.start, block.end) for block in blocks if block.voice is Voice.QUOTATION] == [
        (7186, 7773),
        (8050, 8387),
        (9840, 10111),
        (13904, 14234),
        (14368, 14945),
        (16146, 16402),
        (22801, 23069),
    ]
    assert all(block.speaker is not None for block in blocks if block.voice is Voice.QUOTATION)
