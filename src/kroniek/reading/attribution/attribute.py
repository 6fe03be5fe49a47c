"""Attribution of one sentence, put together.

A chain of speakers runs from the party that the text credits directly to the origin. Where one speaker's words hold another's, the
wider stretch comes first: "according to Airwars, the coalition reported 5,775" is [Airwars, the coalition], and so is "Airwars
reported that the coalition said". Who is only cited ("Reuters, citing the ministry, said") comes last. Who is spoken to ("told
Reuters") is no speaker.

In a quotation the speaker that its introduction names takes the place of an author: sentences that name no speaker are its words.
A sentence that names its own speaker lists that one only, as a sentence in an article does not list the article's publisher.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kroniek.model.claim import SpeakerMention, SpeakerRole, Stance
from kroniek.model.report import Block, Voice
from kroniek.reading.attribution.candidates import QUOTES, Field, Sort, field_of
from kroniek.reading.attribution.context import CARRIED, speaker_for, speakers_around, told_after, without_repeats
from kroniek.reading.attribution.cues import Speech, speeches_of
from kroniek.reading.attribution.mentions import mention_of
from kroniek.reading.attribution.model import Attribution, Segment
from kroniek.reading.attribution.rules import AttributionRules, CueForm
from kroniek.reading.attribution.speakers import phrase_after
from kroniek.reading.attribution.stance import concedes, contrasts_of, hedges_of, is_belligerent_statement, stance_words, strongest
from kroniek.reading.passage import PartyLike, Passage
from kroniek.text.tokens import TokenKind, is_abbreviating

# "Syria: 12 killed" says where, not who says so.
_PLACES_TOO = frozenset({"state"})
_QUOTES = QUOTES | {"'", "‘"}
_SETTING_OFF = frozenset({":", "-", "–", "—"})
_LONGEST_HEADING = 9
_LONGEST_WHEREABOUTS = 4


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
    default = _block_speakers(passage.text, block, block_speaker, rules)
    around = None
    has_cue = not rules.cue_words.isdisjoint(passage.lowers)
    words = passage.words
    colon = any(sign in words for sign in (":", " - ", " – ", " — "))
    if not has_cue and not colon:
        around = speakers_around(passage, previous, following, rules) if previous or following else None
        after = told_after(passage, previous, following, rules) if around is None or around[1] in CARRIED else None
        around = around if after is None else None
        speakers = around[0] if around else after[0] if after else default
        if not speakers and not _belligerent(publisher):
            return Attribution((), default_speakers=speakers)
        field = field_of(passage, rules)
        stance = _plain_stance(field, speakers, publisher, after[1] if after else None)
        return Attribution((), default_speakers=speakers, default_stance=stance)
    field = field_of(passage, rules)
    speeches = speeches_of(field)
    named = [speech for speech in speeches if speech.speaker is not None]
    headed, said, title = (_heading(field) if not named else None), None, None
    if headed is not None and field.lines:
        title = Segment(passage.start, field.tokens[min(field.lines)].start, (headed,), None, "heading")
    elif headed is not None:
        default = (headed,)
    elif not named:
        around = speakers_around(passage, previous, following, rules)
        if around is not None and around[1] in CARRIED and any(speech.form is CueForm.PASSIVE for speech in speeches):
            around = None  # "there are also reports of ten dead": nobody of those named before
        after = told_after(passage, previous, following, rules) if around is None or around[1] in CARRIED else None
        default = after[0] if after else around[0] if around else default
        said = after[1] if after else None
    segments = _segments(field, speeches, previous, default, publisher, said)
    segments = segments if title is None else (title, *segments)
    telling = tuple(_stretch(field, speech) for speech in named)
    return Attribution(segments, hedges_of(field), default, _plain_stance(field, default, publisher, said), telling)


def _stretch(field: Field, speech: Speech) -> tuple[int, int]:
    """Where the words for the speaker stand, with what is told of them before the verb: "the White Helmets, a rescue group, said"."""
    if speech.np_first < speech.cue:
        return field.tokens[speech.np_first].start, field.tokens[speech.cue - 1].end
    speaker = speech.speaker
    return (speaker.start or 0, speaker.end or 0) if speaker is not None else (0, 0)


def _belligerent(publisher: PartyLike | None) -> bool:
    return is_belligerent_statement(publisher, None)


def _block_speakers(text: str, block: Block, party: PartyLike | None, rules: AttributionRules) -> tuple[SpeakerMention, ...]:
    if block.voice is not Voice.QUOTATION or block.speaker is None:
        return ()
    start, end = block.speaker.start, block.speaker.end
    role = SpeakerRole.OTHER if party is None else rules.role_of(party)
    return (
        SpeakerMention(text=text[start:end], start=start, end=end, role=role,
                       id=None if party is None else party.id, name=None if party is None else party.name),
    )  # fmt: skip


def _heading(field: Field) -> SpeakerMention | None:
    """ "UN: 12 killed in strike" and "Strike killed 12: UN": one set off by a colon or dash at one end of the sentence."""
    tokens = field.tokens[: min(field.lines, default=len(field.tokens))]
    colon = next((at for at, token in enumerate(tokens[:_LONGEST_HEADING]) if token.text == ":"), None)
    if colon is not None and 0 < colon < len(tokens) - 2:
        phrase = _with_whereabouts(field, phrase_after(field, 0, colon), colon)
        quoted = tokens[colon + 1].text in _QUOTES
        if phrase == (0, colon - 1) and not _is_place(field, phrase) and (quoted or _is_listed(field, phrase)):
            return mention_of(field, *phrase)  # "The governor of the region: 'Twelve people are dead'"
    signs = range(len(tokens) - 2, max(2, len(tokens) - _LONGEST_HEADING), -1)
    sign = next((at for at in signs if tokens[at].text in _SETTING_OFF), None)
    end = len(tokens) - (tokens[-1].text == "." and not is_abbreviating(tokens, len(tokens) - 1) if tokens else 0)
    if sign is None or (tokens[sign].text != ":" and (end < len(tokens) or tokens[sign].start == tokens[sign - 1].end)):
        return None
    phrase = phrase_after(field, sign + 1, end)
    if phrase is None or phrase != (sign + 1, end - 1) or _is_place(field, phrase) or not _is_listed(field, phrase):
        return None
    return mention_of(field, *phrase)


def _with_whereabouts(field: Field, phrase: tuple[int, int] | None, colon: int) -> tuple[int, int] | None:
    """ "The doctors on the square: more than a hundred": what a preposition tells of who stands before the colon belongs to them."""
    if phrase is None or phrase[0] != 0 or not 1 < colon - 1 - phrase[1] <= _LONGEST_WHEREABOUTS:
        return phrase
    rest = field.tokens[phrase[1] + 1 : colon]
    plain = all(token.kind is TokenKind.WORD and token.lower not in field.rules.stops for token in rest)
    return (0, colon - 1) if plain and rest[0].lower in field.rules.prepositions else phrase


def _is_listed(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether a party or a noun for a kind of speaker stands in the phrase."""
    sorts = (Sort.PARTY, Sort.ROLE, Sort.ANAPHOR)
    return any(phrase[0] <= c.first and c.last <= phrase[1] and c.sort in sorts and c.alone for c in field.candidates)


def _is_place(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether the phrase is a state or a place: "Syria: 12 killed"."""
    state = field.by_start.get(phrase[0])
    if state is not None and state.party is not None and state.last == phrase[1] and str(state.party.party.kind) in _PLACES_TOO:
        return True
    start, end = field.tokens[phrase[0]].start, field.tokens[phrase[1]].end
    return any(low <= start and end <= high for low, high in field.passage.places)


def _plain_stance(
    field: Field, speakers: Sequence[SpeakerMention], publisher: PartyLike | None, said: Stance | None = None
) -> Stance:
    """The stance of words without a cue; `said` is that of the sentence after them which names their speaker."""
    stances = () if said is None else (said,)
    if concedes(field, stances, speakers, not speakers, publisher):
        return Stance.CONCEDED
    return strongest([stance for stance in stances if stance is not Stance.CONCEDED]) or Stance.ASSERTED


def _segments(
    field: Field,
    speeches: Sequence[Speech],
    previous: Sequence[Passage],
    default: tuple[SpeakerMention, ...],
    publisher: PartyLike | None,
    said: Stance | None = None,
) -> tuple[Segment, ...]:
    """The sentence cut where any scope begins or ends; in each piece the chain and stance of all scopes that hold it.

    `said` is the stance of the sentence after it that names the speakers in `default`.
    """
    bounds = contrasts_of(field)
    words = stance_words(field, bounds)
    cuts = {0, len(field.tokens)}
    cuts.update(at for speech in speeches for at in (speech.first, speech.last + 1))
    cuts.update(at for first, end, _ in words for at in (first, end))
    ordered = sorted(cut for cut in cuts if 0 <= cut <= len(field.tokens))
    speakers = {id(speech): speaker_for(field, speech, previous) for speech in speeches}
    segments = []
    for first, end in pairwise(ordered):
        holding = [speech for speech in speeches if speech.first <= first and end - 1 <= speech.last]
        told = [s for s in holding if (named := speakers[id(s)]) is not None and not (s.acting and named.id is None)]
        told = told or [s for s in holding if speakers[id(s)] is not None]  # "the army said rescuers pulled out 12 bodies": the army's word
        chain_speeches = sorted(told, key=lambda speech: _nearness(field, speech))
        chain = without_repeats([speaker for s in chain_speeches if (speaker := speakers[id(s)]) is not None])
        stances = [s.stance for s in holding if s.stance is not None]
        stances += [stance for low, high, stance in words if low <= first and end <= high]
        stances += [said] if said is not None and not chain else []
        shown = chain or default
        stance = _stance(field, stances, shown, publisher)
        start_offset = field.passage.start if first == 0 else field.tokens[first].start
        end_offset = field.passage.end if end == len(field.tokens) else field.tokens[end].start
        rule = "+".join(speech.form.value for speech in chain_speeches) or "own_voice"
        segments.append(Segment(start_offset, end_offset, chain or None, stance, rule))
    return (*segments, *_clauses(field, bounds))


def _clauses(field: Field, bounds: Sequence[int]) -> list[Segment]:
    """The stretches within which a hedge bears: between semicolons and contrasts. None for a sentence of one stretch."""
    passage = field.passage
    if not bounds:
        return []
    edges = [passage.start, *(field.tokens[at].start for at in bounds), passage.end]
    return [Segment(start, end, None, None, "clause") for start, end in pairwise(edges)]


def _stance(field: Field, stances: Sequence[Stance], chain: Sequence[SpeakerMention], publisher: PartyLike | None) -> Stance:
    if Stance.DENIED in stances:
        return Stance.DENIED
    if concedes(field, stances, chain, not chain, publisher):
        return Stance.CONCEDED
    return strongest([stance for stance in stances if stance is not Stance.CONCEDED]) or Stance.ASSERTED


def _nearness(field: Field, speech: Speech) -> tuple[int, int, int]:
    """The order of the chain: the one "quoted by" whom the others are first, then the wider scope; a source that is only cited last."""
    rules, cue = field.rules, [token.lower for token in field.tokens[speech.cue : speech.cue + 2]]
    passes_on = len(cue) > 1 and cue[0] in rules.cited and cue[1] in rules.agents
    return 0 if passes_on else 2 if speech.form is CueForm.SOURCE else 1, speech.first - speech.last, speech.cue
