"""A codebook as a page to read: a table of its rules, what each says, its parameters, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kroniek.codebooks.catalogue import Catalogue, Need
from kroniek.codebooks.codebook import Codebook, Rule, Value

HEAD = """# Codebooks

A codebook is a desk's written rules: how words become numbers, ranges and a grade. It is data, a YAML file with a source for every row,
so that a desk can read, change or replace it. `--codebook` codes the same claims by another one; `kroniek compare` shows where
desks would differ, and by which rules. `kroniek codebook new` begins one of your own, `kroniek codebook check` says what it lacks.

The tables are made from the files by `python tools/codebooks_page.py`. What a desk itself has published stands under its name; what is
common knowledge of the field says so, and whoever publishes under that codebook verifies it first.
"""


def page(codebooks: Iterable[Codebook], catalogue: Catalogue) -> str:
    """The page of all codebooks, and the list of all rules that there are."""
    parts = [HEAD, *(codebook_markdown(codebook, catalogue) for codebook in codebooks), _all_rules(catalogue)]
    return "\n".join(parts)


def codebook_markdown(codebook: Codebook, catalogue: Catalogue) -> str:
    """One codebook: its rules by step of the work, and its notes."""
    lines = [f"## {codebook.name}", "", f"`{codebook.id}`, version {codebook.version}. {codebook.about}".rstrip(), ""]
    for step, heading in catalogue.steps.items():
        rules = [rule for id, rule in codebook.rules.items() if catalogue.rules[id].step == step]
        if rules:
            lines += [f"### {codebook.name}: {_small(heading)}", "", "| rule | what it says | parameters | source |", "|---|---|---|---|"]
            lines += [f"| `{rule.id}` | {_cell(rule.says)} | {parameters(rule)} | {_cell(rule.citation)} |" for rule in rules]
            lines.append("")
    if codebook.notes:
        lines += [f"### {codebook.name}: not computed", "", "| note | what the desk does | source |", "|---|---|---|"]
        lines += [f"| `{note.id}` | {_cell(note.says)} | {_cell(note.citation)} |" for note in codebook.notes]
        lines.append("")
    return "\n".join(lines)


def _all_rules(catalogue: Catalogue) -> str:
    lines = ["## Rules that there are", ""]
    lines += ["What the coding does where a codebook has the row. Nothing can be coded without a required one.", ""]
    lines += ["| rule | what the coding does | parameters | need |", "|---|---|---|---|"]
    for rule in catalogue.rules.values():
        given = [f"{name}: {kind}" for name, kind in rule.values.items()]
        given += [f"{name}: {kind}, may be left out" for name, kind in rule.options.items()]
        given += [f"any other: {rule.others}"] if rule.others else []
        given += ["words"] if rule.words.value == "required" else []
        need = f"one of `{'`, `'.join(catalogue.choices()[rule.choose])}`" if rule.choose else str(rule.need.value)
        lines.append(f"| `{rule.id}` | {_cell(rule.does)} | {'; '.join(given)} | {need if rule.need is Need.OPTIONAL else 'required'} |")
    return "\n".join([*lines, ""])


def parameters(rule: Rule) -> str:
    """The parameters and words of a rule in one cell."""
    told = [f"{name}: {value_in_words(value)}" for name, value in rule.values.items()]
    if rule.words:
        told.append(f"words: {', '.join(rule.words)}")
    return _cell("; ".join(told))


def value_in_words(value: Value) -> str:
    """A parameter as a reader sees it."""
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _small(heading: str) -> str:
    return heading[:1].lower() + heading[1:]
