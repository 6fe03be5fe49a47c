"""What a desk should look at in a codebook that keeps its form: rows that can never count, sources nobody cites, words nobody reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from kroniek.codebooks.catalogue import Catalogue, Need
from kroniek.codebooks.codebook import Codebook

_GRADES = {"confirmed", "fair", "weak", "contested", "discounted"}
_HARMS = {"killed", "injured", "missing", "detained", "displaced"}
_GROUPS = {"civilian", "combatant", "undetermined", "child", "woman", "man", "medical", "journalist", "aid_worker"}
_OF_PARTIES = ("coalition_members", "nobody_named")


def remarks(
    codebook: Codebook, record: Mapping[str, Any], catalogue: Catalogue, vague: Iterable[str], parties: Collection[str]
) -> list[str]:
    """Sentences on what is likely a mistake, in the order of the work; empty where nothing is.

    `vague` are the words and phrases that the reader takes for a vague number in any language, `parties` the ids of known parties.
    """
    found = [*_sources(record), *_words(codebook, vague), *_named(codebook), *_parties(codebook, parties), *_grades(codebook)]
    return [*found, *_left_out(codebook, catalogue)]


def _sources(record: Mapping[str, Any]) -> Iterator[str]:
    listed: Mapping[str, str] = record.get("sources") or {}
    rows = [*record["rules"], *(record.get("notes") or ())]
    for row in rows:
        if row["source"] not in listed and len(row["source"]) < 4:
            yield f"{row['id']}: the source {row['source']!r} is not listed under `sources`; list it there, or write it out in the row"
    for name in listed:
        if not any(row["source"] == name for row in rows):
            yield f"sources: nobody cites {name!r}; take it out, or cite it"


def _words(codebook: Codebook, vague: Iterable[str]) -> Iterator[str]:
    known = [f" {phrase} " for phrase in vague]
    first: dict[str, str] = {}
    for rule in codebook.rules.values():
        if not rule.is_of_words:
            continue
        for word in rule.words:
            if not any(f" {word} " in phrase for phrase in known):
                yield f"{rule.id}: no language reads {word!r} as a number of people, so it never counts; check how it is spelt"
            if word in first:
                yield f"{rule.id}: {word!r} stands in {first[word]} already, which comes first; take it out of one of them"
            first.setdefault(word, rule.id)


def _named(codebook: Codebook) -> Iterator[str]:
    for rule, known in (("harms_counted", _HARMS), ("groups_counted", _GROUPS), ("totals_together", _GRADES)):
        words = codebook.rule(rule).words if codebook.has(rule) else ()
        for word in words:
            if word not in known:
                yield f"{rule}: there is no {word!r}; there are {', '.join(sorted(known))}"
    for rule in ("status_unknown_apart", "status_unknown_maximum"):
        for group in codebook.names(rule, "said"):
            if group not in _GROUPS:
                yield f"{rule}: there is no group {group!r}; there are {', '.join(sorted(_GROUPS))}"


def _parties(codebook: Codebook, parties: Collection[str]) -> Iterator[str]:
    for rule in _OF_PARTIES:
        if not codebook.has(rule):
            continue
        values = codebook.rule(rule).values
        named = [party for value in values.values() if isinstance(value, tuple) for party in value]
        for party in (*(values if rule == "coalition_members" else ()), *named):
            if party not in parties and party not in codebook.parties:
                yield f"{rule}: no party has the id {party!r}; the list of parties spells them"


def _grades(codebook: Codebook) -> Iterator[str]:
    if codebook.has("grade_fair") != codebook.has("grade_weak"):
        one, other = ("grade_fair", "grade_weak") if codebook.has("grade_fair") else ("grade_weak", "grade_fair")
        yield f"{one}: there is no {other}, so some incidents get no grade; add it, or leave out both"
    if codebook.has("totals_together"):
        for grade in codebook.rule("totals_together").words:
            if grade in _GRADES and not codebook.has(f"grade_{grade}"):
                yield f"totals_together: nothing is ever graded {grade}, for there is no rule grade_{grade}"
    if codebook.has("single_figure") and codebook.has("best_estimate"):
        yield "best_estimate: with single_figure there is one number, so a best one says nothing more; leave one of them out"


def _left_out(codebook: Codebook, catalogue: Catalogue) -> Iterator[str]:
    optional = (rule for rule in catalogue.rules.values() if rule.need is Need.OPTIONAL and not rule.choose)
    for rule in optional:
        if rule.id not in codebook.rules:
            yield f"left out, which a desk may: {rule.id}: {rule.does}"
