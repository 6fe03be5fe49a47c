"""Loads `attribution.yaml` of a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from kroniek.errors import RulesError
from kroniek.model.claim import SpeakerRole, Stance
from kroniek.reading.attribution.rules import AttributionRules, Cue, CueForm
from kroniek.rules.load import chosen, listed_words, rule_file, sourced_rows, sources_of
from kroniek.text.phrases import PhraseIndex
from kroniek.text.tokens import TokenKind, tokenise

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
    "carrying", "telling", "to", "hearsay_verbs", "nobody", "negations", "amounting", "bounds", "adding",
)  # fmt: skip


@lru_cache(maxsize=16)
def load_attribution_rules(language: str) -> AttributionRules:
    """The rules of attribution of one language ("en", "nl"). Raises RulesError where the file breaks its own form."""
    return attribution_rules(read_language_file(language, _FILE), language)


def read_language_file(language: str, name: str) -> dict[str, Any]:
    """A language's YAML file as a mapping. Raises RulesError where there is none, or it is no mapping."""
    if not language.isalpha():
        raise RulesError(f"there is no {name} for the language {language!r}")
    return rule_file("kroniek.reading.languages", f"{language}/{name}")


def attribution_rules(data: Mapping[str, Any], language: str) -> AttributionRules:
    """The rules from the mapping that the YAML file holds. Raises RulesError that names the list at fault."""
    cues: PhraseIndex[Cue] = PhraseIndex()
    stances: PhraseIndex[Stance] = PhraseIndex()
    hedges: PhraseIndex[Stance | None] = PhraseIndex()
    roles: PhraseIndex[SpeakerRole] = PhraseIndex()
    first: set[str] = set()
    verbs: set[str] = set()
    for row, phrase in _phrases(data, "cues"):
        stance = chosen(Stance, row["stance"], f"{_FILE}: cues") if "stance" in row else None
        flags = {flag: row.get(flag) is True for flag in ("noun", "counting", "inverted", "bodies", "paused", "listed", "near")}
        cues.add(phrase, Cue(chosen(CueForm, row.get("form"), f"{_FILE}: cues"), stance, split=_splits(row), **flags))
        first.add(_first_word(phrase))
        if row.get("form") == CueForm.VERB or phrase.isalpha():
            verbs.add(_first_word(phrase))
    for row, phrase in _phrases(data, "stances"):
        stances.add(phrase, chosen(Stance, row.get("stance"), f"{_FILE}: stances"))
        first.add(_first_word(phrase))
    for _, phrase in _phrases(data, "hedges"):
        hedges.add(phrase, None)
        first.add(_first_word(phrase))
    role_nouns: dict[str, SpeakerRole] = {}
    for row, phrase in _phrases(data, "roles"):
        role = chosen(SpeakerRole, row.get("role"), f"{_FILE}: roles")
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
        (kind, chosen(SpeakerRole, role, f"{_FILE}: party_roles"))
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


def _rows(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    if not isinstance(data.get(name), list):
        raise RulesError(f"{_FILE}: {name} must be a list of rows")
    return sourced_rows(data[name], sources_of(data, _FILE), f"{_FILE}: {name}")


def _phrases(data: Mapping[str, Any], name: str) -> Iterable[tuple[dict[str, Any], str]]:
    for number, row in enumerate(_rows(data, name), 1):
        for phrase in listed_words(row, "words", f"{_FILE}: {name}, row {number}"):
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
