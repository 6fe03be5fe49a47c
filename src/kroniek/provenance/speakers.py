"""Who a short name in a text stands for: "the Observatory", "FP", "a spokesman", told in full elsewhere in the same text."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import SpeakerMention, SpeakerRole
from kroniek.provenance.names import words_of

# who speaks for somebody: for the only body that the report cites, where it does not say for whom
_SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson", "woordvoerder", "woordvoerster"})
_BODIES = (SpeakerRole.BELLIGERENT, SpeakerRole.OFFICIAL)
_LEAST_INITIALS = 2


def in_full(speaker: SpeakerMention, known: Sequence[SpeakerMention]) -> SpeakerMention:
    """The known speaker that a short name means: whose name holds all its words or has its initials; for a bare spokesman the only
    body known, for a bare monitor the only monitor. `known` are the speakers of the text that the list of parties knows."""
    if speaker.id is not None:
        return speaker
    words = words_of(speaker.text)
    bodies = [other for other in known if other.role in _BODIES]
    if words and words <= _SPOKESPEOPLE and len({other.id for other in bodies}) == 1:
        return bodies[0]
    for other in known:
        if words and (words <= words_of(other.text) or words <= words_of(other.name or "")):
            return other
    for other in known:
        if speaker.text in (_initials(other.text), _initials(other.name or "")):
            return other
    monitors = {other.id: other for other in known if other.role is SpeakerRole.MONITOR}
    if speaker.role is SpeakerRole.MONITOR and len(monitors) == 1:
        return next(iter(monitors.values()))
    return speaker


def _initials(name: str) -> str | None:
    """ "FP" for Foreign Policy; None for a name of one word."""
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return initials if len(initials) >= _LEAST_INITIALS else None
