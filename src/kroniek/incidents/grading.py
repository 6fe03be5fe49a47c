"""The grade of the harm, and its reasons in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import is_assessment
from kroniek.incidents.link import Cluster
from kroniek.incidents.strikes import CodedStatus, strike_status_of
from kroniek.model.claim import Stance
from kroniek.model.incident import Belligerent, Grade, GradeValue, HarmRanges, Origin, StrikeStatus
from kroniek.reading.report_clues import Clue, ClueKind
from kroniek.text.counted import counted

GRADES = ("grade_confirmed", "grade_fair", "grade_weak", "grade_contested", "grade_discounted")
_SHOWN = 5
_CLAIMS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Case:
    """All that a grade rests on: what the reports say of one event, the ranges of the killed, and the independent origins."""

    cluster: Cluster
    killed: HarmRanges
    origins: tuple[Origin, ...]


def grades(codebook: Codebook) -> bool:
    """Whether the desk grades the harm at all."""
    return any(codebook.has(rule) for rule in GRADES)


def grade_of(case: Case, codebook: Codebook, status: CodedStatus | None = None, parties: Sequence[Belligerent] = ()) -> Grade:
    """The grade under the codebook, by the first of its rules that fits, without what would change it.

    `status` is the strike status of the case, worked out here where it is not given; `parties` are only named in the reasons.
    """
    if not grades(codebook):
        return Grade(None, (f"{codebook.name} grades no harm.",))
    status = status or strike_status_of(case.cluster, codebook, case.origins)
    conceded = [claim for claim in case.cluster.claims if claim.stance is Stance.CONCEDED and claim.harm is not None]
    told = _clue(case.cluster, ClueKind.CONCEDED)
    if (conceded or told) and codebook.has("grade_confirmed"):
        ground = f"Claim {conceded[0].id} concedes the harm." if conceded else f"The report says: “{_short(told)}”"
        return Grade(GradeValue.CONFIRMED, (_rule(codebook, "grade_confirmed"), ground))
    if _combatants_only(case.killed) and codebook.has("grade_discounted"):
        claims = case.killed.combatant.low_claims if case.killed.combatant else ()
        by = f", by claim {', '.join(claims)}" if claims else ""
        return Grade(GradeValue.DISCOUNTED, (_rule(codebook, "grade_discounted"), f"All of the killed told of are combatants{by}."))
    if status.value is StrikeStatus.CONTESTED and codebook.has("grade_contested"):
        grounds = [_rule(codebook, "grade_contested"), f"The strike is contested, by rule {status.rule}.", *_words(status.clue)]
        grounds += _laid(case.cluster, parties)
        return Grade(GradeValue.CONTESTED, tuple(grounds))
    return _by_origins(case, codebook)


def _by_origins(case: Case, codebook: Codebook) -> Grade:
    origins, cluster = case.origins, case.cluster
    weak = _clue(cluster, ClueKind.HARM_WEAK) or _clue(cluster, ClueKind.REPEATED)
    names = ", ".join(origin.name for origin in origins[:_SHOWN]) + (" and others" if len(origins) > _SHOWN else "")
    count = f"The claims rest on {counted(len(origins), 'independent origin')}: {names}{_resting(case)}."
    repeated = len(origins) == 1 and len(origins[0].documents) > 1
    if (weak is not None or repeated) and codebook.has("repeats_count_once") and codebook.has("grade_weak"):
        return Grade(GradeValue.WEAK, (_rule(codebook, "repeats_count_once"), *_words(weak), count))
    many = _clue(cluster, ClueKind.MANY_SOURCES) or _clue(cluster, ClueKind.ALL_ATTRIBUTE)
    assessed = any(is_assessment(reading, codebook) for reading in cluster.main_readings)
    if codebook.has("grade_fair"):
        enough = len(origins) >= codebook.number("grade_fair", "origins")
        if enough or many is not None or assessed:
            return Grade(GradeValue.FAIR, (_rule(codebook, "grade_fair"), count, *(() if enough else _why_many(many))))
    if codebook.has("grade_weak"):
        return Grade(GradeValue.WEAK, (_rule(codebook, "grade_weak"), count))
    return Grade(None, ("No rule of the codebook gives this a grade.", count))


def _laid(cluster: Cluster, parties: Sequence[Belligerent]) -> list[str]:
    """Whom it is laid to, with the claims that name each."""
    if not parties:
        return []
    told = []
    for party in parties:
        claims = [claim.id for claim in cluster.claims if claim.actor is not None and claim.actor.id == party.id][:_CLAIMS_SHOWN]
        told.append(f"{party.name} (claim {', '.join(claims)})" if claims else party.name)
    return [f"It is laid to {' or to '.join(told)}."]


def _resting(case: Case) -> str:
    """The claims that set the bounds of the killed, in brackets; all claims where nobody is killed."""
    total = case.killed.total
    claims = tuple(dict.fromkeys((*total.low_claims, *total.high_claims))) if total else ()
    claims = claims or tuple(claim.id for claim in case.cluster.claims)
    more = f" and {len(claims) - _CLAIMS_SHOWN} more" if len(claims) > _CLAIMS_SHOWN else ""
    return f" (claim {', claim '.join(claims[:_CLAIMS_SHOWN])}{more})" if claims else ""


def _why_many(clue: Clue | None) -> tuple[str, ...]:
    return _words(clue) or ("A report among them is itself an assessment of several sources.",)


def _rule(codebook: Codebook, rule: str) -> str:
    return f"{codebook.rule(rule).says} (rule {rule})"


def _combatants_only(killed: HarmRanges) -> bool:
    return killed.combatant is not None and bool(killed.combatant.low) and killed.civilian is None


def _clue(cluster: Cluster, kind: ClueKind) -> Clue | None:
    for reading in cluster.main_readings or cluster.readings:
        for clue in reading.clues.statements:
            if clue.kind is kind:
                return clue
    return None


def _words(clue: Clue | None) -> tuple[str, ...]:
    return (f"The report says: “{_short(clue)}”",) if clue else ()


def _short(clue: Clue | None) -> str:
    text = " ".join(clue.text.split()) if clue else ""
    return text if len(text) <= 240 else text[:239].rsplit(" ", 1)[0] + "…"
