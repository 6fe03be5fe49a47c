"""Reads `roles.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.provenance.earlier import EarlierPosts
from kroniek.provenance.roles import Role, RoleKind, Roles
from kroniek.text.fold import fold

LANGUAGES = ("en", "nl")
_FILE = "roles.yaml"
_ROWS = (
    "roles", "for", "plain", "peoples", "directions", "told_on", "itself", "body_words", "its", "nobody", "author", "earlier", "months",
    "days",
)  # fmt: skip
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_roles() -> Roles:
    """The table of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    try:
        content = yaml.load(files("kroniek.provenance").joinpath(_FILE).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise RulesError(f"{_FILE}: {error}") from error
    return build_roles(content)


def build_roles(content: Any) -> Roles:
    """The roles of the rows. Raises RulesError for a row without a known source, an unknown kind, or words of two roles."""
    if not isinstance(content, dict) or not isinstance(content.get("sources"), dict):
        raise RulesError(f"{_FILE}: needs a mapping with `sources` at the top")
    for topic in _ROWS:
        for number, row in enumerate(content.get(topic, ()), 1):
            if not isinstance(row, dict) or row.get("source") not in content["sources"]:
                raise RulesError(f"{_FILE}: {topic}, row {number}: no `source` of the `sources` above")
    phrases: dict[tuple[str, ...], Role] = {}
    for row in content.get("roles", ()):
        role = _role(row)
        for phrase in _words(row):
            key = tuple("'s" if word == "'s" else fold(word) for word in phrase.replace("'s", " 's").replace("-", " ").split())
            if phrases.setdefault(key, role) != role:
                raise RulesError(f"{_FILE}: roles, {role.id}: {phrase!r} is of {phrases[key].id} too")
    return Roles(
        phrases=phrases,
        speaking_for=frozenset(fold(word) for row in content.get("for", ()) for word in _words(row)),
        plain=frozenset(fold(word) for row in content.get("plain", ()) for word in _words(row)),
        peoples={fold(word): row["party"] for row in content.get("peoples", ()) for word in row["words"]},
        directions={fold(word): to for row in content.get("directions", ()) for to in row if to != "source" for word in row[to]},
        told_on=_listed(content, "told_on"),
        itself=_listed(content, "itself"),
        nobody=_listed(content, "nobody"),
        its=_listed(content, "its"),
        body_words=_listed(content, "body_words"),
        author=_listed(content, "author"),
        earlier=EarlierPosts(
            tuple(word for row in content.get("earlier", ()) if row.get("which") != "last" for word in row["words"]),
            tuple(word for row in content.get("earlier", ()) if row.get("which") == "last" for word in row["words"]),
            tuple(tuple(row["words"]) for row in content.get("months", ())),
        ),
        days=tuple(sorted(_listed(content, "days"))),
    )


def _role(row: dict[str, Any]) -> Role:
    try:
        flags = {flag: bool(row.get(flag)) for flag in ("many", "saw", "any", "single", "national", "heads", "vague", "civil")}
        return Role(id=str(row["id"]), kind=RoleKind(row["kind"]), stands=frozenset(row.get("stands", ())), **flags)
    except (KeyError, ValueError) as error:
        raise RulesError(f"{_FILE}: roles, {row.get('id', 'without an id')}: {error}") from error


def _words(row: dict[str, Any]) -> list[str]:
    return [word for language in LANGUAGES for word in row.get(language, ())]


def _listed(content: dict[str, Any], topic: str) -> frozenset[str]:
    return frozenset(fold(word) for row in content.get(topic, ()) for word in row["words"])
