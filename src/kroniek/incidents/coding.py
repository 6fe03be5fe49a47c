"""A codebook's ranges for one incident: which claims set the floor and the ceiling of each group, by which rules."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.civilians import by_status
from kroniek.incidents.contested import contested_of, without_combatants
from kroniek.incidents.figures import CodedFigure, coded_figure
from kroniek.incidents.groups import group_range
from kroniek.incidents.hull import Told, hull
from kroniek.incidents.link import Cluster
from kroniek.incidents.parts import Part
from kroniek.incidents.published_figure import with_best, with_one_figure
from kroniek.incidents.report_range import named_count, report_range
from kroniek.incidents.shares import Shares, shares
from kroniek.model.claim import Group, Harm, Kind, Scope
from kroniek.model.incident import CodedRange, HarmRanges
from kroniek.model.interval import Number
from kroniek.provenance.origins import origin_of_part


def code_harms(cluster: Cluster, harm: Harm, codebook: Codebook) -> HarmRanges:
    """The ranges of one harm for every group; None where nothing is said of a group, or where the desk does not count the harm."""
    if codebook.has("harms_counted") and harm.value not in codebook.rule("harms_counted").words:
        return HarmRanges()
    book = codebook.in_country(cluster.place.country if cluster.place else None)
    coded = _code(cluster, harm, book)
    if book.has("best_estimate"):
        coded = with_best(coded, _code(cluster, harm, book.without("lowest_floor")))
    return with_one_figure(coded) if book.has("single_figure") else coded


def _code(cluster: Cluster, harm: Harm, codebook: Codebook) -> HarmRanges:
    coded = [(part, _figures(part, harm, codebook)) for part in cluster.parts]
    readings = {reading.document.id: reading for reading in cluster.readings}
    ranges = [report_range(figures, part, harm, readings[part.document], codebook) for part, figures in coded]
    everybody = _together(cluster, ranges, codebook)
    if harm is Harm.KILLED and codebook.has("stated_count"):
        everybody = without_combatants(everybody, cluster)
    contested = contested_of(cluster, everybody, codebook) if harm is Harm.KILLED and codebook.has("status_contested") else None
    if everybody is not None and contested is not None:
        everybody = contested.applied(everybody)
    combatants = _widest([figure for _, figures in coded for figure in figures if figure.group is Group.COMBATANT])

    if contested is not None and contested.by_status and combatants is None and everybody is not None:
        combatants = CodedRange(codebook.number("status_contested", "low"), contested.people, rules=("status_contested",))

    def group(which: Group) -> CodedRange | None:
        return _together(
            cluster,
            [
                group_range(figures, part, harm, which, readings[part.document].clues, all_told, codebook)
                for (part, figures), all_told in zip(coded, ranges, strict=True)
            ],
            codebook,
        )

    written = {claim.id for claim in cluster.claims if claim.figure is not None}
    trades = {which: group(which) for which in (Group.MEDICAL, Group.JOURNALIST, Group.AID_WORKER)}
    kinds = {which: group(which) for which in (Group.CHILD, Group.WOMAN, Group.MAN)}
    named = max((named_count(part, harm, codebook) for part in cluster.parts), default=0)
    parts = shares(everybody, Shares(kinds[Group.CHILD], kinds[Group.WOMAN], kinds[Group.MAN]), written, named, codebook)
    told = {**trades, Group.CHILD: parts.child, Group.WOMAN: parts.woman, Group.CIVILIAN: group(Group.CIVILIAN)}
    divided = by_status(everybody, told, cluster.claims, codebook)
    return HarmRanges(
        civilian=divided.civilian,
        combatant=combatants,
        undetermined=divided.undetermined,
        child=parts.child,
        woman=parts.woman,
        man=parts.man,
        medical=trades[Group.MEDICAL],
        journalist=trades[Group.JOURNALIST],
        aid_worker=trades[Group.AID_WORKER],
        total=_added(everybody, combatants),
    )


def _figures(part: Part, harm: Harm, codebook: Codebook) -> list[CodedFigure]:
    told = [
        coded_figure(claim, order, harm, codebook)
        for order, claim in enumerate(part.claims)
        if claim.kind in (Kind.CASUALTIES, Kind.DISPLACEMENT) and claim.scope is Scope.INCIDENT
    ]
    return [figure for figure in told if figure is not None]


def _widest(figures: Sequence[CodedFigure]) -> CodedRange | None:
    if not figures:
        return None
    figures = [figure for figure in figures if not figure.vague] or figures  # an explicit figure beats a vague one
    lowest = min(figures, key=lambda figure: (figure.low, figure.claim.id))
    highest = max(figures, key=lambda figure: (figure.high, figure.claim.id))
    rules = tuple(dict.fromkeys([*lowest.rules, *highest.rules]))
    return CodedRange(lowest.low, highest.high, (lowest.claim.id,), (highest.claim.id,), rules)


def _together(cluster: Cluster, ranges: Sequence[CodedRange | None], codebook: Codebook) -> CodedRange | None:
    """The ranges of the cluster's parts, in their order, as one."""
    documents = {reading.document.id: reading.document for reading in cluster.readings}
    told = []
    for part, coded in zip(cluster.parts, ranges, strict=True):
        if coded is None:
            continue
        document = documents[part.document]
        resting = [claim for claim in part.claims if claim.id in coded.low_claims]
        published = resting[0].block.published if resting else None
        named = bool(resting) and all(claim.figure is None and claim.people for claim in resting)
        told.append(Told(coded, origin_of_part(part.claims, resting, document), published or document.published_day, named))
    return hull(told, codebook.vague_rules())


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
