"""Reads the parties' files: `parties.yaml` and `armed_nouns.yaml`."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kroniek.errors import RulesError
from kroniek.parties.index import ArmedNouns, Parties
from kroniek.parties.party import Party, PartyKind
from kroniek.text.fold import fold
from kroniek.text.phrases import PhraseIndex

LANGUAGES = ("en", "nl")
_FIELDS = frozenset({"id", "name", "kind", "country", "part_of", "acts_as", "aliases", "exact", "adjectives", "irregular", "source"})
_FILES = ("parties.yaml", "armed_nouns.yaml")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_parties() -> Parties:
    """The parties of the package, read once. Raises RulesError that names the row that breaks the form."""
    contents = {name: files("kroniek.parties").joinpath(name).read_bytes() for name in _FILES}
    digest = hashlib.sha256(b"".join(hashlib.sha256(contents[name]).digest() for name in _FILES)).hexdigest()
    return build_parties(_mapping("parties.yaml", contents), _mapping("armed_nouns.yaml", contents), digest)


def build_parties(table: dict[str, Any], nouns: dict[str, Any], digest: str = "") -> Parties:
    """The index of the rows. Raises RulesError for an unknown field, a repeated id or name, or a tie to a party that is not there."""
    rows: dict[str, dict[str, Any]] = {}
    for row in table.get("parties", ()):
        _check(row, rows, table.get("sources", {}))
        rows[row["id"]] = row
    parties = {row_id: _party(row, rows) for row_id, row in rows.items()}
    names: dict[str, PhraseIndex[Party]] = {language: PhraseIndex() for language in LANGUAGES}
    adjectives: dict[str, PhraseIndex[Party]] = {language: PhraseIndex() for language in LANGUAGES}
    owners: dict[tuple[str, str, str], str] = {}
    for row_id, row in rows.items():
        for language in LANGUAGES:
            for phrase in _phrases(row, "aliases", language):
                _claim(owners, ("name", language, fold(phrase)), row_id)
                for form in (phrase, *_genitives(phrase, language)):
                    names[language].add(form, parties[row_id])
            for phrase in row.get("exact", ()):
                _claim(owners, ("exact", language, phrase), row_id)
                for form in (phrase, *_genitives(phrase, language)):
                    names[language].add(form, parties[row_id], exact=True)
            for phrase in _phrases(row, "adjectives", language):
                _claim(owners, ("adjective", language, fold(phrase)), row_id)
                adjectives[language].add(phrase, parties[row_id])
    armed = {language: _armed(nouns, language) for language in LANGUAGES}
    return Parties(parties, names, adjectives, armed, digest, _generic(table, parties), _seats(table, parties))


def _generic(table: dict[str, Any], parties: dict[str, Party]) -> dict[str, dict[str, Party]]:
    """By country, what general words mean there."""
    found: dict[str, dict[str, Party]] = {}
    for row in table.get("generic", ()):
        for country, meant in row["means"].items():
            if meant not in parties:
                raise RulesError(f"parties.yaml, generic: there is no party {meant}")
            found.setdefault(country, {}).update({" ".join(fold(word).split()): parties[meant] for word in row["words"]})
    return found


def _seats(table: dict[str, Any], parties: dict[str, Party]) -> PhraseIndex[Party]:
    """Capitals and their states."""
    index: PhraseIndex[Party] = PhraseIndex()
    for row in table.get("seats", ()):
        if row["state"] not in parties:
            raise RulesError(f"parties.yaml, seats: there is no party {row['state']}")
        for word in row["words"]:
            for written in (word, f"{word}'s", f"{word}’s"):
                index.add(written, parties[row["state"]], exact=True)
    return index


def _mapping(name: str, contents: dict[str, bytes]) -> dict[str, Any]:
    loaded = yaml.load(contents[name], Loader=_Loader)  # noqa: S506  # a safe loader, the C one where there is one
    if not isinstance(loaded, dict):
        raise RulesError(f"{name}: a mapping was expected")
    return loaded


def _check(row: dict[str, Any], rows: dict[str, dict[str, Any]], sources: dict[str, str]) -> None:
    row_id = row.get("id", "without an id")
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise RulesError(f"parties.yaml, {row_id}: unknown field {', '.join(unknown)}")
    for needed in ("id", "name", "kind", "source"):
        if not isinstance(row.get(needed), str):
            raise RulesError(f"parties.yaml, {row_id}: {needed} is missing or no text")
    if row_id in rows:
        raise RulesError(f"parties.yaml, {row_id}: this id is used twice")
    if row["source"] not in sources:
        raise RulesError(f"parties.yaml, {row_id}: source {row['source']} is not among the sources at the top")
    words = [*row.get("exact", ()), *(word for key in ("aliases", "adjectives") for listed in row.get(key, {}).values() for word in listed)]
    for word in words:
        if not isinstance(word, str):
            raise RulesError(f"parties.yaml, {row_id}: {word!r} must stand in quotes")


def _party(row: dict[str, Any], rows: dict[str, dict[str, Any]]) -> Party:
    try:
        kind = PartyKind(row["kind"])
    except ValueError as error:
        raise RulesError(f"parties.yaml, {row['id']}: no such kind: {row['kind']}") from error
    acts_as = row.get("acts_as", row["id"] if kind is PartyKind.BELLIGERENT else None)
    for tie in (row.get("part_of"), acts_as):
        if tie is not None and tie not in rows:
            raise RulesError(f"parties.yaml, {row['id']}: there is no party {tie}")
    return Party(row["id"], row["name"], kind, row.get("country"), row.get("part_of"), acts_as, row["source"], bool(row.get("irregular")))


def _phrases(row: dict[str, Any], key: str, language: str) -> list[str]:
    listed = row.get(key, {})
    return [*listed.get(language, ()), *listed.get("any", ())]


def _genitives(phrase: str, language: str) -> tuple[str, ...]:
    """ "Israel's", "Ruslands": names carry no case in the list."""
    if phrase.endswith(("s", "'")):
        return ()
    return (f"{phrase}'s", f"{phrase}’s") if language == "en" else (f"{phrase}'s", f"{phrase}’s", f"{phrase}s")


def _claim(owners: dict[tuple[str, str, str], str], phrase: tuple[str, str, str], row_id: str) -> None:
    owner = owners.setdefault(phrase, row_id)
    if owner != row_id:
        raise RulesError(f"parties.yaml, {row_id}: {phrase[2]!r} is already a {phrase[0]} of {owner}")


def _armed(nouns: dict[str, Any], language: str) -> ArmedNouns:
    table = nouns[language]
    return ArmedNouns(
        frozenset(fold(word) for word in table["nouns"]),
        frozenset(fold(word) for word in table["irregular_nouns"]),
        frozenset(fold(word) for word in table["between"]),
        tuple(fold(word) for word in table.get("compounds_end_in", ())),
    )
