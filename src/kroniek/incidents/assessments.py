"""Which reports weigh the sources themselves: their author's figures and attributions stand for those of the sources summed up."""

from __future__ import annotations

from kroniek.codebooks.codebook import Codebook
from kroniek.reading.result import Reading
from kroniek.text.fold import fold


def assessor_of(reading: Reading, codebook: Codebook) -> str | None:
    """The desk (its name folded) whose own assessment the report is; None where it is none, or nobody is named as its publisher."""
    if reading.document.publisher is None or not is_assessment(reading, codebook):
        return None
    return fold(reading.document.publisher)


def is_assessment(reading: Reading, codebook: Codebook) -> bool:
    """Whether the report speaks of its sources as a whole, or comes from a desk whose reports the codebook takes for assessments."""
    if reading.clues.assesses:
        return True
    publisher = fold(reading.document.publisher or "")
    return codebook.has("own_assessment") and publisher in codebook.rule("own_assessment").words
