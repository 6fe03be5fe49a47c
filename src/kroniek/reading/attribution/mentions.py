"""The words that name a speaker as a speaker: which party they speak for, and in what role."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import SpeakerMention, SpeakerRole
from kroniek.reading.attribution.candidates import Candidate, Field, Sort
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.text.tokens import Token, TokenKind

_TRANSFERRING = frozenset({SpeakerRole.OFFICIAL, SpeakerRole.BELLIGERENT, SpeakerRole.OUTLET, SpeakerRole.MONITOR})


def describes(field: Field, candidate: Candidate, ceiling: int) -> bool:
    """Whether a name only tells more of the party two words on: "het Amerikaanse legercommando CENTCOM"."""
    noun, party = candidate.last + 1, field.by_start.get(candidate.last + 2)
    if candidate.sort is not Sort.NAME or party is None or party.sort is not Sort.PARTY or party.first >= ceiling:
        return False
    return is_plain_noun(field.tokens[noun], field.rules)


def is_plain_noun(token: Token, rules: AttributionRules) -> bool:
    """Whether the token can be a noun of no list: a small letter, and no verb, adverb, preposition, article or cue."""
    others = (rules.stops, rules.links, rules.fillers, rules.determiners, rules.conjunctions, rules.cue_words, rules.contrasts)
    return token.kind is TokenKind.WORD and token.text[0].islower() and not any(token.lower in words for words in others)


def mention_of(field: Field, first: int, last: int) -> SpeakerMention:
    """The phrase at these tokens as a speaker; the party in it is the speaker where the rest only says what it is to the party."""
    last -= last > first and field.tokens[last].lower in field.rules.bounds  # "volgens officiële cijfers zeker tien"
    inside = [candidate for candidate in field.candidates if first <= candidate.first and candidate.last <= last]
    inside = _of_the_first(field, inside)
    if inside and describes(field, inside[0], last + 1):
        inside = inside[1:]
    start, end = field.tokens[first].start, field.tokens[last].end
    words = field.passage.text[start:end]
    for mark in () if field.rules.verb_second else ("'s", "’s"):
        if words.endswith(mark):
            words, end = words[: -len(mark)], end - len(mark)
    party = _party_of(inside)
    if party is not None and party.party is not None:
        match = party.party
        return SpeakerMention(text=words, start=start, end=end, id=match.party.id, name=match.party.name, role=party.role)
    roles = [c.role for c in inside if c.sort in (Sort.ROLE, Sort.ANAPHOR) and c.role is not SpeakerRole.OTHER]
    role = roles[0] if roles else SpeakerRole.OTHER
    if role is SpeakerRole.OFFICIAL and SpeakerRole.BELLIGERENT in roles:  # "a spokesman for the army"
        role = SpeakerRole.BELLIGERENT
    return SpeakerMention(text=words, start=start, end=end, role=role)


def _of_the_first(field: Field, inside: list[Candidate]) -> list[Candidate]:
    """The candidates up to the first "and" between two: of several who say it together the first gives role and id."""
    for at, candidate in enumerate(inside[1:], start=1):
        between = field.tokens[inside[at - 1].last + 1 : candidate.first]
        if any(token.lower in field.rules.conjunctions for token in between):
            return inside[:at]
    return inside


def _party_of(inside: Sequence[Candidate]) -> Candidate | None:
    """The party that a phrase speaks for: itself, or the one that its head serves ("a spokesman for X"), not the one it only mentions."""
    for at, candidate in enumerate(inside):
        if candidate.sort is Sort.PARTY and (candidate.alone or len(inside) == 1):
            heads = [head for head in inside[:at] if head.alone or head.sort is not Sort.PARTY]
            serves = all(head.sort is Sort.NAME or head.role in _TRANSFERRING for head in heads)
            roles = [head for head in inside if head.sort is Sort.ROLE]
            named_only = heads and all(head.sort is Sort.NAME for head in heads) and not any(r.role in _TRANSFERRING for r in roles)
            return candidate if serves and not named_only else None
    return None


__all__ = ["describes", "is_plain_noun", "mention_of"]
