"""The cues of a sentence whose other part, where their verb has one, does follow: "maakt ... bekend", "komt inmiddels op"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kroniek.reading.attribution.rules import AttributionRules, Cue
from kroniek.text.phrases import PhraseMatch
from kroniek.text.tokens import Token

# A verb and its other part stand no further from each other: "laat het ministerie van Binnenlandse Zaken dinsdag weten".
SPLIT_REACH = 12


def whole_cues(tokens: Sequence[Token], rules: AttributionRules) -> Iterator[PhraseMatch[Cue]]:
    """The cues in the order of the text; one with a near other part goes up to the end of that part."""
    for match in rules.cues.scan(tokens):
        first = match.first
        if first > 0 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
            continue  # "de niet-erkende enclave"
        whole = match if not match.value.split else _whole(match, tokens, rules)
        if whole is not None:
            yield whole


def _whole(match: PhraseMatch[Cue], tokens: Sequence[Token], rules: AttributionRules) -> PhraseMatch[Cue] | None:
    begin, cue = match.last + 1, match.value
    for at in range(begin, min(len(tokens), begin + SPLIT_REACH)):
        found = [part for part in cue.split if tuple(token.lower for token in tokens[at : at + len(part)]) == part]
        if found and cue.near:
            last = at + max(len(part) for part in found) - 1
            return PhraseMatch(match.start, tokens[last].end, match.first, last, cue)
        if found:
            return match
        if cue.near and tokens[at].lower not in rules.fillers:
            return None
    return None


__all__ = ["SPLIT_REACH", "whole_cues"]
