"""People whom a desk counts apart: of whom it is contested whether they were civilians, and whom it counts in the maximum only."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.link import Cluster
from kroniek.incidents.report_range import named_count
from kroniek.model.claim import Claim, Group, Harm
from kroniek.model.incident import CodedRange
from kroniek.model.interval import Number
from kroniek.reading.report_clues import Clue, ClueKind
from kroniek.reading.result import Reading

_APART = (ClueKind.VICTIM_CONTESTED, ClueKind.LEFT_MINIMUM, ClueKind.MAXIMUM_ONLY)


@dataclass(frozen=True, slots=True)
class Contested:
    """How many people, whether the report's figure counts them among the civilians, and whether it is their status that is contested."""

    people: Number
    among_counted: bool
    by_status: bool = True

    def applied(self, civilians: CodedRange) -> CodedRange:
        """The civilian range: they leave the minimum where they were counted in it, else they come on top of the maximum."""
        low, high = civilians.low or 0, civilians.high or 0
        rules = (*civilians.rules, "status_contested" if self.by_status else "stated_count")
        if self.among_counted and self.people < low:
            return replace(civilians, low=low - self.people, rules=rules)
        return replace(civilians, high=max(high, low + self.people), rules=rules)


def contested_of(cluster: Cluster, civilians: CodedRange | None, codebook: Codebook) -> Contested | None:
    """Whom the reports count apart, the most people that one of them tells of; `civilians` is the range that holds them or does not."""
    found: list[Contested] = []
    if civilians is not None and "range" in civilians.rules:
        return None  # an author who gives a range has taken them into account
    for reading in cluster.main_readings:
        claims = [claim for claim in cluster.claims if claim.document == reading.document.id]
        named = sum(named_count(part, Harm.KILLED, codebook) for part in cluster.parts if part.document == reading.document.id)
        all_named = civilians is not None and named > 1 and named == civilians.low
        exact = civilians is not None and "exact" in civilians.rules and "at_least" not in civilians.rules
        counted = {stated.start for stated in reading.clues.counted}
        for clue in reading.clues.statements:
            if clue.kind in _APART and not (clue.kind is ClueKind.MAXIMUM_ONLY and clue.start in counted):
                among = all_named if clue.kind is ClueKind.VICTIM_CONTESTED else clue.kind is ClueKind.LEFT_MINIMUM and exact
                found.extend(_told(clue, claims, reading, among=among))
    return max(found, key=lambda each: (each.people, each.among_counted, each.by_status), default=None)


def _told(clue: Clue, claims: list[Claim], reading: Reading, *, among: bool) -> list[Contested]:
    """What one sentence tells of people counted apart; of contested status one person at least."""
    by_status = clue.kind is ClueKind.VICTIM_CONTESTED
    numbers = [number for claim in claims if (number := _number_in(claim, clue)) is not None]
    people = clue.people or (min(numbers, default=1) if by_status else None)
    if people is None:
        return []
    opens = clue.start < reading.clues.first_sentence_end and (clue.people or 0) + len(numbers) > 0
    return [Contested(people, opens or among, by_status)]


def _number_in(claim: Claim, clue: Clue) -> Number | None:
    """The number of killed that the claim writes in the clue's sentence."""
    here = claim.figure is not None and claim.harm is Harm.KILLED and clue.start <= claim.evidence.start < clue.end
    return claim.quantity.low if here and claim.quantity.low else None


def without_combatants(civilians: CodedRange | None, cluster: Cluster) -> CodedRange | None:
    """The range without those whom a desk says it counts as combatants, where its figure is not one of civilians.

    None where nobody is left.
    """
    if civilians is None or "stated_count" in civilians.rules:
        return civilians
    told = [clue for reading in cluster.main_readings for clue in reading.clues.statements if clue.kind is ClueKind.COUNTED_COMBATANT]
    resting = [claim for claim in cluster.claims if claim.id in civilians.low_claims]
    if not told or not resting or any(claim.victims is not None and claim.victims.group is not Group.PERSON for claim in resting):
        return civilians
    people = max(clue.people or 1 for clue in told)
    high = (civilians.high or 0) - people
    rules = tuple(dict.fromkeys((*civilians.rules, "stated_count")))
    return replace(civilians, low=max(0, (civilians.low or 0) - people), high=high, rules=rules) if high > 0 else None
