"""Sources told by role, by an agency, by a person's name or by no name at all, over reports of one event."""

from __future__ import annotations

from tests.provenance.making import report
from tests.provenance.test_uniting import found, groups


def test_a_doctor_without_a_name_is_not_the_doctor_without_a_name_of_another_report() -> None:
    one = report("a", "An air strike killed nine people on Tuesday, a doctor said.")
    two = report("b", "An air strike killed six people on Tuesday, a doctor said.")
    assert groups(one, two) == [("a",), ("b",)]


def test_a_doctor_without_a_name_who_tells_the_figures_of_a_hospital_is_of_that_hospital() -> None:
    one = report("a", "An air strike killed 23 people and wounded 40 on Tuesday, a spokesman for the Al-Amal Hospital said.")
    two = report("b", "Twenty-three people were killed in an air strike and 40 were wounded, a doctor said.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_the_doctors_at_a_hospital_are_the_hospital_in_both_languages() -> None:
    one = report("a", "An air strike killed nine people on Tuesday, doctors at Al-Amal Hospital said.")
    two = report("b", "Bij een luchtaanval zijn zes mensen gedood, zegt een woordvoerder van het Al-Amal-ziekenhuis.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_an_event_has_one_civil_defence() -> None:
    one = report("a", "Air raids killed 12 people in Idlib on Tuesday, the White Helmets said.")
    two = report("b", "Air raids killed 14 people in Idlib on Tuesday, the civil defence in Idlib said.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_a_governor_is_not_his_state() -> None:
    one = report("a", "A drone killed two people in a village on Monday, the governor of Russia's Kursk region said.")
    two = report("b", "A drone killed three people in a village on Monday, Russia said.")
    assert groups(one, two) == [("a",), ("b",)]


def test_an_agency_has_it_from_whom_it_quotes_in_another_report() -> None:
    one = report("a", "A missile killed three civilians in Damascus on Monday, state news agency SANA said, quoting a military source.")
    two = report("b", "A missile killed three civilians in Damascus on Monday, SANA reported.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_a_person_whom_the_text_introduces_by_an_office_speaks_by_it() -> None:
    one = report("a", "Gunmen killed 14 people on Monday. Paul Kasereka, the mayor of Oicha, told reporters that nine people were missing.")
    two = report("b", "Bij een aanval zijn maandag 14 mensen gedood, zegt de burgemeester van Oicha.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_an_unnamed_speaker_told_with_the_definite_article_is_the_one_told_before() -> None:
    text = "At least 21 people died on Monday, a member of a local committee said. “We buried 21 people,” said the man."
    assert len(found(report("a", text))) == 1


def test_residents_rest_on_residents_and_not_on_the_army_beside_them() -> None:
    one = report("a", "A jet killed 17 people on Sunday, residents said. The army said that it killed 30 bandits.")
    two = report("b", "Bij een bombardement zijn zondag 17 mensen gedood, zeggen dorpelingen.", day=2, language="nl")
    assert ("a", "b") in groups(one, two)


def test_a_large_toll_beside_other_figures_rests_on_the_only_one_whom_others_name_for_it() -> None:
    named = report("a", "An air raid on a market killed 27 people on Thursday, the health ministry in Sanaa said.")
    bulletin = report("b", "Last Thursday an air raid on a market killed 27 people. Forty were wounded.", day=4)
    assert [origin.documents for origin in found(named, bulletin)] == [("a", "b")]


def test_a_large_toll_that_two_are_named_for_is_nobodys_in_particular() -> None:
    ministry = report("a", "An air raid on a market killed 27 people on Thursday, the health ministry in Sanaa said.")
    network = report("b", "An air raid on a market killed 27 people on Thursday, the Tihama Human Rights Network said.")
    bulletin = report("c", "Last Thursday an air raid on a market killed 27 people. Forty were wounded.", day=4)
    assert ("c",) in [origin.documents for origin in found(ministry, network, bulletin)]
