from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.incidents.same_people import possibly_same
from kroniek.incidents.same_people_load import load_name_rules
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read
from tests.builders import victim

RULES = load_name_rules()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad al-Hussein", "Ahmed Hussain"),
        ("Mohammed Khalil Qasim", "Muhammad Khaleel Kassem"),
        ("Yousef Shaheen", "Joesoef Sjahien"),
        ("Ahmad Hussein", "أحمد الحسين"),
        ("Mahmoud Darwish Salem", "محمود درويش سالم"),
        ("Fatima Zahra Nasser", "Fatma Nasser"),
        ("Khadija Ghanem", "خديجة غانم"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    (pair,) = possibly_same([victim(one), victim(other)], RULES)
    assert pair.score >= 0.6
    assert "words of the names have the same consonants" in pair.detail[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad Hussein", "Ahmad Salem"),
        ("Ahmad Hussein", "محمود سالم"),
        ("Layla Haddad", "Karim Haddad"),
        ("Rami Odeh", "Sami Nofal"),
    ],
)
def test_a_family_is_not_one_person(one: str, other: str) -> None:
    assert possibly_same([victim(one), victim(other)], RULES) == ()


def test_age_and_gender_speak_for_or_against() -> None:
    ahmad, ahmed = victim("Ahmad Hussein", gender="male"), victim("Ahmed Hussain", gender="male")
    (alike,) = possibly_same([replace(ahmad, age=12), replace(ahmed, age=12)], RULES)
    assert alike.detail[1:] == ("The ages told are 12 and 12.", "Both are told of as male.")
    assert possibly_same([replace(ahmad, age=12), replace(ahmed, age=48)], RULES) == ()
    assert possibly_same([ahmad, replace(ahmed, gender="female")], RULES) == ()


def test_nobody_is_merged_and_nobody_is_held_against_themselves() -> None:
    assert possibly_same([], RULES) == ()
    assert possibly_same([victim("Ahmad Hussein")], RULES) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["Ahmad Hussein", "Ahmed Hussain", "أحمد حسين", "Layla Haddad", "Leila Haddad", "!!", "د"]), max_size=6))
def test_the_order_of_people_changes_nothing(names: list[str]) -> None:
    people = [replace(victim(name), start=at, end=at + 1) for at, name in enumerate(dict.fromkeys(names))]
    forth, back = possibly_same(people, RULES), possibly_same(people[::-1], RULES)
    assert [(pair.first.text, pair.second.text, pair.score) for pair in forth] == [(p.first.text, p.second.text, p.score) for p in back]
    assert all(0.6 <= pair.score <= 1 for pair in forth)


def test_a_name_listed_in_an_arabic_post_and_one_in_an_english_report_are_proposed() -> None:
    rules = load_rules()
    post = "أسماء الشهداء في تل نور:\n1- محمد حسن الحداد\n2- سامر العلي"
    report = "An airstrike on Idlib killed two people on 4 May 2019. Among the dead was Mohammed Hassan al-Haddad, 34."
    people = [
        victim
        for id, text, language in (("ar", post, "ar"), ("en", report, "en"))
        for victim in read(Document(id=id, text=text, language=language), rules).people.victims
    ]
    (pair,) = possibly_same(people, RULES)
    assert {pair.first.text, pair.second.text} == {"محمد حسن الحداد", "Mohammed Hassan al-Haddad"}
