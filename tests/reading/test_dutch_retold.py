"""Dutch counts told without their noun, verb or teller: answers to a question, rival figures, parts by a predicate, people treated."""

from __future__ import annotations

import pytest

from tests.reading.sentence_tools import claims_in, told


def counts(text: str) -> list[tuple[object, ...]]:
    """(harm, victims, low, high) of the casualties of a text."""
    return [(harm, group, low, high) for kind, harm, group, low, high in told(text, "nl") if kind == "casualties"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoeveel burgers stierven er bij de luchtaanvallen? Het leger geeft één antwoord: nul.", [("killed", "civilian", 0, 0)]),
        (
            "Blijft de vraag hoeveel soldaten er sneuvelden. Het kunnen er vijfhonderd zijn, of tegen de duizend.",
            [("killed", "combatant", 500, 500), ("killed", "combatant", 1000, 1000)],
        ),
        (
            "Hoeveel doden vielen er in Mariupol? Volgens de stad meer dan twintigduizend, volgens de bezetter hooguit drieduizend.",
            [("killed", "person", 20000, None), ("killed", "person", None, 3000)],
        ),
    ],
)
def test_a_question_is_the_noun_of_its_answers(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counts(text) == expected


def test_nought_answers_only_a_question() -> None:
    assert told("De generaal gaf één antwoord: nul.", "nl") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het ministerie: 41 doden door de beschietingen. De artsen in het ziekenhuis: meer dan zestig.", ("killed", "person", 60, None)),
        ("De gouverneur sprak van negen doden. Het ministerie kwam met een nieuw getal, twaalf.", ("killed", "person", 12, 12)),
        ("Zes doden, zegt het ministerie na de aanval. Elders minstens twaalf, aldus de gouverneur.", ("killed", "person", 12, None)),
        ("Activisten maken melding van 90 doden in Houla. De staatsomroep van vier soldaten.", ("killed", "combatant", 4, 4)),
        ("De gouverneur telde 44 doden, onder wie zes kinderen; 97 zijn er gewond.", ("injured", "person", 97, 97)),
        ("Londen noemt 310 doden, 84 van hen vrouwen. Berlijn kan er 120 bevestigen.", ("killed", "person", 120, 120)),
        ("Bij de inslag doodde de eerste granaat er twee, de tweede vijf.", ("killed", "person", 5, 5)),
        ("Vier bemanningsleden werden gedood. Later is een vijfde in het ziekenhuis gestorven.", ("killed", "person", 1, 1)),
    ],
)
def test_the_last_count_is_told_without_its_noun(text: str, expected: tuple[object, ...]) -> None:
    assert counts(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Er vielen zes doden bij de aanval. De prijs van brood steeg: van twee naar drie euro.",
        "Er vielen zes doden bij de aanval. Jan de Wit (43) zag het gebeuren.",
        "Er vielen zes doden bij de aanval. Op pagina 12 staat de lijst.",
    ],
)
def test_other_numbers_are_no_rival_counts(text: str) -> None:
    assert counts(text) == [("killed", "person", 6, 6)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Bij de raketaanval vielen elf doden. Drie van de doden zijn minderjarig.", ("killed", "child", 3, 3)),
        ("Bij de raketaanval vielen elf doden. Zes van de doden waren vrouw.", ("killed", "woman", 6, 6)),
        ("Bij de raketaanval vielen elf doden. Vier van hen waren jonger dan tien.", ("killed", "child", 4, 4)),
        ("Bij de raketaanval kwamen elf mensen om. Twee van hen was commandant noch soldaat.", ("killed", "person", 11, 11)),
        ("Het ministerie telt 24 doden na de aanslag. Twee baby's zitten daarbij.", ("killed", "child", 2, 2)),
    ],
)
def test_a_part_is_told_by_its_predicate(text: str, part: tuple[object, ...]) -> None:
    assert part in counts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een chirurg in het veldhospitaal opereerde 27 mensen na de beschieting.", [("injured", "person", 27, 27)]),
        ("Het Rode Kruis nam na de beschietingen 36 mensen op.", [("injured", "person", 36, 36)]),
        (
            "Drie klinieken namen 1200 patiënten met verstikkingsverschijnselen op, van wie er 47 stierven.",
            [("injured", "person", 1200, 1200), ("killed", "person", 47, 47)],
        ),
        ("Duitsland nam 36 vluchtelingen op.", []),
        ("Acht mannen, van wie er vier werden gedood, liepen over de brug.", [("killed", "man", 4, 4)]),
    ],
)
def test_who_is_treated_is_wounded(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Bij de inslag in Poltava vielen negen doden. Het Kremlin noemde de aanval vergelding voor een explosie op een brug.", "russia"),
        ("Bij de luchtaanval vielen twee doden. Het Israëlische leger zegt dat een commandant het doelwit was.", "israeli"),
        ("Bij de luchtaanval vielen twee doden. Het Israëlische leger bood zijn excuses aan.", "israeli"),
        ("Bij de luchtaanval vielen twee doden. Daarna werd gebeden. Rusland meldt de uitschakeling van energiedoelen.", "russia"),
        ("Bij de luchtaanval vielen twee doden. Rusland noemt het bericht een leugen.", None),
        ("Bij de luchtaanval vielen twee doden. Turkije spreekt van een misdaad.", None),
    ],
)
def test_who_speaks_of_the_attack_as_its_own_did_it(text: str, actor: str | None) -> None:
    first = claims_in(text, "nl")[0]
    assert (first.actor is None) if actor is None else (first.actor is not None and (first.actor.id or "").startswith(actor))
