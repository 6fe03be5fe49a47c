"""People counted without a word of harm of their own, where it is told once: "13 fighters killed; 17 civilians, says the other"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.joins import Join
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token


def elliptical(tokens: Sequence[Token], phrase: NounPhrase, before: Sequence[Join | None]) -> Join | None:
    """ "Thirteen fighters killed, it says; seventeen civilians, says the other": the verb is told once."""
    if before and before[-1] is not None and before[-1].rule == "harm-noun" and _listed_after(tokens, phrase):
        return Join(before[-1].harm, "ellipsis")  # Dutch "negentien doden, drie kinderen erbij"
    if phrase.low == 0 and phrase.amount is None and phrase.first > 1 and tokens[phrase.first - 1].text == ",":
        told = next((join for join in reversed(before) if join is not None and join.harm is not None), None)
        return None if told is None else Join(told.harm, "ellipsis")  # "elf strijders gedood, verder niemand"
    opens = phrase.first > 0 and tokens[phrase.first - 1].text in (";", ":")
    ends = phrase.last + 1 >= len(tokens) or tokens[phrase.last + 1].text in (",", ".", ";")
    told = next((join for join in reversed(before) if join is not None and join.harm is not None), None)
    return Join(told.harm, "ellipsis") if opens and ends and told is not None and phrase.is_people else None


def _listed_after(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether the phrase stands between a comma and the end, but for "erbij"."""
    after = phrase.last + 1
    after += after < len(tokens) and tokens[after].lower == "erbij"
    closed = after >= len(tokens) or tokens[after].text in (",", ".", ";")
    return phrase.is_people and phrase.harm is None and phrase.first > 1 and tokens[phrase.first - 1].text == "," and closed
