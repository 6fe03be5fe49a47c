"""What the reading of attribution gives back: segments of a sentence with who says them and how firmly."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.model.claim import SpeakerMention, Stance
from kroniek.model.span import Words


@quickly_made
@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence laid to one chain of speakers, or given one stance.

    `speakers` run from the party nearest to the words of the text to the origin; None where the segment says nothing of speakers.
    `stance` is None where it says nothing of stance. `rule` names the rule that made it.
    """

    start: int
    end: int
    speakers: tuple[SpeakerMention, ...] | None
    stance: Stance | None
    rule: str

    def holds(self, offset: int) -> bool:
        """Whether the offset lies in the segment."""
        return self.start <= offset < self.end


@quickly_made
@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in one sentence. Computed once a sentence; ask it for the offset of each figure.

    `segments` come in order of precedence: the first that holds an offset and knows the answer gives it. `telling` are the stretches
    of text that name those who speak in the sentence itself.
    """

    segments: tuple[Segment, ...]
    hedges: tuple[Words, ...] = ()
    default_speakers: tuple[SpeakerMention, ...] = ()
    default_stance: Stance = Stance.ASSERTED
    telling: tuple[tuple[int, int], ...] = ()

    def names_teller(self, start: int, end: int) -> bool:
        """Whether the words at these offsets are words for one who speaks in the sentence: who tells of the dead is none of them."""
        return any(first <= start and end <= last for first, last in self.telling)

    def speakers_at(self, offset: int) -> tuple[SpeakerMention, ...]:
        """The chain of speakers of the words at `offset`, nearest first, origin last; empty is the author's own voice."""
        for segment in self.segments:
            if segment.speakers is not None and segment.start <= offset < segment.end:
                return segment.speakers
        return self.default_speakers

    def stance_at(self, offset: int) -> Stance:
        """How the one who speaks stands to the words at `offset`."""
        for segment in self.segments:
            if segment.stance is not None and segment.start <= offset < segment.end:
                return segment.stance
        return self.default_stance

    def hedges_at(self, offset: int) -> tuple[Words, ...]:
        """The hedge words that bear on the words at `offset`: those of the same stretch between semicolons and contrasts."""
        bounds = [segment for segment in self.segments if segment.rule == "clause" and segment.holds(offset)]
        if not bounds:
            return self.hedges
        return tuple(word for word in self.hedges if any(part.start <= word.start < part.end for part in bounds))

    def rules_at(self, offset: int) -> tuple[str, ...]:
        """The names of the rules that bear on the words at `offset`, for `kroniek explain`."""
        return tuple([one.rule for one in self.segments if one.start <= offset < one.end and one.rule != "clause"])
