"""Who is said to have done it, and how firmly: belligerents, strike status, and what was hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import is_assessment
from kroniek.incidents.link import Cluster, coalitions
from kroniek.model.claim import Stance
from kroniek.model.incident import Belligerent, BelligerentStatus, Origin, StrikeStatus
from kroniek.reading.report_clues import Clue, ClueKind

_MOST_RATIO = 3


@dataclass(frozen=True, slots=True)
class CodedStatus:
    """The strike status (None where the desk has no rule for it), the rule that gave it, and the words in a report that it rests on
    (None where it rests on claims)."""

    value: StrikeStatus | None
    rule: str
    clue: Clue | None = None


def strike_status_of(cluster: Cluster, codebook: Codebook, independent: Sequence[Origin]) -> CodedStatus:
    """How firmly it is laid to a party: what a report's own author calls it first, then what belligerents and sources say."""
    said: dict[ClueKind, Clue] = {}
    for reading in cluster.main_readings or cluster.readings:
        for clue in reading.clues.statements:
            said.setdefault(clue.kind, clue)
    order = (
        (ClueKind.CALLED_SINGLE, StrikeStatus.SINGLE_SOURCE, "status_called"),
        (ClueKind.DECLARED, StrikeStatus.DECLARED, "status_declared"),
        (ClueKind.CONCEDED, StrikeStatus.DECLARED, "status_declared"),
        (ClueKind.CALLED_CONTESTED, StrikeStatus.CONTESTED, "status_called"),
        (ClueKind.ONE_ATTRIBUTES, StrikeStatus.SINGLE_SOURCE, "status_single_source"),
    )
    for kind, value, rule in order:
        if kind in said and codebook.has(rule):
            return CodedStatus(value, rule, said[kind])
    if any(claim.stance is Stance.CONCEDED for claim in cluster.claims) and codebook.has("status_declared"):
        return CodedStatus(StrikeStatus.DECLARED, "status_declared")
    if ClueKind.NOBODY_NAMED in said and ClueKind.ALL_ATTRIBUTE not in said and codebook.has("nobody_named"):
        return CodedStatus(StrikeStatus.CONTESTED, "nobody_named", said[ClueKind.NOBODY_NAMED])
    weak = said.get(ClueKind.CALLED_WEAK) or (said.get(ClueKind.REPEATED) if ClueKind.HARM_WEAK not in said else None)
    if weak is not None and codebook.has("repeats_count_once") and codebook.has("status_single_source"):
        return CodedStatus(StrikeStatus.SINGLE_SOURCE, "repeats_count_once", weak)
    return _from_claims(cluster, codebook, ClueKind.ALL_ATTRIBUTE in said, independent)


def _from_claims(cluster: Cluster, codebook: Codebook, all_attribute: bool, independent: Sequence[Origin]) -> CodedStatus:
    """By the origins of the claims; a researcher's assessment stands for the sources that it sums up."""
    members = coalitions(codebook)
    laid = {members.get(party, party) for party in laid_to(cluster)}
    assessed = all_attribute or any(is_assessment(reading, codebook) for reading in cluster.readings)
    if len(laid) > 1 and len(cluster.readings) > 1 and codebook.has("dissent"):
        return CodedStatus(StrikeStatus.CONTESTED, "dissent")
    if not laid and not assessed and not named_parties(cluster) and codebook.has("nobody_named"):
        return CodedStatus(StrikeStatus.CONTESTED, "nobody_named")
    rule = "status_single_source" if len(independent) <= 1 and not assessed else "status_likely"
    if not codebook.has(rule):
        return CodedStatus(None, "")
    return CodedStatus(StrikeStatus.LIKELY if rule == "status_likely" else StrikeStatus.SINGLE_SOURCE, rule)


def laid_to(cluster: Cluster) -> tuple[str, ...]:
    """The parties that claims name as the actor or that a report accuses, sorted."""
    clues = [clue for reading in cluster.readings for clue in reading.clues.statements if clue.kind is ClueKind.ACCUSED]
    accused = {party for clue in clues for party in clue.parties}
    return tuple(sorted(accused | {claim.actor.id for claim in cluster.claims if claim.actor and claim.actor.id}))


def named_parties(cluster: Cluster) -> Counter[str]:
    """How often each party is named as the attacker: beside a means of attack or by a claim; else in a sentence on attribution,
    else in the opening, else anywhere in the reports."""
    readings = cluster.main_readings or cluster.readings
    votes = Counter(clue.party for reading in readings for clue in reading.clues.methods if clue.party and not clue.other_event)
    votes.update(claim.actor.id for claim in cluster.claims if claim.actor and claim.actor.id)
    if not votes:
        spoken = [clue for reading in readings for clue in reading.clues.statements if clue.kind is not ClueKind.DENIED]
        votes.update(party for clue in spoken for party in clue.parties)
    for only_opening in (True, False):
        if not votes:
            votes.update(
                party.id
                for reading in readings
                for party in reading.parties
                if party.id and (not only_opening or (party.start or 0) < reading.clues.first_paragraph_end)
            )
    return votes


def belligerents_of(cluster: Cluster, status: CodedStatus, codebook: Codebook) -> tuple[Belligerent, ...]:
    """The parties it is laid to, the one named most first.

    Where the strike is contested, the parties that the codebook lists for that country. Within one report only the party named most
    is taken: another is a bystander of the sentence.
    """
    votes = named_parties(cluster)
    names = {party.id: party.name for reading in cluster.readings for party in reading.parties if party.id and party.name}
    conceded: set[str] = set()
    for claim in cluster.claims:
        if claim.actor and claim.actor.id:
            names.setdefault(claim.actor.id, claim.actor.name or claim.actor.text)
            # "confirmed that it struck the part where civilians were reported killed" owns the strike, and no death
            if claim.stance is Stance.CONCEDED and claim.figure is not None:
                conceded.add(claim.actor.id)
    owned = _first_parties(cluster, ClueKind.CONCEDED)
    conceded |= owned
    declared = _first_parties(cluster, ClueKind.DECLARED) if status.value is StrikeStatus.DECLARED else set()
    denied = _first_parties(cluster, ClueKind.DENIED)
    at_war = _parties_at_war(cluster, codebook)
    both = any(clue.kind is ClueKind.BOTH_PARTIES for reading in cluster.main_readings for clue in reading.clues.statements)
    if at_war and (both or status.value is StrikeStatus.CONTESTED):
        chosen = list(at_war)
    elif status.rule == "dissent":
        chosen = sorted(laid_to(cluster), key=lambda party: (-votes[party], party))
    else:
        ranked = sorted(votes, key=lambda party: (-votes[party], party))
        ranked = sorted(owned - set(ranked)) + ranked if len(cluster.readings) > 1 else ranked
        votes.update({party: votes[ranked[0]] for party in owned if party in ranked})
        chosen = [party for party in ranked if votes[party] * _MOST_RATIO > votes[ranked[0]]][: 1 if len(cluster.readings) == 1 else None]
    if len(cluster.readings) > 1:
        chosen += sorted(declared & set(votes) - set(chosen))
    if status.value is StrikeStatus.DECLARED and len(chosen) == 1:
        declared.add(chosen[0])
    names = {**names, **codebook.parties}
    return tuple(Belligerent(party, names.get(party, party), _standing(party, conceded, declared, denied)) for party in chosen)


def _standing(party: str, conceded: set[str], declared: set[str], denied: set[str]) -> BelligerentStatus:
    """The firmest of what the party itself says."""
    if party in conceded:
        return BelligerentStatus.CONCEDED
    if party in declared:
        return BelligerentStatus.DECLARED
    return BelligerentStatus.DENIED if party in denied else BelligerentStatus.SUSPECTED


def _first_parties(cluster: Cluster, kind: ClueKind) -> set[str]:
    """The party that each sentence of that kind names first: the one that speaks of its own act."""
    clues = [clue for reading in cluster.readings for clue in reading.clues.statements if clue.kind is kind]
    return {clue.parties[0] for clue in clues if clue.parties}


def _parties_at_war(cluster: Cluster, codebook: Codebook) -> tuple[str, ...]:
    """The parties that the codebook lists for the incident's country, else for the listed country that the reports name most."""
    here = codebook.names("nobody_named", (cluster.place.country or "") if cluster.place else "")
    if here:
        return here
    counts = Counter(place.country for reading in cluster.readings for place in reading.places if place.country)
    for country in sorted(counts, key=lambda country: (-counts[country], country)):
        if listed := codebook.names("nobody_named", country):
            return listed
    return ()


def infrastructure_of(cluster: Cluster) -> tuple[str, ...]:
    """The categories of what was hit, told in the openings of the reports, sorted."""
    found = {clue.category for reading in cluster.main_readings for clue in reading.clues.infrastructure if clue.paragraph == 0}
    return tuple(sorted(found))
