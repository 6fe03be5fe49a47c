"""The report: one HTML file that needs nothing else, for readers outside the desk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kroniek import __version__
from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.totals import Dimension, IncidentRow, Total, headline, tabulate
from kroniek.incidents.totals_rows import Counted, incident_row
from kroniek.incidents.versions import side_by_side
from kroniek.ledger.totals import ASSESSED
from kroniek.model.claim import Claim, SpeakerMention
from kroniek.model.finding import Finding
from kroniek.model.incident import HarmRanges, Incident
from kroniek.model.report import Document
from kroniek.publish import wording
from kroniek.publish.gather import Material
from kroniek.publish.redact import PRIVATE_SOURCE, Piece, is_private, shown_speaker
from kroniek.publish.totals_text import TotalLines, total_lines

_GROUPS = ("civilian", "combatant", "undetermined", "child", "woman", "man", "medical", "journalist", "aid_worker")
_NAMED_CLAIMS = re.compile(r" \(claim [0-9a-z][^()]{0,2000}\)")
"""The ids of claims in a reason: the report shows the claims themselves."""
_MOST_VERSIONS = 200
_SAFE_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """One line of the totals."""

    name: str
    incidents: int
    killed: str
    injured: str
    unstated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim as the report shows it: its sentence cut around the figure, who says so, and in which report."""

    quote: tuple[tuple[Piece, bool], ...]
    amount: str
    what: str
    stance: str
    said_by: tuple[str, ...]
    source: str
    title: tuple[Piece, ...]
    url: str | None
    published: str | None
    version: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One row of who says what: the first party in the claim's own words, its figure, whom it counts, and how the party stands to it."""

    speaker: str
    figure: str
    group: str
    stance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentView:
    """One incident as the report shows it."""

    incident: Incident
    title: str
    day: str
    place: str
    point: str
    accuracy: str
    parties: tuple[str, ...]
    killed: str
    injured: str
    harms: tuple[tuple[str, str], ...]
    grade: str
    status: str
    origins: tuple[str, ...]
    why: tuple[str, ...]
    would_change: tuple[str, ...]
    people: str
    claims: tuple[ClaimView, ...]
    versions: tuple[VersionView, ...]
    left_out: int
    conflicts: tuple[str, ...]
    findings: tuple[Finding, ...]


def render(material: Material, codebook: Codebook, title: str) -> str:
    """The report as HTML. Every name and place in it has been through the material's redactor."""
    incidents = [_incident(material, incident) for incident in material.public_incidents]
    made = sorted({(one.made_by.codebook, one.made_by.codebook_sha256, one.made_by.data_sha256) for one in material.public_incidents})
    return _environment().get_template("report.html").render(
        title=title,
        totals=_totals(material.public_incidents, codebook),
        splits=_splits(material.public_incidents, codebook),
        imported=[table for desk, (counted, rows) in material.imported.items() for table in _tables(desk, rows, counted, codebook)],
        incidents=incidents,
        findings=[_finding(material, stored.finding) for stored in material.findings if _is_public(material, stored.finding)],
        counts=material.counts,
        codebook=codebook,
        made=made,
        data_sha256=material.data_sha256,
        version=__version__,
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kroniek.publish"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _totals(incidents: tuple[Incident, ...], codebook: Codebook) -> list[TotalView]:
    rows = [incident_row(incident) for incident in incidents]
    found = headline(rows, codebook)
    rule = codebook.rules.get("totals_together")
    together = " and ".join(word.capitalize() for word in rule.words) if rule else ""
    names = {"together": f"{together} together", "": "Not graded"}
    order = ["together", *sorted(name for name in found if name not in names), ""]
    return [_total(names.get(name, name.capitalize()), found[name]) for name in order if name in found]


_SPLITS = ((Dimension.MONTH,), (Dimension.BELLIGERENT,))


def _splits(incidents: tuple[Incident, ...], codebook: Codebook) -> list[TotalLines]:
    """The desk's own incidents by month and by party, where there is more than one to split."""
    rows = [incident_row(incident) for incident in incidents]
    made = [total_lines(ASSESSED, tabulate(rows, by), rows, Counted.CIVILIANS, codebook) for by in _SPLITS] if rows else []
    return [table for table in made if len(table.rows) > 1]


def _tables(desk: str, rows: tuple[IncidentRow, ...], counted: Counted, codebook: Codebook) -> list[TotalLines]:
    """Another desk's incidents, by grade, year and party."""
    by = ((Dimension.GRADE,), (Dimension.YEAR,), (Dimension.BELLIGERENT,))
    return [total_lines(desk, tabulate(rows, one), rows, counted, codebook) for one in by]


def _total(name: str, total: Total) -> TotalView:
    return TotalView(
        name=name,
        incidents=total.incidents,
        killed=wording.added(total.killed, total.incidents),
        injured=wording.added(total.injured, total.incidents),
        unstated=total.killed.unstated,
    )


def _where(place: dict[str, Any]) -> str:
    """The place's name with province and country; the words of a place that the gazetteer does not know, called unresolved."""
    if place.get("text") and not place.get("name"):
        return f"“{place['text']}” (unresolved)"
    return ", ".join(part for part in (place.get("name"), place.get("admin1"), place.get("country")) if part)


def _incident(material: Material, incident: Incident) -> IncidentView:
    redactor, claims = material.redactor, material.claims_of(incident)
    public = [claim for claim in claims if not redactor.is_private_document(claim.document)]
    record = redactor.incident(incident)
    place = record["place"] or {}
    ranges = [("killed", incident.killed), ("injured", incident.injured), ("missing", incident.missing)]
    ranges += [("detained", incident.detained), ("displaced", incident.displaced)]
    return IncidentView(
        incident=incident,
        title=record["title"],
        day=wording.day(incident.date),
        place=_where(place),
        point=f"{place['lat']}, {place['lon']}" if place.get("lat") is not None else "",
        accuracy=wording.code(place.get("accuracy") or "not known"),
        parties=tuple(f"{party['name']} ({party['status']})" for party in record["belligerents"]),
        killed=wording.coded(incident.killed.civilian),
        injured=wording.coded(incident.injured.civilian),
        harms=tuple(line for harm, one in ranges for line in _harm_lines(harm, one)),
        grade=incident.grade.value.value.capitalize() if incident.grade.value is not None else "Not graded",
        status=wording.code(incident.strike_status.value) if incident.strike_status is not None else "not known",
        origins=tuple(origin["name"] for origin in record["origins"]),
        why=tuple(_NAMED_CLAIMS.sub("", sentence) for sentence in record["grade"]["why"]),
        would_change=tuple(record["grade"]["would_change"]),
        people=_people(material, incident),
        claims=tuple(_claim(material, claim) for claim in public),
        versions=_versions(material, public, material.denied_of(incident)),
        left_out=len(claims) - len(public),
        conflicts=tuple(conflict["about"] for conflict in record["conflicts"]),
        findings=tuple(_finding(material, finding) for finding in incident.checks if _is_public(material, finding)),
    )


def _harm_lines(harm: str, ranges: HarmRanges) -> list[tuple[str, str]]:
    found = [(group, getattr(ranges, group)) for group in _GROUPS]
    return [(f"{wording.code(group)} {harm}", wording.coded(one)) for group, one in found if one is not None]


def _people(material: Material, incident: Incident) -> str:
    if not incident.people:
        return ""
    released = [person for person in incident.people if material.redactor.is_released(person)]
    names = ", ".join(map(material.redactor.public_name, released))
    hidden = len(incident.people) - len(released)
    kept = f"{hidden} named in the reports; the names are not published" if hidden else ""
    return "; ".join(part for part in (names, kept) if part)


def _versions(material: Material, claims: Sequence[Claim], denied: Sequence[Claim]) -> tuple[VersionView, ...]:
    """Who says what, with speakers as they may be named: the order tells no more than the names shown do. Each row once, at most 200."""
    public = [claim for claim in denied if not material.redactor.is_private_document(claim.document)]

    def speaker(claim: Claim) -> str:
        if not claim.said_by:
            return _source(material, material.documents[claim.document])
        return _speaker(material, claim.said_by[-1], claim.document)

    rows = (
        VersionView(speaker(claim), wording.quantity(claim.quantity), wording.what(claim), claim.stance.value)
        for claim in side_by_side(claims, public, speaker)
    )
    return tuple(dict.fromkeys(rows))[:_MOST_VERSIONS]


def _claim(material: Material, claim: Claim) -> ClaimView:
    document, redactor = material.documents[claim.document], material.redactor
    return ClaimView(
        quote=_quote(material, claim),
        amount=wording.quantity(claim.quantity),
        what=wording.what(claim),
        stance=claim.stance.value,
        said_by=tuple(_speaker(material, speaker, document.id) for speaker in claim.said_by),
        source=_source(material, document),
        title=redactor.pieces(document.title or "", document.id),
        url=_address(material, document),
        published=document.published_day.isoformat() if document.published_day else None,
        version=claim.version,
    )


def _speaker(material: Material, speaker: SpeakerMention, document: str) -> str:
    words = shown_speaker(speaker)
    return words if is_private(speaker) else material.redactor.text(words, document)


def _source(material: Material, document: Document) -> str:
    if document.private_source:
        return PRIVATE_SOURCE
    return material.redactor.text(document.publisher or material.redactor.id(document.id), document.id)


def _address(material: Material, document: Document) -> str | None:
    url = document.url
    if not url or not url.lower().startswith(_SAFE_SCHEMES):
        return None
    return material.redactor.address(url)


def _quote(material: Material, claim: Claim) -> tuple[tuple[Piece, bool], ...]:
    """The sentence in pieces, each with whether it is the figure. Names are looked for in the whole sentence first, since one could
    reach over the figure's edge."""
    words, start = claim.evidence.text, claim.evidence.start
    edges = (0, 0) if claim.figure is None else (claim.figure.start - start, claim.figure.end - start)
    pieces: list[tuple[Piece, bool]] = []
    at = 0
    for piece, length in material.redactor.measured(words, claim.document):
        if piece.hidden:
            pieces.append((piece, False))
        else:
            cuts = sorted({at, at + length, *(edge for edge in edges if at < edge < at + length)})
            for first, last in pairwise(cuts):
                pieces.append((Piece(words[first:last]), edges[0] <= first and last <= edges[1]))
        at += length
    return tuple(pieces)


def _is_public(material: Material, finding: Finding) -> bool:
    """Whether it rests on no report of a private source: a finding may quote each of its reports, and name its publisher."""
    found = (material.documents.get(id) for id in finding.documents)
    return not any(document is not None and document.private_source for document in found)


def _finding(material: Material, finding: Finding) -> Finding:
    return replace(finding, text=material.redactor.text(finding.text))
