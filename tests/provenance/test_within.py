"""Who a report means where it tells one source in several ways."""

from __future__ import annotations

from tests.provenance.making import report
from tests.provenance.test_uniting import found, groups


def names(*texts: str, language: str = "en") -> list[str]:
    """The names of the origins of a report of these sentences."""
    return sorted(origin.name for origin in found(report("a", " ".join(texts), language=language)))


def test_rescuers_in_the_opening_are_the_service_that_gives_the_same_toll() -> None:
    told = names(
        "A glide bomb hit a garage on Monday and killed nine people, rescuers said.",
        "The emergency service of Sumy said nine bodies had been found and 14 people were wounded.",
    )
    assert told == ["The emergency service of Sumy"]


def test_rescuers_and_a_service_with_another_toll_of_their_own_reports_are_not_asked() -> None:
    told = names("Residents said 12 people were killed on Monday.", "The governor of Sumy said nine people were killed.")
    assert len(told) == 2


def test_officials_in_the_opening_are_the_mayor_named_next() -> None:
    told = names(
        "A blast at a bus stop in Tal Afar killed six people on Monday, a local official said.",
        "The mayor of the town, Hasan Idris, said that two of them were students.",
    )
    assert len(told) == 1


def test_officials_are_not_the_police_who_give_fewer() -> None:
    told = names(
        "Gunmen killed 28 people in a village in Benue on Monday, a local official said.",
        "The state police said that 11 people were killed.",
    )
    assert len(told) == 2


def test_a_name_alone_is_the_body_with_the_same_figure() -> None:
    told = names(
        "Bij een aanval op een kliniek zijn 70 mensen gedood, meldt de Wereldgezondheidsorganisatie.",
        '"De aanval leidde tot 70 doden en 19 gewonden", schreef Marit Hoekema.',
        language="nl",
    )
    assert told == ["World Health Organization"]


def test_a_body_is_no_person_that_could_hold_an_office() -> None:
    told = names(
        "The hospital in Dessie said 11 people were killed by a drone on Monday.",
        "The Amhara Human Rights Commission said that 30 people were killed.",
    )
    assert len(told) == 2


def test_the_own_toll_of_a_report_is_not_that_of_the_police_whom_it_names_for_another() -> None:
    risen = report("a", "The number of people killed in a raid in Benue on Monday has risen to 28. The police put the toll at 11.")
    official = report("b", "Gunmen killed 28 people in Benue on Monday, the chairman of the council said.", day=2)
    assert ("a", "b") not in [documents for documents in groups(risen, official) if len(documents) > 2]
    assert all(origin.name != "The police" or origin.documents == ("a",) for origin in found(risen, official))


def test_an_armed_group_in_the_opening_is_the_one_named_next() -> None:
    told = names(
        "The number of people killed by an air strike on Kyaukse has risen to 13, the rebel group in control there said on Monday.",
        "The Mandalay Liberation Army said that three of the injured had died.",
    )
    assert told == ["The Mandalay Liberation Army"]


def test_a_colonel_is_the_party_whose_spokesman_the_text_calls_him() -> None:
    told = names(
        "The US-led coalition said on Monday that it had struck a house in Syria.",
        '"Fourteen fighters were killed," said Colonel Brent Reed, the coalition\'s spokesman in Baghdad.',
    )
    assert told == ["U.S.-led Coalition"]


def test_people_whom_a_report_has_by_way_of_an_outlet_are_those_of_the_outlets_own_report() -> None:
    own = report("a", "Nine people were killed by a jet in Kyaukse on Monday, rescue workers in the town told Salween Eye.", "Salween Eye")
    taken = report("b", "Local news outlet Salween Eye, citing rescue workers, said on Tuesday that nine people were killed.", "Post", 2)
    other = report("c", "Nine people were killed, rescue workers told the Courier.", "Courier", 2)
    assert ("a", "b") in groups(own, taken) and ("a", "c") not in groups(own, other)
