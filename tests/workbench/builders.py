"""Hand-made reports, claims and incidents in a real ledger, for the tests of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kroniek.ledger.assessment import replace_findings, replace_incidents
from kroniek.ledger.store import Ledger
from kroniek.ledger.write import store
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
    Stance,
    Victim,
    Victims,
)
from kroniek.model.finding import Finding, Severity
from kroniek.model.incident import (
    Belligerent,
    BelligerentStatus,
    CodedRange,
    Conflict,
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
from kroniek.model.span import words_at
from kroniek.reading.result import Reading

NASTY = '"><script>window.hacked=1;alert(1)</script><img src=x onerror="window.hacked=1;alert(2)">'
MADE_BY = MadeBy("0.1.0", "airwars", "c" * 64, "d" * 64)


def document(identity: str, text: str, **known: object) -> Document:
    """A report of 2 August 2021 in English."""
    values = {"language": "en", "published": "2021-08-02", "published_day": date(2021, 8, 2), "publisher": "The Valley Courier", **known}
    return Document(id=identity, text=text, **values)  # type: ignore[arg-type]


def whole_block(report: Document, voice: Voice = Voice.AUTHOR) -> Block:
    """All of the text in one voice."""
    return Block(
        id="b1",
        voice=voice,
        language=report.language or "en",
        start=0,
        end=len(report.text),
        publisher=report.publisher,
        published=report.published_day,
    )


def claim(report: Document, identity: str, sentence: str, figure: str | None, low: int | None, high: int | None, **more: object) -> Claim:
    """A claim of civilians killed; `sentence` and `figure` are words of the report."""
    start = report.text.index(sentence)
    written = None
    if figure is not None:
        at = report.text.index(figure, start)
        written = words_at(report.text, at, at + len(figure))
    values: dict[str, object] = {
        "kind": Kind.CASUALTIES,
        "harm": Harm.KILLED,
        "victims": Victims(Group.CIVILIAN),
        "quantity": Quantity(low, high, Bound.EXACT if low == high else Bound.AT_LEAST),
        **more,
    }
    return Claim(
        id=identity,
        document=report.id,
        version=report.version,
        block=BlockReference(
            id="b1",
            voice=Voice.AUTHOR,
            language=report.language or "en",
            publisher=report.publisher,
            author=report.author,
            published=report.published_day,
            title=report.title,
            parent=None,
            start=0,
            end=len(report.text),
        ),
        figure=written,
        evidence=words_at(report.text, start, start + len(sentence)),
        **values,  # type: ignore[arg-type]
    )


def speaker(report: Document, words: str, role: SpeakerRole, name: str | None = None) -> SpeakerMention:
    """A speaker named in the report."""
    at = report.text.index(words)
    return SpeakerMention(text=words, start=at, end=at + len(words), name=name or words, role=role)


def incident(identity: str, title: str, **more: object) -> Incident:
    """An incident of which nothing else is known."""
    values: dict[str, object] = {
        "made_by": MADE_BY,
        "documents": (),
        "date": None,
        "place": None,
        "belligerents": (),
        "strike_type": (),
        "strike_status": None,
        "infrastructure": (),
        "media": (),
        "people": (),
        "grade": Grade(None, ()),
        "origins": (),
        "claims": (),
        **{harm: HarmRanges() for harm in ("killed", "injured", "missing", "detained", "displaced")},
        **more,
    }
    return Incident(id=identity, title=title, **values)  # type: ignore[arg-type]


def fill(path: Path, readings: Sequence[Reading], incidents: Sequence[Incident]) -> Path:
    """Put all of it into a ledger at `path`."""
    with Ledger.open(str(path), create=True) as ledger, ledger.write() as connection:
        for reading in readings:
            store(connection, reading.document, reading, "r" * 64)
        replace_incidents(connection, incidents)
        replace_findings(connection, [finding for one in incidents for finding in one.checks])
    return path


BAKERY = (
    "A bakery was hit in Tel Nour on Sunday.\n\n"
    "At least nine civilians were killed, the Tel Nour Press reported, citing the town's hospital. "
    "A second strike followed at dusk.\n\n"
    "An army spokesman denied that any civilian had died."
)
COURIER = "town/“special” reports?/№ 1#a%2F&b.html"


def sample_incidents(courier: Claim, denial: Claim, agency: Claim, victim: Victim) -> list[Incident]:
    """Fourteen: one with everything, one without place or date, and twelve plain ones."""
    place = PlaceMention(text="Tel Nour", start=22, end=30, name="Tel Nour", country="SY", accuracy=Accuracy.TOWN)
    full = incident(
        "inc-1",
        "Bakery in Tel Nour",
        documents=(IncidentDocument(COURIER, True), IncidentDocument("agency-7", False)),
        date=IncidentDate(date(2021, 8, 1), date(2021, 8, 1), Precision.DAY),
        place=place,
        belligerents=(Belligerent("army", "The Army", BelligerentStatus.DENIED),),
        strike_type=(StrikeType.AIRSTRIKE,),
        strike_status=StrikeStatus.CONTESTED,
        killed=HarmRanges(
            civilian=CodedRange(9, 12, (courier.id,), (agency.id,), ("highest_credible_ceiling",)),
            combatant=CodedRange(0, 0, (denial.id,), ()),
        ),
        people=(victim,),
        grade=Grade(
            GradeValue.CONTESTED, (f"Claim {courier.id} says nine, which {denial.id} denies.",), ("A declaration by the army.",)
        ),
        origins=(Origin("the town's hospital", (COURIER, "agency-7")),),
        claims=(denial.id, courier.id, agency.id),
        conflicts=(Conflict((courier.id, denial.id), "civilians killed"),),
        checks=(
            Finding(
                Severity.WARNING, "groups_exceed_total", "The groups exceed the total.", (courier.id,), documents=(COURIER,),
                incident="inc-1", id="finding-1",
            ),
        ),
    )
    plain = [
        incident(
            f"inc-{number}",
            f"Shelling {number}",
            date=IncidentDate(date(2020, 1, number), date(2020, 1, number), Precision.DAY),
            place=PlaceMention(text="Orvel", name="Orvel", country="UA", inferred=True),
            grade=Grade(GradeValue.WEAK, ("One source.",)),
            killed=HarmRanges(civilian=CodedRange(number, None)),
        )
        for number in range(3, 15)
    ]
    return [full, incident("inc-2", "Somewhere, some day"), *plain]


def sample(path: Path) -> Path:
    """A ledger of two reports and fourteen incidents."""
    courier_report = document(COURIER, BAKERY, title="Bakery hit in Tel Nour", url="https://courier.example/1")
    agency_report = document("agency-7", "Wire: 12 civilians were killed in Tel Nour, the hospital said.", title="Wire", publisher="Agency")
    courier = claim(
        courier_report,
        "a" * 40,
        "At least nine civilians were killed, the Tel Nour Press reported, citing the town's hospital.",
        "nine",
        9,
        None,
        said_by=(
            speaker(courier_report, "the Tel Nour Press", SpeakerRole.OUTLET, "Tel Nour Press"),
            speaker(courier_report, "the town's hospital", SpeakerRole.WITNESS),
        ),
        doubts=("place_ambiguous",),
    )
    denial = claim(
        courier_report,
        "b" * 40,
        "An army spokesman denied that any civilian had died.",
        None,
        0,
        0,
        stance=Stance.DENIED,
        said_by=(speaker(courier_report, "An army spokesman", SpeakerRole.BELLIGERENT, "The Army"),),
    )
    agency = claim(agency_report, "e" * 40, agency_report.text, "12", 12, 12)
    victim = Victim(text="Amal Darwish", start=0, end=12, names={"en": "Amal Darwish", "ar": "أمل درويش"}, age=0, harm=Harm.KILLED)
    return fill(
        path,
        [
            Reading(document=courier_report, blocks=(whole_block(courier_report),), claims=(courier, denial)),
            Reading(document=agency_report, blocks=(whole_block(agency_report),), claims=(agency,)),
        ],
        sample_incidents(courier, denial, agency, victim),
    )


def nasty(path: Path) -> Path:
    """A ledger in which every word that a report can bring along tries to run."""
    text = f"Nine were killed. {NASTY} Ten {NASTY} civilians were killed, said {NASTY}. javascript:alert(3) \x00 \ud800 end."
    report = document(
        f"doc/{NASTY}", text, title=NASTY, publisher=NASTY, author=NASTY, url="javascript:window.hacked=1", language='en" onmouseover="x'
    )
    sentence = f"Ten {NASTY} civilians were killed, said {NASTY}."
    found = claim(
        report,
        "f" * 40,
        sentence,
        f"Ten {NASTY}",
        10,
        10,
        said_by=(SpeakerMention(text=NASTY, start=18, end=18 + len(NASTY), name=NASTY),),
        place=PlaceMention(text=NASTY, start=18, end=18 + len(NASTY), name=NASTY, country=NASTY, admin1=NASTY),
        doubts=(NASTY,),
    )
    case = incident(
        f"inc/{NASTY}",
        NASTY,
        documents=(IncidentDocument(report.id, True),),
        place=found.place,
        belligerents=(Belligerent(NASTY, NASTY, BelligerentStatus.SUSPECTED),),
        infrastructure=(NASTY,),
        people=(Victim(text=NASTY, start=0, end=1, names={NASTY: NASTY}, occupation=NASTY),),
        killed=HarmRanges(civilian=CodedRange(10, 10, (found.id,), (found.id,), (NASTY,))),
        grade=Grade(GradeValue.WEAK, (NASTY, f"See {found.id} {NASTY}"), (NASTY,)),
        origins=(Origin(NASTY, (report.id,)),),
        claims=(found.id,),
        checks=(Finding(Severity.ERROR, NASTY, NASTY, (found.id,), documents=(report.id,), id="finding-2"),),
    )
    return fill(path, [Reading(document=report, blocks=(whole_block(report),), claims=(found,))], [case])
