import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.errors import RulesError
from kroniek.model.claim import Method
from kroniek.reading.clues_load import load_clues, parse_clues
from kroniek.reading.report_clues import ClueKind, ReportClues, report_clues

RULES = load_clues()


def clues(text: str, language: str = "en") -> ReportClues:
    return report_clues(text, RULES, language)


def kinds(text: str, language: str = "en") -> set[ClueKind]:
    return {clue.kind for clue in clues(text, language).statements}


def test_means_of_attack_with_their_place() -> None:
    text = "Two people died in a drone strike on a car.\n\nAn earlier attack with artillery is recorded separately."
    found = clues(text)
    assert [(clue.method, clue.paragraph, clue.other_event) for clue in found.methods if not clue.general] == [
        (Method.DRONE_STRIKE, 0, False),
        (Method.ARTILLERY, 1, True),
    ]
    assert all(text[clue.start : clue.end] == clue.text for clue in found.methods)
    assert text[: found.first_sentence_end] == "Two people died in a drone strike on a car."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Only one source attributed the strike to the army.", ClueKind.ONE_ATTRIBUTES),
        ("None of the sources named the perpetrator.", ClueKind.NOBODY_NAMED),
        ("Sources did not identify the belligerent.", ClueKind.NOBODY_NAMED),
        ("We graded the strike as a single source claim.", ClueKind.CALLED_SINGLE),
        ("The strike status was classified as contested.", ClueKind.CALLED_CONTESTED),
        ("The army confirmed the strike on the depot.", ClueKind.DECLARED),
        ("The coalition acknowledged that civilians were killed.", ClueKind.CONCEDED),
        ("All sources attributed the raid to government forces.", ClueKind.ALL_ATTRIBUTE),
        ("His militant status is contested.", ClueKind.VICTIM_CONTESTED),
        ("Either party could have fired it.", ClueKind.BOTH_PARTIES),
    ],
)
def test_statements_on_attribution(text: str, kind: ClueKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army denied the strike.",
        "While no source named the perpetrator, multiple sources spoke of warplanes.",
        "His militant status is contested.",
        "The football club confirmed the transfer.",
    ],
)
def test_what_is_no_declaration_nor_contest(text: str) -> None:
    assert not kinds(text) & {ClueKind.DECLARED, ClueKind.NOBODY_NAMED, ClueKind.CALLED_CONTESTED, ClueKind.CALLED_SINGLE}


def test_dutch() -> None:
    assert ClueKind.DECLARED in kinds("Het leger bevestigde de aanval op de wijk.", "nl")
    assert ClueKind.DECLARED not in kinds("Het leger ontkende de aanval op de wijk.", "nl")
    assert [clue.method for clue in clues("Bij luchtaanvallen vielen drie doden.", "nl").methods] == [Method.AIRSTRIKE]
    assert [clue.category for clue in clues("De school werd geraakt.", "nl").infrastructure] == ["education"]


def test_a_language_without_a_lexicon_gives_nothing() -> None:
    assert clues("Only one source attributed it to the army.", "xx") == ReportClues()


@given(text=st.text(max_size=300))
def test_any_text_keeps_its_offsets(text: str) -> None:
    found = clues(text)
    assert all(text[clue.start : clue.end] == clue.text for clue in found.methods)
    assert all(text[clue.start : clue.end] == clue.text for clue in (*found.infrastructure, *found.media))


@pytest.mark.parametrize(
    "row",
    [
        "phrases: [{label: 'odd:x', source: own, words: [a]}]",
        "phrases: [{label: 'method:x', source: own, words: [a]}]",
        "phrases: [{label: 'group:x', words: [a]}]",
        "statements: [{id: a, kind: odd, all_of: []}]",
        "statements: [{id: a, kind: declared, all_of: [nothing]}]",
    ],
)
def test_a_broken_row_is_named(row: str) -> None:
    with pytest.raises(RulesError, match="row 1"):
        parse_clues(row.encode(), "xx/clues.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The injury range has therefore been put at between two and seven.", [({"injured"}, 2, 7)]),
        ("Airwars has used a 12-24 range for injuries and 2-2 in the fatality range.", [({"injured"}, 12, 24), ({"killed"}, 2, 2)]),
        ("The range for both injured and killed civilians has been recorded as 0-1.", [({"injured", "killed"}, 0, 1)]),
        ("The minimum number of civilians killed has been recorded as 14.", [({"killed"}, 14, None)]),
        ("Airwars has set a maximum toll of nine deaths.", [({"killed"}, None, 9)]),
        (
            "Airwars is assessing the minimum number of civilians injured as four and the maximum as five, as photos show four people.",
            [({"injured"}, 4, None), ({"injured"}, None, 5)],
        ),
        (
            "The number of deaths in the strike that hit the home of the Haddad family west of the old market of Tyre could therefore be "
            "as high as 37.",
            [({"killed"}, None, 37)],
        ),
        ("Airwars has counted a minimum number of child deaths as two and a maximum of three.", []),
        ("Airwars found ten names, though one source put the death toll at 35.", []),
        ("The strike killed between two and seven people.", []),
        ("The strike killed as many as seven people.", []),
    ],
)
def test_what_a_desk_says_that_it_counted(text: str, expected: list[tuple[set[str], int | None, int | None]]) -> None:
    assert [({str(harm) for harm in each.harms}, each.low, each.high) for each in clues(text).counted] == expected
