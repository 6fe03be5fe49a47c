"""Victims that Arabic posts list by name: the names, ages and harm; nothing where there is no list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.claim import Harm
from kroniek.model.report import Document
from kroniek.reading.light.names import listed_victims
from kroniek.reading.light_load import load_light_rules
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read

RULES = load_rules()
ARABIC = load_light_rules("ar")


def told(text: str) -> list[tuple[str, int | None, Harm | None]]:
    people = read(Document(id="x", text=text, language="ar"), RULES).people.victims
    assert all(text[one.start : one.end] == one.text for one in people)
    return [(one.names["ar"], one.age, one.harm) for one in people]


def test_a_numbered_list_of_the_dead_with_ages() -> None:
    text = (
        "أسماء الشهداء جراء القصف على قرية تل نور:\n1- كريم حسن الحداد 34 عاماً\n"
        "2- رنا الحداد (8 سنوات)\n3- الطفل سامر عبد الله من سكان القرية"
    )
    assert told(text) == [
        ("كريم حسن الحداد", 34, Harm.KILLED), ("رنا الحداد", 8, Harm.KILLED), ("سامر عبد الله", None, Harm.KILLED),
    ]  # fmt: skip
    assert [one.child for one in read(Document(id="x", text=text, language="ar"), RULES).people.victims] == [False, True, None]


def test_a_list_that_lost_its_lines_and_one_in_arabic_digits() -> None:
    assert told("قصف على قرية تل نور. أسماء الجرحى:1. كريم الحداد2. رنا علي الحداد3. سامر الحداد") == [
        ("كريم الحداد", None, Harm.INJURED), ("رنا علي الحداد", None, Harm.INJURED), ("سامر الحداد", None, Harm.INJURED),
    ]  # fmt: skip
    assert told("أسماء المصابين ١- كريم الحداد ٢٠ سنة ٢- رنا الحداد العمر ٧ سنوات") == [
        ("كريم الحداد", 20, Harm.INJURED), ("رنا الحداد", 7, Harm.INJURED),
    ]  # fmt: skip


def test_a_list_with_dashes_and_signs_against_filters() -> None:
    assert told("أسماء الشـ.ـهداء في بلدة تل نور\n- كريم الحداد\n- رنا الحداد")[:1] == [("كريم الحداد", None, Harm.KILLED)]


@pytest.mark.parametrize(
    "text",
    [
        "استشهاد 3 مدنيين جراء غارة جوية على بلدة تل نور",
        "قصف قرب مشفى الشهيد كريم الحداد أدى إلى إصابة طفلين",
        "أسماء الشهداء ستنشر لاحقا بعد التوثيق، وقصف جديد على تل نور يوم 4 أيار 2019",
        "أسماء الشوارع: 1- شارع النصر الكبير 2- شارع الجلاء",
        "أسماء الشهداء - ننشرها لاحقا بعد إبلاغ الأهالي",
    ],
)
def test_nobody_where_no_victims_are_listed(text: str) -> None:
    assert told(text) == []


@given(st.lists(st.sampled_from(["أسماء", "الشهداء", "1", "2", "-", "كريم", "الحداد", "\n", "سنة", ".", "من"]), max_size=60))
def test_any_words_are_read_and_names_stand_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    found = listed_victims(text, 0, len(text), ARABIC)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [one.start for one in found] == sorted({one.start for one in found})
