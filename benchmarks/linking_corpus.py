"""Made-up reports of made-up events, as many as wanted, for linking at scale: the truth is known since the events came first.

Events lie as thick as in a heavy year of a real war: some fifteen a day, most in a few towns, so that two strikes on one town on
one day are common. Reports differ as real ones do: a toll that rises, "near" a town, "on Monday" or the date, English or Dutch,
follow-ups of long after. Every sentence was written for this project.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kroniek.model.report import Document

_EVENTS_A_DAY = 15
_FIRST = date(2019, 1, 6)
_TOWNS = (
    "Raqqa", "Idlib", "Aleppo", "Saraqib", "Maarat al-Numan", "Khan Shaykhun", "Douma", "Homs", "Hama", "Deir ez-Zor", "Al Bukamal",
    "Kobani", "Afrin", "Manbij", "Al-Bab", "Mosul", "Tal Afar", "Fallujah", "Ramadi", "Baiji", "Kharkiv", "Kherson", "Bakhmut",
    "Kramatorsk", "Mariupol", "Odesa", "Dnipro", "Sanaa", "Saada", "Hodeidah", "Taiz", "Marib", "Gaza City", "Rafah", "Khan Younis",
    "Jabalia", "Kunduz", "Jalalabad", "Ghazni", "Kandahar", "Mogadishu", "Kismayo", "Baidoa", "Tripoli", "Misrata", "Benghazi",
    "Khartoum", "Omdurman", "El Fasher", "Nyala",
)  # fmt: skip
_MEANS = (
    ("an air strike", "een luchtaanval"),
    ("shelling", "beschietingen"),
    ("a drone strike", "een droneaanval"),
    ("a missile attack", "een raketaanval"),
)
_SOURCES = (
    ("residents said", "zeggen bewoners"),
    ("local officials said", "zeggen lokale functionarissen"),
    ("a hospital doctor said", "zegt een arts van het ziekenhuis"),
    ("rescue workers said", "zeggen reddingswerkers"),
    ("a monitoring group said", "meldt een waarnemingsgroep"),
)
_THINGS = (
    ("a market", "een markt"),
    ("a school", "een school"),
    ("a house", "een huis"),
    ("a bakery", "een bakkerij"),
    ("a bus", "een bus"),
)
_DUTCH_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DUTCH_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One made-up event. `killed` and `injured` are the final tolls."""

    number: int
    town: str
    day: date
    killed: int
    injured: int
    means: tuple[str, str]
    thing: tuple[str, str]


def events(seed: int = 5) -> Iterator[Event]:
    """Events without end, day after day."""
    chance = random.Random(seed)
    weights = [1 / (place + 3) for place in range(len(_TOWNS))]
    number = 0
    while True:
        day = _FIRST + timedelta(days=number // _EVENTS_A_DAY)
        killed = min(200, max(1, round(chance.paretovariate(1.1))))
        yield Event(
            number=number,
            town=chance.choices(_TOWNS, weights)[0],
            day=day,
            killed=killed,
            injured=chance.randrange(0, 3 * killed + 2),
            means=chance.choice(_MEANS),
            thing=chance.choice(_THINGS),
        )
        number += 1


def reports(count: int, seed: int = 5) -> list[tuple[Document, str]]:
    """So many reports, shuffled, each with the name of its event."""
    chance = random.Random(seed + 1)
    made: list[tuple[Document, str]] = []
    for event in events(seed):
        for _ in range(min(9, max(1, round(chance.paretovariate(0.9))))):
            if len(made) == count:
                chance.shuffle(made)
                return made
            made.append((_report(event, len(made), chance), f"event-{event.number}"))
    return made


def _report(event: Event, number: int, chance: random.Random) -> Document:
    late = 0 if chance.random() < 0.9 else chance.randrange(60, 400)
    published = event.day + timedelta(days=late or chance.choice((0, 0, 0, 1, 1, 2)))
    share = 1.0 if late or chance.random() < 0.5 else chance.uniform(0.6, 1.0)
    killed, injured = max(1, round(event.killed * share)), round(event.injured * share)
    dutch = chance.random() < 0.25
    text = (_dutch if dutch else _english)(event, published, killed, injured, chance)
    return Document(
        id=f"report-{number:06d}",
        text=text,
        language="nl" if dutch else "en",
        published=published.isoformat(),
        published_day=published,
        publisher=f"Paper {chance.randrange(60)}",
    )


def _english(event: Event, published: date, killed: int, injured: int, chance: random.Random) -> str:
    near = (published - event.day).days < 6 and chance.random() < 0.5
    when = f"on {event.day:%A}" if near else f"on {event.day.day} {event.day:%B %Y}"
    people = f"{killed} civilian{'s' * (killed != 1)} {'was' if killed == 1 else 'were'} killed"
    hurt = f" Another {injured} people were wounded." if injured > 1 and chance.random() < 0.7 else ""
    place = chance.choice((f"in {event.town}", f"in the town of {event.town}", f"near {event.town}"))
    return f"{people} when {event.means[0]} hit {event.thing[0]} {place} {when}, {chance.choice(_SOURCES)[0]}.{hurt}"


def _dutch(event: Event, published: date, killed: int, injured: int, chance: random.Random) -> str:
    near = (published - event.day).days < 6 and chance.random() < 0.5
    told = f"{event.day.day} {_DUTCH_MONTHS[event.day.month - 1]} {event.day.year}"
    when = f"afgelopen {_DUTCH_DAYS[event.day.weekday()]}" if near else f"op {told}"
    people = f"{killed} burger{'s' * (killed != 1)}"
    hurt = f" Er raakten {injured} mensen gewond." if injured > 1 and chance.random() < 0.7 else ""
    return f"Bij {event.means[1]} op {event.thing[1]} in {event.town} zijn {when} {people} gedood, {chance.choice(_SOURCES)[1]}.{hurt}"
