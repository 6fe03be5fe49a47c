from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.errors import RulesError
from kroniek.model.claim import Group, Harm, Victim
from kroniek.model.span import Span
from kroniek.reading.context_load import load_sentence_rules
from kroniek.reading.passage import Passage
from kroniek.reading.people import PeopleFound, find_people
from kroniek.reading.people.identity import name_key, same_person, skeleton
from kroniek.reading.people_load import given_names, load_given_names, load_people_rules, people_rules
from kroniek.reading.sentences import sentences
from kroniek.text.tokens import tokenise
from tests.reading.passages import passages

RULES = {language: load_people_rules(language) for language in ("en", "nl")}


def find(text: str, language: str = "en") -> PeopleFound:
    return find_people(passages(text, language), RULES)


def names(text: str, language: str = "en", harm: Harm = Harm.KILLED) -> list[str]:
    return [victim.text for victim in find(text, language).victims if victim.harm is harm]


def victim(text: str, name: str, language: str = "en") -> Victim:
    return next(victim for victim in find(text, language).victims if victim.text == name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The victims were named as 21-year-old Karam Kamal Nasr and 30-year-old Saleh Akram.", ["Karam Kamal Nasr", "Saleh Akram"]),
        ("Omar Haddad (24 years old), a member of the rowing club, was killed.", ["Omar Haddad"]),
        ("The strike killed Omar Haddad and his wife Mona Haddad.", ["Omar Haddad", "Mona Haddad"]),
        ("Among the dead were Omar Haddad, Mona Haddad and Lina Sabbagh.", ["Omar Haddad", "Mona Haddad", "Lina Sabbagh"]),
        ("The attack took the lives of Omar Haddad and Sami Nassar.", ["Omar Haddad", "Sami Nassar"]),
        ("His cousin mourned the death of Omar Haddad.", ["Omar Haddad"]),
        ("A nurse, Rima Khoury, was among those killed.", ["Rima Khoury"]),
        ("Omar Haddad was also reportedly killed, as was Sami Nassar.", ["Omar Haddad", "Sami Nassar"]),
        ("Omar Haddad was killed alongside his four sons Walid (50), Ihsan, Osama (47) and Saeed.",
         ["Omar Haddad", "Walid", "Ihsan", "Osama", "Saeed"]),
        ("The dead were identified as: Omar Haddad, 62; Mona Haddad, 60; and Lina Sabbagh, 9.",
         ["Omar Haddad", "Mona Haddad", "Lina Sabbagh"]),
        ("Posts gave the names of those killed: Omar Haddad (20), Mona Haddad and her children: Sami, and Lina – the third was not named.",
         ["Omar Haddad", "Mona Haddad", "Sami", "Lina"]),
        ("Omar Haddad and his sons – 28-year old Sami Haddad, and 21-year old Walid Haddad – were all killed.",
         ["Omar Haddad", "Sami Haddad", "Walid Haddad"]),
        ("Omar Haddad and his wife, referred to only as Umm Sami, were killed.", ["Omar Haddad"]),
        ("38-year-old Omar Haddad, described as “a fine teacher” at the school, was killed.", ["Omar Haddad"]),
        ("His post listed 26-year-old son Omar Haddad and 18-year-old daughter Mona Haddad among those reported to have died.",
         ["Omar Haddad", "Mona Haddad"]),
        ("Reports identified Omar Haddad and his two sons, Sami Haddad and Walid Haddad as killed in the strike.",
         ["Omar Haddad", "Sami Haddad", "Walid Haddad"]),
        ("Omar Haddad was killed with his wife 33-year-old Mona Haddad and their children, who were not named by the sources.",
         ["Omar Haddad", "Mona Haddad"]),
        ("Two others, a 40-year-old man named Omar Haddad and a 38-year-old relative called Mona Haddad, were also killed.",
         ["Omar Haddad", "Mona Haddad"]),
        ("Their aunts, Mona Haddad (63) and Lina Haddad (54), had been killed.", ["Mona Haddad", "Lina Haddad"]),
    ],
)  # fmt: skip
def test_names_of_the_dead(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Facebook user Sami Nassar wrote that ten people were killed.",
        "Sami Nassar shared a photo of those killed in the strike.",
        "Ten people were killed, according to Sami Nassar.",
        "Ten people were killed in the house of Sami Nassar.",
        "Ten people were killed, including a brother of Sami Nassar.",
        "Sami Nassar survived but four people were killed.",
        "Sami Nassar was not killed in the strike.",
        "Sami Nassar lost his wife.",
        "The strike killed ten members of the Al Nassar family near Red Hill Hospital.",
        "Sami Nassar mourned ten people.",
        "Sami Nassar opened a bakery in the town.",
        "Sami Nassar was either injured or killed.",
    ],
)
def test_who_tells_mourns_or_survives_is_no_victim(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Onder de doden is de 34-jarige Samir Haddad.", ["Samir Haddad"]),
        ("Jan de Vries (45) kwam om.", ["Jan de Vries"]),
        ("Mona Saleh werd bij de luchtaanval op de markt gedood, samen met haar dochter Lina Saleh (8).", ["Mona Saleh", "Lina Saleh"]),
        ("De aanval doodde Ali Hassan Omar en zijn broer Karim Omar.", ["Ali Hassan Omar", "Karim Omar"]),
        ("De slachtoffers zijn Jan de Vries en Piet Jansen.", ["Jan de Vries", "Piet Jansen"]),
        ("Volgens Jan de Vries kwamen tien mensen om.", []),
        ("Karim Said overleefde de aanval waarbij tien mensen omkwamen.", []),
    ],
)
def test_names_of_the_dead_in_dutch(text: str, wanted: list[str]) -> None:
    assert names(text, "nl") == wanted


def test_the_injured_are_kept_apart() -> None:
    text = "Omar Haddad was killed and Sami Nassar was injured."
    assert names(text) == ["Omar Haddad"]
    assert names(text, harm=Harm.INJURED) == ["Sami Nassar"]
    assert names("Piet Jansen raakte gewond.", "nl", Harm.INJURED) == ["Piet Jansen"]


def test_age_gender_child_and_occupation() -> None:
    text = "The strike killed 34-year-old journalist Omar Haddad, his daughter Lina Haddad (9) and his wife Mona Haddad."
    omar, lina, mona = (victim(text, name) for name in ("Omar Haddad", "Lina Haddad", "Mona Haddad"))
    assert (omar.age, omar.gender, omar.child, omar.occupation) == (34, "male", False, "journalist")
    assert (lina.age, lina.gender, lina.child) == (9, "female", True)
    assert (mona.age, mona.gender, mona.child) == (None, "female", False)
    assert victim("The strike killed 18-month-old Adam Haddad.", "Adam Haddad").age == 1
    assert victim("The strike killed twenty-two-year-old Adam Haddad.", "Adam Haddad").age == 22
    assert victim("The strike killed the child Adam Haddad.", "Adam Haddad").child is True


def test_each_person_counts_once_however_spelt() -> None:
    text = "Mohammed Omar Haddad (24) was killed. The death of Muhammad Haddad was mourned. Mohamed Haddad was killed."
    assert names(text) == ["Mohammed Omar Haddad"]
    assert names("Omar Haddad (Abu Sami) was killed.") == ["Omar Haddad"]
    assert names("Omar Haddad, 61, was killed. His grandson Omar Haddad, 7, was also killed.") == ["Omar Haddad", "Omar Haddad"]


def test_relatives_without_a_name_are_counted() -> None:
    found = find("Omar Haddad, his wife and three daughters were killed.")
    assert [(relative.count, relative.group) for relative in found.relatives] == [(1, Group.WOMAN), (3, Group.CHILD)]
    assert found.count(Harm.KILLED) == 5
    assert find("Omar Haddad, his wife and her infant son were killed.").count_group(Harm.KILLED, Group.CHILD) == 1
    plural = find("Omar Haddad was killed along with his children.")
    assert [relative.count for relative in plural.relatives] == [None]
    assert plural.count(Harm.KILLED) == 1


def test_relatives_named_elsewhere_are_not_counted_again() -> None:
    text = "Omar Haddad, his wife and two sons were killed. His wife Mona Haddad and their sons Sami Haddad and Adam Haddad were killed."
    assert find(text).count(Harm.KILLED) == 4


def test_places_that_the_caller_knows_are_no_people() -> None:
    text = "The strike killed Omar Haddad and destroyed Beit Salam."
    at = text.index("Beit Salam")
    rules = {"en": RULES["en"]}
    assert len(find_people(passages("Ten were killed in Beit Salam, Omar Haddad was killed."), rules).victims) == 1
    found = find_people(passages(text), rules, excluded=[Span(at, at + len("Beit Salam"))])
    assert [victim.text for victim in found.victims] == ["Omar Haddad"]


def test_a_sentence_may_end_in_a_bracket() -> None:
    assert names("Killed in the strike were Omar Haddad (24) and Mona Haddad (22)") == ["Omar Haddad", "Mona Haddad"]


def test_names_with_ages_in_a_row_are_a_list_of_victims() -> None:
    text = "Ten people were killed. Omar Haddad (41), Mona Haddad (38) and Lina Haddad (9) were from the old town."
    assert names(text) == ["Omar Haddad", "Mona Haddad", "Lina Haddad"]
    assert names("Ten people were killed. Omar Haddad (41) and Mona Haddad (38) were injured.") == []


def test_a_language_without_rules_is_passed_over() -> None:
    assert find_people(passages("The strike killed Omar Haddad.", "xx"), RULES) == PeopleFound()


@pytest.mark.parametrize(("one", "other"), [("Mohammed", "Muhammad"), ("Tariq", "Tareq"), ("Yousef", "Yusuf"), ("Khaled", "Khalid")])
def test_spellings_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_names_that_differ_stay_apart() -> None:
    def alike(one: str, other: str) -> bool:
        return same_person(name_key(one, RULES["en"]), name_key(other, RULES["en"]))

    assert alike("Sheikh Omar Ali Haddad", "Omar al-Haddad")
    assert not alike("Omar Haddad", "Mona Haddad")
    assert not alike("Sami Omar Haddad", "Sami Karim Nassar")
    assert not same_person((), ("a",))


WORDS = ["Omar", "Haddad", "al", "-", "Abu", "Mona", "(", ")", "24", "years", "old", "was", "were", "killed", "injured", ",", "and", "his",
         "wife", "three", "sons", "the", "death", "of", ".", "year", "“", "”", ":", "’s", "@x", "said", "survived"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_victims_stand_in_the_text_in_order_and_only_once(text: str) -> None:
    found = find(text)
    for victim in found.victims:
        assert text[victim.start : victim.end] == victim.text != ""
        assert victim.age is None or 0 <= victim.age <= 115
    for relative in found.relatives:
        assert 0 <= relative.start < relative.end <= len(text)
    starts = [victim.start for victim in found.victims]
    assert starts == sorted(set(starts))
    assert find(text) == found


def test_rules_with_a_wrong_list_are_refused_by_name() -> None:
    with pytest.raises(RulesError, match="kin"):
        people_rules({name: {"source": "x", "words": []} for name in RULES["en"].words}, "en")
    with pytest.raises(RulesError, match="xx"):
        load_people_rules("xx")


@pytest.mark.shared
def test_named_victims_rarely_exceed_what_researchers_counted(shared: Path) -> None:
    rules, over, counted = load_sentence_rules(), 0, 0
    for line in (shared / "dev" / "narratives_gaza.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["killed_max"] is None:
            continue
        text = row["narrative"]
        cut = [Passage(text, s.start, s.end, tuple(tokenise(text, s.start, s.end)), (), "en") for s in sentences(text, 0, len(text), rules)]
        counted += 1
        over += find_people(cut, RULES).count(Harm.KILLED) > row["killed_max"]
    assert counted > 300
    assert over / counted < 0.04


def groups(text: str, language: str = "en") -> tuple[int, int, int]:
    """How many children, women and men are killed."""
    found = find(text, language)
    child, woman, man = (found.count_group(Harm.KILLED, group) for group in (Group.CHILD, Group.WOMAN, Group.MAN))
    return child, woman, man


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Omar Haddad and Mona Haddad were killed.", (0, 1, 1)),  # no age: adults
        ("Omar Haddad, 41, was killed alongside his three sons, Sami Haddad, Adam Haddad and Karim Haddad.", (3, 0, 1)),
        ("Omar Haddad, 71, was killed alongside his sons Sami Haddad and Adam Haddad.", (0, 0, 3)),
        ("Omar Haddad was killed with his sons Sami Haddad (31) and Adam Haddad.", (0, 0, 3)),
        ("Omar Haddad was killed with his son Sami Haddad (31) and his grandson Adam Haddad.", (1, 0, 2)),
        ("The strike killed two girls, Lina Haddad and Sara Haddad.", (2, 0, 0)),
        ("Two men from the town, named Xanto Haddad and Yorvi Haddad, were killed.", (0, 0, 2)),
        ("The girls who were killed in the strike: Lina Haddad and Sara Nassar.", (2, 0, 0)),
        ("A 13-year-old boy named Xanto Haddad and a 30-year-old woman named Yorvi Haddad were killed.", (1, 1, 0)),
        ("Xanto Haddad and her young daughter Lina Haddad were killed.", (1, 1, 0)),
        ("Umm Xanto Haddad and Abu Yorvi Nassar were killed.", (0, 1, 1)),
        ("Nour al-Din Haddad and Nour al-Huda Haddad were killed.", (0, 1, 1)),
        ("Omar Haddad was killed along with his sister-in-law Xanto Haddad.", (0, 1, 1)),
        ("Omar Haddad, his wife, Mona Haddad, and their children: Sami Haddad, Lina Haddad and Adam Haddad were killed.", (3, 1, 1)),
    ],
)
def test_children_women_and_men_by_name(text: str, wanted: tuple[int, int, int]) -> None:
    assert groups(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Omar Haddad (41) en zijn vrouw Mona Haddad kwamen om.", (0, 1, 1)),
        ("De aanval doodde Omar Haddad en zijn kleinzoon Karim Haddad.", (1, 0, 1)),
        ("Onder de doden zijn de 9-jarige Lina Haddad en de 34-jarige Sanne de Vries.", (1, 1, 0)),
    ],
)
def test_children_women_and_men_by_name_in_dutch(text: str, wanted: tuple[int, int, int]) -> None:
    assert groups(text, "nl") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten were killed. The men, all drivers, were named as Omar Haddad, Sami Nassar and Adam Khoury.",
         ["Omar Haddad", "Sami Nassar", "Adam Khoury"]),
        ("Two people were killed and six were injured in the old town on Sunday: Omar Haddad and his son Sami Haddad.",
         ["Omar Haddad", "Sami Haddad"]),
        ("The town identified Omar Haddad and Sami Nassar as among those killed.", ["Omar Haddad", "Sami Nassar"]),
        ("Omar Haddad, who was a baker in the old town, was killed.", ["Omar Haddad"]),
        ("Omar Haddad was 51 years old and was killed.", ["Omar Haddad"]),
        ("Ten were killed. 34-year-old Omar Haddad was remembered by his friends.", ["Omar Haddad"]),
        ("Four were killed, as were two of their daughters, Lina Haddad and Mona Haddad.", ["Lina Haddad", "Mona Haddad"]),
        ("Omar Muslim Haddad was killed.", ["Omar Muslim Haddad"]),
        ("Zainab Omar Haddad “Umm Sami” and Mona Haddad were killed.", ["Zainab Omar Haddad", "Mona Haddad"]),
        ("The strike killed Omar Haddad, a lecturer at the academy in the old town, and his son, Sami Haddad.",
         ["Omar Haddad", "Sami Haddad"]),
    ],
)  # fmt: skip
def test_more_ways_to_name_the_dead(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_pronouns_after_a_name_tell_the_gender() -> None:
    assert groups("Xanto Haddad was killed. She was a baker and her friends remember her.") == (0, 1, 0)
    assert groups("Yorvi Nassar was killed on his way to work.") == (0, 0, 1)
    assert groups("Yorvi Nassar and Xanto Haddad were killed. He was a baker.") == (0, 0, 0)


def test_a_relative_of_a_person_has_the_age_told_before() -> None:
    found = find("The 12-year-old son of the baker Omar Haddad, Xanto Haddad, was killed.")
    assert [(each.text, each.age, each.gender) for each in found.victims] == [("Xanto Haddad", 12, "male")]


def test_brothers_of_like_names_are_different_people() -> None:
    text = "The strike killed three brothers Mohammed Haddad, Mahmoud Haddad and Ahmed Haddad, and Samir Nassar and Samira Nassar."
    assert len(names(text)) == 5
    again = "Mahmoud Haddad was killed. Mohammed Haddad was killed. Muhammad Haddad was killed."
    assert names(again) == ["Mahmoud Haddad", "Mohammed Haddad"]


def test_an_age_belongs_to_its_own_name() -> None:
    text = "The dead were identified as Omar Haddad, a nine-year-old boy named Sami Nassar and Adam Khoury, just over two-years-old."
    ages = {each.text: each.age for each in find(text).victims}
    assert ages == {"Omar Haddad": None, "Sami Nassar": 9, "Adam Khoury": 2}


def test_a_trade_behind_a_name_tells_an_adult_and_row_numbers_no_age() -> None:
    text = "The strike killed Omar Haddad and his son Sami Haddad, an engineer, on the road."
    assert (victim(text, "Sami Haddad").occupation, victim(text, "Sami Haddad").child) == ("engineer", False)
    rows = find("Those killed were: 1) Omar Haddad, 2) Sami Nassar, 3) Adam Khoury.").victims
    assert [each.age for each in rows] == [None, None, None]


def test_those_who_tell_after_a_list_are_no_victims() -> None:
    text = "Ten people were killed, with Sami Nassar and Adam Khoury offering condolences."
    assert names(text) == []
    assert names("Those who posted lists of the people killed included: Omar Haddad, Sami Nassar and Adam Khoury.") == []


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mohammed", "male"), ("Mouhammad", "male"), ("Yousuf", "male"), ("Amira", "female"), ("Ameera", "female"), ("Amir", "male"),
        ("Oksana", "female"), ("Serhii", "male"), ("Marieke", "female"), ("Fadumo", "female"), ("Zohra", "female"), ("Nour", None),
        ("Alaa", None), ("Xanto", None),
    ],
)  # fmt: skip
def test_given_names_tell_gender_in_any_spelling(name: str, gender: str | None) -> None:
    assert load_given_names().gender(name) == gender


def test_a_list_of_given_names_with_a_fault_is_refused_by_its_line() -> None:
    with pytest.raises(RulesError, match="line 3"):
        given_names("name,gender,source\nomar,male,x\nmona,woman,x\n")


_WORDS = ["Omar", "Mona", "and", "his", "sons", ",", ":", "(7)", "killed", "were", "who", "“", "was", "as", "named"]


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    found = find(" ".join(words) + ".")
    assert found.count(Harm.KILLED) <= len(words)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Omar Samir Ramadan Haddad", "Omar Hani Ramadan Haddad", False),
        ("Omar Walid Omar Haddad", "Omar Omar Walid Haddad", False),
        ("Omar Samir Ramadan Haddad", "Omar Samir Haddad", True),
        ("Omar Samir Ramadan Haddad", "Omar Ramadan Haddad", True),
        ("Omar Abdelmajid Haddad", "Omar Abdul Majeed Haddad", True),
    ],
)
def test_a_father_s_name_tells_namesakes_apart(one: str, other: str, same: bool) -> None:
    assert same_person(name_key(one, RULES["en"]), name_key(other, RULES["en"])) is same


def test_who_has_children_beside_them_is_no_child() -> None:
    found = find("The strike killed a mother of six children, Mona Haddad, and two sons, Sami Haddad and Omar Haddad.")
    assert [victim.child for victim in found.victims] == [False, True, True]
    relatives = find("Omar Haddad was killed, along with his three children, his mother, and his brother.").relatives
    assert [relative.group for relative in relatives] == [Group.CHILD, Group.WOMAN, Group.MAN]


def test_age_and_kin_before_a_name_that_is_called() -> None:
    found = victim("An eight-year-old girl called Lina Haddad was killed.", "Lina Haddad")
    assert (found.age, found.child, found.gender) == (8, True, "female")
    told = victim("A nine-year-old boy, a relative of the doctor, named Omar Haddad was also killed.", "Omar Haddad")
    assert (told.age, told.child) == (9, True)


def test_a_daughter_is_not_taken_for_a_wife_without_a_name() -> None:
    found = find("Omar Haddad was killed alongside Sami's wife and their child: a 23-year-old daughter named Lina Haddad.")
    assert [relative.group for relative in found.relatives] == [Group.WOMAN]


def test_a_sentence_without_a_verb_goes_on_with_the_dead() -> None:
    text = "Omar Haddad was killed. His wife Mona Haddad, their son Sami Haddad, and their neighbour Walid Nassar."
    assert names(text) == ["Omar Haddad", "Mona Haddad", "Sami Haddad", "Walid Nassar"]


def test_injured_victims_are_not_the_dead() -> None:
    text = "Five people were hit. Two of the injured victims were identified as: 52-year-old Omar Haddad and 50-year-old Sami Nassar."
    assert names(text) == []
    assert names(text, harm=Harm.INJURED) == ["Omar Haddad", "Sami Nassar"]


def test_small_siblings_of_a_small_child_are_children() -> None:
    assert victim("One-year-old Sami Haddad and his brother Omar Haddad were killed.", "Omar Haddad").child is True
    assert victim("30-year-old Sami Haddad and his brother Omar Haddad were killed.", "Omar Haddad").child is not True


def test_a_woman_s_name_with_allah() -> None:
    assert victim("Menna Allah Haddad was killed.", "Menna Allah Haddad").gender == "female"


@pytest.mark.parametrize(("name", "gender"), [("Radwa", "female"), ("Ghazwan", "male"), ("Nabawiya", "female"), ("Abdelraouf", "male")])
def test_less_common_given_names_tell_the_gender(name: str, gender: str) -> None:
    assert load_given_names().gender(name) == gender


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Sami Haddad was killed with his brother Fadi Haddad, who was only 26 years old.", "Fadi Haddad", 26),
        ("Sami Haddad was killed with his sister Maryam Haddad, who was 8.", "Maryam Haddad", 8),
        ("Sami Haddad was killed in the strike, aged 22.", "Sami Haddad", 22),
        ("The dead are Shaima Haddad (less than a year old, female) and Fawzi Haddad (37 years old, male).", "Shaima Haddad", 0),
        ("Mona Haddad, who was eight months pregnant, was killed.", "Mona Haddad", None),
    ],
)
def test_an_age_told_in_the_rest_of_the_clause(text: str, name: str, age: int | None) -> None:
    assert victim(text, name).age == age


@pytest.mark.parametrize(
    ("text", "children", "adults"),
    [
        ("Among the dead were two young sisters, Salma Haddad and Siwar Haddad.", ["Salma Haddad", "Siwar Haddad"], []),
        ("Hamed Haddad was killed alongside two granddaughters (children), Tala Nasr and Layan Nasr.",
         ["Tala Nasr", "Layan Nasr"], ["Hamed Haddad"]),
        ("Among the victims were three children of the Nasr family: Farah Nasr, Hala Nasr, and Khalil Nasr.",
         ["Farah Nasr", "Hala Nasr", "Khalil Nasr"], []),
        ("Two children of the Nasr family, Yazan Nasr and Tala Nasr, were killed.", ["Yazan Nasr", "Tala Nasr"], []),
        ("Two young brothers, two-year-old Omar Nasr and Sami Nasr, were killed.", ["Omar Nasr", "Sami Nasr"], []),
        ("Mona’s daughter Hoda Nasr was also killed with her husband Ahmed Odeh.", [], ["Hoda Nasr", "Ahmed Odeh"]),
    ],
)  # fmt: skip
def test_children_by_the_words_beside_their_names(text: str, children: list[str], adults: list[str]) -> None:
    found = find(text).victims
    assert [each.text for each in found if each.child] == children
    assert [each.text for each in found if not each.child] == adults


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A nurse, Omar Haddad (54 years old), reportedly killed in the strike, was described as kind.", ["Omar Haddad"]),
        ("Umm Sami is the mother of a one-year-old girl called Lina Nasr, who was killed in the strike.", ["Lina Nasr"]),
        ("He is the widower of Rima Nasr, who was killed in another war.", []),
        ("Omar Haddad was severely wounded and later died in hospital.", ["Omar Haddad"]),
        ("Omar Haddad died in the bombardment and was remembered by his friends.", ["Omar Haddad"]),
        ("A neighbour, Omar Haddad, was also reportedly killed.", ["Omar Haddad"]),
        ("A driver, Omar Haddad, initially reported missing by some, was also killed in the attack.", ["Omar Haddad"]),
        ("Omar Haddad was another named victim of the strike.", ["Omar Haddad"]),
        ("Sami Odeh was killed, as was the child of Omar Nasr, 14-year-old Fathi Nasr.", ["Sami Odeh", "Fathi Nasr"]),
        ("The raid also killed the husband of Hana Nasr, Saleh Mahmoud Odeh.", ["Saleh Mahmoud Odeh"]),
        ("The names of three victims were identified. This included Omar Haddad, his wife Mona Haddad and Rima Nasr.",
         ["Omar Haddad", "Mona Haddad", "Rima Nasr"]),
        ("Omar Haddad was killed during the alleged strike, along with their two children: Hani Haddad (son), Jana Haddad (daughter).",
         ["Omar Haddad", "Hani Haddad", "Jana Haddad"]),
        ("Azmi Sami Haddad was killed. Essam Sami Haddad was killed as well.", ["Azmi Sami Haddad", "Essam Sami Haddad"]),
        ("Mona Nasr was killed with her small sons, Hamza Nasr and Omar Nasr. A 34-year-old man, Omar Walid Nasr, was killed.",
         ["Mona Nasr", "Hamza Nasr", "Omar Nasr", "Omar Walid Nasr"]),
    ],
)  # fmt: skip
def test_who_is_told_killed_and_who_is_somebody_else(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_an_infant_daughter_is_one_relative() -> None:
    told = find("Khaled Haddad was killed along with his infant daughter.").relatives
    assert [(each.count, each.group) for each in told] == [(1, Group.CHILD)]


def test_two_relatives_told_before_two_names_are_paired_off() -> None:
    text = "Rima mourned the loss of her father and mother, Hassan Odeh and his 56-year-old wife Maryam Nasr, who were killed."
    assert [(each.text, each.gender) for each in find(text).victims] == [("Hassan Odeh", "male"), ("Maryam Nasr", "female")]
    text = "A mother and son, 55-year-old Wafa Odeh and 24-year-old Nour Nasr, were killed."
    assert [(each.text, each.gender) for each in find(text).victims] == [("Wafa Odeh", "female"), ("Nour Nasr", "male")]


def test_whose_family_is_told_elsewhere_is_grown_up() -> None:
    sons = "Rima Odeh was killed with her sons Hani Odeh and Sami Odeh."
    assert victim(sons, "Hani Odeh").child is True
    assert victim(f"{sons} Hani’s wife, Lina Nasr, was killed too.", "Hani Odeh").child is False
    assert victim(f"{sons} The two daughters of Hani Odeh survived.", "Hani Odeh").child is False
    assert victim(f"{sons} Hani’s wife, Lina Nasr, was killed too.", "Sami Odeh").child is None  # nor is his brother certain to be a child
    assert victim(f"{sons} Karim’s wife, Lina Nasr, was killed too.", "Hani Odeh").child is True


def test_a_family_told_of_a_grown_namesake_leaves_the_child_a_child() -> None:
    text = "Rima Odeh was killed with her son Hani Odeh. Her brother, 41-year-old Hani Nasr, was killed. Hani’s wife survived."
    assert victim(text, "Hani Odeh").child is True


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dead were named as 62-year-old Zohra Muslim Odeh and 45-year-old Sami Odeh.", ["Zohra Muslim Odeh", "Sami Odeh"]),
        ("Rima Odeh was killed with her daughter, 13-year-old Al-Baraa Sami Odeh.", ["Rima Odeh", "Al-Baraa Sami Odeh"]),
        ("A neighbour – a 39-year-old man named Sami Odeh – also died in the strike.", ["Sami Odeh"]),
        ("Karim Haddad posted that 52-year-old Rima Odeh had died of her injuries.", ["Rima Odeh"]),
        ("A post further mentioned 37-year-old Rima Odeh who was killed together with her husband.", ["Rima Odeh"]),
        ("A post mentioned a 38-year-old woman named Rima Odeh and her one-year-old son Sami Odeh among the victims.",
         ["Rima Odeh", "Sami Odeh"]),
        ("Sami Odeh and his older brother were the victims of the attack.", []),
        ("Sami Odeh and his brother were among the victims of the attack.", ["Sami Odeh"]),
        ("The news came from several pages, including Gardens of life, Lina Nasr, Karim Haddad and Omar Sabbagh.", []),
        ("Sami Odeh lost his life in the strike.", ["Sami Odeh"]),
        ("He crawled to his brother Sami Odeh, saving both of their lives.", []),
    ],
)  # fmt: skip
def test_an_age_tells_who_is_spoken_of(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_list_of_kin_goes_on_over_an_article() -> None:
    text = "Rima Odeh was killed with her daughters, a 16-year-old Hala Odeh and a 23-year-old Shams Odeh."
    assert victim(text, "Shams Odeh").gender == "female"
