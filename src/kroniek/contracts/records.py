"""Claims and incidents to plain JSON values and back, in the fields of the contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kroniek.model.claim import (
    Claim,
    FlowParty,
    Mention,
    ObjectMention,
    PartyMention,
    PlaceMention,
    SpeakerMention,
    TimeMention,
)
from kroniek.model.comparison import Comparison
from kroniek.model.dyad import DyadYear
from kroniek.model.finding import Finding
from kroniek.model.incident import Incident
from kroniek.model.interval import Number

SCHEMA = 1
_MENTIONS: tuple[type[Mention], ...] = (Mention, PartyMention, SpeakerMention, FlowParty, PlaceMention, ObjectMention)


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(Number, lambda number, _: number)
    converter.register_structure_hook(Number | None, lambda number, _: number)
    converter.register_structure_hook(int | str, lambda value, _: value)
    for mention in _MENTIONS:
        _rename(converter, mention, from_="from")
    # the contract calls the days of a time start and end, so where its words stand is words_start and words_end
    _rename(converter, TimeMention, from_="from", start="words_start", end="words_end", start_day="start", end_day="end")
    return converter


def _rename(converter: Converter, kind: type, **names: str) -> None:
    renames = {field: override(rename=name) for field, name in names.items()}
    converter.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, converter, **renames))  # type: ignore[arg-type]
    converter.register_structure_hook(
        kind, make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **renames)  # type: ignore[arg-type]
    )


_CONVERTER = _converter()


def claim_record(claim: Claim) -> dict[str, Any]:
    """The claim as the contract of `kroniek read` prints it."""
    return {"schema": SCHEMA, **_CONVERTER.unstructure(claim)}


def claim_from_record(record: dict[str, Any]) -> Claim:
    """The claim that `claim_record` made the record from. Raises cattrs' errors for a record of another form."""
    return _CONVERTER.structure({key: value for key, value in record.items() if key != "schema"}, Claim)


def incident_record(incident: Incident) -> dict[str, Any]:
    """The incident as the contract of `kroniek assess` prints it."""
    return {"schema": SCHEMA, **_CONVERTER.unstructure(incident)}


def incident_from_record(record: dict[str, Any]) -> Incident:
    """The incident that `incident_record` made the record from."""
    return _CONVERTER.structure({key: value for key, value in record.items() if key != "schema"}, Incident)


def finding_record(finding: Finding) -> dict[str, Any]:
    """The finding as the contract of `kroniek check` prints it."""
    return {"schema": SCHEMA, **_CONVERTER.unstructure(finding)}


def finding_from_record(record: dict[str, Any]) -> Finding:
    """The finding that `finding_record` made the record from."""
    return _CONVERTER.structure({key: value for key, value in record.items() if key != "schema"}, Finding)


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as the contract of `kroniek compare` prints it."""
    return {"schema": SCHEMA, **_CONVERTER.unstructure(comparison)}


def dyad_record(dyad: DyadYear) -> dict[str, Any]:
    """The deaths of a dyad in a year as the contract of `kroniek dyads` prints them."""
    return {"schema": SCHEMA, **_CONVERTER.unstructure(dyad)}


def unstructure(value: Any) -> Any:
    """Any other value of the model as plain JSON values."""
    return _CONVERTER.unstructure(value)


def structure(record: Any, kind: type[Any]) -> Any:
    """The value of the model that `unstructure` made the record from."""
    return _CONVERTER.structure(record, kind)


def line(record: dict[str, Any]) -> str:
    """One line of JSON Lines, UTF-8, without a line break."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


