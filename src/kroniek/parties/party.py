"""A party that acts or speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What a party is."""

    BELLIGERENT = "belligerent"
    MONITOR = "monitor"
    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    OFFICIAL = "official"
    MILITARY_UNIT = "military_unit"
    EMERGENCY_SERVICE = "emergency_service"
    HOSPITAL = "hospital"
    OUTLET = "outlet"
    AGENCY = "agency"
    NGO = "ngo"
    UNITED_NATIONS = "united_nations"
    ORGANISATION = "organisation"
    COMPANY = "company"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """One party. `id` and `name` are what every output carries; `country` is ISO 3166 alpha-2.

    `part_of` is the party that it belongs to or speaks for. `belligerent_id` is the party to which its armed acts are laid: "Russia
    bombed" is an act of the Russian military; a ministry of health has none. A belligerent's is its own id.
    `irregular` tells armed parties that are no state's.
    """

    id: str
    name: str
    kind: PartyKind
    country: str | None
    part_of: str | None
    belligerent_id: str | None
    source: str
    irregular: bool = False
