"""A desk's own word on what it counted stands over what its report lets one count."""

from __future__ import annotations

from dataclasses import replace

from kroniek.codebooks.codebook import Codebook
from kroniek.incidents.assessments import is_assessment
from kroniek.model.claim import Harm
from kroniek.model.incident import CodedRange
from kroniek.reading.result import Reading
from kroniek.reading.stated_counts import StatedCount

_RULE = "stated_count"


def with_stated(coded: CodedRange | None, harm: Harm, reading: Reading, codebook: Codebook) -> CodedRange | None:
    """The range with the bounds that the report's author says were counted; unchanged where the report is no assessment."""
    if not codebook.has(_RULE) or not is_assessment(reading, codebook):
        return coded
    for stated in reading.clues.counted:
        if harm in stated.harms:
            coded = _applied(coded, stated)
    return coded


def _applied(coded: CodedRange | None, stated: StatedCount) -> CodedRange | None:
    """A floor alone raises a lower ceiling, a ceiling alone lowers a higher floor; a ceiling without any range says nothing."""
    low, high = stated.low, stated.high
    if coded is None:
        return None if low is None else CodedRange(low, low if high is None else high, rules=(_RULE,))
    if low is None and high is None:
        return coded
    if low is None:
        low = min(coded.low or 0, high or 0)
    if high is None:
        high = max(coded.high or 0, low)
    return replace(coded, low=low, high=high, rules=tuple(dict.fromkeys((*coded.rules, _RULE))))
