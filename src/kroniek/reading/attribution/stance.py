"""How firmly: the stance of each stretch of a sentence, and its hedges.

Precedence, where several words bear on one stretch: denied, conceded, questioned, alleged, estimated, asserted. "Said no civilians
were killed" is an assertion of zero, not a denial: it names an amount and stands by it.
A concession is a belligerent's word on harm that it did itself. It takes a verb of admitting in the mouth of a belligerent or
official, a strong word of concession (unintentionally, "it was assessed that"), or, in the voice of a belligerent, a weak one
(regrettably), or harm to civilians that it tells of without laying it to another party.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import SpeakerMention, SpeakerRole, Stance
from kroniek.model.span import Words
from kroniek.reading.attribution.candidates import Field, Sort
from kroniek.reading.attribution.cues import stands_as_verb
from kroniek.reading.attribution.rules import CueForm
from kroniek.reading.passage import PartyLike

PRECEDENCE = (Stance.DENIED, Stance.CONCEDED, Stance.QUESTIONED, Stance.ALLEGED, Stance.ESTIMATED, Stance.ASSERTED)
_BELLIGERENT = "belligerent"
_ADMITTING = frozenset({SpeakerRole.BELLIGERENT, SpeakerRole.OFFICIAL})
_REACH = 4
# No sentence that a person wrote has more; beyond it time would grow with the square of the length.
_MOST_WORDS = 60


def strongest(stances: Sequence[Stance]) -> Stance | None:
    """The one that goes before the others, None for none."""
    return min(stances, key=PRECEDENCE.index, default=None)


def stance_words(field: Field, bounds: Sequence[int]) -> list[tuple[int, int, Stance]]:
    """Words that set a stance whoever speaks: (token, token up to which they bear, stance). They bear on their own clause.

    `bounds` are those of `contrasts_of`.
    """
    tokens, rules = field.tokens, field.rules
    found = []
    for match in rules.stances.scan(tokens)[:_MOST_WORDS]:
        low = max((b for b in bounds if b <= match.first), default=0)
        high = min((b for b in bounds if b > match.last), default=len(tokens))
        found.append((low, high, match.value))
    if len(tokens) > 1 and tokens[0].lower in rules.conditionals:
        comma = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
        found.append((0, comma, Stance.QUESTIONED))
    return found


def contrasts_of(field: Field) -> list[int]:
    """The tokens at which another stretch begins: semicolons and words like "while"."""
    contrasts, lowers = field.rules.contrasts, field.passage.lowers
    if ";" not in lowers and contrasts.isdisjoint(lowers):
        return []
    found = [at for at, token in enumerate(field.tokens) if token.text == ";" or token.lower in contrasts]
    return found[:_MOST_WORDS]


def hedges_of(field: Field) -> tuple[Words, ...]:
    """The words that weaken: allegedly, likely, "it was reported that", naar verluidt."""
    rules, text = field.rules, field.passage.text
    spans: set[tuple[int, int]] = set()
    for match in rules.hedges.scan(field.tokens):
        spans.add((match.start, match.end))
    for stance in rules.stances.scan(field.tokens):
        if stance.value in (Stance.ALLEGED, Stance.ESTIMATED):
            spans.add((stance.start, stance.end))
    for cue in rules.cues.scan(field.tokens):
        if cue.value.form is CueForm.PASSIVE and cue.value.stance is not None and not stands_as_verb(field, cue):
            spans.add((cue.start, cue.end))
    return tuple(Words(text[start:end], start, end) for start, end in sorted(spans))


def concedes(
    field: Field,
    cue_stances: Sequence[Stance],
    chain: Sequence[SpeakerMention],
    own_voice: bool,
    publisher: PartyLike | None,
) -> bool:
    """Whether the one who speaks concedes the harm told of. `chain` is who speaks, `own_voice` whether it is the publisher."""
    rules, tokens = field.rules, field.tokens
    lowers = field.passage.lowers
    if lowers.isdisjoint(rules.harm_words) or tokens[0].lower in rules.conditionals:
        return False
    spoken = chain[-1] if chain else None
    voice = is_belligerent_statement(publisher if own_voice else None, spoken)
    if Stance.CONCEDED in cue_stances:
        return voice or spoken is None or spoken.role in _ADMITTING
    accused = _lays_to_another(field, publisher.id if publisher is not None and own_voice else (spoken.id if spoken else None))
    marks = [match.value for match in rules.concessions.scan(tokens)] if not lowers.isdisjoint(rules.cue_words) else []
    if any(marks) and not accused and (spoken is None or spoken.role in _ADMITTING):
        return True
    if not voice or accused:
        return False
    civilian = not lowers.isdisjoint(rules.civilian_words)
    if marks:
        return True
    return civilian and (own_voice or bool(rules.conceding_verbs.scan(tokens)))


def is_belligerent_statement(publisher: PartyLike | None, speaker: SpeakerMention | None) -> bool:
    """Whether a belligerent speaks: the speaker is one, or nobody is named and the publisher is one."""
    if speaker is not None:
        return speaker.role is SpeakerRole.BELLIGERENT
    return publisher is not None and (str(publisher.kind) == _BELLIGERENT or publisher.belligerent_id is not None)


def _lays_to_another(field: Field, own: str | None) -> bool:
    """Whether the harm is laid to a belligerent other than the one who speaks: "by ISIS", "ISIS killed"."""
    tokens, rules = field.tokens, field.rules
    for candidate in field.candidates:
        if candidate.sort is not Sort.PARTY or candidate.party is None:
            continue
        party = candidate.party.party
        if party.belligerent_id is None or own in (party.id, party.belligerent_id):
            continue
        before = [token.lower for token in tokens[max(0, candidate.first - 2) : candidate.first]]
        if any(word in rules.agents for word in before):
            return own is not None
        after = [token.lower for token in tokens[candidate.last + 1 : candidate.last + 1 + _REACH]]
        if any(word in rules.killing_verbs for word in after) and own is not None:
            return True
    return False
