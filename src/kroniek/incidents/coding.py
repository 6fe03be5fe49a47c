"""A codebook's ranges for one incident: which claims set the floor and the ceiling of each group, by which rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.figures import CodedFigure, coded_figure
from kroniek.incidents.link import Cluster
from kroniek.model.claim import Group, Harm, Kind, Scope, Victim
from kroniek.model.incident import CodedRange, HarmRanges
from kroniek.model.interval import Number

_PARTS = (Group.CHILD, Group.WOMAN, Group.MAN)
_TRADES = (Group.MEDICAL, Group.JOURNALIST, Group.AID_WORKER)


def code_harms(cluster: Cluster, harm: Harm, codebook: Codebook) -> HarmRanges:
    """The ranges of one harm for every group; None where nothing is said of a group."""
    figures = _figures(cluster, harm, codebook)
    named = [person for person in cluster.people if person.harm is harm]
    combatants = _widest([f for f in figures if f.group is Group.COMBATANT])
    civilians = _people(figures, named, harm, codebook)
    parts = {group: _group(figures, named, group, codebook) for group in (*_PARTS, *_TRADES)}
    return HarmRanges(
        civilian=civilians,
        combatant=combatants,
        child=parts[Group.CHILD],
        woman=parts[Group.WOMAN],
        man=parts[Group.MAN],
        medical=parts[Group.MEDICAL],
        journalist=parts[Group.JOURNALIST],
        aid_worker=parts[Group.AID_WORKER],
        total=_added(civilians, combatants),
    )


def _figures(cluster: Cluster, harm: Harm, codebook: Codebook) -> list[CodedFigure]:
    claims = [c for c in cluster.claims if c.kind in (Kind.CASUALTIES, Kind.DISPLACEMENT) and c.scope is Scope.INCIDENT]
    coded = [coded_figure(claim, harm, codebook) for claim in claims]
    return sorted((f for f in coded if f is not None), key=lambda f: (f.claim.document, f.place, f.claim.id))


def _people(figures: Sequence[CodedFigure], named: Sequence[Victim], harm: Harm, codebook: Codebook) -> CodedRange | None:
    """The civilians: each report's own figure, the lowest of them the floor, the highest the ceiling, then the names."""
    reports = [_report(list(group), codebook) for group in _by_document(figures)]
    told = [coded for coded in reports if coded is not None]
    coded = _hull(told)
    if not named or not codebook.has("named_floor"):
        return coded
    count = len(named)
    if coded is None:
        return CodedRange(count, count, rules=("named_floor",))
    low, high = coded.low or 0, coded.high or 0
    if count <= low:
        return coded
    rules = tuple(dict.fromkeys((*coded.rules, "named_floor")))
    return CodedRange(count, max(high, count), coded.low_claims, coded.high_claims, rules)


def _report(figures: Sequence[CodedFigure], codebook: Codebook) -> CodedRange | None:
    """What one report makes of it."""
    wholes = [f for f in figures if f.whole]
    clear = [f for f in wholes if not f.unclear] or wholes
    explicit = [f for f in clear if not f.vague]
    parts = _added_parts([f for f in figures if not f.whole and f.claim.part_of is None and f.group is not Group.COMBATANT])
    if explicit:
        first = next((f for f in explicit if f.own), explicit[0])
        highest = max(explicit, key=lambda f: (f.high, -f.place[0], -f.place[1]))
        rules = [*first.rules, *(highest.rules if highest is not first else ())]
        if highest is not first:
            rules.append("highest_ceiling")
        if len(explicit) < len(clear):
            rules.append("explicit_beats_vague")
        return CodedRange(first.low, highest.high, (first.claim.id,), (highest.claim.id,), tuple(dict.fromkeys(rules)))
    if parts is not None:
        return parts
    return _widest(clear)


def _added_parts(parts: Sequence[CodedFigure]) -> CodedRange | None:
    """Children, women and others told side by side without a total: the sentence with the most of them, added."""
    best: CodedRange | None = None
    for sentence in sorted({f.place[0] for f in parts}):
        here = [f for f in parts if f.place[0] == sentence]
        low, high = sum(f.low for f in here), sum(f.high for f in here)
        ids = tuple(f.claim.id for f in here)
        rules = tuple(dict.fromkeys([rule for f in here for rule in f.rules] + (["groups_added"] if len(here) > 1 else [])))
        if best is None or high > (best.high or 0):
            best = CodedRange(low, high, ids, ids, rules)
    return best


def _group(figures: Sequence[CodedFigure], named: Sequence[Victim], group: Group, codebook: Codebook) -> CodedRange | None:
    mine = [f for f in figures if f.group is group]
    explicit = [f for f in mine if not f.vague] or mine
    coded = None
    if explicit:
        first = next((f for f in explicit if f.own), explicit[0])
        highest = max(explicit, key=lambda f: (f.high, -f.place[0], -f.place[1]))
        coded = CodedRange(
            first.low, highest.high, (first.claim.id,), (highest.claim.id,), tuple(dict.fromkeys([*first.rules, *highest.rules]))
        )
    return coded


def _by_document(figures: Iterable[CodedFigure]) -> list[list[CodedFigure]]:
    groups: dict[str, list[CodedFigure]] = {}
    for figure in figures:
        groups.setdefault(figure.claim.document, []).append(figure)
    return [groups[document] for document in sorted(groups)]


def _widest(figures: Sequence[CodedFigure]) -> CodedRange | None:
    if not figures:
        return None
    lowest = min(figures, key=lambda f: (f.low, f.claim.id))
    highest = max(figures, key=lambda f: (f.high, f.claim.id))
    rules = tuple(dict.fromkeys([*lowest.rules, *highest.rules]))
    return CodedRange(lowest.low, highest.high, (lowest.claim.id,), (highest.claim.id,), rules)


def _hull(ranges: Sequence[CodedRange]) -> CodedRange | None:
    if not ranges:
        return None
    lowest = min(ranges, key=lambda r: (r.low or 0, r.low_claims))
    highest = max(ranges, key=lambda r: (r.high or 0, r.high_claims))
    rules = dict.fromkeys([*lowest.rules, *highest.rules, *(["highest_ceiling"] if lowest is not highest else [])])
    return CodedRange(lowest.low, highest.high, lowest.low_claims, highest.high_claims, tuple(rules))


def _added(first: CodedRange | None, second: CodedRange | None) -> CodedRange | None:
    if first is None or second is None:
        return first or second

    def plus(a: Number | None, b: Number | None) -> Number | None:
        return None if a is None or b is None else a + b

    return CodedRange(
        plus(first.low, second.low),
        plus(first.high, second.high),
        first.low_claims + second.low_claims,
        first.high_claims + second.high_claims,
        tuple(dict.fromkeys(first.rules + second.rules)),
    )
