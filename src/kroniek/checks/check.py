"""All checks over a set of reports and the incidents that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kroniek.checks.densities import densities
from kroniek.checks.material import Material, Told
from kroniek.checks.numbers import malformed, two_units
from kroniek.checks.parts import KIND as PARTS
from kroniek.checks.parts import parts
from kroniek.checks.percentages import percentages
from kroniek.checks.rates import rates
from kroniek.checks.ratios import ratios
from kroniek.checks.rules import CheckRules
from kroniek.checks.running import falling
from kroniek.checks.sums import sums
from kroniek.model.finding import Finding, Outcome, Severity
from kroniek.model.incident import Incident
from kroniek.parties.index import Parties
from kroniek.provenance.trace import Provenance
from kroniek.reading.result import Reading

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def check(
    readings: Sequence[Reading],
    provenance: Provenance,
    incidents: Sequence[Incident],
    rules: CheckRules,
    parties: Parties | None = None,
    *,
    every: bool = False,
) -> tuple[Finding, ...]:
    """What the figures of the reports say of each other, gravest first, then by report; those of the incidents' own checks among them.

    `provenance` and `incidents` are those of the readings. With `every` what cannot be checked is told too. The order of the
    readings changes nothing.
    """
    material = Material(readings, provenance, parties)
    found: dict[str, Finding] = {}
    units: set[str] = set()
    for told in material.told.values():
        for one in _of_publication(told, material, rules, units):
            found.setdefault(one.id, one)
    for incident in sorted(incidents, key=lambda one: one.id):
        for one in (*incident.checks, *falling(incident, material)):
            found.setdefault(one.id, one)
    _drop_told_twice(found, incidents)
    kept = (one for one in found.values() if every or is_worth_telling(one))
    return tuple(sorted(kept, key=gravity))


def _drop_told_twice(found: dict[str, Finding], incidents: Sequence[Incident]) -> None:
    """A text's parts that exceed their total are told of the incident alone where its ranges show the same."""
    coded = [frozenset(one.claims) for incident in incidents for one in incident.checks]
    for id in [id for id, one in found.items() if one.kind == PARTS and any(claims <= frozenset(one.claims) for claims in coded)]:
        del found[id]


def is_worth_telling(finding: Finding) -> bool:
    """Whether there is something to tell: not that nothing can be checked, unless a number itself is at fault."""
    return finding.outcome is not Outcome.CANNOT_BE_CHECKED or finding.severity is not Severity.NOTE


def gravity(finding: Finding) -> tuple[int, tuple[str, ...], str, str]:
    """The order in which findings are told."""
    return _GRAVITY[finding.severity], finding.documents, finding.kind, finding.id


def _of_publication(told: Told, material: Material, rules: CheckRules, units: set[str]) -> Iterator[Finding]:
    yield from malformed(told)
    yield from two_units(told, material, rules, units)
    yield from sums(told, material, rules)
    yield from percentages(told, rules)
    yield from rates(told, material, rules)
    yield from ratios(told, rules)
    yield from densities(told)
    yield from parts(told)
