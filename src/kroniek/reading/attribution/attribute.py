"""Attribution of one sentence, put together."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.report import Block
from kroniek.reading.attribution.model import Attribution
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.reading.passage import PartyLike, Passage


def attribute(
    passage: Passage,
    previous: Sequence[Passage],
    block: Block,
    rules: AttributionRules,
    *,
    following: Sequence[Passage] = (),
    publisher: PartyLike | None = None,
    block_speaker: PartyLike | None = None,
) -> Attribution:
    """Who says what in `passage`.

    `previous` are the sentences of the same block before it, in order (three are enough), `following` those after it.
    `publisher` is the party of the parties' list that published the block, `block_speaker` the one that `block.speaker`
    names, where the caller found one: both give ids and tell whether a belligerent is speaking of its own acts.
    """
    return Attribution(())
