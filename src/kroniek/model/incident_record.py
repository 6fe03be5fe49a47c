"""An incident as somebody else's table holds it: coded already, with no text and no claims under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kroniek.model.claim import Harm
from kroniek.model.incident import HarmRanges


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """One row of a table of incidents. `line` is where it stands in the table, from 1; `title` its code, day and place in words.

    A range that the table leaves out is None: not known, which is not 0.
    """

    id: str
    line: int
    title: str
    harms: Mapping[Harm, HarmRanges]
