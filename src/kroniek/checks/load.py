"""Reads `words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kroniek.checks.rules import CheckRules, Cue, as_expression
from kroniek.errors import RulesError
from kroniek.model.claim import Kind

_FILE = "words.yaml"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_check_rules() -> CheckRules:
    """The words of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    try:
        content = yaml.load(files("kroniek.checks").joinpath(_FILE).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise RulesError(f"{_FILE}: {error}") from error
    return build_check_rules(content)


def build_check_rules(content: Any) -> CheckRules:
    """The rules of the rows. Raises RulesError for a row without a known source, or a topic that there is none of."""
    if not isinstance(content, dict) or not isinstance(content.get("sources"), dict):
        raise RulesError(f"{_FILE}: needs a mapping with `sources` at the top")
    known = {"sources", "per", "dimensions", *Cue}
    words: dict[str, dict[Cue, list[str]]] = {}
    per: dict[str, Kind] = {}
    dimensions: dict[str, str] = {}
    for topic, rows in content.items():
        if topic not in known:
            raise RulesError(f"{_FILE}: there is no topic {topic!r}")
        for number, row in enumerate([] if topic == "sources" else rows, 1):
            where = f"{_FILE}: {topic}, row {number}"
            if not isinstance(row, dict) or row.get("source") not in content["sources"]:
                raise RulesError(f"{where}: no `source` of the `sources` above")
            try:
                if topic == "per":
                    per |= dict.fromkeys(row["words"], Kind(row["kind"]))
                elif topic == "dimensions":
                    dimensions |= dict.fromkeys(row["units"], row["dimension"])
                else:
                    words.setdefault(row["language"], {}).setdefault(Cue(topic), []).extend(row["words"])
            except (KeyError, ValueError) as error:
                raise RulesError(f"{where}: {error}") from error
    cues = {language: {cue: as_expression(found) for cue, found in topics.items()} for language, topics in words.items()}
    return CheckRules(cues, per, dimensions)
