"""What would change a grade, or whether an incident enters: each change is made to the case and the case is graded again.

Nothing is told here that grading the changed case does not give; a change that changes nothing is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.entry import Evidence, entry_of
from kroniek.incidents.grading import Case, grade_of, grades
from kroniek.incidents.link import Cluster
from kroniek.incidents.parts import Part
from kroniek.incidents.strikes import belligerents_of, laid_to, strike_status_of
from kroniek.model.claim import Claim, PartyMention, Stance
from kroniek.model.incident import CodedRange, EntryValue, GradeValue, Origin, StrikeStatus
from kroniek.reading.report_clues import ClueKind
from kroniek.reading.result import Reading

_MOST_MORE = 3
_ANOTHER = "another"
_ORDINALS = {1: "An", 2: "A second", 3: "A third", 4: "A fourth"}
_ENTRY_RULES = ("covers", "least_deaths", "organised_actors", "two_sources", "single_source_apart")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a codebook makes of a case: its grade (None for none) and whether it enters."""

    grade: GradeValue | None
    entry: EntryValue


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that might turn out otherwise: its words, as the beginning of a sentence that ends "would make this ...", and the case
    as it would then be."""

    words: str
    case: Case


def outcome_of(case: Case, codebook: Codebook) -> Outcome:
    """The grade of the case and whether it enters, worked out anew."""
    status = strike_status_of(case.cluster, codebook, case.origins)
    entry = EntryValue.ENTERED
    if any(codebook.has(rule) for rule in _ENTRY_RULES):
        parties = belligerents_of(case.cluster, status, codebook)
        cluster = case.cluster
        evidence = Evidence(killed=case.killed, place=cluster.place, date=cluster.date, parties=parties, origins=case.origins)
        entry = entry_of(evidence, codebook).value
    return Outcome(grade_of(case, codebook, status).value, entry)


def would_change(case: Case, codebook: Codebook) -> tuple[str, ...]:
    """Sentences on what would change the grade, or whether the incident enters, each tried on the case."""
    if not grades(codebook) and not any(codebook.has(rule) for rule in _ENTRY_RULES):
        return ()
    now = outcome_of(case, codebook)
    told = []
    for find in _CHANGES:
        for change in find(case, codebook):
            then = outcome_of(change.case, codebook)
            if then != now:
                told.append(_sentence(change.words, now, then))
                break  # of one sort the smallest change is enough
    return tuple(told)


def _sentence(words: str, now: Outcome, then: Outcome) -> str:
    if then.grade is not now.grade:
        return f"{words} would make this {then.grade.value.capitalize() if then.grade else 'ungraded'}."
    outcome = {
        EntryValue.ENTERED: "let this enter",
        EntryValue.APART: "let this enter apart from the others" if now.entry is EntryValue.NOT_ENTERED else "put this apart",
        EntryValue.NOT_ENTERED: "keep this out",
    }[then.entry]
    return f"{words} would {outcome}."


def changes(case: Case, codebook: Codebook) -> Iterator[Change]:
    """Every change that is tried."""
    for find in _CHANGES:
        yield from find(case, codebook)


def more_origins(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """One more independent origin, two more, and so on: reports that tell the same and lay it to whom it is laid already."""
    have = len(case.origins)
    for more in range(1, _MOST_MORE + 1):
        added = tuple(Origin(f"{_ANOTHER} origin {number}", (f"{_ANOTHER}-{number}",)) for number in range(1, more + 1))
        words = f"{_ORDINALS.get(have + 1, 'Another')} independent origin" if more == 1 else f"{more} more independent origins"
        yield Change(words, replace(case, origins=(*case.origins, *added)))


def concession(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """A party's concession of the harm."""
    told = next((claim for claim in case.cluster.claims if claim.harm is not None), None)
    if told is not None and not _concedes(case.cluster):
        conceded = _retold(told, Stance.CONCEDED, told.actor)
        yield Change("A belligerent's concession of the harm", replace(case, cluster=_with_report(case.cluster, conceded)))


def withdrawal(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """Nobody concedes the harm any more."""
    if _concedes(case.cluster):
        parts = tuple(replace(part, claims=tuple(map(_not_conceded, part.claims))) for part in case.cluster.parts)
        readings = tuple(_without_clues(reading, ClueKind.CONCEDED) for reading in case.cluster.readings)
        cluster = replace(case.cluster, parts=parts, readings=readings)
        yield Change("A withdrawal of what was conceded", replace(case, cluster=cluster))


def attribution(case: Case, codebook: Codebook) -> Iterator[Change]:
    """One more report that lays the attack to another party; where nobody is named yet, one of an origin of its own that names somebody."""
    told = next((claim for claim in case.cluster.claims if claim.harm is not None), None)
    if told is None:
        return
    rival = bool(laid_to(case.cluster))
    party = PartyMention(text=_ANOTHER, inferred=True, id=f"{_ANOTHER}-party", name=_ANOTHER)
    cluster = _with_report(case.cluster, _retold(told, Stance.ASSERTED, party))
    if rival:
        yield Change("A report that lays it to another party", replace(case, cluster=cluster))
        return
    origins = (*case.origins, Origin(f"{_ANOTHER} origin", (f"{_ANOTHER}-report",)))
    status = strike_status_of(case.cluster, codebook, case.origins)
    if status.value is StrikeStatus.CONTESTED or codebook.has("organised_actors"):
        yield Change("An independent report that names the attacker", replace(case, cluster=cluster, origins=origins))


def one_attribution_less(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """The reports that lay it to one of several parties left out, the party with the fewest reports first."""
    laid: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for claim in case.cluster.claims:
        if claim.actor is not None and claim.actor.id is not None:
            laid.setdefault(claim.actor.id, set()).add(claim.document)
            names.setdefault(claim.actor.id, claim.actor.name or claim.actor.text)
    if len(laid) < 2:
        return
    for party in sorted(laid, key=lambda party: (len(laid[party]), party)):
        fewer = _without_reports(case, laid[party])
        if fewer is not None:
            yield Change(f"Leaving out what lays it to {names[party]}", fewer)


def combatants(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """All of the killed turn out combatants."""
    killed = case.killed
    if killed.total is not None and (killed.civilian is not None or killed.undetermined is not None):
        only = replace(killed, civilian=None, undetermined=None, combatant=_certain(killed.total))
        yield Change("Evidence that all of the killed were combatants", replace(case, killed=only))


def civilians(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """A civilian is told of among the killed."""
    if case.killed.civilian is None:
        one = CodedRange(1, 1)
        total = case.killed.total
        added = one if total is None else replace(total, low=(total.low or 0) + 1, high=None if total.high is None else total.high + 1)
        yield Change("A report of a civilian killed", replace(case, killed=replace(case.killed, civilian=one, total=added)))


def weakest_origin(case: Case, _codebook: Codebook) -> Iterator[Change]:
    """The origin with the fewest reports left out."""
    if len(case.origins) > 1:
        weakest = min(case.origins, key=lambda origin: (len(origin.documents), origin.name))
        rest = tuple(origin for origin in case.origins if origin is not weakest)
        yield Change(f"Leaving out {weakest.name}", replace(case, origins=rest))


_CHANGES: tuple[Callable[[Case, Codebook], Iterator[Change]], ...] = (
    more_origins,
    concession,
    withdrawal,
    attribution,
    one_attribution_less,
    combatants,
    civilians,
    weakest_origin,
)


def _concedes(cluster: Cluster) -> bool:
    if any(claim.stance is Stance.CONCEDED for claim in cluster.claims):
        return True
    return any(clue.kind is ClueKind.CONCEDED for reading in cluster.readings for clue in reading.clues.statements)


def _not_conceded(claim: Claim) -> Claim:
    return replace(claim, stance=Stance.ASSERTED) if claim.stance is Stance.CONCEDED else claim


def _certain(coded: CodedRange) -> CodedRange:
    return replace(coded, low=max(1, coded.low or 0), high=None if coded.high is None else max(1, coded.high))


def _retold(claim: Claim, stance: Stance, actor: PartyMention | None) -> Claim:
    return replace(claim, id=f"{_ANOTHER}-claim", document=f"{_ANOTHER}-report", stance=stance, actor=actor, part_of=None)


def _with_report(cluster: Cluster, claim: Claim) -> Cluster:
    """The event with one more report on it that makes this claim."""
    source = next((reading for reading in cluster.readings if reading.document.id), None)
    if source is None:
        return cluster
    reading = Reading(document=replace(source.document, id=claim.document, publisher=None), blocks=(), claims=(claim,))
    main = bool(cluster.main_readings)  # where no report is chiefly about the event, all of them are looked at
    part = Part(document=claim.document, main=main, claims=(claim,), place=cluster.place, date=cluster.date)
    return replace(cluster, parts=(*cluster.parts, part), readings=(*cluster.readings, reading))


def _without_reports(case: Case, documents: set[str]) -> Case | None:
    """The case without these reports; None where none is left."""
    parts = tuple(part for part in case.cluster.parts if part.document not in documents)
    readings = tuple(reading for reading in case.cluster.readings if reading.document.id not in documents)
    if not parts:
        return None
    left = [replace(origin, documents=tuple(id for id in origin.documents if id not in documents)) for origin in case.origins]
    return replace(case, cluster=replace(case.cluster, parts=parts, readings=readings), origins=tuple(one for one in left if one.documents))


def _without_clues(reading: Reading, kind: ClueKind) -> Reading:
    kept = tuple(clue for clue in reading.clues.statements if clue.kind is not kind)
    return replace(reading, clues=replace(reading.clues, statements=kept))
