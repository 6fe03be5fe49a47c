"""Ways in which assessments tell of the dead by name: added later, aged together, named after an elder, with what is unknown of them."""

from __future__ import annotations

import pytest

from kroniek.model.claim import Group, Harm
from tests.reading.test_people import find, names, victim


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Omar Haddad (44) was killed. A post by Lina Nasr added Sami Karim Odeh (30).", ["Omar Haddad", "Sami Karim Odeh"]),
        ("Omar Haddad (44) was killed. One page added the name Sami Karim Odeh to those killed.", ["Omar Haddad", "Sami Karim Odeh"]),
        ("Omar Haddad (44) was killed. Lina Nasr added Sami Odeh to the list of those killed.", ["Omar Haddad", "Sami Odeh"]),
        ("Omar Haddad (44) was killed. Lina Nasr added Sami Odeh as a friend on the page.", ["Omar Haddad"]),
        ("A post by user Karim identified Sami Karim Odeh as a victim of the strike.", ["Sami Karim Odeh"]),
        ("Twelve-year-old Sami Karim Odeh was declared dead.", ["Sami Karim Odeh"]),
        ("A 56-year-old man named Sami Odeh was found among the list of victims.", ["Sami Odeh"]),
        ("Later 41-year-old Sami Odeh was named as a further death from the strike.", ["Sami Odeh"]),
        ("Sami Odeh was killed. A page refers to Karim Odeh as a martyr, killed in an earlier war.", ["Sami Odeh"]),
    ],
)  # fmt: skip
def test_the_dead_whom_others_add(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Rima Odeh, an eleven-year-old girl, was killed.", "Rima Odeh", 11),
        ("Rima Odeh, a 33-year-old Dutch civilian woman, was killed.", "Rima Odeh", 33),
        ("Rima Odeh, a nine-year-old boy named Sami Odeh, and two others were killed.", "Rima Odeh", None),
        ("Rima Odeh was killed with two 15-year-olds, Sami Odeh and Walid Odeh.", "Walid Odeh", 15),
        ("Rima Odeh was killed with her children Sami Odeh and Lina Odeh, who were both 23.", "Sami Odeh", 23),
        ("The victims are Hala Odeh (12), Rima Odeh, 21 (daughter of Sami and Hala), and Sami Odeh.", "Rima Odeh", 21),
    ],
)
def test_ages_behind_a_name_and_for_two(text: str, name: str, age: int | None) -> None:
    assert victim(text, name).age == age


@pytest.mark.parametrize(
    "aside", ["whose age is unknown", "whose ages were not given", "who was eight months pregnant"]
)
def test_what_is_unknown_of_somebody_ends_no_list(aside: str) -> None:
    text = f"Sami Odeh was killed alongside his wife Rima Nasr {aside}, and an infant daughter Hala Odeh."
    assert names(text) == ["Sami Odeh", "Rima Nasr", "Hala Odeh"]


def test_a_life_lost_is_no_mourning() -> None:
    assert names("Sami Odeh lost his life alongside his wife Rima Nasr.") == ["Sami Odeh", "Rima Nasr"]


def test_relatives_of_one_name_are_two() -> None:
    assert names("Omar Haddad was killed alongside his nephew, 26-year-old Omar Sami Haddad.") == ["Omar Haddad", "Omar Sami Haddad"]
    old = "Hadi Odeh (84 years old) was killed alongside his son Ihsan Odeh. Ihsan's son Hadi Odeh was also killed."
    assert names(old) == ["Hadi Odeh", "Ihsan Odeh", "Hadi Odeh"]
    elder = (
        "Sami Odeh was killed with his son Walid Sami Odeh. "
        "Walid's wife was killed with their children: Sami Walid Sami Odeh and Hala Odeh."
    )
    assert names(elder) == ["Sami Odeh", "Walid Sami Odeh", "Sami Walid Sami Odeh", "Hala Odeh"]


def test_the_unborn_are_no_victims_by_name() -> None:
    assert names("Among those killed were Rima Odeh and an unborn girl Hala Odeh.") == ["Rima Odeh"]


def test_the_parents_of_a_child_are_no_children() -> None:
    found = find("Rima Odeh, an eleven-year-old girl, and her father were killed.")
    assert [relative.group for relative in found.relatives if relative.harm is Harm.KILLED] == [Group.MAN]


def test_children_are_told_by_their_brothers_and_sisters() -> None:
    assert victim("Two sisters, Hala Odeh and two-year-old Rima Odeh, were killed.", "Hala Odeh").child is True
    assert victim("A 12-year-old girl, Rima Odeh, was killed, along with her brother Sami Odeh.", "Sami Odeh").child is True
    assert victim("Omar Odeh was killed with his adult sons, 26-year-old Sami Odeh and Walid Odeh.", "Walid Odeh").child is False
    grand = "The strike on the grandfather's house also killed Rima's two sons, Sami Odeh and Walid Odeh (12)."
    assert victim(grand, "Sami Odeh").child is True


def test_lists_of_children_whose_names_a_post_gives() -> None:
    text = "Omar Haddad (61) was killed. A post identified the names of Rima’s children: Sami Odeh, 12-year-old Tasnim Odeh and Hala Odeh."
    assert names(text) == ["Omar Haddad", "Sami Odeh", "Tasnim Odeh", "Hala Odeh"]
    joined = "The strike killed Rima’s two sons, Sami Odeh and Walid Odeh (12), as well as two others, named Hala Odeh (6) and Rami."
    assert "Walid Odeh" in names(joined)


def test_a_sentence_that_calls_somebody_a_child() -> None:
    text = "Sami Odeh, Omar Odeh and Hamza Odeh were killed."
    assert victim(text, "Hamza Odeh").child is None
    assert victim(f"{text} Hamza was a young child, as posts tell.", "Hamza Odeh").child is True
    assert victim(f"{text} Hamza was a teacher of young children.", "Hamza Odeh").child is None
    assert victim(f"{text} The father of Hamza was a child of the town.", "Hamza Odeh").child is None


@pytest.mark.parametrize(
    "text",
    [
        "A paper spoke with relatives of those killed, including Anas Odeh, who explained that his uncle hosted many.",
        "No evidence of a link was found between these victims and Anas Odeh.",
    ],
)
def test_who_explains_and_who_has_no_link_is_no_victim(text: str) -> None:
    assert names(text) == []


def test_somebody_told_in_brackets_to_have_given_the_names_hides_no_victim() -> None:
    text = "From the family of Omar Odeh (father of Rima who provided the details), Omar Odeh was killed along with his wife Hala Nasr."
    assert names(text) == ["Omar Odeh", "Hala Nasr"]


def test_relatives_are_not_whose_relatives_they_are() -> None:
    found = find("Nibal Odeh was killed with her sons. Nibal's mother, whose name is unknown, was also killed.")
    assert [relative.group for relative in found.relatives if relative.harm is Harm.KILLED] == [Group.CHILD, Group.WOMAN]


def test_a_number_before_of_counts_the_relatives() -> None:
    assert [relative.count for relative in find("Nibal Odeh was killed with six of her children.").relatives] == [6]


def test_two_relatives_of_nearly_one_name_are_two() -> None:
    text = (
        "Sami Odeh was killed with his sons: Omar Odeh (33) and Muhammad Odeh. "
        "His nephew, 10-year-old Mohammad Karim Tayseer Odeh, was killed."
    )
    assert names(text) == ["Sami Odeh", "Omar Odeh", "Muhammad Odeh", "Mohammad Karim Tayseer Odeh"]
    sons = "Her other son, 57-year-old Omar Odeh, was killed. Rima's daughter Hala Odeh (4) and son Omar Rajab Odeh were killed."
    assert names(sons) == ["Omar Odeh", "Hala Odeh", "Omar Rajab Odeh"]


def test_a_trade_told_of_one_says_nothing_of_the_next() -> None:
    text = "Others, including 25-year-old Marah Odeh, who was a photographer, 27-year-old Hala Odeh and her sons, were killed."
    assert names(text) == ["Marah Odeh", "Hala Odeh"]


def test_the_wife_of_a_full_name_is_counted() -> None:
    found = find("Omar Haddad and Omar Haddad’s wife were killed.")
    assert [(relative.count, relative.group) for relative in found.relatives] == [(1, Group.WOMAN)]
    assert not find("Some of Omar Haddad’s sons and Sami Odeh were killed.").relatives


def test_a_teenager_is_a_child() -> None:
    assert victim("A teenager named Sami Odeh was killed.", "Sami Odeh").child is True
