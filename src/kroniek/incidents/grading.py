"""The grade of the harm, its reasons in sentences, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import is_assessment
from kroniek.incidents.link import Cluster
from kroniek.incidents.strikes import CodedStatus
from kroniek.model.claim import Stance
from kroniek.model.incident import Belligerent, Grade, GradeValue, HarmRanges, Origin, StrikeStatus
from kroniek.reading.report_clues import Clue, ClueKind

_SHOWN = 5


def grade_of(
    cluster: Cluster,
    killed: HarmRanges,
    origins: Sequence[Origin],
    status: CodedStatus,
    parties: Sequence[Belligerent],
    codebook: Codebook,
) -> Grade:
    """The grade under the codebook, by the first of its rules that fits."""
    conceded = [claim for claim in cluster.claims if claim.stance is Stance.CONCEDED and claim.harm is not None]
    admitted = _clue(cluster, ClueKind.CONCEDED)
    if (conceded or admitted) and codebook.has("grade_confirmed"):
        ground = f"Claim {conceded[0].id} concedes the harm." if conceded else f"The report says: “{_short(admitted)}”"
        grounds = [_rule(codebook, "grade_confirmed"), ground]
        return Grade(GradeValue.CONFIRMED, tuple(grounds), ("A withdrawal of that admission would reopen it.",))
    if _combatants_only(killed) and codebook.has("grade_discounted"):
        claims = killed.combatant.low_claims if killed.combatant else ()
        grounds = [_rule(codebook, "grade_discounted"), f"All of the killed told of are combatants, by claim {', '.join(claims)}."]
        return Grade(GradeValue.DISCOUNTED, tuple(grounds), ("A report of civilians killed would reopen it.",))
    if status.value is StrikeStatus.CONTESTED and codebook.has("grade_contested"):
        grounds = [_rule(codebook, "grade_contested"), f"The strike is contested, by rule {status.rule}.", *_words(status.clue)]
        if parties:
            grounds.append(f"It is laid to {' or to '.join(party.name for party in parties)}.")
        return Grade(GradeValue.CONTESTED, tuple(grounds), ("Two independent origins that name one attacker would make this Fair.",))
    return _by_origins(cluster, origins, codebook)


def _by_origins(cluster: Cluster, origins: Sequence[Origin], codebook: Codebook) -> Grade:
    weak = _clue(cluster, ClueKind.HARM_WEAK) or _clue(cluster, ClueKind.REPEATED)
    needed = codebook.number("grade_fair", "origins")
    names = ", ".join(origin.name for origin in origins[:_SHOWN]) + (" and others" if len(origins) > _SHOWN else "")
    count = f"The claims rest on {len(origins)} independent origin{'' if len(origins) == 1 else 's'}: {names}."
    another = ("A second independent origin would make this Fair.",)
    repeated = len(origins) == 1 and len(origins[0].documents) > 1
    if (weak is not None or repeated) and codebook.has("repeats_count_once"):
        return Grade(GradeValue.WEAK, (_rule(codebook, "repeats_count_once"), *_words(weak), count), another)
    many = _clue(cluster, ClueKind.MANY_SOURCES) or _clue(cluster, ClueKind.ALL_ATTRIBUTE)
    assessed = any(is_assessment(reading, codebook) for reading in cluster.main_readings)
    if len(origins) >= needed or many is not None or assessed:
        return Grade(
            GradeValue.FAIR,
            (_rule(codebook, "grade_fair"), count, *(_why_many(many) if len(origins) < needed else ())),
            ("A belligerent's admission of the harm would make this Confirmed.", "A rival attribution would make this Contested."),
        )
    return Grade(GradeValue.WEAK, (_rule(codebook, "grade_weak"), count), another)


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
