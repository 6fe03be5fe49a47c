"""Whether reports of one event rest on one origin, however that is told."""

from __future__ import annotations

from kroniek.model.claim import Kind
from kroniek.model.incident import Origin
from kroniek.provenance.load import load_roles
from kroniek.provenance.origins import origins
from kroniek.provenance.trace import trace
from kroniek.reading.load import load_rules
from kroniek.reading.result import Reading
from tests.provenance.making import report


def found(*readings: Reading) -> list[Origin]:
    """The origins of all casualty claims of the reports, taken as one event."""
    provenance = trace(readings, load_rules().parties, (), load_roles())
    claims = [claim for reading in readings for claim in reading.claims if claim.kind is Kind.CASUALTIES]
    return list(origins(claims, {reading.document.id: reading.document for reading in readings}, provenance.chains, provenance.voices,
                        provenance.citations))  # fmt: skip


def groups(*readings: Reading) -> list[tuple[str, ...]]:
    """The reports of each origin."""
    return sorted(origin.documents for origin in found(*readings))


def test_an_office_in_two_languages_is_one() -> None:
    one = report("a", "A missile killed five people in a village on Monday, the governor of the Zaporizhzhia region said.")
    two = report("b", "Bij een raketaanval zijn maandag zes doden gevallen, meldt de gouverneur van Zaporizja.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_two_holders_of_one_office_are_two() -> None:
    one = report("a", "Shelling killed five people in a village on Monday, the governor of Sumy said.")
    two = report("b", "Shelling killed five people in a village on Monday, the governor of Kherson said.")
    assert groups(one, two) == [("a",), ("b",)]


def test_north_and_south_are_two() -> None:
    one = report("a", "Shelling killed five people on Monday, the governor of North Kordofan said.")
    two = report("b", "Bij een beschieting zijn maandag vijf doden gevallen, zegt de gouverneur van Zuid-Kordofan.", language="nl")
    assert groups(one, two) == [("a",), ("b",)]


def test_two_hospitals_are_two() -> None:
    one = report("a", "An air strike killed nine people on Tuesday, the Al-Amal Hospital said.")
    two = report("b", "An air strike killed nine people on Tuesday, the Al-Shifa Hospital said.")
    assert groups(one, two) == [("a",), ("b",)]


def test_a_spokesman_of_the_ministry_is_the_ministry() -> None:
    text = "At least 21 people were killed on Monday, the health ministry said. Thirty-four people were wounded, a ministry spokesman said."
    assert len(found(report("a", text))) == 1


def test_a_monitor_without_a_name_is_the_one_that_another_report_of_the_same_figures_names() -> None:
    named = report("a", "Air raids killed 14 civilians in Idlib on Monday, the Syrian Observatory for Human Rights said.")
    told = report("b", "Air raids killed 14 civilians in Idlib on Monday, a Britain-based war monitor said.", day=2)
    assert groups(named, told) == [("a", "b")]


def test_a_monitor_without_a_name_and_with_other_figures_stays_by_itself() -> None:
    named = report("a", "Air raids killed 14 civilians in Idlib on Monday, the Syrian Observatory for Human Rights said.")
    told = report("b", "Air raids killed 19 civilians in Idlib on Monday, a war monitor said.", day=2)
    assert groups(named, told) == [("a",), ("b",)]


def test_an_agency_is_followed_to_whom_another_report_names_for_the_figures() -> None:
    named = report("a", "Shells killed 16 people and wounded 41 on Monday, the Sudan Doctors Network said.", "Paper", 2)
    agency = report("b", "Shells killed 16 people on Monday, Reuters reported. Another 41 were wounded.", "Post", 2)
    assert groups(named, agency) == [("a", "b")]


def test_a_report_that_names_nobody_rests_on_the_source_of_its_figures() -> None:
    named = report("a", "An air strike killed nine people on Tuesday and wounded 17, the Al-Amal Hospital said.", "Paper")
    silent = report("b", "Dinsdag zijn bij een luchtaanval negen mensen omgekomen. Zeventien raakten gewond.", "Krant", 2, language="nl")
    assert groups(named, silent) == [("a", "b")]


def test_one_small_number_ties_nobody() -> None:
    named = report("a", "An air strike killed two people on Tuesday, the Al-Amal Hospital said.", "Paper")
    silent = report("b", "An air strike killed two people on Tuesday.", "Gazette", 2)
    assert groups(named, silent) == [("a",), ("b",)]


def test_what_a_paper_counted_itself_stays_its_own() -> None:
    named = report("a", "Shells killed 16 people and wounded 41 on Monday, the Sudan Doctors Network said.", "Paper")
    own = report("b", "Our reporter counted 11 fresh graves. Eleven people were killed and 30 wounded on Monday.", "Gazette", 2)
    assert groups(named, own) == [("a",), ("b",)]


def test_residents_of_two_reports_are_two() -> None:
    one = report("a", "An air strike killed four people on Tuesday, residents said.", "Paper")
    two = report("b", "An air strike killed six people on Tuesday, residents said.", "Gazette", 2)
    assert groups(one, two) == [("a",), ("b",)]


def test_a_state_and_its_armed_forces_are_one_voice() -> None:
    one = report("a", "The US military said that a strike near the village killed four militants on Monday.", "Paper")
    two = report("b", "De Verenigde Staten zeggen dat zij maandag vier strijders hebben gedood.", "Krant", 2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_the_order_of_the_reports_changes_nothing() -> None:
    one = report("a", "Shelling killed five people on Monday, the mayor of Sangha said.")
    two = report("b", "Bij een beschieting zijn maandag vijf doden gevallen, zegt de burgemeester.", language="nl")
    three = report("c", "Shelling killed five people on Monday, the mayor said.", day=2)
    assert found(one, two, three) == found(three, two, one)
    assert groups(one, two, three) == [("a", "b", "c")]


def test_a_paper_that_calls_itself_this_newspaper_is_the_paper() -> None:
    own = report("a", "At least 40 civilians were killed in the strike, an investigation by this newspaper found.", "The Courier")
    other = report("b", "The strike killed at least 40 civilians, the newspaper The Courier reported on Friday.", "Gazette", 2)
    assert groups(own, other) == [("a", "b")]


def test_a_pronoun_is_no_origin_of_its_own() -> None:
    text = "Nine people were killed on Monday, the Syrian Network for Human Rights said. {} It was a market day. {}"
    one = report("a", text.format("Rain fell.", "Nobody knew more. Two of the wounded had died since Monday, it said."))
    assert [origin.name for origin in found(one)] == ["Syrian Network for Human Rights"]


def test_a_monitor_whose_name_stands_elsewhere_in_the_text() -> None:
    text = "Air raids killed 14 civilians on Monday, a war monitor said. Jets circled, the Syrian Observatory for Human Rights said."
    one = report("a", text)
    assert [origin.name for origin in found(one)] == ["Syrian Observatory for Human Rights"]


def test_hospital_staff_in_two_languages_with_the_same_two_figures_are_one() -> None:
    one = report("a", "Shelling killed 12 people and wounded 30 on Monday, hospital staff said.", "Paper")
    two = report("b", "Maandag vielen er 12 doden en 30 gewonden, zegt ziekenhuispersoneel.", "Krant", 2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_a_report_that_names_nobody_rests_on_the_residents_of_whom_it_has_both_figures() -> None:
    one = report("a", "An air strike killed four people and wounded nine on Tuesday, residents said.", "Paper")
    two = report("b", "An air strike killed four people on Tuesday. Nine were wounded.", "Gazette", 2)
    assert groups(one, two) == [("a", "b")]


def test_health_officials_are_the_only_health_ministry_of_the_event_whatever_the_toll() -> None:
    one = report("a", "At least 21 people were killed in an air strike on Monday, the health ministry said.")
    two = report("b", "Het dodental van de luchtaanval is opgelopen tot 27, zeggen gezondheidsfunctionarissen.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_rescuers_are_the_only_civil_defence_of_the_event() -> None:
    one = report("a", "An air strike killed nine people on Monday, the civil defence said.")
    two = report("b", "Rescuers said an air strike killed eleven people on Monday.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_medics_are_a_hospital_only_where_they_share_a_figure() -> None:
    one = report("a", "An air strike killed nine people on Monday, the Al-Amal Hospital said.")
    same = report("b", "Medics said an air strike killed nine people on Monday.", day=2)
    other = report("b", "Medics said an air strike killed eleven people on Monday.", day=2)
    assert groups(one, same) == [("a", "b")]
    assert groups(one, other) == [("a",), ("b",)]


def test_a_police_chief_is_the_police() -> None:
    one = report("a", "Gunmen killed twelve people on Monday, police said.")
    two = report("b", "Gunmen killed fourteen people on Monday, police chief Nahum Dasu said.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_those_who_tell_it_together_are_each_an_origin() -> None:
    one = report("a", "An air strike killed 19 people on Monday, according to residents and the police.")
    two = report("b", "An air strike killed 19 people on Monday, police said.", day=2)
    assert groups(one, two) == [("a",), ("a", "b")]


def test_a_state_agency_told_by_its_kind_is_the_agency_of_that_figure() -> None:
    one = report("a", "A drone strike killed one man on Monday, the state-run National News Agency reported.")
    two = report("b", "Bij een drone-aanval is maandag één man gedood, meldt het Libanese staatspersbureau.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_a_side_that_governs_is_one_with_its_ministry_only_where_both_give_one_toll() -> None:
    ministry = report("a", "At least 45 people were killed in a raid on Monday, the Houthi-run health ministry said.")
    same = report("b", "At least 45 people were killed in a raid on Monday, the Houthis said.", day=2)
    other = report("b", "At least 60 people were killed in a raid on Monday, the Houthis said.", day=2)
    assert groups(ministry, same) == [("a", "b")]
    assert groups(ministry, other) == [("a",), ("b",)]


def test_a_party_named_elsewhere_in_another_language_carries_the_toll_that_nobody_is_named_for() -> None:
    one = report("a", "A bomb killed seven people in a clinic on Monday, the White Helmets said.")
    two = report("b", "Zeven doden in een kliniek, maandag. De Witte Helmen groeven de hele nacht.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_an_office_named_for_something_else_in_the_other_language_carries_the_toll_that_nobody_is_named_for() -> None:
    one = report("a", "Rescuers found the bodies of three members of a family in Tebnine on Monday, the civil defence said.")
    two = report("b", "Maandag zijn in Tebnine drie leden van een gezin gedood. De burgerbescherming zocht lang.", day=2, language="nl")
    assert groups(one, two) == [("a", "b")]


def test_an_army_and_a_ministry_stay_two() -> None:
    one = report("a", "An air strike killed nine people on Monday, the army said.")
    two = report("b", "An air strike killed nine people on Monday, the health ministry said.", day=2)
    assert groups(one, two) == [("a",), ("b",)]


def test_a_spokesman_whom_the_text_introduces_speaks_for_his_party() -> None:
    named = report("a", "The Houthis said on Monday that 14 soldiers were killed in the raid.")
    text = (
        "The Houthis killed dozens of soldiers in a raid on Monday, the Houthis said. "
        '"Fourteen soldiers were killed in the raid," said Colonel Ali Rashad, the Houthis\' spokesman in Sanaa.'
    )
    assert groups(named, report("b", text, day=2)) == [("a", "b")]


def test_initials_are_the_body_that_the_text_explains_by_them() -> None:
    one = report("a", "The Northern Valley Defence Front said on Monday that ten people were killed in an air strike.")
    two = report("b", "Ten people were killed in an air strike on Monday. The Northern Valley Defence Front (NVDF) rules the town. "
                      "Eleven people were killed, the NVDF said.", day=2)  # fmt: skip
    assert len(found(one, two)) == 1


def test_what_a_report_tells_itself_beside_a_source_for_something_else_rests_on_whom_another_names_for_two_of_its_figures() -> None:
    one = report("a", "Seven people were killed and 26 injured in a strike on a shop on Monday, the regional prosecutor said.")
    beside = "The mayor said four people were killed in another town."
    told = f"Seven people were killed and 26 injured in a strike on a shop on Monday. {beside}"
    single = f"Seven people were killed in a strike on a shop on Monday. {beside}"
    assert ("a", "b") in groups(one, report("b", told, day=2))
    assert ("a", "b") not in groups(one, report("b", single, day=2))


def test_a_name_that_no_list_knows_is_one_in_two_spellings() -> None:
    one = report("a", "Jets killed 171 people in a village on Monday, the Kyun Shwe Activist Group said.")
    two = report("b", "Jets killed 168 people in a village on Monday, the Kyunshwe Activists Group said.", day=2)
    other = report("c", "Jets killed 160 people in a village on Monday, the Mandalay Student Union said.", day=2)
    assert groups(one, two, other) == [("a", "b"), ("c",)]


def test_initials_are_the_name_that_another_report_explains_by_them() -> None:
    one = report("a", "Jets killed 168 people in a village on Monday, according to the national unity council (NUC).")
    two = report("b", "NUC said that 171 people were killed in Monday's air strike.", day=2)
    assert groups(one, two) == [("a", "b")]


def test_a_spokesman_is_the_body_with_whose_name_he_is_told() -> None:
    text = "An air strike killed 85 people on Monday, SEMA said. SEMA spokesman Idris Haliru said that 66 people were injured."
    assert len(found(report("a", text))) == 1
