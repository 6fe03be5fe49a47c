"""How the workbench says things: ranges, dates, grades and codes in words that a reader of the page needs no key for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from urllib.parse import quote, urlsplit

from kroniek.ledger.views import UNGRADED, StoredDocument
from kroniek.model.claim import Bound, Claim, Group, Harm, Kind, Mention, PlaceMention, Quantity, SpeakerMention
from kroniek.model.incident import CodedRange, GradeValue, IncidentDate, StrikeStatus
from kroniek.model.interval import Number, Precision
from kroniek.model.report import Voice
from kroniek.workbench.countries import country_name

NOT_STATED = "not stated"

GRADES: dict[GradeValue, str] = {
    GradeValue.CONFIRMED: "a belligerent has accepted responsibility for the harm",
    GradeValue.FAIR: "two or more credible independent sources, with likely or confirmed action by a belligerent nearby",
    GradeValue.WEAK: "a single independent source, though sometimes with much detail",
    GradeValue.CONTESTED: "competing claims of responsibility",
    GradeValue.DISCOUNTED: "those killed were combatants, or another party is most likely responsible",
}
STRIKE_STATUSES: dict[StrikeStatus, str] = {
    StrikeStatus.DECLARED: "a belligerent says that it carried out the strike",
    StrikeStatus.LIKELY: "sources agree on who carried it out; nobody has declared it",
    StrikeStatus.CONTESTED: "sources name different belligerents",
    StrikeStatus.SINGLE_SOURCE: "one source says that there was a strike",
}
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}")
_BOUNDS = {
    Bound.AT_LEAST: "at least {0}",
    Bound.MORE_THAN: "more than {0}",
    Bound.AT_MOST: "up to {0}",
    Bound.ABOUT: "about {0}",
}
_LONGEST_TITLE = 160
_KINDS = {
    Kind.CHANGE: "(a change)",
    Kind.RATIO: "(a ratio)",
    Kind.RATE: "(a rate)",
    Kind.FORCE: "of a force",
    Kind.MONEY: "(money)",
    Kind.AREA: "(area)",
    Kind.DISPLACEMENT: "displaced",
    Kind.OTHER: "(what it counts is not known)",
}
_PEOPLE = {
    Group.CIVILIAN: ("civilian", "civilians"),
    Group.COMBATANT: ("combatant", "combatants"),
    Group.CHILD: ("child", "children"),
    Group.WOMAN: ("woman", "women"),
    Group.MAN: ("man", "men"),
    Group.PERSON: ("person", "people"),
    Group.MEDICAL: ("medical worker", "medical workers"),
    Group.JOURNALIST: ("journalist", "journalists"),
    Group.AID_WORKER: ("aid worker", "aid workers"),
    Group.OTHER: ("other person", "other people"),
}
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def number(value: Number) -> str:
    """The number with thin groups of three: 2200000 is "2,200,000"."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}"


def coded(value: CodedRange | None) -> str:
    """A codebook's range. Nothing said is "not stated", which is not 0."""
    if value is None:
        return NOT_STATED
    if value.low is None and value.high is None:
        return "mentioned, no number"
    return bounds(value.low, value.high)


def bounds(low: Number | None, high: Number | None) -> str:
    """Two bounds as one range; either may be missing."""
    if low is None and high is None:
        return NOT_STATED
    if low is None:
        return f"up to {number(high or 0)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def quantity(value: Quantity) -> str:
    """The number as the source wrote it, with its bound and unit; no codebook has touched it."""
    if value.malformed:
        said = "not a readable number"
    elif value.low is None and value.high is None:
        said = "no number given" if value.bound is Bound.VAGUE else NOT_STATED
    elif value.low is not None and value.high is not None:
        said = _BOUNDS.get(value.bound, "{0}").format(bounds(value.low, value.high))
    else:
        known = value.low if value.low is not None else value.high
        # a bound that the words give is said in their way: "more than 100" is not "at least 100"
        said = _BOUNDS[value.bound].format(number(known or 0)) if value.bound in _BOUNDS else bounds(value.low, value.high)
    plural = "s" if value.unit in _TIMES and (value.low, value.high) != (1, 1) else ""
    unit = f" {value.unit}{plural}" if value.unit else ""
    return f"{said}{unit} per {value.per}" if value.per else f"{said}{unit}"


def plain(code: object) -> str:
    """A code of the model as words: `drone_strike` is "drone strike"."""
    return str(code).replace("_", " ")


def sentence(code: object) -> str:
    """A code as words with a capital: for badges and table heads."""
    words = plain(code)
    return words[:1].upper() + words[1:]


def say_as(value: str, way: str) -> str:
    """A value to filter by, as its list calls it: a country by its name, a grade with a capital."""
    if way == "country":
        return country_name(value)
    if way == "grade":
        return "Not graded" if value == UNGRADED else sentence(value)
    return value


def day(value: date) -> str:
    """A day as "8 September 2015"."""
    return f"{value.day} {value:%B} {value.year}"


def moment(value: str) -> str:
    """A moment of the ledger (ISO 8601 in UTC) to the minute: "2026-05-04 13:20 UTC"; what is no moment is given back."""
    try:
        told = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{told.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if told.tzinfo else value


def days(start: date, end: date, precision: Precision, part_of_day: str | None = None, minute: str | None = None) -> str:
    """A period no more exactly than it was told: a month is "August 2017", never its first day."""
    if precision is Precision.YEAR and start.year == end.year:
        return str(start.year)
    if precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    said = day(start) if start == end else f"{day(start)} – {day(end)}"
    if minute:
        return f"{said}, {minute}"
    return f"{said}, {plain(part_of_day)}" if part_of_day else said


def incident_date(value: IncidentDate | None) -> str:
    """When it happened, or "date not stated"."""
    return "date not stated" if value is None else days(value.start, value.end, value.precision, value.part_of_day)


def place(value: PlaceMention | None) -> str:
    """The place's name with province and country, or its words where it is unresolved."""
    if value is None:
        return "place not stated"
    if value.unresolved or value.name is None:
        return f"“{value.text}” (unresolved: not found in the gazetteer)"
    parts = (value.name, value.admin1, country_name(value.country) if value.country else None)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def party(value: Mention) -> str:
    """A party's name in the parties' list, else its words."""
    return getattr(value, "name", None) or value.text


def chain(claim: Claim) -> list[SpeakerMention]:
    """Who said it, from the one nearest to the words to the origin; empty is the block's own voice."""
    return list(claim.said_by)


def own_voice(claim: Claim) -> str:
    """Whose voice the block is in: the end of the chain that the reader sees first."""
    block = claim.block
    names = [name for name in (block.author, block.publisher) if name]
    return ", ".join(names) if names else f"{plain(block.voice)} of {claim.document}"


def what(claim: Claim) -> str:
    """What the figure counts, in a few words: "civilians killed", "munitions", "money"."""
    if claim.harm is None:
        return _KINDS.get(claim.kind, plain(claim.kind))
    group = claim.victims.group if claim.victims else Group.PERSON
    # an unknown number is spoken of as many
    one, many = _PEOPLE[group]
    named = one if (claim.quantity.low, claim.quantity.high) == (1, 1) else many
    return f"{named} {plain(claim.harm)}" + (" (killed or injured, not said which)" if claim.harm is Harm.HARMED else "")


def document_title(stored: StoredDocument) -> str:
    """What to call a report: its title, else its first headline, else its id."""
    if stored.document.title:
        return stored.document.title
    headlines = (block for block in stored.blocks if block.voice is Voice.HEADLINE)
    first = next((block.span.of(stored.text).strip() for block in headlines), "")
    return " ".join(first.split())[:_LONGEST_TITLE] or stored.id


def document_publisher(stored: StoredDocument) -> str | None:
    """Who published a report: as it was given, else the publisher of what its own author wrote; never that of an article it republishes."""
    return stored.document.publisher or next(
        (block.publisher for block in stored.blocks if block.publisher and block.voice is Voice.AUTHOR), None
    )


def language_tag(value: str | None) -> str | None:
    """A tag fit for a `lang` attribute, or None where what was given is no language tag."""
    return value if value and _LANGUAGE_TAG.fullmatch(value) else None


def direction(value: str | None) -> str:
    """`rtl` for scripts written from the right, `auto` where the language is unknown."""
    tag = language_tag(value)
    if tag is None:
        return "auto"
    return "rtl" if tag.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def web_address(value: str | None) -> str | None:
    """The address if a browser may safely follow it (http and https only), else None: `javascript:` never becomes a link."""
    if not value:
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def document_address(identity: str, claim: str | None = None, part: int = 1) -> str:
    """The page of a document, at the mention of a claim if one is given; safe for any id, slashes and quotes included."""
    tail = f"#claim-{quote(claim, safe='')}" if claim else ""
    escaped = quote(identity, safe="", errors="replace")
    # a browser takes a path segment of dots, even escaped, for "up one level": such an id goes into the query
    if identity.strip(".") == "" or identity != identity.strip("/"):
        return f"/documents?id={escaped}" + (f"&part={part}" if part > 1 else "") + tail
    return f"/documents/{escaped}" + (f"?part={part}" if part > 1 else "") + tail


def version_address(identity: str, sha256: str) -> str:
    """The page of one version of a document."""
    address = document_address(identity)
    return f"{address}{'&' if '?' in address else '?'}version={quote(sha256, safe='')}"


def incident_address(identity: str) -> str:
    """The page of an incident."""
    return f"/incidents/{quote(identity, safe='', errors='replace')}"


def compare_address(identity: str) -> str:
    """The page of an incident as other desks would code it."""
    return f"/compare/{quote(identity, safe='', errors='replace')}"


def sources_address(identity: str) -> str:
    """The page of who had what from whom in an incident."""
    return f"/sources/{quote(identity, safe='', errors='replace')}"


def finding_address(identity: str) -> str:
    """The page of a finding."""
    return "/findings/" + quote(identity, safe="")


def claim_address(identity: str) -> str:
    """The address that leads to a claim's mention in its document."""
    return f"/claims/{quote(identity, safe='', errors='replace')}"


def decide_incident_address(identity: str) -> str:
    """Where people decide on an incident: that it is one with another, is two, or has another grade."""
    return f"/decide-incident?incident={quote(identity, safe='')}"


def decide_address(claim: Claim) -> str:
    """The page on which a person decides on a claim."""
    return f"/decide?document={quote(claim.document, safe='', errors='replace')}&claim={quote(claim.id, safe='')}"
