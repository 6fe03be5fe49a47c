"""A cue of a sentence with its speaker and its scope."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.model.claim import SpeakerMention, Stance
from kroniek.reading.attribution.candidates import Sort
from kroniek.reading.attribution.rules import CueForm


@quickly_made
@dataclass(frozen=True, slots=True)
class Speech:
    """A cue with its speaker (None where nobody is named) and the tokens that it governs, `first` to `last` inclusive.

    `wide` where it governs its whole clause, `origin` where its speaker is the source of another one, `acting` where the verb
    tells what its subject did as much as what it says ("recovered 12 bodies").
    """

    cue: int
    cue_end: int
    form: CueForm
    stance: Stance | None
    speaker: SpeakerMention | None
    first: int
    last: int
    wide: bool
    np_first: int
    anaphor: Sort | None = None
    elliptical: bool = False
    bodies: bool = False
    acting: bool = False
