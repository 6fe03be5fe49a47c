"""Loads `attribution.yaml` of a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any, TypeVar

import yaml

from kroniek.errors import RulesError
from kroniek.model.claim import SpeakerRole, Stance
from kroniek.reading.attribution.rules import AttributionRules, Cue, CueForm
from kroniek.text.phrases import PhraseIndex
from kroniek.text.tokens import TokenKind, tokenise

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILE = "attribution.yaml"
_WORD_LISTS = (
    "not_speakers", "anaphors", "pronouns", "determiners", "links", "fillers", "report_nouns", "stops", "contrasts",
    "conjunctions", "harm_words", "civilian_words", "killing_verbs", "not_names",
    "definites", "impersonal", "passives", "qualifiers", "agents", "asides", "relative_pronouns", "noun_followers",
    "publishings", "time_prepositions", "referrals", "short_names", "accusing", "firing", "denied_acts", "titles", "conditionals",
    "amounts", "amount_endings", "amount_openers", "elliptical", "count_nouns", "told_as",
    "articles", "authors", "narrowing", "referring", "bands", "harm_endings", "partitives", "partitive_heads",
    "prepositions", "addressing", "clause_openers", "auxiliaries", "events", "mute", "cited",
    "shifts", "same", "later", "times", "remains", "grounds",
    "inquiring", "hearsay", "that", "report_makings", "report_owners", "more",
    "relative_adverbs", "listing", "affiliations", "finite", "tags", "nothing", "lives", "personal",
    "carrying", "telling", "to", "hearsay_verbs", "amounting",
)  # fmt: skip


@lru_cache(maxsize=16)
def load_attribution_rules(language: str) -> AttributionRules:
    """The rules of attribution of one language ("en", "nl"). Raises RulesError where the file breaks its own form."""
    return attribution_rules(read_language_file(language, _FILE), language)


def read_language_file(language: str, name: str) -> dict[str, Any]:
    """A language's YAML file as a mapping. Raises RulesError where there is none, or it is no mapping."""
    file = resources.files("kroniek.reading.languages").joinpath(language, name)
    if not language.isalpha() or not file.is_file():
        raise RulesError(f"there is no {name} for the language {language!r}")
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        raise RulesError(f"{language}/{name} is no YAML: {error}") from error
    if not isinstance(data, dict):
        raise RulesError(f"{language}/{name} must be a mapping")
    return data


def attribution_rules(data: Mapping[str, Any], language: str) -> AttributionRules:
    """The rules from the mapping that the YAML file holds. Raises RulesError that names the list at fault."""
    cues: PhraseIndex[Cue] = PhraseIndex()
    stances: PhraseIndex[Stance] = PhraseIndex()
    hedges: PhraseIndex[Stance | None] = PhraseIndex()
    roles: PhraseIndex[SpeakerRole] = PhraseIndex()
    first: set[str] = set()
    verbs: set[str] = set()
    for row, phrase in _phrases(data, "cues"):
        stance = _choice(Stance, row["stance"], "cues") if "stance" in row else None
        flags = {flag: row.get(flag) is True for flag in ("noun", "counting", "inverted", "bodies", "paused", "listed", "near")}
        cues.add(phrase, Cue(_choice(CueForm, row.get("form"), "cues"), stance, split=_splits(row), **flags))
        first.add(_first_word(phrase))
        if row.get("form") == CueForm.VERB or phrase.isalpha():
            verbs.add(_first_word(phrase))
    for row, phrase in _phrases(data, "stances"):
        stances.add(phrase, _choice(Stance, row.get("stance"), "stances"))
        first.add(_first_word(phrase))
    for _, phrase in _phrases(data, "hedges"):
        hedges.add(phrase, None)
        first.add(_first_word(phrase))
    role_nouns: dict[str, SpeakerRole] = {}
    for row, phrase in _phrases(data, "roles"):
        role = _choice(SpeakerRole, row.get("role"), "roles")
        roles.add(phrase, role)
        if phrase.isalpha():
            role_nouns.setdefault(phrase, role)
    plain: dict[str, Any] = {}
    concessions: PhraseIndex[bool] = PhraseIndex()
    for row, phrase in _phrases(data, "concessions"):
        concessions.add(phrase, row.get("strong") is True)
        first.add(_first_word(phrase))
    for name in ("continuations", "conceding_verbs"):
        plain[name] = PhraseIndex()
        for _, phrase in _phrases(data, name):
            plain[name].add(phrase, phrase)
            first.add(_first_word(phrase))
    words: dict[str, Any] = {name: _words(data, name) for name in _WORD_LISTS}
    party_roles = tuple(
        (kind, _choice(SpeakerRole, role, "party_roles"))
        for row in _rows(data, "party_roles")
        for kind, role in row.items()
        if kind != "source"
    )
    return AttributionRules(
        language=language, cue_words=frozenset(first), verbs=frozenset(verbs),
        cues=cues, stances=stances, hedges=hedges, roles=roles, role_nouns=role_nouns,
        concessions=concessions,
        party_roles=party_roles, verb_second=bool(data.get("verb_second", False)), **plain, **words,
    )  # fmt: skip


def _rows(data: Mapping[str, Any], name: str) -> Iterable[dict[str, Any]]:
    rows = data.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulesError(f"{_FILE}: {name} must be a list of rows")
    for row in rows:
        if not row.get("source"):
            raise RulesError(f"{_FILE}: a row of {name} has no source")
        yield row


def _phrases(data: Mapping[str, Any], name: str) -> Iterable[tuple[dict[str, Any], str]]:
    for row in _rows(data, name):
        phrases = row.get("words")
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
            raise RulesError(f"{_FILE}: a row of {name} has no list of words (quote yes, no, on, off)")
        for phrase in phrases:
            yield row, phrase


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    row = data.get(name)
    if not isinstance(row, dict) or not row.get("source") or not isinstance(row.get("words"), list):
        raise RulesError(f"{_FILE}: {name} must hold a source and a list of words")
    return frozenset(str(word).lower() if not isinstance(word, bool) else ("on" if word else "no") for word in row["words"])


def _splits(row: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The other parts that a cue's verb may have, each as its words: "bekend", "melding van"."""
    told = row.get("split", ())
    return tuple(tuple(str(part).split()) for part in ([told] if isinstance(told, str) else told))


def _first_word(phrase: str) -> str:
    return next(token.lower for token in tokenise(phrase) if token.kind is not TokenKind.SIGN)


def _choice(kind: type[Choice], value: object, name: str) -> Choice:
    try:
        return kind(str(value))
    except ValueError as error:
        raise RulesError(f"{_FILE}: {value!r} in {name} is none of {', '.join(kind)}") from error
