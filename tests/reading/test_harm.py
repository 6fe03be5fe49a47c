"""Who was killed, injured, missing: the harm rules through whole sentences."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An airstrike killed five people.", [("casualties", "killed", "person", 5, 5)]),
        ("Five people were killed in an airstrike.", [("casualties", "killed", "person", 5, 5)]),
        ("Five killed in airstrike on market", [("casualties", "killed", "person", 5, 5)]),
        ("The killing of twelve civilians by the army was denied.", [("casualties", "killed", "civilian", 12, 12)]),
        (
            "An airstrike killed five people and 20 others were injured.",
            [("casualties", "killed", "person", 5, 5), ("casualties", "injured", "person", 20, 20)],
        ),
        (
            "Shelling left at least 12 dead and 30 wounded.",
            [("casualties", "killed", "person", 12, None), ("casualties", "injured", "person", 30, 30)],
        ),
        (
            "A woman and her two children were killed.",
            [("casualties", "killed", "woman", 1, 1), ("casualties", "killed", "child", 2, 2)],
        ),
        (
            "Five people were killed and one other was injured.",
            [("casualties", "killed", "person", 5, 5), ("casualties", "injured", "person", 1, 1)],
        ),
        (
            "At least twelve members of a family that had been displaced from Idlib, among them two women, were killed.",
            [("casualties", "killed", "person", 12, None), ("casualties", "killed", "woman", 2, 2)],
        ),
        ("Another journalist was injured in the attack.", [("casualties", "injured", "journalist", 1, 1)]),
        (
            "The strike killed two children, injuring a further 28 civilians.",
            [("casualties", "killed", "child", 2, 2), ("casualties", "injured", "civilian", 28, 28)],
        ),
        (
            "The raid resulted in a number of deaths and injuries.",
            [("casualties", "killed", "person", None, None), ("casualties", "injured", "person", None, None)],
        ),
        ("The strike resulted in 14 civilian deaths.", [("casualties", "killed", "civilian", 14, 14)]),
        ("No civilians were killed.", [("casualties", "killed", "civilian", 0, 0)]),
        ("Three people are missing after the strike.", [("casualties", "missing", "person", 3, 3)]),
        ("The death toll rose to 45.", [("casualties", "killed", "person", 45, 45)]),
        ("Civilians were killed in the shelling.", [("casualties", "killed", "civilian", None, None)]),
    ],
)
def test_english_harm(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bij de aanval kwamen 12 burgers om.", [("casualties", "killed", "civilian", 12, 12)]),
        ("Twaalf burgers kwamen om het leven.", [("casualties", "killed", "civilian", 12, 12)]),
        ("Bij de beschieting lieten vijf mensen het leven.", [("casualties", "killed", "person", 5, 5)]),
        ("Er vielen vijf doden.", [("casualties", "killed", "person", 5, 5)]),
        (
            "Er vielen zeker twaalf doden en tientallen gewonden.",
            [("casualties", "killed", "person", 12, None), ("casualties", "injured", "person", None, None)],
        ),
        ("De luchtmacht doodde vier mensen.", [("casualties", "killed", "person", 4, 4)]),
        ("Door de aanval raakten dertig mensen gewond.", [("casualties", "injured", "person", 30, 30)]),
        ("Het dodental is opgelopen tot 45.", [("casualties", "killed", "person", 45, 45)]),
        (
            "Schattingen van het aantal burgerdoden lopen uiteen van 1.000 tot dik 2.000.",
            [("casualties", "killed", "civilian", 1000, 2000)],
        ),
    ],
)
def test_dutch_harm(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "nl") == expected


def test_parts_hang_on_their_whole() -> None:
    whole, women, children = claims_in("At least 22 civilians, including nine women and seven children, were killed in Raqqa.")
    assert whole.part_of is None
    assert women.part_of == children.part_of == whole.id


def test_dutch_parts_hang_on_their_whole() -> None:
    whole, children, injured = claims_in(
        "Bij de aanval zijn twaalf burgers gedood, onder wie drie kinderen, en raakten dertig mensen gewond.", "nl"
    )
    assert children.part_of == whole.id and children.harm == whole.harm
    assert injured.part_of is None


def test_killed_and_injured_without_a_number_are_two_claims_with_one_they_are_unclear() -> None:
    assert [claim.harm for claim in claims_in("A number of people were killed and injured.")] == ["killed", "injured"]
    (both,) = claims_in("20 people were killed and injured.")
    assert both.harm == "harmed" and "harm_unclear" in both.doubts


def test_what_counts_people_without_harm_is_no_casualty() -> None:
    assert told("Some 2,000 fighters remained in the city.") == [("force", None, "combatant", 2000, 2000)]
    assert told("There were 40 people in the house.") == [("people", None, "person", 40, 40)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gewond raakten vier agenten en een vrouw.", [("injured", "person", 4), ("injured", "woman", 1)]),
        ("Omgekomen zijn een man en twee kinderen.", [("killed", "man", 1), ("killed", "child", 2)]),
        ("Gestorven is er niemand.", [("killed", "person", 0)]),
        ("Hamas doodde bij die aanval bijna 300 mensen.", [("killed", "person", 300)]),
        ("De brand kostte ook het leven aan zeven arbeiders.", [("killed", "person", 7)]),
        ("Het conflict heeft al 413 mensen het leven gekost.", [("killed", "person", 413)]),
        ("Er kwamen tien mensen om: zes mannen, drie vrouwen en een baby.", [
            ("killed", "person", 10), ("killed", "man", 6), ("killed", "woman", 3), ("killed", "child", 1),
        ]),
        ("Bij de eerste inslag kwamen drie mensen om, bij de tweede vijf.", [("killed", "person", 3), ("killed", "person", 5)]),
        ("De bond telde 44 doden, de kliniek 51, een groep zelfs 60.", [
            ("killed", "person", 44), ("killed", "person", 51), ("killed", "person", 60),
        ]),
        ("De politie pakte veertien betogers op.", [("detained", "person", 14)]),
        ("Vijf mensen waren op slag dood, een zesde bezweek.", [("killed", "person", 5), ("killed", "person", 1)]),
        ("Volgens Artsen zonder Grenzen zijn twee gewonden opgenomen.", [("injured", "person", 2)]),
        ("Dertien Houthi-strijders zijn uitgeschakeld.", [("killed", "combatant", 13)]),
        ("De familie verloor drie zonen.", [("killed", "person", 3)]),
        ("Ook de burgemeester kwam om.", [("killed", "person", 1)]),
        ("Het leger schoot twee strijders dood.", [("killed", "combatant", 2)]),
        ("Er raakten 20 mensen gewond, van wie vijf ernstig.", [("injured", "person", 20), ("injured", "person", 5)]),
        ("Onder de twee gewonden is een kind.", [("injured", "person", 2), ("injured", "child", 1)]),
        ("Het leger meldde ruim 200 'uitgeschakelde strijders'.", [("killed", "combatant", 200)]),
        ("Er werden 90 soldaten en agenten gedood.", [("killed", "combatant", 90)]),
        ("Het ministerie noemt geen aantal slachtoffers.", []),
        ("De school werd drie keer geraakt en drie mensen overleefden het niet.", [(None, None, 3), ("killed", "person", 3)]),
        ("Er staat tweeduizend man klaar.", [(None, "man", 2000)]),
    ],
)  # fmt: skip
def test_dutch_word_order_and_set_phrases(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(harm, group, low) for _, harm, group, low, _ in told(text, "nl")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rockets killed a glazier near Saraqib.", [("casualties", "killed", "person", 1, 1)]),
        ("Six glaziers died when a shell hit their van near Taiz.", [("casualties", "killed", "person", 6, 6)]),
        ("Both brothers were killed in the strike in Marib.", [("casualties", "killed", "man", 2, 2)]),
        ("Jets struck the suburbs of Beirut 11 times on Friday.", [("strikes", None, None, 11, 11)]),
        ("Seven were killed in Taiz, one resident said.", [("casualties", "killed", "person", 7, 7), ("people", None, "person", 1, 1)]),
        ("Three of the wounded succumbed to their injuries in Aleppo.", [("casualties", "killed", "person", 3, 3)]),
        ("A dozen goats were killed in the raid on Taiz.", [("other", None, None, 12, 12)]),
    ],
)
def test_people_of_no_list_pairs_and_times(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first shell killed my two sons in Aleppo.", [("casualties", "killed", "person", 2, 2)]),
        ("Three members of Hezbollah were killed in Tyre.", [("casualties", "killed", "combatant", 3, 3)]),
        ("Three members of the Haddad family were killed in Tyre.", [("casualties", "killed", "person", 3, 3)]),
        ("The agency has lost 152 staff in air raids on Gaza.", [("casualties", "killed", "person", 152, 152)]),
        ("Dead: 23. Wounded: 61.", [("casualties", "killed", "person", 23, 23), ("casualties", "injured", "person", 61, 61)]),
        ("A strike in Sumy killed an 11-year-old.", [("casualties", "killed", "child", 1, 1)]),
        ("Rescuers saved 14 people from under the rubble in Dnipro.", [("people", None, "person", 14, 14)]),
        (
            "He lost his wife and four of his five children in the raid.",
            [("casualties", "killed", "woman", 1, 1), ("casualties", "killed", "child", 4, 4), ("people", None, "child", 5, 5)],
        ),
        (
            "Police put the dead at 40 fighters. Residents named seven civilians, including three children.",
            [
                ("casualties", "killed", "combatant", 40, 40),
                ("casualties", "killed", "civilian", 7, 7),
                ("casualties", "killed", "child", 3, 3),
            ],
        ),
    ],
)
def test_as_agencies_and_local_papers_write(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A strike in Tyre killed Omar Haddad's grandson.", [("casualties", "killed", "person", 1, 1)]),
        (
            "A strike in Tyre killed the wife of a teacher, Omar Haddad, alongside their four children.",
            [("casualties", "killed", "woman", 1, 1), ("casualties", "killed", "child", 4, 4)],
        ),
        ("A driver, initially reported missing, was also likely killed in the strike.", [("casualties", "killed", "person", 1, 1)]),
        ("“Dozens” were injured in the strike.", [("casualties", "injured", "person", None, None)]),
        ("The strike led to the death of between three and six civilians.", [("casualties", "killed", "civilian", 3, 6)]),
        ("Sources do not mention any other injuries or deaths from the strike.", []),
        ("The account ‘Martyrs of Rafah’ wrote of the shelling.", []),
        ("The desk found the name on the list of fatalities of the strike.", []),
        (
            "The report said injuries were frequent after the raid, and a source raised the toll to 150.",
            [("casualties", "injured", "person", None, None), ("casualties", "injured", "person", 150, 150)],
        ),
    ],
)
def test_as_assessments_write(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [claim for claim in told(text) if claim[0] == "casualties"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bakery lost three staff to a rival in Leeds.",
        "The club released six players on Friday.",
        "The lift was stuck between floors, holding nine people for an hour.",
        "The team struck the post three times in 20 minutes.",
        "The choir buried its rivalry and sang.",
    ],
)
def test_words_of_harm_in_peaceful_use(text: str) -> None:
    assert not [claim for claim in told(text) if claim[0] in ("casualties", "strikes")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Among those killed were Omar Haddad, aged 54 (924300650), and his son, aged 13 (924300651), in the strike.",
            [],
        ),
        ("Overall, photographs of the strike show at least six people injured.", [("casualties", "injured", "person", 6, None)]),
        (
            "A number of killed and wounded were brought in after the strike.",
            [("casualties", "killed", "person", None, None), ("casualties", "injured", "person", None, None)],
        ),
    ],
)
def test_numbers_of_identity_openings_and_both_harms(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [claim for claim in told(text) if claim[0] == "casualties" and (claim[3] is None or claim[3] != 1)] == expected
