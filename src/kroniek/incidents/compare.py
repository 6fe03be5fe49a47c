"""Where desks would differ on one incident, and why, in sentences that name the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.published_figure import published
from kroniek.model.comparison import Coding, Comparison
from kroniek.model.incident import CodedRange, EntryValue, Incident

_ALWAYS = frozenset({"exact", "groups_added", "highest_ceiling", "range", "explicit_beats_vague"})
"""Rules that every desk has, so that they explain no difference unless their parameters differ."""
_GROUPS = {"civilian": "civilians", "combatant": "combatants", "undetermined": "people of whom it is not known"}
_ENTRY = {EntryValue.ENTERED: "enters it", EntryValue.APART: "keeps it apart", EntryValue.NOT_ENTERED: "does not enter it"}


def compared(versions: Sequence[tuple[Incident, Codebook]]) -> Comparison:
    """One incident as coded by several codebooks (at least one), held against the first."""
    first = versions[0][0]
    codings = tuple(_coding(incident, codebook) for incident, codebook in versions)
    told: list[str] = []
    for coding, (_, codebook) in zip(codings[1:], versions[1:], strict=True):
        told += _differences(codings[0], versions[0][1], coding, codebook)
    return Comparison(
        incident=first.id,
        title=first.title,
        date=first.date,
        place=(first.place.name or first.place.text) if first.place else None,
        accuracy=first.place.accuracy.value if first.place and first.place.accuracy else None,
        codings=codings,
        differences=(*_entry(codings[0]), *dict.fromkeys(told)),
    )


def _coding(incident: Incident, codebook: Codebook) -> Coding:
    figure = published(incident.killed, codebook)
    return Coding(
        codebook=codebook.id,
        name=codebook.name,
        entry=incident.entry,
        counted=codebook.rule("groups_counted").words,
        killed=figure if figure is None else replace(figure, rules=tuple(dict.fromkeys((*figure.rules, *_status_rules(figure, codebook))))),
        grade=incident.grade,
        strike_status=incident.strike_status,
        codes=incident.codes,
    )


def _status_rules(_figure: CodedRange, codebook: Codebook) -> Iterator[str]:
    """The rule on whom the desk counts, which every figure rests on."""
    if codebook.has("groups_counted"):
        yield "groups_counted"


def _differences(first: Coding, first_book: Codebook, other: Coding, book: Codebook) -> Iterator[str]:
    yield from _entry(other)
    if _bounds(first.killed) != _bounds(other.killed):
        reasons = " ".join(_reasons(first, first_book, other, book))
        yield f"{other.name} has {figure_in_words(other.killed)}, {first.name} {figure_in_words(first.killed)}. {reasons}".rstrip()
    if first.grade.value is not other.grade.value:
        grade = other.grade.value.value.capitalize() if other.grade.value else "no grade"
        theirs = first.grade.value.value.capitalize() if first.grade.value else "no grade"
        yield f"{other.name} gives {grade}, {first.name} {theirs}. {other.grade.why[0] if other.grade.why else ''}".rstrip()
    if other.codes:
        codes = ", ".join(f"{code.name} {code.value} (rule {code.rule})" for code in other.codes)
        yield f"{other.name} would write {codes}."


def _entry(coding: Coding) -> Iterator[str]:
    if coding.entry.value is not EntryValue.ENTERED:
        yield f"{coding.name} {_ENTRY[coding.entry.value]}: {' '.join(coding.entry.why)}"


def _bounds(figure: CodedRange | None) -> tuple[object, ...] | None:
    return None if figure is None else (figure.low, figure.high)


def _reasons(first: Coding, first_book: Codebook, other: Coding, book: Codebook) -> Iterator[str]:
    """The rules of either figure that the other desk does not have, or has with other parameters."""
    if other.killed is None and first.killed is None:
        return
    if set(first.counted) != set(other.counted):
        yield f"{other.name} counts {_groups(other.counted)}, {first.name} {_groups(first.counted)} (rule groups_counted)."
    for coding, one, against in ((other, book, first_book), (first, first_book, book)):
        for rule in coding.killed.rules if coding.killed else ():
            if rule == "groups_counted" or not one.has(rule):
                continue
            if not against.has(rule) or (rule not in _ALWAYS and one.rule(rule).values != against.rule(rule).values):
                yield f"{coding.name}: {one.rule(rule).says} (rule {rule})"


def _groups(counted: Sequence[str]) -> str:
    names = [_GROUPS.get(group, group) for group in counted]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def figure_in_words(figure: CodedRange | None) -> str:
    """ "4 to 9 killed, best 4"; "nothing that counts" where there is none."""
    if figure is None:
        return "nothing that counts"
    low = "not known" if figure.low is None else str(figure.low)
    high = "not known" if figure.high is None else str(figure.high)
    told = f"{low} killed" if low == high else f"{low} to {high} killed"
    return told if figure.best is None or low == high else f"{told}, best {figure.best}"
