"""What the sentences around one tell of its speaker: pronouns, open quotations, a colon before, a sentence that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import SpeakerMention, SpeakerRole, Stance
from kroniek.reading.attribution.candidates import Candidate, Field, Sort, field_of, is_amount
from kroniek.reading.attribution.continuation import counts_on, goes_on, harm_goes_on, is_reported, shifts, tells_of_harm
from kroniek.reading.attribution.cues import Speech, speeches_of
from kroniek.reading.attribution.mentions import mention_of
from kroniek.reading.attribution.quotes import begins_quoted, closes_quote, open_quotes
from kroniek.reading.attribution.rules import AttributionRules, CueForm
from kroniek.reading.attribution.speakers import phrase_after
from kroniek.reading.passage import Passage

_QUOTES = frozenset("“”„«»\"")
_LOOK_BACK = 3
CARRIED = frozenset({"goes_on", "counts_on", "harm_goes_on", "reported"})
"""The rules of a sentence that goes on with the words of who spoke before: a sentence after it that names its speaker is nearer."""
_REFERRAL_REACH = 4
_BODIES = frozenset({SpeakerRole.OFFICIAL, SpeakerRole.BELLIGERENT})
_OUTLETS = frozenset({"outlet", "agency"})
_KINDS_FOR_ANAPHOR = ("monitor", "ngo", "outlet", "agency", "organisation", "united_nations", "company", "hospital", "emergency_service")


def speaker_for(field: Field, speech: Speech, previous: Sequence[Passage]) -> SpeakerMention | None:
    """The speaker of a cue; a pronoun or "the organisation" becomes the one that it stands for, where the text tells."""
    if speech.speaker is None or speech.anaphor is None:
        return speech.speaker
    found = antecedent(field, speech, previous)
    ours = any(token.lower in field.rules.authors for passage in previous[-1:] for token in passage.tokens)
    return found if found is not None or (ours and speech.anaphor is Sort.PRONOUN) else speech.speaker


def antecedent(field: Field, speech: Speech, previous: Sequence[Passage]) -> SpeakerMention | None:
    """Who "he" or "the organisation" is: a speaker named before in the sentence, else the last one named in the sentences before."""
    start = speech.speaker.start if speech.speaker is not None and speech.speaker.start is not None else field.passage.start
    earlier = [c for c in field.candidates if field.tokens[c.last].end <= start]
    if speech.anaphor is Sort.ANAPHOR and speech.speaker is not None:
        namesake = _namesake(speech.speaker, field, earlier, previous)
        if namesake is not None or _noun_of(speech.speaker) in field.rules.short_names:
            return namesake
        here = _named(field, earlier, _noun_of(speech.speaker))
        if here is not None:
            return here
    else:
        spoken = [
            s.speaker for s in speeches_of(field) if s.cue < speech.cue and s.anaphor is not Sort.PRONOUN and s.speaker is not None
        ]
        if spoken:
            return spoken[-1]
        told = _introduced(field, earlier)
        if told is not None:
            return told
        opens = _opening(field)
        if opens is not None and opens.end is not None and opens.end < start and opens.role is not SpeakerRole.OTHER:
            return opens
    for distance, passage in enumerate(reversed(previous)):
        if distance >= _LOOK_BACK and speech.anaphor is not Sort.ANAPHOR:
            return None
        before = field_of(passage, field.rules)
        # "the army" may stand for one named before it, and "it" for "the army"
        hidden = Sort.PRONOUN if speech.anaphor is Sort.PRONOUN else None
        spoken = [
            s.speaker for s in speeches_of(before) if s.speaker is not None and (s.anaphor is None or (hidden and s.anaphor is not hidden))
        ]
        if spoken and _is_person(speech, field.rules):  # "he" is no outlet that passed the words on
            spoken = [one for one in spoken if one.role is not SpeakerRole.OUTLET] or spoken
        if spoken and _fits(speech, spoken[-1], field.rules):
            return spoken[-1]
        if speech.anaphor is Sort.ANAPHOR:
            named = _named(before, before.candidates, "" if speech.speaker is None else _noun_of(speech.speaker))
            if named is not None:
                return named
    if previous and speech.anaphor is Sort.ANAPHOR and speech.speaker is not None and speech.speaker.role is SpeakerRole.OTHER:
        return _body_served(field_of(previous[-1], field.rules))
    if not previous or speech.anaphor is not Sort.PRONOUN:
        return None
    before = field_of(previous[-1], field.rules)
    opens = _opening(before)
    return opens if opens is not None and opens.role is not SpeakerRole.OTHER else _person(before)


def _is_person(speech: Speech, rules: AttributionRules) -> bool:
    return speech.speaker is not None and speech.speaker.text.lower() in rules.personal


def _introduced(field: Field, earlier: Sequence[Candidate]) -> SpeakerMention | None:
    """ "An aid group lost three of its staff, it writes": the one body told of before in the sentence, by a noun."""
    if not field.rules.verb_second:
        return None
    nouns = tuple(sorted(field.rules.anaphors))
    bodies = [c for c in earlier if c.sort is Sort.PARTY or (c.sort is Sort.ROLE and field.tokens[c.last].lower.endswith(nouns))]
    if len(bodies) != 1 or bodies[0].sort is not Sort.ROLE or bodies[0].first == 0:
        return None
    opened = field.tokens[bodies[0].first - 1].lower in field.rules.articles
    return mention_of(field, bodies[0].first, bodies[0].last) if opened else None


def _person(field: Field) -> SpeakerMention | None:
    """The person that a sentence begins with: "Ann Reed, a teacher, ran to the school"."""
    first = field.by_start.get(0)
    named = first is not None and first.sort is Sort.NAME and first.alone and first.last > first.first
    return mention_of(field, 0, first.last) if first is not None and named else None


def _body_served(field: Field) -> SpeakerMention | None:
    """The name of no list that people are said to be of: "five aid workers of Full Plate were killed"."""
    for candidate in reversed(field.candidates):
        before = field.tokens[candidate.first - 1].lower if candidate.first else ""
        if candidate.sort is Sort.NAME and candidate.alone and before in field.rules.qualifiers:
            return mention_of(field, candidate.first, candidate.last)
    return None


def _opening(field: Field) -> SpeakerMention | None:
    """The party or office that a sentence begins with."""
    first = field.by_start.get(0) or field.by_start.get(1)
    if first is not None and first.sort is Sort.ANAPHOR:
        return mention_of(field, 0, first.last)
    phrase = phrase_after(field, 0, len(field.tokens)) if first is not None and first.sort in (Sort.PARTY, Sort.ROLE) else None
    return mention_of(field, *phrase) if phrase is not None else None


def _noun_of(speaker: SpeakerMention) -> str:
    """The last word: "the Observatory"."""
    return speaker.text.split()[-1].lower() if speaker.text.split() else ""


def _namesake(
    speaker: SpeakerMention, field: Field, earlier: Sequence[Candidate], previous: Sequence[Passage]
) -> SpeakerMention | None:
    """The party named last whose name holds the noun or is followed by it: "the Observatory" is the Syrian Observatory told before."""
    noun = _noun_of(speaker)
    found = _holding(field, earlier, noun)
    for passage in reversed(previous):
        if found is not None:
            break
        before = field_of(passage, field.rules)
        spoken = [s.speaker for s in speeches_of(before) if s.speaker is not None and s.anaphor is None]
        found = next((one for one in reversed(spoken) if noun in one.text.lower().split()), None)
        found = found or _holding(before, before.candidates, noun)
    return found


def _holding(field: Field, candidates: Sequence[Candidate], noun: str) -> SpeakerMention | None:
    for candidate in reversed(candidates):
        words = {token.lower for token in field.tokens[candidate.first : candidate.last + 2]}
        if candidate.sort is Sort.PARTY and noun in words:
            return mention_of(field, candidate.first, candidate.last)
    return None


def _fits(speech: Speech, speaker: SpeakerMention, rules: AttributionRules) -> bool:
    """Whether "the ministry" or "the agency" can stand for that speaker; "he" and "the organisation" can for any that is no crowd."""
    if speech.anaphor is not Sort.ANAPHOR or speech.speaker is None:
        return True
    role = speech.speaker.role
    if role is SpeakerRole.OTHER and _noun_of(speech.speaker) in rules.bands and speaker.role is SpeakerRole.OFFICIAL:
        return False
    if role is SpeakerRole.OTHER:
        return speaker.id is not None or speaker.role is not SpeakerRole.WITNESS
    alike = _BODIES if role in _BODIES else frozenset({role})
    return speaker.role in alike


def _named(field: Field, candidates: Sequence[Candidate], noun: str = "") -> SpeakerMention | None:
    """The body named last; not the agency of a dateline, "(Reuters) -", and for "the group" no outlet."""
    kinds = frozenset(_KINDS_FOR_ANAPHOR) - _OUTLETS if noun in field.rules.bands else frozenset(_KINDS_FOR_ANAPHOR)
    parties = [
        c for c in candidates
        if c.sort is Sort.PARTY and c.party is not None and str(c.party.party.kind) in kinds
        and not (c.first and field.tokens[c.first - 1].text == "(" and c.role is SpeakerRole.OUTLET)
    ]  # fmt: skip
    return mention_of(field, parties[-1].first, parties[-1].last) if parties else None


def told_after(
    passage: Passage, previous: Sequence[Passage], following: Sequence[Passage], rules: AttributionRules
) -> tuple[tuple[SpeakerMention, ...], Stance | None] | None:
    """The speakers that a sentence after this one names for it, and whether they concede: "Dat meldt de gouverneur maandag".

    It is the next one, or one further on in the paragraph where those between name nobody: "Six people died. A shop burned down. That is
    what the mayor says."
    """
    between: list[Passage] = []
    for after in following:
        if between and not (tells_of_harm(passage.tokens, rules) and _is_on_with_it(between, after, rules)):
            return None
        quoted = not between and begins_quoted(passage.words) and closes_quote(passage.words)
        found = _told_by(after, (*previous, passage, *between), rules, quoted=quoted)
        if found is not None:
            return found
        between.append(after)
    return None


def _is_on_with_it(between: Sequence[Passage], after: Passage, rules: AttributionRules) -> bool:
    """Whether the sentences between are of the paragraph of the one after them, name nobody who speaks and turn to nothing else."""
    last = between[-1]
    if not last.tokens or "\n" in last.text[last.start : after.start] or any(sign in _QUOTES for sign in last.words):
        return False
    return not shifts(last, rules) and not any(speech.speaker is not None for speech in speeches_of(field_of(last, rules)))


def _told_by(
    passage: Passage, previous: Sequence[Passage], rules: AttributionRules, *, quoted: bool
) -> tuple[tuple[SpeakerMention, ...], Stance | None] | None:
    """The speakers whom a sentence names for what the ones before it told; `quoted` where that stands between quotation marks."""
    if not passage.tokens:
        return None
    within = _refers_within(passage, rules) or (quoted and _refers_behind(passage, rules))
    if not within and not _refers(passage, rules):
        return None
    after = field_of(passage, rules)
    for speech in speeches_of(after):
        if speech.form not in (CueForm.VERB, CueForm.BEFORE) or speech.speaker is None:
            continue
        if speech.stance in (Stance.DENIED, Stance.QUESTIONED):
            continue
        if (not within and min(speech.np_first, speech.cue) > _REFERRAL_REACH) or _counts_itself(after):
            continue
        speaker = speaker_for(after, speech, previous)
        if speaker is not None:
            return without_repeats([speaker, *_sources_of(after, speech)]), speech.stance
    return None


def _sources_of(field: Field, told: Speech) -> list[SpeakerMention]:
    """Who the one who told it had it from: "Dat meldt persbureau X op basis van lokale autoriteiten"."""
    later = [speech for speech in speeches_of(field) if speech.form is CueForm.SOURCE and speech.cue > told.cue]
    return [speech.speaker for speech in later if speech.speaker is not None]


def _counts_itself(field: Field) -> bool:
    """Whether the sentence has an amount of its own, articles aside."""
    return any(is_amount(token, field.rules) and token.lower not in field.rules.articles for token in field.tokens)


def _refers(passage: Passage, rules: AttributionRules) -> bool:
    """Whether the sentence begins with what the one before it told: "Dat meldt", "Die lezing komt van", "That figure comes from"."""
    first, second = passage.tokens[0].lower, passage.tokens[min(1, len(passage.tokens) - 1)].lower
    if first in rules.referrals and second not in rules.report_nouns:
        return True
    return first in rules.referring and second in rules.report_nouns | rules.count_nouns


def _refers_within(passage: Passage, rules: AttributionRules) -> bool:
    """ "De organisatie heeft dat dinsdag laten weten": what was told is the object after the first verb, and opens no clause."""
    if not rules.verb_second or rules.referrals.isdisjoint(passage.lowers) or rules.auxiliaries.isdisjoint(passage.lowers):
        return False
    words = [token.lower for token in passage.tokens]
    later = rules.times | rules.fillers | rules.prepositions | rules.addressing | rules.verbs
    return any(
        words[at] in rules.auxiliaries and words[at + 1] in rules.referrals and words[at + 2] in later for at in range(1, len(words) - 2)
    )


def _refers_behind(passage: Passage, rules: AttributionRules) -> bool:
    """ "The governor wrote this on Telegram": the object is what was quoted before."""
    words = [token.lower for token in passage.tokens]
    ends = rules.prepositions | rules.addressing | {"."}
    return any(words[at] in rules.referrals and words[at - 1] in rules.verbs and words[at + 1] in ends for at in range(1, len(words) - 1))


def speakers_around(
    passage: Passage, previous: Sequence[Passage], following: Sequence[Passage], rules: AttributionRules
) -> tuple[tuple[SpeakerMention, ...], str] | None:
    """The speakers of a sentence without a cue of its own, with the rule that tells; None where it is in the block's own voice."""
    before = previous[-1] if previous else None
    if before is not None and before.words.rstrip(" \"”").endswith(":"):
        told = _last_speakers(before, previous[:-1], rules)
        if told:
            return told, "after_colon"
    depth = open_quotes(previous)
    if depth and before is not None:
        for at in range(len(previous) - 1, max(-1, len(previous) - 1 - _LOOK_BACK), -1):
            told = _last_speakers(previous[at], previous[:at], rules)
            if told:
                return told, "quote_goes_on"
    if before is not None and begins_quoted(passage.words) and closes_quote(before.words):
        told = _last_speakers(before, previous[:-1], rules)
        if told:
            return told, "quote_resumes"
    for number, after in enumerate(following):
        heard = (*previous, passage, *following[:number])
        if not open_quotes(heard):
            break
        told = _first_trailing(after, heard, rules)
        if told:
            return told, "quote_ends_later"
    if before is not None:
        rule = _going_on(passage, rules)
        told = _carried(previous, rules, rule) if rule else ()
        if rule and told:
            return told, rule
    return None


def _going_on(passage: Passage, rules: AttributionRules) -> str | None:
    """The rule by which the sentence goes on with the one before it."""
    if goes_on(passage, rules):
        return "goes_on"
    if any(token.lower in rules.more for token in passage.tokens) and counts_on(passage, rules):
        return "counts_on"
    if harm_goes_on(passage, rules):
        return "harm_goes_on"
    return "counts_on" if counts_on(passage, rules) else "reported" if is_reported(passage, rules) else None


def _carried(previous: Sequence[Passage], rules: AttributionRules, rule: str) -> tuple[SpeakerMention, ...]:
    """Who told of the harm in the sentence before, or in the one that it goes on with; whoever spoke last where it points back."""
    for at in range(len(previous) - 1, max(-1, len(previous) - 1 - _LOOK_BACK), -1):
        before = previous[at]
        speeches = [speech for speech in speeches_of(field_of(before, rules)) if speech.speaker is not None]
        if speeches and (rule == "goes_on" or _tells_firmly(before, speeches, rules, rule)):
            return _last_speakers(before, previous[:at], rules)
        if speeches or _going_on(before, rules) is None:
            return ()
    return ()


def _tells_firmly(before: Passage, speeches: Sequence[Speech], rules: AttributionRules, rule: str) -> bool:
    """Whether the sentence lays harm, or an event that does harm, to its last speaker without denial or quotation."""
    if speeches[-1].stance in (Stance.DENIED, Stance.QUESTIONED) or any(sign in _QUOTES for sign in before.words):
        return False
    after = speeches[-1].cue_end + 1
    if after < len(before.tokens) and before.tokens[after].lower in rules.nothing:  # "said nothing"
        return False
    if before.tokens[0].lower in rules.referrals or tells_of_harm(before.tokens, rules):
        return True
    return rule == "harm_goes_on" and any(token.lower in rules.carrying for token in before.tokens)


def _last_speakers(passage: Passage, previous: Sequence[Passage], rules: AttributionRules) -> tuple[SpeakerMention, ...]:
    field = field_of(passage, rules)
    speeches = [s for s in speeches_of(field) if s.speaker is not None and s.last >= len(passage.tokens) - 2]
    # who passes on what another told governs the wider stretch: "dat heeft het ministerie bekendgemaakt, meldt Reuters"
    speeches.sort(key=lambda s: (s.form is CueForm.SOURCE, s.first - s.last))
    chain = [speaker_for(field, s, previous) for s in speeches]
    return without_repeats([speaker for speaker in chain if speaker is not None])


def _first_trailing(passage: Passage, previous: Sequence[Passage], rules: AttributionRules) -> tuple[SpeakerMention, ...]:
    field = field_of(passage, rules)
    for speech in speeches_of(field):
        if speech.speaker is not None and (speech.wide or _follows_quote(field, speech)):
            speaker = speaker_for(field, speech, previous)
            return (speaker,) if speaker is not None else ()
    return ()


def _follows_quote(field: Field, speech: Speech) -> bool:
    """ "I counted them," the mayor told us: the speaker stands right behind the closing mark."""
    at = min(speech.np_first, speech.cue) - 1
    while at > 0 and field.tokens[at].lower in field.rules.determiners:
        at -= 1
    return at > 0 and field.tokens[at].text in _QUOTES


def without_repeats(chain: Sequence[SpeakerMention]) -> tuple[SpeakerMention, ...]:
    """The chain with each speaker once, by id where there is one, else by words; the first stays, in its fullest words."""
    kept: list[SpeakerMention] = []
    for speaker in chain:
        twin = next((at for at, other in enumerate(kept) if _is_same(other, speaker)), None)
        if twin is None:
            kept.append(speaker)
        elif kept[twin].id is None and len(speaker.text) > len(kept[twin].text):
            kept[twin] = speaker
    return tuple(kept)


def _is_same(one: SpeakerMention, other: SpeakerMention) -> bool:
    if one.id is not None and other.id is not None:
        return one.id == other.id
    if one.text.casefold() == other.text.casefold():
        return True
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
