"""Whose father, widow or son somebody was: the others may live, and one person told in several words is one."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "language", "group"),
    [
        ("A father of four children was killed in the strike.", "en", "man"),
        ("A mother of two young sons was killed by a shell.", "en", "woman"),
        ("The mother of two was killed.", "en", "woman"),
        ("A mother of several children was killed.", "en", "woman"),
        ("Omar Sami, a father of three daughters, was killed.", "en", "man"),
        ("On Monday Omar Sami, a father of newborn twin daughters, was killed in a strike.", "en", "man"),
        ("Een vader van vier kinderen kwam om bij de aanval.", "nl", "man"),
        ("Omar Sami, vader van drie dochters, werd gedood.", "nl", "man"),
    ],
)
def test_a_parent_is_counted_and_not_the_children(text: str, language: str, group: str) -> None:
    assert told(text, language) == [("casualties", "killed", group, 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two sons of a farmer were killed.", [("casualties", "killed", "person", 2, 2)]),
        ("A family of six people was killed.", [("casualties", "killed", "person", 6, 6)]),
        ("Five members of the family were killed, as were the wives of two brothers.", [("casualties", "killed", "person", 5, 5)]),
    ],
)
def test_who_is_told_by_others_is_still_counted(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


def test_children_of_whom_a_clause_tells_harm_are_counted() -> None:
    groups = [claim.victims.group.value for claim in claims_in("A strike killed the father of two boys who were shot.") if claim.victims]
    assert groups == ["man", "child"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A journalist and father of two, Ali Hasan, was killed in a strike.", "en"),
        ("A journalist and father of two was killed.", "en"),
        ("A young trader, a councillor and a father of twins, Ali Hasan, was killed in a strike.", "en"),
        ("Een arts en vader van twee, Ali Hasan, kwam om bij een aanval.", "nl"),
    ],
)
def test_one_person_in_several_words_is_one(text: str, language: str) -> None:
    assert [(claim.quantity.low, claim.quantity.high) for claim in claims_in(text, language)] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("A doctor, a teacher and a nurse, Sara Omar, were killed.", "en", 3),
        ("A woman and her son, Ali Hasan, were killed.", "en", 2),
        ("The dead include a teacher, Ali Hasan, and a nurse, Sara Omar.", "en", 2),
        ("Een arts, een leraar en een verpleegster, Sara Omar, kwamen om.", "nl", 3),
    ],
)
def test_several_people_before_a_name_stay_several(text: str, language: str, people: int) -> None:
    assert sum(claim.quantity.low or 0 for claim in claims_in(text, language)) == people


@pytest.mark.parametrize(
    "text",
    [
        "Yahya Samer was also killed in the strike; he has been described as both 11 or 17.",
        "Yahya Samer was killed in the strike and was listed as either 11 or 17.",
    ],
)
def test_two_ages_of_one_person_are_no_figures(text: str) -> None:
    assert [(claim.quantity.low, len(claim.people)) for claim in claims_in(text)] == [(1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The upper estimate is 150 civilians killed, accounting for local reporting that emerged after the strikes.",
        "Additional reporting such as seven unidentified bodies arriving at a hospital was not included.",
        "A minimum of nineteen civilians, at least two of whom were children, identified by name, were killed.",
    ],
)
def test_adjectives_and_amounts_speak_for_nobody(text: str) -> None:
    assert all(not claim.said_by for claim in claims_in(text))
