"""Small builders of claims, places, times and readings for tests."""

from __future__ import annotations

import hashlib
from datetime import date

from kroniek.model.claim import (
    Accuracy,
    BlockReference,
    Bound,
    Claim,
    Group,
    Harm,
    Kind,
    Method,
    PartyMention,
    PlaceMention,
    Quantity,
    Scope,
    SpeakerMention,
    Stance,
    TimeMention,
    Victim,
    Victims,
)
from kroniek.model.interval import Precision
from kroniek.model.report import Document, Voice
from kroniek.model.span import Words
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.report_clues import ReportClues
from kroniek.reading.result import Reading

RAQQA = PlaceMention(
    text="Raqqa", start=10, end=15, name="Raqqa", id="raqqa", country="SY", admin1="Raqqa", lat=35.95, lon=39.01, accuracy=Accuracy.CITY
)
IDLIB = PlaceMention(
    text="Idlib", start=10, end=15, name="Idlib", id="idlib", country="SY", admin1="Idlib", lat=35.93, lon=36.63, accuracy=Accuracy.CITY
)


def on(day: date, *, inferred: bool = False, part_of_day: str | None = None) -> TimeMention:
    """A time of one day."""
    return TimeMention(
        text=day.isoformat(),
        start=0,
        end=10,
        start_day=day,
        end_day=day,
        precision=Precision.DAY,
        inferred=inferred,
        part_of_day=part_of_day,
    )


DAY = on(date(2017, 8, 14))


def claim(
    low: int | None,
    high: int | None = -1,
    *,
    document: str = "a",
    harm: Harm | None = Harm.KILLED,
    group: Group | None = Group.CIVILIAN,
    bound: Bound = Bound.EXACT,
    words: str = "",
    at: int = 0,
    part_of: str | None = None,
    actor: str | None = None,
    said_by: str | None = None,
    stance: Stance = Stance.ASSERTED,
    scope: Scope = Scope.INCIDENT,
    kind: Kind = Kind.CASUALTIES,
    method: Method | None = None,
    place: PlaceMention | None = RAQQA,
    time: TimeMention | None = DAY,
    publisher: str | None = None,
) -> Claim:
    """A claim of `low` to `high` people (`high` left out: the same as `low`) whose sentence starts at `at`."""
    high = low if high == -1 else high
    text = words or str(low)
    told = f"{document}|{at}|{low}|{high}|{harm}|{group}|{bound}|{actor}|{said_by}|{stance}"
    return Claim(
        id="claim-" + hashlib.sha256(told.encode()).hexdigest()[:12],
        document=document,
        version="0" * 64,
        block=BlockReference(
            id=f"{document}-0",
            voice=Voice.AUTHOR,
            language="en",
            publisher=publisher,
            author=None,
            published=None,
            title=None,
            parent=None,
            start=0,
            end=1000,
        ),
        figure=Words(text, at, at + len(text)),
        evidence=Words("x" * 40, at, at + 40),
        kind=kind,
        quantity=Quantity(low, high, bound),
        harm=harm,
        victims=Victims(group) if group else None,
        part_of=part_of,
        actor=PartyMention(text=actor, start=0, end=1, id=actor, name=actor.title()) if actor else None,
        method=method,
        place=place,
        time=time,
        said_by=(SpeakerMention(text=said_by, start=0, end=1, name=said_by),) if said_by else (),
        stance=stance,
        scope=scope,
    )


def victim(name: str, harm: Harm = Harm.KILLED, *, child: bool | None = None, gender: str | None = None) -> Victim:
    """A named victim."""
    return Victim(text=name, start=0, end=len(name), names={"en": name}, harm=harm, child=child, gender=gender)


def reading(
    *claims: Claim,
    document: str = "a",
    publisher: str | None = None,
    people: PeopleFound | None = None,
    clues: ReportClues | None = None,
    places: tuple[PlaceMention, ...] = (RAQQA,),
) -> Reading:
    """A report with these claims."""
    return Reading(
        document=Document(id=document, text="x" * 1000, publisher=publisher),
        claims=claims,
        people=people or PeopleFound(),
        clues=clues or ReportClues(first_sentence_end=100, first_paragraph_end=200),
        places=places,
    )
