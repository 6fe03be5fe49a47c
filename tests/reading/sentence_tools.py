"""One sentence in, its claims out: the shortest way to try a rule of the reader."""

from __future__ import annotations

from datetime import date

from kroniek.model.claim import Claim
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read


def claims_in(text: str, language: str = "en", day: date | None = date(2024, 10, 9), publisher: str | None = None) -> tuple[Claim, ...]:
    """The claims of a text, by the order of the text."""
    document = Document(id="sentence", text=text, language=language, published_day=day, publisher=publisher)
    return read(document, load_rules()).claims


def told(text: str, language: str = "en") -> list[tuple[object, ...]]:
    """(kind, harm, victims, low, high) of each claim, as plain words."""
    return [
        (
            claim.kind.value,
            None if claim.harm is None else claim.harm.value,
            None if claim.victims is None else claim.victims.group.value,
            claim.quantity.low,
            claim.quantity.high,
        )
        for claim in claims_in(text, language)
    ]
