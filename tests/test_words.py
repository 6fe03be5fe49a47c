"""What Kroniek itself says takes no side: names on display, labels, reasons and help use words that no party chose to wound another.

Word lists that recognise what reports say hold such words of necessity; they are not on display and not looked at here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from tests.source_tree import SOURCE, Module, modules

LOADED = re.compile(
    r"\b(regimes?|terroris(?:ts?|m)|militants?|rebels?|jihadis(?:ts?|m)?|insurgents?|extremists?|thugs?|hordes?|massacres?d?|martyr(?:s|ed|dom)?"
    r"|atrocit(?:y|ies)|slaughter(?:ed)?|butcher(?:s|ed)?|barbaric|brutal|heinous|so-called|liberat(?:ed|ion)|occupiers?|neutrali[sz]ed"
    r"|collateral damage|human shields?|surgical strikes?|admit(?:s|ted)?|propaganda|enem(?:y|ies))\b",
    re.IGNORECASE,
)
# A range is what a codebook makes of claims; to call it this would promise what nobody computed.
STATISTICAL = re.compile(r"(?<!not a )(?<!not )(?<!no )\b(confidence (?:interval|level)s?|statistically)\b", re.IGNORECASE)
# What one side calls another. A party's own name for itself ("Martyrs' Brigades") is its name.
LABELS = re.compile(r"\b(regimes?|terrorists?|militants?|rebels?|jihadists?|insurgents?|extremists?|occupation)\b", re.IGNORECASE)
# Names of parties as the public datasets spell them, so that ledgers can be joined with those.
NAMES_OF_THE_CONTRACT = frozenset({"Syrian Regime", "Palestinian Militants"})
SHOWING = {"workbench", "publish", "incidents", "checks", "cli"}
TEMPLATES = sorted(SOURCE.rglob("*.html"))
_PATTERN_CALLS = {"compile", "search", "match", "fullmatch", "sub", "findall", "finditer"}


def _without_contract_names(text: str) -> str:
    for name in sorted(NAMES_OF_THE_CONTRACT):
        text = text.replace(name, "")
    return text


def _strings(module: Module) -> Iterator[tuple[int, str]]:
    """The module's string constants, without those that are patterns to read reports with."""
    patterns = {
        id(part)
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _PATTERN_CALLS
        for part in ast.walk(call)
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in patterns:
            yield node.lineno, node.value


def test_no_loaded_word_in_what_the_programme_says() -> None:
    wrong = [
        f"{module.name}:{line}: {found[0]!r}"
        for module in modules()
        if module.package in SHOWING
        for line, text in _strings(module)
        if (found := LOADED.search(_without_contract_names(text)) or STATISTICAL.search(text))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_loaded_word_on_a_page(template: object) -> None:
    text = template.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    found = LOADED.search(text) or STATISTICAL.search(text)
    assert not found, found and found[0]


def test_no_loaded_word_in_the_name_of_a_party() -> None:
    table = yaml.safe_load(files("kroniek.parties").joinpath("parties.yaml").read_text(encoding="utf-8"))
    names = [row["name"] for row in table["parties"]]
    assert len(names) > 20
    assert not [name for name in names if name not in NAMES_OF_THE_CONTRACT and LABELS.search(name)]


def test_the_list_finds_what_it_is_for() -> None:
    assert LOADED.search("the Regime's forces")
    assert LOADED.search("so-called state")
    assert STATISTICAL.search("the confidence interval is 5 to 9")
    assert not STATISTICAL.search("a range is not a confidence interval")
    assert not LOADED.search("Syrian Democratic Forces said that 12 civilians were killed")
