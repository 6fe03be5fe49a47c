"""The check that loads a codebook and its JSON Schema say the same: what one refuses the other refuses."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kroniek.codebooks.form import problems
from kroniek.codebooks.load import as_json, load_catalogue, packaged_codebooks
from kroniek.contracts.schemas import schema

CATALOGUE = load_catalogue()
VALIDATOR = Draft202012Validator(schema("codebook"), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _record(name: str) -> dict[str, Any]:
    record: dict[str, Any] = yaml.safe_load((resources.files("kroniek.codebooks") / f"{name}.yaml").read_text(encoding="utf-8"))
    return record


RECORDS = {name: _record(name) for name in packaged_codebooks()}


def _agree(record: Any) -> bool:
    """Whether both hold it for a codebook. Fails where they differ."""
    ours, theirs = not problems(record, CATALOGUE), VALIDATOR.is_valid(as_json(record))
    assert ours == theirs, (problems(record, CATALOGUE), [error.message for error in VALIDATOR.iter_errors(as_json(record))][:3])
    return ours


@pytest.mark.parametrize("name", packaged_codebooks())
def test_the_packaged_codebooks_keep_their_form(name: str) -> None:
    assert _agree(RECORDS[name])


def _without(row: dict[str, Any], key: str) -> None:
    row.pop(key, None)


DAMAGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "a row without a source": lambda row: _without(row, "source"),
    "a row without words on what it says": lambda row: row.update(says=""),
    "an unknown key": lambda row: row.update(colour="red"),
    "an unknown rule": lambda row: row.update(id="zzz"),
    "an unknown parameter": lambda row: row.setdefault("values", {}).update(zzz=True),
    "a parameter of another type": lambda row: row.update(values=dict.fromkeys(row.get("values") or {"zzz": 1}, True)),
    "no parameters": lambda row: _without(row, "values"),
    "no words": lambda row: _without(row, "words"),
    "words that are none": lambda row: row.update(words=[1]),
    "nothing": lambda _row: None,
}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(RECORDS)), st.integers(0, 200), st.sampled_from(sorted(DAMAGES)))
def test_both_refuse_the_same(name: str, place: int, damage: str) -> None:
    record = deepcopy(RECORDS[name])
    DAMAGES[damage](record["rules"][place % len(record["rules"])])
    kept = _agree(record)
    assert kept or damage != "nothing"
    if damage in ("a row without a source", "an unknown key", "an unknown rule", "words that are none"):
        assert not kept


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(RECORDS)), st.integers(0, 200))
def test_a_row_left_out_is_missed_only_where_coding_needs_it(name: str, place: int) -> None:
    record = deepcopy(RECORDS[name])
    left_out = CATALOGUE.rules[record["rules"].pop(place % len(record["rules"]))["id"]]
    assert _agree(record) == (left_out.need.value == "optional" and left_out.choose is None)


@pytest.mark.parametrize("record", [None, [], {}, {"rules": {}}, {"rules": [3]}, {"rules": [], "notes": 3}, {"rules": [], "odd": 1}])
def test_what_is_no_codebook_is_refused_by_both(record: Any) -> None:
    assert not _agree(record)


def test_every_rule_that_the_code_asks_for_is_in_the_catalogue() -> None:
    import re

    from tests.source_tree import modules

    asked = set()
    for module in modules():
        if module.package in ("incidents", "publish", "checks"):
            asked |= set(re.findall(r"(?:codebook|book)\.(?:has|rule|number|names|range|word|day)\(\s*\"(\w+)\"", "\n".join(module.lines)))
    assert len(asked) > 20
    assert asked <= set(CATALOGUE.rules), asked - set(CATALOGUE.rules)
