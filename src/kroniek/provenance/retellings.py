"""Reuse in another language: proposed by what is counted and where, decided by the claims of both reports.

Likeness of sentences decides nothing here: "433 killed" and "43 killed" are as alike as can be in words. Every pair that the claims can
decide shares the key of a claim, so the keys propose all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kroniek.model.claim import Claim, Group, Harm, Kind
from kroniek.model.interval import Number
from kroniek.model.report import Document
from kroniek.model.span import Span
from kroniek.provenance.edges import ReuseEdge, ReuseKind, SharedSpan, is_directed, publication_order
from kroniek.provenance.rules import ReuseRules
from kroniek.text.fold import fold

_LEAST_SHARE = 0.5  # of the later report's counted claims the earlier must have so many
_MATCHES = 2  # so many claims that are the same show a retelling; one does only where its number is telling
_TELLING = 20  # a number from here on is seldom shared by chance within one place and week
_CLAIMS_TOLD = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """What a claim counts, without how many: kind, harm, whom, in what unit, and the id of the place (None where none is told)."""

    kind: Kind
    harm: Harm | None
    group: Group | None
    unit: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim as it is compared: the number as written, the day that it is of, who said it, and where it stands."""

    counted: Counted
    number: Number
    bound: str
    day: date | None
    speakers: frozenset[str]
    evidence: Span
    words: str

    @property
    def what(self) -> tuple[Counted, Number]:
        """What must be the same in the other report."""
        return self.counted, self.number


@dataclass(frozen=True, slots=True)
class Told:
    """The counted claims of one report, in the order of its text."""

    document: str
    language: str
    day: date
    tellings: tuple[Telling, ...]

    def keys(self, days: int) -> Iterator[Key]:
        """What another report must share one of to be compared: a claim told within so many days."""
        bucket = self.day.toordinal() // max(1, days)
        for what in dict.fromkeys(telling.what for telling in self.tellings):
            yield (*what, bucket)
            yield (*what, bucket + 1)


Key = tuple[Counted, Number, int]


@dataclass(frozen=True, slots=True)
class RetellingIndex:
    """The reports with counted claims by id, the ids of those that share a key, and the edges found, by pair."""

    reports: Mapping[str, Told] = field(default_factory=dict)
    holders: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    edges: Mapping[tuple[str, str], ReuseEdge] = field(default_factory=dict)


def find_retellings(
    documents: Iterable[Document], claims: Mapping[str, Sequence[Claim]], index: RetellingIndex, rules: ReuseRules
) -> RetellingIndex:
    """The index with the documents' claims and the edges to and from them."""
    reports = {told.document: told for document in documents if (told := _told(document, claims.get(document.id, ()))) is not None}
    if not reports:
        return index
    holders = dict(index.holders)
    touched: dict[Key, None] = {}
    for name in sorted(reports):
        for key in reports[name].keys(rules.days_apart):
            holders[key] = (*holders.get(key, ()), name)
            touched[key] = None
    grown = RetellingIndex(
        {**index.reports, **reports}, {**holders, **{key: tuple(sorted(holders[key])) for key in touched}}, dict(index.edges)
    )
    edges = dict(index.edges)
    for first, second in _pairs_touched(touched, grown, index, rules):
        one, two = sorted((grown.reports[first], grown.reports[second]), key=lambda told: publication_order(told.day, told.document))
        edge = _compare(one, two, grown, rules)
        if edge is not None:
            edges[edge.pair] = edge
        else:
            edges.pop((one.document, two.document), None)
    return RetellingIndex(grown.reports, grown.holders, edges)


def _pairs_touched(touched: Iterable[Key], grown: RetellingIndex, before: RetellingIndex, rules: ReuseRules) -> list[tuple[str, str]]:
    """The pairs in two languages to compare: with a new report, or with an edge that may rest on a key that is common by now."""
    pairs: set[tuple[str, str]] = set()
    for key in touched:
        names = grown.holders[key]
        common = len(names) > rules.common
        if common and len(before.holders.get(key, ())) > rules.common:
            continue
        for at, first in enumerate(names):
            for second in names[at + 1 :]:
                old = first in before.reports and second in before.reports
                if old is common and grown.reports[first].language != grown.reports[second].language:
                    pairs.add((first, second))
    return sorted(pairs)


def _told(document: Document, claims: Sequence[Claim]) -> Told | None:
    """What a report counts; None where it has no day, no language, or counts nothing at a known place."""
    tellings = tuple(telling for claim in claims if (telling := _telling(claim)) is not None)
    days = [claim.block.published for claim in claims if claim.block.published is not None]
    day = document.published_day or min(days, default=None)
    languages = Counter(claim.block.language for claim in claims)
    language = document.language or min(languages, key=lambda one: (-languages[one], one), default=None)
    if day is None or language is None or not any(telling.counted.place for telling in tellings):
        return None
    return Told(document.id, language, day, tellings)


def _telling(claim: Claim) -> Telling | None:
    quantity = claim.quantity
    number = quantity.low if quantity.low is not None else quantity.high
    if number is None or quantity.malformed:
        return None
    return Telling(
        Counted(
            claim.kind,
            claim.harm,
            claim.victims.group if claim.victims else None,
            quantity.unit,
            claim.place.id if claim.place is not None else None,
        ),
        number,
        quantity.bound.value,
        claim.time.start_day if claim.time is not None else None,
        frozenset(speaker.id or fold(speaker.name or speaker.text) for speaker in claim.said_by),
        claim.evidence.span,
        claim.evidence.text,
    )


def _compare(earlier: Told, later: Told, index: RetellingIndex, rules: ReuseRules) -> ReuseEdge | None:
    """The edge between two reports in different languages, or None where their claims do not show that one tells what the other does."""
    if (later.day - earlier.day).days > rules.days_apart:
        return None
    shared = set(earlier.keys(rules.days_apart)) & set(later.keys(rules.days_apart))
    if all(len(index.holders[key]) > rules.common for key in shared):
        return None
    first = _by_what(earlier)
    matches = [(first[what], telling) for what, telling in _by_what(later).items() if what in first]
    counted = len(_by_what(later))
    if not _decided(matches, _conflicts(earlier, later)) or len(matches) < _LEAST_SHARE * counted:
        return None
    spans = tuple(sorted({SharedSpan(one.evidence, two.evidence) for one, two in matches}))
    share = round(len(matches) / counted, 4)
    directed = is_directed(earlier.day, later.day)
    return ReuseEdge(
        ReuseKind.TRANSLATED, earlier.document, later.document, directed, spans, share, _detail(matches, counted, earlier, later)
    )


def _by_what(told: Told) -> dict[tuple[Counted, Number], Telling]:
    """Each thing counted with its number, once, by its first telling."""
    found: dict[tuple[Counted, Number], Telling] = {}
    for telling in told.tellings:
        found.setdefault(telling.what, telling)
    return found


def _conflicts(first: Told, second: Told) -> int:
    """How many things both count without one number in common."""
    numbers: list[dict[Counted, set[Number]]] = [{}, {}]
    for told, by_thing in zip((first, second), numbers, strict=True):
        for telling in told.tellings:
            by_thing.setdefault(telling.counted, set()).add(telling.number)
    return sum(1 for counted, told in numbers[0].items() if counted in numbers[1] and told.isdisjoint(numbers[1][counted]))


def _decided(matches: Sequence[tuple[Telling, Telling]], conflicts: int) -> bool:
    """Two claims alike at a place and more than twice as many as contradict each other; or a single one with a telling number, and of
    the same day or by the same speaker."""
    if not any(one.counted.place for one, _ in matches) or 2 * conflicts >= len(matches):
        return False
    if len(matches) >= _MATCHES:
        return any(one.number >= _TELLING for one, _ in matches) or any(_same_setting(one, two) for one, two in matches)
    one, two = matches[0]
    return one.number >= _TELLING and _same_setting(one, two)


def _same_setting(one: Telling, two: Telling) -> bool:
    return (one.day is not None and one.day == two.day) or bool(one.speakers & two.speakers)


def _detail(matches: Sequence[tuple[Telling, Telling]], counted: int, earlier: Told, later: Told) -> str:
    """What is the same, in words."""
    told = [_told_in_words(one, two) for one, two in matches[:_CLAIMS_TOLD]]
    more = "" if len(matches) <= len(told) else f" and {len(matches) - len(told)} more"
    return (
        f"retold from {earlier.language} in {later.language}: {len(matches)} of the later report's {counted} counted claims have the same "
        f"number, harm, victims and place ({', '.join(told)}{more})"
    )


def _told_in_words(one: Telling, two: Telling) -> str:
    thing = (one.counted.harm or one.counted.kind).value
    return f"{one.number:,g} {thing}" if one.bound == two.bound else f"{one.number:,g} {thing}, {one.bound} and then {two.bound}"
