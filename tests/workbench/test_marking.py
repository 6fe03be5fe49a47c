"""Cutting a text at its marks: no character is ever lost, whatever the marks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.span import Span
from kroniek.workbench.marking import Mark, segments, surroundings

TEXTS = st.text(max_size=80)
MARKS = st.lists(
    st.builds(
        lambda start, length, role, key: Mark(start, start + length, role, key),
        st.integers(0, 90),
        st.integers(0, 40),
        st.sampled_from(["evidence", "figure", "speaker"]),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=12,
)


@given(TEXTS, MARKS)
def test_segments_joined_are_the_text(text: str, marks: list[Mark]) -> None:
    cut = segments(text, marks)
    assert "".join(segment.text for segment in cut) == text
    assert all(text[segment.start : segment.end] == segment.text for segment in cut)
    assert all(one.end == two.start for one, two in pairwise(cut))


@given(TEXTS, MARKS)
def test_every_segment_lies_wholly_inside_or_outside_each_mark(text: str, marks: list[Mark]) -> None:
    for segment in segments(text, marks):
        for mark in marks:
            covered = max(segment.start, mark.start) < min(segment.end, mark.end)
            assert covered == (replace(mark, end=min(mark.end, len(text))) in segment.marks if segment.text else False)
        assert all(on.start <= segment.start and segment.end <= on.end for on in segment.marks)


@given(TEXTS, MARKS)
def test_every_mark_within_the_text_begins_exactly_once(text: str, marks: list[Mark]) -> None:
    begun = [mark for segment in segments(text, marks) for mark in segment.beginning]
    assert len(begun) == sum(mark.start < len(text) or mark.start == mark.end == len(text) for mark in marks)


@given(TEXTS, MARKS)
def test_marks_nest_outermost_first(text: str, marks: list[Mark]) -> None:
    for segment in segments(text, marks):
        starts = [mark.start for mark in segment.marks]
        assert starts == sorted(starts)


@given(TEXTS, MARKS, st.integers(0, 90), st.integers(0, 90))
def test_a_window_shows_that_part_only(text: str, marks: list[Mark], one: int, two: int) -> None:
    window = Span(min(one, two), max(one, two))
    assert "".join(segment.text for segment in segments(text, marks, window)) == window.of(text)


@given(st.text(alphabet="ab. \n", max_size=120), st.integers(0, 120), st.integers(0, 120), st.integers(1, 40))
def test_surroundings_hold_the_core_and_stay_within_reach(text: str, one: int, two: int, reach: int) -> None:
    core = Span(min(one, two, len(text)), min(max(one, two), len(text)))
    around = surroundings(text, core, reach)
    assert around.start <= core.start and core.end <= around.end <= len(text)
    assert core.start - around.start <= reach and around.end - core.end <= reach


def test_surroundings_are_the_sentence_before_and_the_one_after() -> None:
    text = "First of all. The town was quiet. Nine people were killed. Nobody spoke. The end came."
    core = Span(text.index("Nine"), text.index(" Nobody"))
    assert surroundings(text, core).of(text) == "The town was quiet. Nine people were killed. Nobody spoke."


def test_surroundings_begin_and_end_with_a_word() -> None:
    text = "One.\n\n\nNine people were killed.\n\n\n"
    assert surroundings(text, Span(7, 31)).of(text) == "One.\n\n\nNine people were killed."
    assert surroundings("\n\n" + text, Span(9, 33)).start == 2


def test_overlapping_marks_are_split() -> None:
    cut = segments("abcdef", [Mark(0, 4, "evidence", "x"), Mark(2, 6, "evidence", "y")])
    assert [(segment.text, segment.keys) for segment in cut] == [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]


@given(TEXTS, MARKS, st.integers(0, 80))
def test_a_text_shown_in_two_parts_has_each_anchor_once(text: str, marks: list[Mark], at: int) -> None:
    at = min(at, len(text))
    anchors = [Mark(mark.start, mark.start, "mention", f"{number}") for number, mark in enumerate(marks)]
    windows = [window for window in (Span(0, at), Span(at, len(text))) if window.start < window.end]
    begun = [mark.key for window in windows for segment in segments(text, anchors, window) for mark in segment.beginning]
    assert len(begun) == len(set(begun))
    assert not text or len(begun) == sum(mark.start <= len(text) for mark in anchors)
