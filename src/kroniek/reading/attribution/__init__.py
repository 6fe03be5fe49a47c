"""Who says what in a sentence, how firmly, and with which hedges."""

from kroniek.reading.attribution.attribute import attribute
from kroniek.reading.attribution.model import Attribution, Segment
from kroniek.reading.attribution.rules import AttributionRules

__all__ = ["Attribution", "AttributionRules", "Segment", "attribute"]
