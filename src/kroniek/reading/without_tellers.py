"""Who tells of the dead is none of them: drafts that count those who speak, or say what a teller is, are left out."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.made import replace
from kroniek.model.claim import Kind
from kroniek.reading.attribution.model import Attribution
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.text.tokens import Token

_BEFORE_TRADE = frozenset({",", "(", "–", "—"})


def without_tellers(sentence: Sentence, drafts: list[Draft], attribution: Attribution) -> list[Draft]:
    """The drafts without those who speak: "witnesses and medics told AFP that 15 were killed" counts no medics among the dead."""
    tokens = sentence.tokens
    mute = {at for at, draft in enumerate(drafts) if draft.kind is Kind.CASUALTIES and _tells(tokens, draft, attribution)}
    mute -= {draft.parent for draft in drafts if draft.parent is not None and drafts[draft.parent].figure_first is not None}
    if not mute:
        return drafts
    places = {at: at - sum(other < at for other in mute) for at in range(len(drafts)) if at not in mute}
    kept = [draft for at, draft in enumerate(drafts) if at not in mute]
    return [draft if draft.parent is None or draft.parent < 0 else replace(draft, parent=places.get(draft.parent)) for draft in kept]


def _tells(tokens: Sequence[Token], draft: Draft, attribution: Attribution) -> bool:
    cue = draft.cue
    named = attribution.names_teller(tokens[draft.first].start, tokens[draft.last].end)
    if cue is None:  # "the army reported three dead, residents eight"
        return named and ("harm:among" in draft.rules or (draft.figure_first is None and draft.low is None))
    if attribution.names_teller(tokens[cue.first].start, tokens[cue.last].end):
        return False
    return named or (cue.first < draft.first and _says_what_teller_is(tokens, draft.first, attribution))


def _says_what_teller_is(tokens: Sequence[Token], first: int, attribution: Attribution) -> bool:
    """ "Killed five people, according to Ali, a doctor at the hospital": behind the teller stands what he or she is, and no victim."""
    if first < 2 or tokens[first - 1].text not in _BEFORE_TRADE:
        return False
    return attribution.names_teller(tokens[first - 2].start, tokens[first - 2].end)
