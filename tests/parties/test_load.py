"""The parties' file keeps its own form, and takes no side."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from kroniek.errors import RulesError
from kroniek.parties.load import build_parties, load_parties
from kroniek.parties.party import PartyKind

PARTIES = load_parties()
SHARED = Path(__file__).parents[3] / "shared" / "data" / "parties.csv"
NOUNS = {language: {"nouns": ["army"], "irregular_nouns": [], "between": []} for language in ("en", "nl")}
JUDGEMENTS = ("regime", "terror", "rebel", "thug", "so-called", "martyr", "occupation", "fanatic", "extremist")
# Names that Airwars' list itself gives, and what an organisation calls itself.
GIVEN = {"syrian-regime", "al-aqsa-martyrs-brigades", "occrp"}


def table(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"sources": {"own": "its own pages"}, "parties": list(rows)}


def row(**fields: Any) -> dict[str, Any]:
    return {"id": "a", "name": "A", "kind": "ngo", "source": "own", **fields}


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the expert-coded list of parties is not beside the project")
def test_ids_and_names_are_those_of_the_experts() -> None:
    with SHARED.open(encoding="utf-8") as file:
        for listed in csv.DictReader(file):
            party = PARTIES.by_id(listed["id"])
            assert party is not None and (party.name, party.kind) == (listed["name"], listed["kind"])


def test_no_display_name_judges() -> None:
    for party in PARTIES.all():
        if party.id not in GIVEN:
            assert not any(word in party.name.lower() for word in JUDGEMENTS), party.name


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    names = [party.name for party in PARTIES.all()]
    assert len(names) >= 200
    assert len(names) == len(set(names))


def test_acts_are_laid_to_belligerents_only() -> None:
    for party in PARTIES.all():
        acts_as = PARTIES.belligerent_of(party)
        assert acts_as is None or acts_as.kind is PartyKind.BELLIGERENT


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([row(), row()], "a: this id is used twice"),
        ([row(kind="army")], "no such kind: army"),
        ([row(part_of="nobody")], "there is no party nobody"),
        ([row(colour="red")], "unknown field colour"),
        ([row(source="hearsay")], "source hearsay"),
        ([row(name=None)], "name is missing"),
        ([row(exact=[True])], "must stand in quotes"),
        ([row(exact=["IS"]), row(id="b", exact=["IS"])], "b: 'IS' is already a exact of a"),
    ],
)
def test_a_broken_row_is_named(rows: list[dict[str, Any]], named: str) -> None:
    with pytest.raises(RulesError, match=named):
        build_parties(table(*rows), NOUNS)
