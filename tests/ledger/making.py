"""Made-up reports, claims and incidents, and a toy reader and codebook, so that the ledger is tested without the real ones.

A toy report says "3 killed in Qana." as often as it likes; each such sentence is a claim, each place an incident.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kroniek.contracts.records import claim_record, incident_record
from kroniek.errors import DocumentError
from kroniek.ledger.assessment import Assessed
from kroniek.ledger.build import BuildRules
from kroniek.ledger.records import json_text
from kroniek.ledger.store import Ledger
from kroniek.model.claim import (
    Accuracy,
    BlockReference,
    Bound,
    Claim,
    Group,
    Harm,
    Kind,
    PlaceMention,
    Quantity,
    SpeakerMention,
    SpeakerRole,
    TimeMention,
    Victim,
    Victims,
)
from kroniek.model.finding import Finding, Severity, claim_key, finding_id
from kroniek.model.incident import (
    Belligerent,
    BelligerentStatus,
    CodedRange,
    Grade,
    GradeValue,
    HarmRanges,
    Incident,
    IncidentDate,
    IncidentDocument,
    MadeBy,
    Origin,
    StrikeStatus,
    StrikeType,
)
from kroniek.model.interval import Precision
from kroniek.model.report import Block, Document, Voice
from kroniek.model.ruling import Rulings
from kroniek.model.span import words_at
from kroniek.provenance.trace import trace
from kroniek.reading.result import Reading

_SENTENCE = re.compile(r"(?P<number>\d+) (?P<harm>killed|injured) in (?P<place>\w+)(?: by (?P<actor>\w+))?\.")
_NAME = re.compile(r"Named: ([^.\n]+)\.")
COUNTRIES = {"Qana": "LB", "Raqqa": "SY", "Mosul": "IQ"}


def document(id: str, text: str, **known: object) -> Document:
    """A report; `published_day` is 2 March 2017 unless it is given."""
    values: dict[str, object] = {"published_day": date(2017, 3, 2), "publisher": "Paper", "language": "en", "title": f"Title of {id}"}
    return Document(id=id, text=text, **{**values, **known})  # type: ignore[arg-type]


def read(one: Document) -> Reading:
    """The toy reading."""
    if "UNREADABLE" in one.text:
        raise DocumentError(one.id, "cannot be read")
    end, day = len(one.text), one.published_day
    block = Block(id="b0", voice=Voice.AUTHOR, language="en", start=0, end=end, publisher=one.publisher, published=day)
    people = tuple(
        Victim(text=match[1], start=match.start(1), end=match.end(1), names={"en": match[1]}, harm=Harm.KILLED)
        for match in _NAME.finditer(one.text)
    )
    claims = tuple(_claim(one, block, match, people) for match in _SENTENCE.finditer(one.text))
    return Reading(document=one, blocks=(block,), claims=claims)


def _claim(one: Document, block: Block, match: re.Match[str], people: tuple[Victim, ...]) -> Claim:
    text, number, day = one.text, int(match["number"]), one.published_day or date(2017, 1, 1)
    key = f"{one.version}|{match.start()}|{match.end()}|{match['harm']}"
    reference = BlockReference(
        id=block.id, voice=block.voice, language="en", publisher=block.publisher, author=None, published=day, title=None, parent=None,
        start=block.start, end=block.end,
    )  # fmt: skip
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:24],
        document=one.id,
        version=one.version,
        block=reference,
        figure=words_at(text, match.start("number"), match.end("number")),
        evidence=words_at(text, match.start(), match.end()),
        kind=Kind.CASUALTIES,
        quantity=Quantity(number, number, Bound.EXACT),
        harm=Harm(match["harm"]),
        victims=Victims(Group.CIVILIAN),
        people=people,
        place=PlaceMention(
            text=match["place"], start=match.start("place"), end=match.end("place"), name=match["place"],
            country=COUNTRIES.get(match["place"]), lat=33.123456, lon=35.654321, accuracy=Accuracy.VILLAGE,
        ),
        time=TimeMention(text="", inferred=True, start_day=day, end_day=day, precision=Precision.DAY),
        said_by=(SpeakerMention(text="a neighbour", role=SpeakerRole.WITNESS, name="Karim Haddad"),),
    )  # fmt: skip


def read_all(documents: Iterable[Document]) -> Iterator[Reading | DocumentError]:
    """The toy reading of each."""
    for one in documents:
        try:
            yield read(one)
        except DocumentError as error:
            yield error


def assess(readings: Sequence[Reading]) -> tuple[Incident, ...]:
    """An incident for each place; its id is that of its first report and the place, so that it goes when that report does."""
    places: dict[str, list[tuple[Reading, Claim]]] = {}
    for reading in sorted(readings, key=lambda one: one.document.id):
        for claim in reading.claims:
            assert claim.place is not None
            places.setdefault(claim.place.text, []).append((reading, claim))
    return tuple(sorted((incident(place, found) for place, found in places.items()), key=lambda one: one.id))


def incident(place: str, found: Sequence[tuple[Reading, Claim]]) -> Incident:
    """The toy incident at a place."""
    claims = [claim for _, claim in found]
    ids = tuple(dict.fromkeys(reading.document.id for reading, _ in found))
    numbers = [claim.quantity.low for claim in claims if claim.quantity.low is not None and claim.harm is Harm.KILLED]
    days = sorted(claim.time.start_day for claim in claims if claim.time is not None)
    killed = CodedRange(min(numbers), max(numbers), (claims[0].id,), (claims[-1].id,), ("toy",)) if numbers else None
    people = {victim.text: victim for claim in claims for victim in claim.people}
    empty = HarmRanges()
    return Incident(
        id=hashlib.sha256(f"{ids[0]}|{place}".encode()).hexdigest()[:16],
        title=f"Airstrike at {place}",
        made_by=MadeBy("0.1.0", "toy", "c" * 64, "d" * 64),
        documents=tuple(IncidentDocument(id, True) for id in ids),
        date=IncidentDate(days[0], days[-1], Precision.DAY),
        place=claims[0].place,
        belligerents=(Belligerent("p1", "Coalition", BelligerentStatus.SUSPECTED),),
        strike_type=(StrikeType.AIRSTRIKE,),
        strike_status=StrikeStatus.LIKELY,
        infrastructure=(),
        media=(),
        killed=HarmRanges(civilian=killed, total=killed),
        injured=empty,
        missing=empty,
        detained=empty,
        displaced=empty,
        people=tuple(people[name] for name in sorted(people)),
        grade=Grade(GradeValue.FAIR if len(ids) > 1 else GradeValue.WEAK, (f"{len(ids)} reports say so.",)),
        origins=tuple(Origin(id, (id,)) for id in ids),
        claims=tuple(claim.id for claim in claims),
        checks=(toy_finding(place, found),),
    )


def toy_finding(place: str, found: Sequence[tuple[Reading, Claim]]) -> Finding:
    """A finding on the first claim at the place."""
    reading, first = found[0]
    id = finding_id("toy", [claim_key(first)])
    return Finding(Severity.WARNING, "toy", f"One finding at {place}.", (first.id,), documents=(reading.document.id,), id=id)


def assessed(readings: Sequence[Reading], rulings: Rulings) -> Assessed:
    """The toy incidents, and the provenance of the toy reports. Decisions on incidents are not for toys."""
    incidents = assess(readings)
    return Assessed(incidents, trace(readings), [finding for one in incidents for finding in one.checks])


RULES = BuildRules(read_all=read_all, reader_sha256="r" * 64, assess=assessed, assess_sha256="a" * 64)


def dump(ledger: Ledger) -> str:
    """Incidents and claims of a ledger, in an order of their own: equal for ledgers that hold the same."""
    ids = [row.id for row in ledger.documents().rows]
    return json_text(
        {
            "claims": [claim_record(claim) for id in sorted(ids) for claim in ledger.claims_of_document(id)],
            "incidents": sorted(json.dumps(incident_record(one), sort_keys=True) for one in ledger.incidents().rows),
            "findings": sorted(found.finding.text for found in ledger.findings()),
        }
    )
