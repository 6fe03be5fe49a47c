from dataclasses import replace

import pytest

from kroniek.codebooks.load import load_codebook
from kroniek.incidents.coding import code_harms
from kroniek.incidents.link import link
from kroniek.model.claim import Bound, Claim, Group, Harm
from kroniek.model.incident import HarmRanges
from kroniek.model.interval import Number
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.reader import read
from tests.builders import claim, reading, victim

AIRWARS = load_codebook("airwars")
RULES = load_rules()


def coded(*claims: Claim, harm: Harm = Harm.KILLED, people: PeopleFound | None = None) -> HarmRanges:
    clusters = link([reading(*claims, people=people)], AIRWARS)
    return code_harms(clusters[0], harm, AIRWARS)


def civilians(*claims: Claim, people: PeopleFound | None = None) -> tuple[Number | None, Number | None]:
    both = coded(*claims, people=people).civilian
    assert both is not None
    return both.low, both.high


def test_words_become_numbers_by_the_codebook() -> None:
    assert civilians(claim(5)) == (5, 5)
    assert civilians(claim(None, None, bound=Bound.VAGUE, words="several")) == (2, 2)
    assert civilians(claim(None, None, bound=Bound.VAGUE, words="dozens")) == (12, 24)
    assert civilians(claim(None, None, bound=Bound.VAGUE, words="tientallen")) == (12, 24)
    assert civilians(claim(5, None, bound=Bound.MORE_THAN)) == (5, 6)
    assert civilians(claim(5, None, bound=Bound.AT_LEAST)) == (5, 5)
    assert civilians(claim(None, 5, bound=Bound.AT_MOST))[1] == 5
    assert civilians(claim(5, 8, bound=Bound.RANGE)) == (5, 8)


def test_rules_and_claims_are_named() -> None:
    one = claim(None, None, bound=Bound.VAGUE, words="dozens")
    both = coded(one).civilian
    assert both is not None
    assert both.rules == ("dozens",)
    assert both.low_claims == both.high_claims == (one.id,)


def test_an_explicit_figure_beats_a_vague_one() -> None:
    assert civilians(claim(3), claim(None, None, bound=Bound.VAGUE, words="dozens", at=100)) == (3, 3)


def test_the_highest_figure_is_the_ceiling_and_the_authors_own_the_floor() -> None:
    assert civilians(claim(4), claim(5, at=100, said_by="Agency")) == (4, 5)


def test_rival_counts_of_one_sentence_are_a_range() -> None:
    assert civilians(claim(4, said_by="Agency"), claim(6, said_by="Agency")) == (4, 6)


def test_a_vague_word_raises_at_least_n_only_where_nobody_gives_a_higher_number() -> None:
    least = claim(8, None, bound=Bound.AT_LEAST)
    dozens = claim(None, None, bound=Bound.VAGUE, words="dozens", at=100, said_by="Agency")
    assert civilians(least, dozens) == (8, 24)
    assert civilians(least, dozens, claim(13, at=200, said_by="Ministry")) == (8, 13)


def test_named_victims_set_the_floor() -> None:
    people = PeopleFound(victims=tuple(victim(f"Name {letter}") for letter in "ABCDE"))
    assert civilians(claim(3), people=people) == (5, 5)


def test_groups_told_side_by_side_are_added() -> None:
    assert civilians(claim(1, group=Group.WOMAN, at=0), claim(2, group=Group.CHILD, at=0)) == (3, 3)


def test_a_part_is_not_added_to_its_whole() -> None:
    whole = claim(10)
    ranges = coded(whole, claim(4, group=Group.CHILD, part_of=whole.id))
    assert ranges.civilian is not None and ranges.child is not None
    assert (ranges.civilian.low, ranges.child.low) == (10, 4)


def test_killed_or_injured_unclear_has_minimum_0() -> None:
    assert civilians(claim(6, harm=Harm.HARMED)) == (0, 6)


def test_nothing_said_is_null_and_not_0() -> None:
    ranges = coded(claim(3, harm=Harm.INJURED))
    assert ranges.civilian is None
    assert ranges.child is None
    assert coded(claim(3, harm=Harm.INJURED), harm=Harm.INJURED).child is None


def test_combatants_are_apart_from_civilians() -> None:
    ranges = coded(claim(3), claim(7, group=Group.COMBATANT, at=50))
    assert ranges.civilian is not None and ranges.combatant is not None and ranges.total is not None
    assert (ranges.civilian.high, ranges.combatant.high, ranges.total.high) == (3, 7, 10)


def _men(*names: str) -> PeopleFound:
    return PeopleFound(victims=tuple(victim(f"Name {letter}", gender="male", child=False) for letter in names))


def test_names_tell_a_group_that_only_later_sentences_speak_of() -> None:
    later = claim(5, group=Group.MAN, at=900)
    man = coded(claim(8), later, people=_men("A", "B", "C")).man
    assert man is not None
    assert (man.low, man.high, man.rules) == (3, 3, ("named_floor",))


def test_no_more_of_a_group_are_certain_than_of_everybody() -> None:
    people = _men("A", "B", "C", "D", "E")
    everybody = claim(4, 5, bound=Bound.RANGE)
    ranges = coded(everybody, people=people)
    assert ranges.civilian is not None and ranges.man is not None
    assert (ranges.man.low or 0) <= (ranges.civilian.low or 0)
    assert ranges.man.high == 5


def test_children_named_with_their_ages_are_certain() -> None:
    aged = tuple(replace(victim(f"Name {letter}", child=True), age=9) for letter in "ABC")
    told = victim("Name D", child=True)  # without an age, as a son
    whole = claim(8)
    child = coded(whole, claim(2, group=Group.CHILD, part_of=whole.id), people=PeopleFound(victims=(*aged, told))).child
    assert child is not None
    assert (child.low, child.high) == (3, 4)
    assert "named_floor" in child.rules


def _airwars(text: str) -> tuple[Number | None, Number | None]:
    """What the codebook makes of those killed in one of the desk's own assessments."""
    found = read(Document(id="a", text=text, language="en", publisher="Airwars"), RULES)
    both = code_harms(link([found], AIRWARS)[0], Harm.KILLED, AIRWARS).civilian
    assert both is not None
    return both.low, both.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2024, ten members of the Haddad family and nine members of the Najjar family were killed in an airstrike.", (19, 19)),
        ("On 3 May 2024, Salma Haddad was killed with two of her sons, Adam and Karim, in an airstrike on Rafah.", (3, 3)),
        (
            "On 3 May 2024, up to two civilians were killed in an airstrike.\n\nAdam Haddad was killed. Karim Haddad was killed. "
            "Salma Haddad was killed.",
            (2, 2),
        ),
        (
            "On 3 May 2024, at least two people were killed in an airstrike. Dozens were killed, an agency said. "
            "Airwars has therefore put the fatality range at 2-6.",
            (2, 6),
        ),
        ("On 3 May 2024, more than 25 civilians were killed in an airstrike on Rafah.", (26, 26)),
    ],
)
def test_an_assessment_is_read_by_its_own_words(text: str, expected: tuple[int, int]) -> None:
    assert _airwars(text) == expected


def injured(text: str) -> tuple[Number | None, Number | None]:
    found = read(Document(id="a", text=text, language="en", publisher="Airwars"), RULES)
    both = code_harms(link([found], AIRWARS)[0], Harm.INJURED, AIRWARS).civilian
    assert both is not None
    return both.low, both.high


def killed(text: str) -> tuple[Number | None, Number | None]:
    found = read(Document(id="a", text=text, language="en", publisher="Airwars"), RULES)
    both = code_harms(link([found], AIRWARS)[0], Harm.KILLED, AIRWARS).civilian
    assert both is not None
    return both.low, both.high


def test_many_is_5_to_10_but_how_many_is_no_number() -> None:
    assert civilians(claim(None, None, bound=Bound.VAGUE, words="many")) == (5, 10)
    assert injured("An airstrike on Tyre injured many civilians on 3 May 2024.") == (5, 10)
    assert injured("Civilians were injured in an airstrike on Tyre. It is not said how many were injured.") == (2, 2)


def test_of_the_injured_a_strong_word_stands_over_lower_numbers_told_later() -> None:
    opening = "An airstrike hit a house in Tyre on 3 May 2024, and dozens were injured, the agency said."
    later = "Omar Haddad, a neighbour, was injured."
    assert injured(f"{opening}\n\n{later}") == (12, 24)
    assert killed(opening.replace("injured", "killed") + "\n\n" + later.replace("injured", "killed")) == (1, 1)


def test_one_injured_beside_several_is_1_to_2() -> None:
    text = "An airstrike hit Tyre on 3 May 2024. A man was injured, the agency said. Another agency reported several injured civilians."
    assert injured(text) == (1, 2)


def test_who_is_told_beside_the_number_of_the_opening_may_be_one_more() -> None:
    opening = "An airstrike killed three civilians in Tyre on 3 May 2024."
    assert killed(f"{opening} An unknown woman was also killed.") == (3, 4)
    assert killed(f"{opening}\n\nAn unknown woman was also killed.") == (3, 3)


def test_under_up_to_n_a_small_share_is_no_floor() -> None:
    opening = "An airstrike killed up to 20 civilians in Tyre on 3 May 2024."
    assert killed(f"{opening}\n\nThe agency reported 15 killed. The hospital reported two civilians killed.") == (15, 20)
    assert killed(f"{opening}\n\nThe agency reported that more than 15 people were killed.") == (16, 20)


def test_a_range_open_above_has_one_more_at_its_top() -> None:
    assert killed("An airstrike in Tyre killed from 20 to “more than” 30 civilians on 3 May 2024.") == (20, 31)
    assert killed("An airstrike in Tyre on 3 May 2024 resulted in at least 20 and possibly more than 30 deaths.") == (20, 31)


def test_relatives_whom_another_source_counts_are_everybody_where_the_numbers_are_near() -> None:
    opening = "An airstrike killed at least 12 members of the Haddad family in Tyre on 3 May 2024."
    assert killed(f"{opening}\n\nA cousin wrote that 15 members of his family were killed.") == (12, 15)
    assert killed(f"{opening}\n\nA cousin wrote that 60 members of his family were killed.") == (12, 12)


def _none_killed(text: str) -> bool:
    found = read(Document(id="a", text=text, language="en", publisher="Airwars"), RULES)
    return code_harms(link([found], AIRWARS)[0], Harm.KILLED, AIRWARS).civilian is None


def test_totals_of_others_are_of_the_combatants_that_an_assessment_opens_with() -> None:
    opening = "A militant was killed and three civilians were injured in an airstrike on Tyre on 3 May 2024."
    assert _none_killed(f"{opening}\n\nThe agency reported one death and three injuries.")
    assert not _none_killed(f"{opening}\n\nThe agency reported two deaths and three injuries.")
    assert not _none_killed(f"{opening.replace('A militant', 'A militant and a civilian')}\n\nThe agency reported one death.")


def test_where_an_assessment_says_that_no_source_tells_of_deaths_none_are_counted() -> None:
    opening = "Several children were injured in an airstrike on Tyre on 3 May 2024."
    later = "A reporter said that 20 of her relatives were killed."
    assert _none_killed(f"{opening} Sources did not mention any civilians killed.\n\n{later}")
    assert not _none_killed(f"{opening}\n\n{later}")


def test_the_dead_of_another_attack_earlier_that_day_are_not_counted() -> None:
    opening = "A rescue worker was injured in a second airstrike on Tyre on 3 May 2024."
    assert _none_killed(f"{opening}\n\nEarlier that day, dozens of people were killed in an airstrike on a house.")


def _children(text: str) -> tuple[Number | None, Number | None]:
    found = read(Document(id="a", text=text, language="en", publisher="Airwars"), RULES)
    both = code_harms(link([found], AIRWARS)[0], Harm.KILLED, AIRWARS).child
    assert both is not None
    return both.low, both.high


def test_a_number_of_children_in_an_assessment_that_weighs_its_sources_is_the_ceiling_too() -> None:
    opening = "Ten civilians, including four children, were killed in an airstrike on Tyre on 3 May 2024."
    later = "The agency reported that eight people were killed, including six children."
    assert _children(f"{opening}\n\n{later}") == (4, 6)
    assert _children(f"{opening}\n\n{later} All sources attributed the strike to the army.") == (4, 4)


def test_a_sources_number_of_children_is_the_ceiling_over_the_names() -> None:
    opening = "Rima Haddad (30) and her children Sami Haddad (4) and Lina Haddad (6) were killed in an airstrike on Tyre on 3 May 2024."
    assert _children(opening) == (2, 2)
    assert _children(f"{opening}\n\nThe agency reported that three people were killed, including three children.") == (2, 3)


def test_sources_that_say_several_and_dozens_are_a_range() -> None:
    assert injured("An airstrike on Tyre hurt civilians. One post told of several injured people, another of dozens of injured.") == (2, 24)
    assert injured("An airstrike on Tyre hurt civilians. One post told of dozens of injured people.") == (12, 24)


def test_rescue_workers_are_no_combatants() -> None:
    assert injured("At least one civil defense personnel was injured in an airstrike on Tyre on 3 May 2024.") == (1, 1)


def test_four_other_injured_civilians_are_four() -> None:
    opening = "An airstrike killed six civilians in Tyre on 3 May 2024."
    assert injured(f"{opening} At least four other injured civilians arrived at the hospital.") == (4, 4)
