"""Each desk's own logic on the same claims: what it counts, from how many to how many, and whether the incident enters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.codebooks.codebook import Codebook
from kroniek.codebooks.load import load_codebook, packaged_codebooks
from kroniek.incidents.assess import assess
from kroniek.incidents.precision_load import load_precisions
from kroniek.model.claim import Accuracy, Bound, Claim, Group, Harm, Method, PlaceMention
from kroniek.model.incident import CodedRange, EntryValue, Incident, MadeBy
from kroniek.model.interval import Number
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.result import Reading
from tests.builders import RAQQA, claim, on, reading, victim

BOOKS = {name: load_codebook(name) for name in packaged_codebooks()}
MADE_BY = MadeBy("0.1.0", "test", "0" * 64, "0" * 64)
MOSUL = PlaceMention(
    text="Mosul", start=10, end=15, name="Mosul", id="mosul", country="IQ", admin1="Nineveh", lat=36.34, lon=43.13, accuracy=Accuracy.CITY
)
DELFT = replace(MOSUL, text="Delft", name="Delft", id="delft", country="NL", admin1="South Holland", accuracy=Accuracy.PROVINCE)
Bounds = tuple[Number | None, Number | None]


def coded(name: str, *readings: Reading) -> Incident:
    incidents = assess(readings, BOOKS[name], MADE_BY)
    assert len(incidents) == 1
    return incidents[0]


def bounds(coded_range: CodedRange | None) -> Bounds | None:
    return None if coded_range is None else (coded_range.low, coded_range.high)


def killed(name: str, *claims: Claim) -> Bounds | None:
    """All of the killed in one report."""
    return bounds(coded(name, reading(*claims)).killed.total)


def vague(words: str, place: PlaceMention = RAQQA) -> Claim:
    return claim(None, None, bound=Bound.VAGUE, words=words, place=place, actor="ypg")


@pytest.mark.parametrize(
    ("words", "airwars", "ucdp", "acled", "ibc"),
    [
        ("several", (2, 2), (2, 2), (10, 10), (2, 2)),
        ("dozens", (12, 24), (12, 24), (12, 12), (12, 24)),
        ("hundreds", (100, 200), (100, 200), (100, 100), (100, 200)),
        ("hundreds of thousands", (100, 200), (1000, 2000), (1000, 1000), (100, 200)),
        ("tientallen", (12, 24), (10, 24), (10, 10), (10, 24)),
    ],
)
def test_words_count_as_each_desk_writes(words: str, airwars: Bounds, ucdp: Bounds, acled: Bounds, ibc: Bounds) -> None:
    told = {name: killed(name, vague(words)) for name in BOOKS}
    assert told == {"airwars": airwars, "ucdp": ucdp, "acled": acled, "ibc": ibc}


def test_acled_counts_an_unknown_number_as_3_where_there_is_no_war() -> None:
    found = coded("acled", reading(vague("several", DELFT), places=(DELFT,)))
    assert bounds(found.killed.total) == (3, 3)
    assert found.killed.total is not None and found.killed.total.rules[0] == "plural"


def test_sources_that_differ() -> None:
    reports = [reading(claim(12, document="a", actor="ypg"), document="a"), reading(claim(20, document="b", actor="ypg"), document="b")]
    told = {name: bounds(coded(name, *reports).killed.total) for name in BOOKS}
    assert told == {"airwars": (12, 20), "ucdp": (12, 20), "acled": (12, 12), "ibc": (12, 20)}


def test_a_lower_figure_that_a_report_only_quotes() -> None:
    """Airwars stays with what the author says; the others take the lower one, and UCDP's best is the author's."""
    told = [claim(20, actor="ypg"), claim(14, at=300, said_by="Ministry", actor="ypg")]
    assert killed("airwars", *told) == (20, 20)
    assert killed("acled", *told) == (14, 14)
    assert killed("ibc", *told) == (14, 20)
    best = coded("ucdp", reading(*told)).killed.total
    assert best is not None
    assert (best.low, best.best, best.high) == (14, 20, 20)
    assert best.low_claims == (told[1].id,) and best.high_claims == (told[0].id,)
    assert {"lowest_floor", "best_estimate"} <= set(best.rules)


def test_a_rival_far_below_counts_only_some_of_the_people() -> None:
    assert killed("acled", claim(20, actor="ypg"), claim(3, at=300, said_by="Ministry")) == (20, 20)


def test_more_than_and_up_to() -> None:
    more, most = claim(50, None, bound=Bound.MORE_THAN, actor="ypg"), claim(None, 8, bound=Bound.AT_MOST, actor="ypg")
    assert {name: killed(name, more) for name in BOOKS} == {"airwars": (50, 51), "ucdp": (50, 50), "acled": (50, 50), "ibc": (50, 51)}
    assert {name: killed(name, most) for name in BOOKS} == {"airwars": (1, 8), "ucdp": (0, 8), "acled": (1, 1), "ibc": (0, 8)}


def test_all_deaths_or_civilians_only() -> None:
    told = reading(claim(4, actor="ypg"), claim(7, group=Group.COMBATANT, at=50, actor="ypg"))
    for name in ("ucdp", "acled"):
        assert bounds(coded(name, told).killed.total) == (11, 11)
    for name in BOOKS:
        found = coded(name, told)
        assert (bounds(found.killed.civilian), bounds(found.killed.combatant)) == ((4, 4), (7, 7)), name


def test_people_who_are_not_called_civilians() -> None:
    """Airwars takes them for civilians, UCDP and ACLED keep them apart, Iraq Body Count has them in the maximum only."""
    told = reading(claim(9, group=Group.PERSON, actor="ypg"))
    found = {name: coded(name, told).killed for name in BOOKS}
    civilians = {name: bounds(one.civilian) for name, one in found.items()}
    apart = {name: bounds(one.undetermined) for name, one in found.items()}
    assert civilians == {"airwars": (9, 9), "ucdp": None, "acled": None, "ibc": (0, 9)}
    assert apart == {"airwars": None, "ucdp": (9, 9), "acled": (9, 9), "ibc": None}
    assert {name: bounds(one.total) for name, one in found.items()} == dict.fromkeys(BOOKS, (9, 9))
    assert found["ibc"].civilian is not None and "status_unknown_maximum" in found["ibc"].civilian.rules


def test_civilians_among_people() -> None:
    whole = claim(20, group=Group.PERSON, actor="ypg")
    told = reading(whole, claim(12, group=Group.CIVILIAN, part_of=whole.id, actor="ypg"))
    ucdp, ibc = coded("ucdp", told).killed, coded("ibc", told).killed
    assert (bounds(ucdp.civilian), bounds(ucdp.undetermined), bounds(ucdp.total)) == ((12, 12), (8, 8), (20, 20))
    assert bounds(ibc.civilian) == (12, 20)


def test_children_are_civilians_without_the_word() -> None:
    whole = claim(6, group=Group.PERSON, actor="ypg")
    told = reading(whole, claim(2, group=Group.CHILD, part_of=whole.id, actor="ypg"))
    assert bounds(coded("ibc", told).killed.civilian) == (2, 6)
    assert bounds(coded("ucdp", told).killed.civilian) == (2, 2)


def test_only_airwars_counts_the_injured() -> None:
    told = reading(claim(4, actor="ypg"), claim(9, harm=Harm.INJURED, at=30, actor="ypg"))
    assert bounds(coded("airwars", told).injured.civilian) == (9, 9)
    for name in ("ucdp", "acled", "ibc"):
        assert coded(name, told).injured.total is None


def test_names_raise_the_floor_for_airwars_only() -> None:
    people = PeopleFound(victims=tuple(victim(f"Name {letter}") for letter in "ABCDE"))
    both = reading(claim(3, actor="ypg"), people=people)
    assert {name: bounds(coded(name, both).killed.total) for name in BOOKS} == {
        "airwars": (5, 5), "ucdp": (3, 3), "acled": (3, 3), "ibc": (3, 3),
    }  # fmt: skip


def test_unable_to_confirm_is_not_zero() -> None:
    from kroniek.model.claim import Stance

    told = [claim(8, actor="ypg"), claim(0, at=300, said_by="Ministry", stance=Stance.QUESTIONED)]
    assert {name: killed(name, *told) for name in BOOKS} == dict.fromkeys(BOOKS, (8, 8))


def test_only_airwars_grades() -> None:
    told = reading(claim(4, actor="ypg"))
    assert coded("airwars", told).grade.value is not None
    for name in ("ucdp", "acled", "ibc"):
        found = coded(name, told)
        assert (found.grade.value, found.strike_status) == (None, None)
        assert found.grade.why == (f"{BOOKS[name].name} grades no harm.",)


def test_ucdp_needs_a_death_and_a_party() -> None:
    injured = coded("ucdp", reading(claim(9, harm=Harm.INJURED, actor="ypg")))
    assert (injured.entry.value, injured.entry.rules) == (EntryValue.NOT_ENTERED, ("least_deaths",))
    assert "At least" not in injured.entry.why[0] and "(rule least_deaths)" in injured.entry.why[0]
    nobody = coded("ucdp", reading(claim(9, method=Method.AIRSTRIKE)))
    assert (nobody.entry.value, nobody.entry.rules) == (EntryValue.NOT_ENTERED, ("organised_actors",))
    entered = coded("ucdp", reading(claim(9, actor="ypg")))
    assert entered.entry.value is EntryValue.ENTERED
    assert "(rule deaths_in_year)" in entered.entry.why[0]
    for name in ("airwars", "acled"):
        assert coded(name, reading(claim(9, harm=Harm.INJURED, actor="ypg"))).entry.value is EntryValue.ENTERED


def _in_iraq(day: date, *speakers: str) -> Incident:
    reports = [
        reading(claim(5, document=f"d{n}", said_by=who, place=MOSUL, time=on(day), actor="ypg"), document=f"d{n}", places=(MOSUL,))
        for n, who in enumerate(speakers)
    ]
    return coded("ibc", *reports)


def test_iraq_body_count_on_sources_and_days() -> None:
    assert _in_iraq(date(2006, 5, 4), "Agency").entry.rules == ("two_sources",)
    assert _in_iraq(date(2006, 5, 4), "Agency").entry.value is EntryValue.NOT_ENTERED
    assert _in_iraq(date(2006, 5, 4), "Agency", "Monitor").entry.value is EntryValue.ENTERED
    assert _in_iraq(date(2007, 12, 21), "Agency").entry.value is EntryValue.NOT_ENTERED
    later = _in_iraq(date(2007, 12, 22), "Agency")
    assert (later.entry.value, later.entry.rules) == (EntryValue.APART, ("single_source_apart",))
    assert later.grade.would_change == (
        "A second independent origin would let this enter.",
        "Evidence that all of the killed were combatants would keep this out.",
    )
    assert _in_iraq(date(2003, 3, 19), "Agency", "Monitor").entry.rules == ("covers",)
    elsewhere = coded("ibc", reading(claim(5, actor="ypg")))
    assert elsewhere.entry.value is EntryValue.NOT_ENTERED and elsewhere.entry.rules[0] == "covers"


def test_the_desks_own_codes() -> None:
    told = reading(claim(5, said_by="Agency", actor="ypg"))
    codes = {name: {code.name: code.value for code in coded(name, told).codes} for name in BOOKS}
    assert codes == {
        "airwars": {},
        "ucdp": {"date_prec": 1, "where_prec": 1, "event_clarity": 1, "source_original": "Agency"},
        "acled": {"time_precision": 1, "geo_precision": 1},
        "ibc": {},
    }
    province = coded("ucdp", reading(claim(5, place=DELFT, actor="ypg"), places=(DELFT,)))
    assert {code.name: code.value for code in province.codes}["where_prec"] == 4


_CLAIMS = st.lists(
    st.tuples(
        st.integers(0, 40), st.sampled_from([Group.CIVILIAN, Group.PERSON, Group.CHILD, Group.COMBATANT]),
        st.sampled_from([None, "One", "Two"]), st.sampled_from([Harm.KILLED, Harm.INJURED, Harm.HARMED]), st.sampled_from(["a", "b"]),
    ),
    min_size=1, max_size=7,
)  # fmt: skip


def _told(rows: list[tuple[int, Group, str | None, Harm, str]]) -> list[Reading]:
    by_document: dict[str, list[Claim]] = {}
    for number, (low, group, who, harm, document) in enumerate(rows):
        made = claim(low, group=group, said_by=who, harm=harm, document=document, at=number * 120, actor="ypg")
        by_document.setdefault(document, []).append(made)
    return [reading(*claims, document=document) for document, claims in sorted(by_document.items())]


@settings(max_examples=150, deadline=None)
@given(_CLAIMS)
def test_the_desks_relate_as_their_rules_do(rows: list[tuple[int, Group, str | None, Harm, str]]) -> None:
    """Every desk has the same incidents; minima never above maxima, best between them; ACLED's one number is the lowest of UCDP's."""
    found = {name: {one.id: one for one in assess(_told(rows), book, MADE_BY)} for name, book in BOOKS.items()}
    assert len({tuple(sorted(ids)) for ids in found.values()}) == 1
    for id in found["airwars"]:
        for name in BOOKS:
            for group in ("civilian", "combatant", "undetermined", "total"):
                one: CodedRange | None = getattr(found[name][id].killed, group)
                if one is None:
                    continue
                assert one.low is not None and one.high is not None and 0 <= one.low <= one.high
                assert one.best is None or one.low <= one.best <= one.high
                assert set(one.rules) <= set(BOOKS[name].rules) | {"groups_added"}
                assert (name == "ucdp") == (one.best is not None)
        ucdp, acled, ibc = (found[name][id].killed.total for name in ("ucdp", "acled", "ibc"))
        if acled is not None and ucdp is not None:
            assert acled.low == acled.high == ucdp.low or "at_most" in acled.rules
        if ibc is not None and ucdp is not None:
            assert ibc.high is not None and ucdp.high is not None and ibc.high >= ucdp.high


def test_a_codebook_of_ones_own_changes_the_range() -> None:
    book: Codebook = BOOKS["airwars"].without("dozens")
    (found,) = assess([reading(vague("dozens"))], book, MADE_BY)
    assert bounds(found.killed.civilian) == (2, 2)


@pytest.mark.parametrize("desk", ["ucdp", "acled"])
def test_codes_of_a_place_agree_with_the_crosswalk(desk: str) -> None:
    crosswalk = load_precisions().place
    for accuracy in Accuracy:
        level = crosswalk.translate("kroniek", accuracy.value, desk)
        if level is not None:
            assert str(BOOKS[desk].number("place_precision", accuracy.value)) == level.code, accuracy
