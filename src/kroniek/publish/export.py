"""Incidents and claims as data: JSON Lines, CSV and GeoJSON, for the desk itself or for the public."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from kroniek.contracts.records import claim_record, incident_record, line
from kroniek.incidents.precision_load import load_precisions
from kroniek.publish.gather import Material

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Format(StrEnum):
    """The forms of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


class What(StrEnum):
    """What is exported."""

    INCIDENTS = "incidents"
    CLAIMS = "claims"
    BOTH = "both"


def export(material: Material, form: Format, what: What, *, public: bool) -> Iterator[str]:
    """The export in pieces of text. JSON Lines holds incidents first and then claims, each in the form of its contract with one more
    field, `type`; CSV holds one of them; GeoJSON holds incidents that have a point."""
    incidents, claims = _records(material, public)
    wanted: list[Callable[[], Iterator[tuple[str, dict[str, Any]]]]] = []
    if what is not What.CLAIMS:
        wanted.append(lambda: (("incident", record) for record in incidents()))
    if what is not What.INCIDENTS:
        wanted.append(lambda: (("claim", record) for record in claims()))
    if form is Format.GEOJSON:
        yield from _geojson(incidents())
    elif form is Format.CSV:
        yield from _csv(_CLAIM_COLUMNS, claims()) if what is What.CLAIMS else _csv(_INCIDENT_COLUMNS, incidents())
    else:
        for some in wanted:
            for kind, record in some():
                yield line({"type": kind, **record}) + "\n"


_Records = Callable[[], Iterator[dict[str, Any]]]


def _records(material: Material, public: bool) -> tuple[_Records, _Records]:
    redactor = material.redactor

    def incidents() -> Iterator[dict[str, Any]]:
        for incident in material.public_incidents if public else material.incidents:
            yield redactor.incident(incident) if public else incident_record(incident)

    def claims() -> Iterator[dict[str, Any]]:
        for id in sorted(material.claims):
            for claim in material.claims[id]:
                if not public:
                    yield claim_record(claim)
                elif not redactor.is_private_document(claim.document):
                    yield redactor.claim(claim)

    return incidents, claims


def _geojson(records: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    first = True
    for record in records:
        place = record["place"]
        if not place or place.get("lat") is None or place.get("lon") is None:
            continue
        properties = {name: get(record) for name, get in _INCIDENT_COLUMNS.items() if name not in ("lat", "lon")}
        point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
        feature = {"type": "Feature", "id": record["id"], "geometry": point, "properties": properties}
        yield ("" if first else ",") + "\n" + json.dumps(feature, ensure_ascii=False)
        first = False
    yield "\n]}\n"


_Column = Callable[[dict[str, Any]], Any]


def _inner(*path: str) -> _Column:
    def get(record: dict[str, Any]) -> Any:
        value: Any = record
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    return get


def _joined(field: str, inner: str) -> _Column:
    return lambda record: "; ".join(str(item[inner]) for item in record[field] if item[inner] is not None)


def _radius(record: dict[str, Any]) -> Any:
    """The radius round the point that the accuracy leaves open."""
    code = _inner("place", "accuracy")(record)
    level = load_precisions().place.level("kroniek", code) if code else None
    return level.size if level else None


def _level(what: str, scheme: str) -> _Column:
    """How exactly the place or the time is known, in a desk's codes; never more exactly than it is, nor than may be shown."""
    path = ("place", "accuracy") if what == "place" else ("date", "precision")

    def get(record: dict[str, Any]) -> Any:
        code, precisions = _inner(*path)(record), load_precisions()
        level = (precisions.place if what == "place" else precisions.time).translate("kroniek", code, scheme) if code else None
        return level.code if level else None

    return get


_INCIDENT_COLUMNS: dict[str, _Column] = {
    "id": _inner("id"),
    "title": _inner("title"),
    "start": _inner("date", "start"),
    "end": _inner("date", "end"),
    "precision": _inner("date", "precision"),
    "place": _inner("place", "name"),
    "admin1": _inner("place", "admin1"),
    "country": _inner("place", "country"),
    "lat": _inner("place", "lat"),
    "lon": _inner("place", "lon"),
    "accuracy": _inner("place", "accuracy"),
    "radius_metres": _radius,
    "ucdp_where_prec": _level("place", "ucdp"),
    "acled_geo_precision": _level("place", "acled"),
    "atlos_precision": _level("place", "atlos"),
    "ucdp_date_prec": _level("time", "ucdp"),
    "acled_time_precision": _level("time", "acled"),
    "belligerents": _joined("belligerents", "name"),
    "strike_type": lambda record: "; ".join(record["strike_type"]),
    "strike_status": _inner("strike_status"),
    "civilians_killed_low": _inner("killed", "civilian", "low"),
    "civilians_killed_high": _inner("killed", "civilian", "high"),
    "civilians_injured_low": _inner("injured", "civilian", "low"),
    "civilians_injured_high": _inner("injured", "civilian", "high"),
    "combatants_killed_low": _inner("killed", "combatant", "low"),
    "combatants_killed_high": _inner("killed", "combatant", "high"),
    "grade": _inner("grade", "value"),
    "independent_sources": lambda record: len(record["origins"]),
    "reports": lambda record: len(record["documents"]),
    "all_killed_low": _inner("killed", "total", "low"),
    "all_killed_best": _inner("killed", "total", "best"),
    "all_killed_high": _inner("killed", "total", "high"),
    "entry": _inner("entry", "value"),
    "codebook": _inner("made_by", "codebook"),
    "codebook_sha256": _inner("made_by", "codebook_sha256"),
}
_CLAIM_COLUMNS: dict[str, _Column] = {
    "id": _inner("id"),
    "document": _inner("document"),
    "version": _inner("version"),
    "kind": _inner("kind"),
    "low": _inner("quantity", "low"),
    "high": _inner("quantity", "high"),
    "bound": _inner("quantity", "bound"),
    "unit": _inner("quantity", "unit"),
    "harm": _inner("harm"),
    "group": _inner("victims", "group"),
    "actor": _inner("actor", "name"),
    "place": _inner("place", "name"),
    "country": _inner("place", "country"),
    "start": _inner("time", "start"),
    "end": _inner("time", "end"),
    "said_by": lambda record: "; ".join(speaker["name"] or speaker["text"] for speaker in record["said_by"]),
    "stance": _inner("stance"),
    "scope": _inner("scope"),
    "evidence": _inner("evidence", "text"),
    "evidence_start": _inner("evidence", "start"),
    "evidence_end": _inner("evidence", "end"),
}


def _csv(columns: dict[str, _Column], records: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield csv_row(list(columns))
    for record in records:
        yield csv_row([cell(get(record)) for get in columns.values()])


def csv_row(cells: list[str]) -> str:
    """One line of CSV with its end."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def cell(value: Any) -> str:
    """A value as a cell. Text that a spreadsheet would run as a formula gets an apostrophe before it; unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    text = _CONTROL.sub(lambda sign: f"\\x{ord(sign[0]):02x}", str(value))  # a terminal that shows the file would obey them
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
