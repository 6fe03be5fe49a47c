"""The gold for origins is what its README says, and its scorer counts as the contract's does."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest
from benchmarks.origins_gold import KEPT, b_cubed, errors_of, main, origins_gold_names, origins_rows, score_incidents
from benchmarks.own_gold import gold_names

from kroniek.model.incident import IncidentDocument, Origin
from tests.workbench.builders import incident

SETS = {
    "origins": (16, 60, 60),
    KEPT: (14, 50, 60),
    "origins_second": (17, 57, 25),
    "origins_third": (9, 33, 15),
    "origins_fourth": (14, 57, 100),
}
"""Of each set: how many events, at least how many reports, and the fewest words of one."""
IN_ONE_LANGUAGE = {"origins_fourth": 7}
"""Of a set where not every event is told in both languages: how many are told in one only."""
Row = dict[str, Any]


def row(identity: str, group: str, *origins: str) -> Row:
    return {"id": identity, "publisher": "Paper", "group": group, "origins": list(origins)}


def found(identity: str, documents: str, *origins: str) -> Any:
    """An incident of documents that each have a letter, with the documents of each origin."""
    return incident(
        identity,
        identity,
        documents=tuple(IncidentDocument(letter, True) for letter in documents),
        origins=tuple(Origin(f"origin {letters}", tuple(letters)) for letters in origins),
    )


def test_all_sets_are_found_and_none_is_scored_by_figures() -> None:
    assert origins_gold_names() == sorted(SETS)
    assert not set(SETS) & set(gold_names())


@pytest.mark.parametrize("name", SETS)
def test_events_are_told_by_two_to_six_reports_in_both_languages(name: str) -> None:
    rows, (events, fewest, _) = origins_rows(name), SETS[name]
    told = Counter(one["group"] for one in rows)
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for one in rows:
        languages[one["group"]].add(one["language"])
    assert len(told) == events
    assert len(rows) >= fewest
    assert set(told.values()) <= set(range(2, 7))
    assert set().union(*languages.values()) == {"nl", "en"}
    assert sum(len(spoken) == 1 for spoken in languages.values()) == IN_ONE_LANGUAGE.get(name, 0)


@pytest.mark.parametrize("name", SETS)
def test_reports_are_whole_and_tell_nothing_by_their_ids(name: str) -> None:
    rows = origins_rows(name)
    for one in rows:
        assert set(one) - {"title", "url", "links"} == {"id", "language", "publisher", "published", "text", "group", "origins"}
        assert date.fromisoformat(one["published"])
        assert SETS[name][2] <= len(one["text"].split()) <= 350, one["id"]
        assert one["origins"], one["id"]
        assert len(set(one["origins"])) == len(one["origins"])
        assert one["group"] not in one["id"]


def test_no_report_or_event_is_in_two_sets() -> None:
    rows = [one for name in SETS for one in origins_rows(name)]
    assert len({one["id"] for one in rows}) == len({one["text"] for one in rows}) == len(rows)
    groups = Counter(group for name in SETS for group in {one["group"] for one in origins_rows(name)})
    assert set(groups.values()) == {1}


def test_pairs_count_only_within_an_event() -> None:
    rows = [row("a", "one", "Hospital"), row("b", "one", "hospital "), row("c", "one", "Army"), row("d", "two", "Hospital")]
    right = score_incidents(rows, [found("1", "abc", "ab", "c"), found("2", "d", "d")])
    assert right == dict.fromkeys(right, 1.0)
    merged = score_incidents(rows, [found("1", "abcd", "abcd")])
    assert merged["same origin precision"] == pytest.approx(1 / 3, abs=1e-4)
    assert merged["same origin recall"] == 1
    assert merged["links B3 precision"] == pytest.approx((3 * 3 / 4 + 1 / 4) / 4, abs=1e-4)


def test_an_origin_of_another_incident_is_not_the_same() -> None:
    rows = [row("a", "one", "Hospital"), row("b", "one", "Hospital")]
    figures = score_incidents(rows, [found("1", "a", "a"), found("2", "b", "b")])
    assert (figures["same origin recall"], figures["links B3 recall"]) == (0, 0.5)


def test_a_report_without_an_incident_stands_alone() -> None:
    figures = score_incidents([row("a", "one", "Hospital"), row("b", "two", "Army")], [])
    assert (figures["links B3 precision"], figures["links B3 recall"], figures["same origin F1"]) == (1, 1, 0)


def test_b_cubed_weighs_every_document_the_same() -> None:
    assert b_cubed({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "2", "c": "2"}) == (0.6667, 0.6667, 0.6667)


def test_errors_name_the_pair_and_what_was_wrong() -> None:
    rows = [row("a", "one", "Hospital"), row("b", "one", "Hospital"), row("c", "two", "Army")]
    told = list(errors_of(rows, [found("1", "ac", "a", "c"), found("2", "b", "b")]))
    assert [line.split(": ")[1] for line in told] == ["not linked", "one origin, not found", "linked, though of two events"]


def test_errors_of_the_kept_set_are_never_shown() -> None:
    lines: list[str] = []
    main([KEPT], lines.append)
    assert lines
    assert all(line.startswith(f"{KEPT}: ") for line in lines)
