"""The grade of the harm, its reasons in sentences, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.model.claim import Stance
from kroniek.model.incident import Belligerent, Grade, GradeValue, HarmRanges, Origin, StrikeStatus


def grade_of(
    cluster: Cluster,
    killed: HarmRanges,
    origins: Sequence[Origin],
    status: StrikeStatus | None,
    parties: Sequence[Belligerent],
    codebook: Codebook,
) -> Grade:
    """The grade under the codebook."""
    conceded = [c.id for c in cluster.claims if c.stance is Stance.CONCEDED and c.harm is not None]
    if conceded:
        return Grade(GradeValue.CONFIRMED, (f"{codebook.rule('grade_confirmed').says} Claim {conceded[0]} concedes harm.",))
    if status is StrikeStatus.CONTESTED:
        return Grade(GradeValue.CONTESTED, (codebook.rule("grade_contested").says,))
    if len(origins) >= codebook.number("grade_fair", "origins"):
        return Grade(GradeValue.FAIR, (codebook.rule("grade_fair").says,))
    return Grade(GradeValue.WEAK, (codebook.rule("grade_weak").says,), ("A second independent origin would make this Fair.",))
