"""Reads `roles.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Any

from kroniek.errors import RulesError
from kroniek.provenance.earlier import EarlierPosts
from kroniek.provenance.roles import Role, RoleKind, Roles
from kroniek.rules.load import chosen, listed_words, needed, rule_file, sourced_rows, sources_of
from kroniek.text.fold import fold

LANGUAGES = ("en", "nl")
_FILE = "roles.yaml"
_BY_LANGUAGE = ("roles", "for", "plain")
_LISTED = ("peoples", "told_on", "itself", "body_words", "its", "nobody", "author", "earlier", "months", "days")
"""Topics whose rows each hold `words`."""


@cache
def load_roles() -> Roles:
    """The table of the package, read once a process. Raises RulesError that names the row that breaks the form."""
    return build_roles(rule_file("kroniek.provenance", _FILE))


def build_roles(content: Any) -> Roles:
    """The roles of the rows. Raises RulesError for a row without a known source, an unknown kind, or words of two roles."""
    sources = sources_of(content, _FILE)
    for topic in (*_BY_LANGUAGE, *_LISTED, "directions"):
        for number, row in enumerate(sourced_rows(content.get(topic), sources, f"{_FILE}: {topic}"), 1):
            where = f"{_FILE}: {topic}, row {number}"
            for column in ("words",) if topic in _LISTED else [each for each in row if each in LANGUAGES]:
                listed_words(row, column, where)
            if topic == "peoples":
                needed(row, "party", where)
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
    where = f"{_FILE}: roles, {row.get('id', 'without an id')}"
    flags = {flag: bool(row.get(flag)) for flag in ("many", "saw", "any", "single", "national", "heads", "vague", "civil")}
    kind = chosen(RoleKind, row.get("kind"), where)
    return Role(id=needed(row, "id", where), kind=kind, stands=frozenset(row.get("stands", ())), **flags)


def _words(row: dict[str, Any]) -> list[str]:
    return [word for language in LANGUAGES for word in row.get(language, ())]


def _listed(content: dict[str, Any], topic: str) -> frozenset[str]:
    return frozenset(fold(word) for row in content.get(topic, ()) for word in row["words"])
