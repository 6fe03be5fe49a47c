"""People of whom it is contested whether they were civilians."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kroniek.incidents.link import Cluster
from kroniek.model.claim import Claim, Harm
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number
from kroniek.reading.report_clues import Clue, ClueKind


@dataclass(frozen=True, slots=True)
class Contested:
    """How many people, and whether the report's opening counts them among the civilians."""

    people: Number
    among_opening: bool

    def applied(self, civilians: CodedRange) -> CodedRange:
        """The civilian range: they leave the minimum where they were counted in it, else they come on top of the maximum."""
        low, high = civilians.low or 0, civilians.high or 0
        rules = (*civilians.rules, "status_contested")
        if self.among_opening and self.people < low:
            return replace(civilians, low=low - self.people, rules=rules)
        return replace(civilians, high=max(high, low + self.people), rules=rules)


def contested_of(cluster: Cluster) -> Contested | None:
    """What the reports say of contested status: the smallest number of people told in such a sentence, else one person."""
    found: list[Contested] = []
    for reading in cluster.main_readings:
        claims = [claim for claim in cluster.claims if claim.document == reading.document.id]
        for clue in reading.clues.statements:
            if clue.kind is ClueKind.VICTIM_CONTESTED:
                told = [number for claim in claims if (number := _number_in(claim, clue)) is not None]
                found.append(Contested(min(told, default=1), bool(told) and clue.start < reading.clues.first_sentence_end))
    return max(found, key=lambda contested: (contested.people, contested.among_opening), default=None)


def _number_in(claim: Claim, clue: Clue) -> Number | None:
    """The number of killed that the claim writes in the clue's sentence."""
    here = claim.figure is not None and claim.harm is Harm.KILLED and clue.start <= claim.evidence.start < clue.end
    return claim.quantity.low if here and claim.quantity.low else None
