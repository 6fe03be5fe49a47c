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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er werd iemand door een scherf gedood bij de beschieting.", [("killed", "person", 1, 1)]),
        ("Als iemand wordt gedood bij een luchtaanval, volgt een onderzoek.", []),
        ("Bij de luchtaanval stierven negen gasten, de bruid incluis.", [("killed", "person", 9, 9), ("killed", "woman", 1, 1)]),
        ("Het jongste slachtoffer van de raketaanval, een meisje, was zes.", [("killed", "child", 1, 1)]),
        ("Een drone doodde in Lyman een moeder en haar zoon van negen.", [("killed", "woman", 1, 1), ("killed", "child", 1, 1)]),
        ("De chauffeur raakte gewond toen de granaat insloeg.", [("injured", "person", 1, 1)]),
        ("Russische drone doodt moeder en twee kinderen in Cherson", [("killed", "woman", 1, 1), ("killed", "child", 2, 2)]),
    ],
)
def test_one_person_is_counted(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Van de 22 doden van de aanval waren er negen kinderen.", [("killed", "person", 22, 22), ("killed", "child", 9, 9)]),
        ("Van de 240 soldaten in de basis zijn er 38 gegijzeld.", [("detained", "combatant", 38, 38)]),
        ("Van de 251 gijzelaars zijn er 105 vrijgelaten.", [("detained", "person", 251, 251)]),
        ("Twaalf gewonden bezweken later in het ziekenhuis.", [("killed", "person", 12, 12)]),
        ("De soldaten, negen in getal, stierven toen hun wagen op een bermbom reed.", [("killed", "combatant", 9, 9)]),
        ("Drie nachten op rij: zes, elf en veertien doden.", [("killed", "person", n, n) for n in (6, 11, 14)]),
        ("In Ashdod: 1139 doden, 251 gijzelaars.", [("killed", "person", 1139, 1139), ("detained", "person", 251, 251)]),
        ("Het leger doodde elf strijders, verder niemand.", [("killed", "combatant", 11, 11), ("killed", "person", 0, 0)]),
        ("De RSF zegt bij de slag geen man te hebben verloren.", [("killed", "combatant", 0, 0)]),
        ("De granaat maakte zeven slachtoffers.", [("harmed", "person", 7, 7)]),
        ("De rechter hoorde 23 getuigen over de 38 mannen die bij de inval verdwenen.", [("missing", "man", 38, 38)]),
        ("Onder de puinhopen van de flat worden nog 25 bewoners vermoed.", [("missing", "person", 25, 25)]),
    ],
)
def test_wholes_parts_and_rows(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uit de haven gingen mortiergranaten, 12.000 in getal, naar het front.", ("munitions", 12000)),
        ("Bij luchtaanvallen - zeker tachtig in een week - werd de stad verwoest.", ("strikes", 80)),
        ("De stad werd vier keer door raketten getroffen.", ("strikes", 4)),
        ("Een kwart miljard, om precies te zijn 248 miljoen euro, ging naar wapens.", ("money", 250_000_000)),
        ("Na de aanslag daalde de olieprijs: een vat werd 6 procent goedkoper.", ("change", 6)),
        ("De lijst van de doden groeit: er komen er vier per week bij.", ("rate", 4)),
        ("Er sloegen drie Kalibrs in op het station.", ("munitions", 3)),
        ("De president stuurt na de aanslag 3.000 extra agenten.", ("force", 3000)),
        ("Op de basis in Taji zijn 2.500 Amerikanen gelegerd.", ("force", 2500)),
    ],
)
def test_what_else_is_counted(text: str, expected: tuple[object, ...]) -> None:
    assert expected in [(kind, low) for kind, _, _, low, _ in told(text, "nl")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Er kwamen een man of twintig om bij het bombardement.", 20, 20),
        ("Er stierven op z'n hoogst tien soldaten.", None, 10),
        ("Dertien, mogelijk veertien burgers kwamen om.", 13, 14),
        ("Niet één burger kwam om bij de luchtaanval.", 0, 0),
        ("Er zijn 'tussen de veertig en zestig' doden na de luchtaanval.", 40, 60),
    ],
)
def test_bounds_of_speech(text: str, low: int | None, high: int | None) -> None:
    assert [count[2:] for count in counts(text)] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Bij een bombardement vielen zeven doden. Dat bombardement is uitgevoerd door Rusland.", "russian-military"),
        ("De bus is door Oekraïne beschoten; er vielen zeven doden.", "ukrainian-military"),
        ("Rusland zegt zeven Oekraïense drones te hebben onderschept.", "ukrainian-military"),
        ("De reis ging door Rusland. Bij een bombardement vielen zeven doden.", None),
    ],
)
def test_a_state_behind_by_did_it(text: str, actor: str | None) -> None:
    (seven,) = [claim for claim in claims_in(text, "nl") if claim.quantity.low == 7]
    assert (None if seven.actor is None else seven.actor.id) == actor


def test_who_is_cited_behind_a_semicolon_says_only_what_follows() -> None:
    six, ninety = claims_in("Er vielen zes doden in Aden; volgens de gouverneur raakten negentig mensen gewond.", "nl")
    assert not six.said_by
    assert [speaker.text for speaker in ninety.said_by] == ["de gouverneur"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bij de aanval zijn 35 burgers, van wie 31 vrouwen, en zeven militairen om het leven gekomen.",
            [("killed", "civilian", 35, 35), ("killed", "woman", 31, 31), ("killed", "combatant", 7, 7)],
        ),
        ("Bij de aanval is minstens een tiental burgers gedood.", [("killed", "civilian", 10, None)]),
        ("Het dodental van de raketaanval staat nu vast op 25 slachtoffers.", [("killed", "person", 25, 25)]),
        ("22 van de doden waren inwoners van een flat die door de raket werd verwoest.", [("killed", "person", 22, 22)]),
        ("Een jongen in een rolstoel werd gedood bij de droneaanval.", [("killed", "child", 1, 1)]),
        ("Er vielen zeven raketten, drie ervan op de haven, en er vielen geen doden.", [("killed", "person", 0, 0)]),
        ("Bij de aanval zijn zes vrouwen gedood, vertelt een woordvoerder van het ministerie.", [("killed", "woman", 6, 6)]),
    ],
)
def test_plain_news(text: str, expected: list[tuple[object, ...]]) -> None:
    assert counts(text) == expected


def test_people_are_dead_where_the_next_sentence_says_that_nobody_survived() -> None:
    shot_down = "Door de raket stortte het toestel neer met 298 mensen aan boord. "
    assert counts(shot_down + "Niemand overleefde.")[0] == ("killed", "person", 298, 298)
    assert counts(shot_down + "Niemand weet waarom.") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Er vielen negen doden in Aden. Overal lag glas. De markt is dicht. De school ook. Het regent. De straat is leeg. "
            "Saoedische vliegtuigen bombardeerden Aden.",
            "saudi-military",
        ),
        (
            "Er vielen negen doden in Aden. Overal lag glas. De markt is dicht. De school ook. Het regent. De straat is leeg. "
            "Saoedische vliegtuigen bombardeerden Aden. De Houthi's beschoten de stad eveneens.",
            None,
        ),
        (
            "Er vielen negen doden in Aden. Overal lag glas. De markt is dicht. De school ook. Het regent. De straat is leeg. "
            "Saoedische vliegtuigen bombardeerden Hodeida.",
            None,
        ),
    ],
)
def test_the_only_party_that_a_text_lays_attacks_to(text: str, actor: str | None) -> None:
    nine = claims_in(text, "nl")[0]
    assert (None if nine.actor is None else nine.actor.id) == actor


def test_who_tells_may_stand_before_a_colon_and_the_fallen_are_fighters() -> None:
    told_twice = "Het ministerie: 75 doden sinds dinsdag. De artsen op het plein: meer dan honderd."
    assert counts(told_twice)[-1] == ("killed", "person", 100, None)
    fallen = "Oeganda stuurde de meeste troepen. Sinds maart sneuvelden er 53, zegt een diplomaat."
    assert counts(fallen) == [("killed", "combatant", 53, 53)]


def test_a_weapon_that_nobody_had_is_no_figure() -> None:
    assert told("Hij had water geladen, geen bom.", "nl") == []
