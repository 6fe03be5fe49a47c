"""Who a text credits with a figure, by the whole reader: the shortest way to try a rule of attribution on real phrasings."""

from __future__ import annotations

from kroniek.model.claim import SpeakerMention
from tests.reading.sentence_tools import claims_in


def speakers_of(text: str, figure: str, language: str) -> tuple[SpeakerMention, ...]:
    """The chain of the claim whose figure stands at the first place of `figure`, nearest first."""
    start = text.index(figure)
    end = start + len(figure)
    claims = claims_in(text, language)
    for claim in sorted(claims, key=lambda claim: claim.figure is None):
        words = claim.figure or claim.evidence
        assert words.start is not None and words.end is not None
        if words.start < end and start < words.end:
            return claim.said_by
    raise AssertionError(f"no claim at {figure!r}")


def is_origin(wanted: str, text: str, figure: str, language: str) -> bool:
    """Whether the origin holds the wanted words; "" asks for the author's own voice."""
    said = speakers_of(text, figure, language)
    if not wanted:
        return not said
    return bool(said) and any(wanted.lower() in (words or "").lower() for words in (said[-1].text, said[-1].name))
