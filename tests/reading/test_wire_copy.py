"""Phrasings that agencies and armies use every day: "three U.S. soldiers", "200 000 people", "seven died -- four militants ..."."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three U.S. service members were killed at the base.", [("casualties", "killed", "combatant", 3, 3)]),
        ("Five U.N. peacekeepers were wounded by a mine.", [("casualties", "injured", "combatant", 5, 5)]),
        ("Three more civilians were killed in the shelling.", [("casualties", "killed", "civilian", 3, 3)]),
        ("The mayor counted 50 dead or wounded civilians.", [("casualties", "harmed", "civilian", 50, 50)]),
        ("A further 12 had suffered serious shrapnel wounds in the shelling.", [("casualties", "injured", "person", 12, 12)]),
        ("Five people were rushed to a nearby hospital after the air strike.", [("casualties", "injured", "person", 5, 5)]),
        ("None of the soldiers was injured in the ambush.", [("casualties", "injured", "combatant", 0, 0)]),
        (
            "Two of the nine soldiers were killed in the ambush.",
            [("casualties", "killed", "combatant", 2, 2), ("force", None, "combatant", 9, 9)],
        ),
        (
            "The shelling ended in the death of three citizens and the injury of another two.",
            [("casualties", "killed", "civilian", 3, 3), ("casualties", "injured", "civilian", 2, 2)],
        ),
        (
            "Seven people died -- four militants, two soldiers and a civilian -- in the gun battle.",
            [
                ("casualties", "killed", "person", 7, 7),
                ("casualties", "killed", "combatant", 4, 4),
                ("casualties", "killed", "combatant", 2, 2),
                ("casualties", "killed", "civilian", 1, 1),
            ],
        ),
        (
            "Eight people were killed (five men and three women) by the shelling.",
            [("casualties", "killed", "person", 8, 8), ("casualties", "killed", "man", 5, 5), ("casualties", "killed", "woman", 3, 3)],
        ),
        (
            "Ten children aged six to 15 and two women were killed by the bomb.",
            [("casualties", "killed", "child", 10, 10), ("casualties", "killed", "woman", 2, 2)],
        ),
        ("A 66-year-old man was killed in the shelling.", [("casualties", "killed", "man", 1, 1)]),
        (
            "Ten people were killed and dozens still missing after the raid.",
            [("casualties", "killed", "person", 10, 10), ("casualties", "missing", "person", None, None)],
        ),
        ("The bomb killed more than a dozen people under the rubble.", [("casualties", "killed", "person", 12, None)]),
        (
            "Some 1,506 civilian victims were recorded, including 549 people killed.",
            [("casualties", "harmed", "civilian", 1506, 1506), ("casualties", "killed", "person", 549, 549)],
        ),
        (
            "The raid led to the elimination of five gunmen and the apprehension of 30 others.",
            [("casualties", "killed", "combatant", 5, 5), ("casualties", "detained", "combatant", 30, 30)],
        ),
        (
            "Twenty children were killed on Sunday by bombs, with 17 more killed on Friday.",
            [("casualties", "killed", "child", 20, 20), ("casualties", "killed", "child", 17, 17)],
        ),
        ("The figure includes 60 detained migrants who died in the air raid.", [("casualties", "killed", "person", 60, 60)]),
        ("Two displaced children were killed by shells.", [("casualties", "killed", "child", 2, 2)]),
        (
            "Soldiers shot at least eight farmers, four of whom were killed.",
            [("casualties", "harmed", "person", 8, None), ("casualties", "killed", "person", 4, 4)],
        ),
        ("Soldiers shot at protesters, killing two.", [("casualties", "killed", "person", 2, 2)]),
        (
            "Four soldiers were killed and two wounded in the ambush.",
            [("casualties", "killed", "combatant", 4, 4), ("casualties", "injured", "combatant", 2, 2)],
        ),
        ("Nine children were among the casualties of the bombing.", [("casualties", "harmed", "child", 9, 9)]),
        ("The bombing killed 31 people; 12 seriously wounded people were flown out.", [
            ("casualties", "killed", "person", 31, 31), ("casualties", "injured", "person", 12, 12)]),
        ("The war led to about 500 fatalities among civilians.", [("casualties", "killed", "civilian", 500, 500)]),
        (
            "Twenty paramedics have been killed, along with two nurses, and nine drivers have been wounded by shells.",
            [
                ("casualties", "killed", "medical", 20, 20),
                ("casualties", "killed", "medical", 2, 2),
                ("casualties", "injured", "person", 9, 9),
            ],
        ),
        ("The number of wounded civilians in the besieged town rose to 14.", [("casualties", "injured", "civilian", 14, 14)]),
        ("Shelling pushed the civilian death toll to 673.", [("casualties", "killed", "civilian", 673, 673)]),
        ("Six tarrim were killed by the army.", [("casualties", "killed", "person", 6, 6)]),
        (
            "Shells hit 900 people, including 549 killed, including 41 children.",
            [("people", None, "person", 900, 900), ("casualties", "killed", "person", 549, 549), ("casualties", "killed", "child", 41, 41)],
        ),
        ("A battle left 12 people killed as the tanks met.", [("casualties", "killed", "person", 12, 12)]),
        (
            "The mission counted 142 civilian casualties (67 deaths and 75 injured) in the air raids.",
            [
                ("casualties", "harmed", "civilian", 142, 142),
                ("casualties", "killed", "civilian", 67, 67),
                ("casualties", "injured", "civilian", 75, 75),
            ],
        ),
        (
            "A dozen civilians, and possibly more than 40, were killed by shells.",
            [("casualties", "killed", "civilian", 12, 12), ("casualties", "killed", "civilian", 40, None)],
        ),
        (
            "The airstrike killed three (3) terrorists and wounded one (1) terrorist.",
            [("casualties", "killed", "combatant", 3, 3), ("casualties", "injured", "combatant", 1, 1)],
        ),
        (
            "The strike killed one terrorist and wounded another.",
            [("casualties", "killed", "combatant", 1, 1), ("casualties", "injured", "combatant", 1, 1)],
        ),
        (
            "Three people were killed, including a 16-year-old killed by a shell.",
            [("casualties", "killed", "person", 3, 3), ("casualties", "killed", "child", 1, 1)],
        ),
        ("Some 6,000 are held in the militia's detention centres.", [("casualties", "detained", "person", 6000, 6000)]),
    ],
)
def test_harm(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearly 200 000 people have fled the fighting.", [("displacement", "displaced", "person", 200_000, 200_000)]),
        ("A 13,000-strong force holds the border with tanks.", [("force", None, "person", 13_000, 13_000)]),
        ("Air defences shot down 10 out of 14 cruise missiles.", [("munitions", None, None, 10, 10), ("munitions", None, None, 14, 14)]),
        ("They fired five S-300 anti-aircraft guided missiles.", [("munitions", None, None, 5, 5)]),
        ("Police reported two suicide and gun attacks.", [("strikes", None, None, 2, 2)]),
        ("Soldiers shot down four Iranian-made drones.", [("munitions", None, None, 4, 4)]),
    ],
)
def test_other_counts(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


def test_dutch_thousands_set_apart_by_a_space() -> None:
    assert told("Zo'n 200 000 mensen zijn op de vlucht geslagen.", "nl") == [("displacement", "displaced", "person", 200_000, 200_000)]


def test_two_numbers_beside_each_other_stay_two() -> None:
    assert told("On 5 May 300 people were killed by bombs.") == [("casualties", "killed", "person", 300, 300)]


@pytest.mark.parametrize(
    "text",
    [
        "Militants killed the mayor of Sokoto.",
        "Rebels captured the town on Monday.",
        "Fighters seized a hill that overlooks the road.",
        "Soldiers executed a raid on the camp of the militia.",
        "Gunmen shot him dead in front of his house.",
        "Soldiers arrested Ivan Petrov at the border.",
    ],
)
def test_those_who_act_are_not_those_harmed(text: str) -> None:
    assert [claim for claim in told(text) if claim[1] is not None and claim[3] != 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "None of the victims were militants.",
        "There was no damage or injuries after the air strike.",
        "It was among the deadliest single incidents of the war.",
    ],
)
def test_words_that_count_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["Five people killed the day before were buried.", "Three soldiers wounded Saturday went home."])
def test_a_time_after_the_verb_is_no_object(text: str) -> None:
    assert told(text)[0][1] in ("killed", "injured")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Officials, who spoke on condition of anonymity because they may not speak to the press, said ten men were killed.", "Officials"),
        ("Olha Bondar, governor of the district that includes Balakhivka, told The AP that ten people were killed.", "Olha Bondar"),
        ("Ten people were killed when the market was bombed, officials confirm.", "officials"),
        ("A source who spoke with Airwars reported the deaths of 16 villagers in the raid.", "A source"),
        ("Ten people killed as shells hit market: U.N.", "United Nations"),
        ("The ministry spoke of an ambush, adding nine soldiers were killed.", "ministry"),
    ],
)
def test_who_says_so(text: str, origin: str) -> None:
    (claim,) = [claim for claim in claims_in(text) if claim.harm is not None]
    assert claim.said_by and origin in (claim.said_by[-1].name or claim.said_by[-1].text)


@pytest.mark.parametrize("text", ["Police apprehended 24 suspects.", "The toll from two gun attacks on the base rose to 80 soldiers."])
def test_who_is_counted_does_not_speak(text: str) -> None:
    assert not any(claim.said_by for claim in claims_in(text))


@pytest.mark.parametrize(("text", "actor"), [
    ("Boko Haram militants killed four villagers.", "Boko Haram"),
    ("Taliban insurgents killed two soldiers at the gate.", "Taliban"),
])
def test_the_men_of_a_group_are_the_group(text: str, actor: str) -> None:
    (claim,) = [claim for claim in claims_in(text) if claim.harm is not None]
    assert claim.actor is not None and claim.actor.name == actor
