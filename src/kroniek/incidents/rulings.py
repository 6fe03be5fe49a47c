"""People's decisions over linking and grading. They always win over likeness; of two that cannot both hold, the later wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kroniek.incidents.parts import Part
from kroniek.model.incident import Grade, Incident
from kroniek.model.provenance import Telling
from kroniek.model.ruling import DecidedGrade, NotSame, Rulings, Same


@dataclass(frozen=True, slots=True)
class Bonds:
    """Which parts, by number, people hold together, and which apart.

    `together` has for each part the parts that it is bound to, itself among them, ascending; `apart` pairs with the lower number first.
    """

    together: tuple[tuple[int, ...], ...]
    apart: frozenset[tuple[int, int]]

    def parted(self, one: int, other: int) -> bool:
        """Whether people hold these two apart."""
        return ((one, other) if one < other else (other, one)) in self.apart


def divided(parts: Iterable[Part], rulings: Rulings) -> list[Part]:
    """The parts, each cut in two wherever people said that some of its claims are of another event than others.

    What they did not speak of stays with what is left; parts of a whole go with their whole.
    """
    found = list(parts)
    for ruling in sorted(rulings.not_same, key=lambda one: one.decision):
        these, those = frozenset(ruling.these), frozenset(ruling.those)
        found = [piece for part in found for piece in _cut(part, these, those)]
    return found


def _cut(part: Part, these: frozenset[Telling], those: frozenset[Telling]) -> list[Part]:
    ids = {claim.id for claim in part.claims}
    out = {id for id in ids if Telling(part.document, id) in these}
    staying = {id for id in ids if Telling(part.document, id) in those}
    if not out or not staying:
        return [part]
    out |= {claim.id for claim in part.claims if claim.part_of in out and claim.id not in staying}
    kept = tuple(claim for claim in part.claims if claim.id not in out)
    gone = tuple(claim for claim in part.claims if claim.id in out)
    # the named and their relatives stand in the report's chief event, and stay there
    return [replace(part, claims=kept), replace(part, claims=gone, main=False, people=(), relatives=())]


def bonds(parts: Sequence[Part], rulings: Rulings) -> Bonds:
    """What people hold together and apart among these parts, from the last decision back: an earlier one gives way where it must."""
    holding: dict[Telling, list[int]] = {}
    for number, part in enumerate(parts):
        for claim in part.claims:
            holding.setdefault(Telling(part.document, claim.id), []).append(number)
    made = Bonding(len(parts))
    decided: list[Same | NotSame] = [*rulings.same, *rulings.not_same]
    for ruling in sorted(decided, key=lambda one: -one.decision):
        if isinstance(ruling, Same):
            made.join(_numbers(ruling.claims, holding))
        else:
            made.part(_numbers(ruling.these, holding), _numbers(ruling.those, holding))
    return Bonds(tuple(tuple(sorted(group)) for group in made.group), frozenset(made.apart))


def _numbers(claims: Iterable[Telling], holding: dict[Telling, list[int]]) -> list[int]:
    return sorted({number for claim in claims for number in holding.get(claim, ())})


class Bonding:
    """Groups that grow while nothing that was decided later is broken."""

    def __init__(self, count: int) -> None:
        self.group: list[set[int]] = [{number} for number in range(count)]
        self.apart: set[tuple[int, int]] = set()

    def join(self, numbers: Sequence[int]) -> None:
        """Each with the first before it that it may be one with."""
        for at, number in enumerate(numbers):
            for earlier in numbers[:at]:
                if self.group[earlier] is not self.group[number] and not self._parted(self.group[earlier], self.group[number]):
                    united = self.group[earlier] | self.group[number]
                    for member in united:
                        self.group[member] = united
                    break

    def part(self, these: Sequence[int], those: Sequence[int]) -> None:
        """Every pair that no later decision holds together."""
        for one in these:
            for other in those:
                if self.group[one] is not self.group[other]:
                    self.apart.add((min(one, other), max(one, other)))

    def _parted(self, ones: set[int], others: set[int]) -> bool:
        return any((min(one, other), max(one, other)) in self.apart for one in ones for other in others)


def regraded(incident: Incident, held: frozenset[Telling], grades: Sequence[DecidedGrade]) -> Incident:
    """The incident with the grade that a person gave it last, the codebook's own beside it; `held` are its claims."""
    ours = [one for one in grades if one.claim in held]
    last = max(ours, key=lambda one: one.decision, default=None)
    if last is None or last.value is None:
        return incident
    coded = incident.grade
    by_codebook = coded.value.value if coded.value else "no grade"
    why = (
        f"The desk graded this {last.value.value} (decision {last.decision}).",
        f"The codebook gives {by_codebook}:",
        *coded.why,
    )
    changes = ("Another decision of the desk would change it.",)
    return replace(incident, grade=Grade(last.value, why, changes, by_codebook=coded.value, decision=last.decision))
