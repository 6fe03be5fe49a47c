"""Which claims of one report speak of one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_day
from datetime import timedelta

from kroniek.incidents.main_place import main_place
from kroniek.incidents.places import EXACTNESS, can_be_same, exactness
from kroniek.incidents.posts import has_posts, post_of
from kroniek.model.claim import Accuracy, Claim, Group, Kind, Method, PlaceMention, Scope, Stance, TimeMention, Victim
from kroniek.model.incident import IncidentDate
from kroniek.model.interval import Precision
from kroniek.reading.people.model import RelativeCount
from kroniek.reading.result import Reading
from kroniek.reading.scope import ELSEWHERE
from kroniek.text.fold import fold

LONGEST_INCIDENT = timedelta(days=6)
_NEXT_DAY = timedelta(days=1)
_POST = timedelta(days=1)  # texts read lightly are posts, mostly: of that day or the one before
_LEAST_TOLD = 2
_LOCAL = EXACTNESS[Accuracy.DISTRICT]
_HARM_KINDS = (Kind.CASUALTIES, Kind.DISPLACEMENT)
_DAYS = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)
_TOLL = "toll"
_NO_CONFLICT = (Method.ACCIDENT, Method.DISASTER, Method.CRIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one report says of one event. `main` where the report is chiefly about it.

    `assessor` is the publisher (folded) where the report is a desk's own assessment: a desk keeps one record an incident.
    `post` is the day of the post, where the report is a file of several. `rough` where it gives its figures for no closer time than a month
    or a year, and so can only add to what others tell of the event.
    """

    document: str
    main: bool
    claims: tuple[Claim, ...]
    place: PlaceMention | None
    date: IncidentDate | None
    people: tuple[Victim, ...] = ()
    relatives: tuple[RelativeCount, ...] = ()
    assessor: str | None = None
    post: calendar_day | None = None
    rough: bool = False


def parts_of(reading: Reading, assessor: str | None = None) -> list[Part]:
    """The events that one report speaks of: the one it opens with (`main`), and others at another day or place.

    A file with several dated posts is read post by post; the post with the most claims has the main event.
    """
    claims = [claim for claim in reading.claims if _counts(claim)] or _strikes_alone(reading)
    if not has_posts(reading):
        return _parts_of_post(reading, claims, assessor, None) if claims else _rough(reading, assessor)
    days = sorted({claim.block.published for claim in claims}, key=lambda day: (day is None, day or calendar_day.min))
    found = [
        part
        for day in days
        for part in _parts_of_post(post_of(reading, day), [claim for claim in claims if claim.block.published == day], assessor, day)
    ]
    chief = max((part for part in found if part.main), key=lambda part: (len(part.claims), -part.claims[0].evidence.start), default=None)
    return [part if part is chief else replace(part, main=False) for part in found]


def _rough(reading: Reading, assessor: str | None) -> list[Part]:
    """The one event of a report whose figures are all told for a month or a year: those of the first period told."""
    sums = [claim for claim in reading.claims if _counts(claim, Scope.AGGREGATE) and claim.kind is Kind.CASUALTIES]
    first = next((claim.time for claim in sums if claim.time is not None), None)
    told = [claim for claim in sums if claim.time is None or first is None or claim.time.start_day == first.start_day]
    if not told or first is None or first.precision not in (Precision.MONTH, Precision.YEAR):
        return []
    return [replace(part, rough=True) for part in _parts_of_post(reading, told, assessor, None) if part.main]


def _parts_of_post(reading: Reading, claims: Sequence[Claim], assessor: str | None, post: calendar_day | None) -> list[Part]:
    """The events of one post, or of a report that is one."""
    opening = _opening_time(reading, claims)
    said = [claim.time for claim in claims if claim.time is not None and _is_of_saying(claim)]
    if reading.opening_time is not None and reading.opening_time.inferred:
        said.append(reading.opening_time)
    groups: dict[tuple[str, str], list[Claim]] = {}
    chief = main_place(reading, claims)
    by_id = {claim.id: claim for claim in claims}
    wholes = [by_id.get(claim.part_of or "", claim) for claim in claims]
    keys = {whole.id: _other_event(whole, opening, chief) for whole in wholes}
    ours_in = {whole.evidence.start for whole in wholes if whole.figure is not None and keys[whole.id] == ("", "")}
    for claim, whole in zip(claims, wholes, strict=True):
        carried = whole.time is not None and whole.time.inferred and whole.evidence.start in ours_in and ELSEWHERE not in whole.rules
        groups.setdefault(("", "") if carried else keys[whole.id], []).append(claim)
    ours = ("", "") if ("", "") in groups else max(sorted(groups), key=lambda key: len(groups[key]))
    found = []
    for key in sorted(groups):
        is_main = key == ours
        members = tuple(groups[key])
        when = opening if is_main and opening is not None else _first_time(members) or (opening if key[1] else None)
        found.append(
            Part(
                document=reading.document.id,
                main=is_main,
                claims=members,
                place=main_place(reading, members) if is_main else _finer(_first_place(members), chief),
                date=_happened(when, only_said=when in said) or _before_publication(members, _POST if reading.words else LONGEST_INCIDENT),
                people=reading.people.victims if is_main else (),
                relatives=reading.people.relatives if is_main else (),
                assessor=assessor,
                post=post,
            )
        )
    return found


def _happened(when: TimeMention | None, *, only_said: bool) -> IncidentDate | None:
    """The day told; where only the day is known on which it was said, the week up to that."""
    if when is not None and only_said and when.precision in _DAYS:
        return IncidentDate(when.end_day - LONGEST_INCIDENT, when.end_day, Precision.WEEK)
    return _incident_date(when)


def _before_publication(claims: Sequence[Claim], within: timedelta) -> IncidentDate | None:
    """Where no day is told: the days up to that on which the words were published."""
    published = claims[0].block.published
    return None if published is None else IncidentDate(published - within, published, Precision.WEEK)


def _counts(claim: Claim, scope: Scope = Scope.INCIDENT) -> bool:
    return (
        claim.kind in _HARM_KINDS
        and claim.harm is not None
        and claim.scope is scope
        and claim.method not in _NO_CONFLICT
        and claim.stance is not Stance.DENIED
        and not (claim.quantity.low == 0 and claim.quantity.high == 0)
    )


def _strikes_alone(reading: Reading) -> list[Claim]:
    """Of a report read lightly that counts nobody, its strikes: it tells of an event, though not of whom it harmed."""
    return [claim for claim in reading.claims if claim.kind is Kind.STRIKES] if reading.words else []


def _opening_time(reading: Reading, claims: Sequence[Claim]) -> TimeMention | None:
    """The day that the first harm of the opening is told with, else the text's first day, else any claim's."""
    for claim in claims:
        time = claim.time
        if time is not None and not time.inferred and time.precision in _DAYS and claim.evidence.start < reading.clues.first_paragraph_end:
            return time
    opening = reading.opening_time
    if opening is None or not opening.inferred:
        return (_told_by_all(claims, opening) or opening) if opening is not None else _first_time(claims)
    # only days on which it was said are known of the opening: what claims tell of the event goes before, else the first such day
    times = [claim.time for claim in claims if claim.time is not None]
    said = {opening.from_, *(claim.time.from_ for claim in claims if claim.time is not None and _is_of_saying(claim))}
    told = next((time for time in times if not time.inferred or time.from_ not in said), None)
    return told or min([opening, *times], key=lambda time: (time.end_day, time.start_day))


def _told_by_all(claims: Sequence[Claim], opening: TimeMention) -> TimeMention | None:
    """The one day that every claim of harm is told with, where that is another than the first day in the text: say of a visit."""
    times = [claim.time for claim in claims if claim.time is not None]
    days = {(time.start_day, time.end_day) for time in times}
    if len(times) < _LEAST_TOLD or len(days) != 1 or times[0].precision not in _DAYS or any(_is_of_saying(claim) for claim in claims):
        return None
    return None if (opening.start_day, opening.end_day) in days else times[0]


def _is_of_saying(claim: Claim) -> bool:
    """Whether its time was inferred from a day in its own words: the day on which it was said."""
    origin = claim.time.from_ if claim.time is not None and claim.time.inferred else None
    return origin is not None and claim.evidence.start <= origin.start and origin.end <= claim.evidence.end


def _first_time(claims: Sequence[Claim]) -> TimeMention | None:
    return next((claim.time for claim in claims if claim.time is not None), None)


def _first_place(claims: Sequence[Claim]) -> PlaceMention | None:
    places = [claim.place for claim in claims if claim.place is not None]
    return min(places, key=exactness) if places else None


def _finer(place: PlaceMention | None, chief: PlaceMention | None) -> PlaceMention | None:
    """Where only the country is told beside it, the place that the report speaks of in that country."""
    vague = place is None or place.accuracy is Accuracy.COUNTRY
    return chief if chief is not None and vague and (place is None or place.country == chief.country) else place


def _other_event(claim: Claim, opening: TimeMention | None, chief: PlaceMention | None) -> tuple[str, str]:
    """("", "") for the event that the report opens with, else a key of the day and place told for this claim itself, or, where both
    differ, for the sentence before it."""
    time = claim.time
    elsewhere = claim.place is not None and chief is not None and claim.place.id != chief.id and exactness(claim.place) <= _LOCAL
    if _is_of_another_place(claim, chief):
        when = time or opening
        return (when.start_day.isoformat() if when is not None else "", fold(claim.place.text) if claim.place else "")
    total = claim.figure is not None and _TOLL in claim.rules  # "the number of dead has reached 16": of the event that the report is about
    if time is None or (time.inferred and (total or not elsewhere)) or opening is None or time.end_day - time.start_day > LONGEST_INCIDENT:
        return ("", "")
    # differences, since the day after the calendar's last is an error
    near = time.start_day - opening.end_day <= _NEXT_DAY and opening.start_day - time.end_day <= _NEXT_DAY
    if near and not _is_told_apart(claim, time, opening):
        return ("", "")
    place = claim.place
    return (time.start_day.isoformat(), (place.id or place.text) if place else "")


def _is_of_another_place(claim: Claim, chief: PlaceMention | None) -> bool:
    """Whether its words say that it is of something else, and name another place for it: "a separate strike in Sarafand"."""
    place = claim.place
    if ELSEWHERE not in claim.rules or place is None or chief is None or place.inferred:
        return False
    local = place.unresolved or place.lat is None or exactness(place) <= _LOCAL
    return local and fold(place.text) != fold(chief.text) and not can_be_same(place, chief)


def _is_told_apart(claim: Claim, time: TimeMention, opening: TimeMention) -> bool:
    """Whether a total of its own is told of the day before or after, both days as such and no night between them."""
    days = time.precision is Precision.DAY and opening.precision is Precision.DAY
    apart = time.end_day < opening.start_day or time.start_day > opening.end_day
    group = claim.victims.group if claim.victims else None
    return days and apart and claim.figure is not None and claim.part_of is None and group in (Group.CIVILIAN, Group.PERSON)


def _incident_date(time: TimeMention | None) -> IncidentDate | None:
    if time is None:
        return None
    return IncidentDate(time.start_day, time.end_day, time.precision, time.part_of_day)
