"""From the figures of a sentence to claims: the setting, the speakers, the stance and the stable ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made, replace
from kroniek.model.claim import (
    BlockReference,
    Claim,
    ContextSpan,
    Group,
    Harm,
    Kind,
    ObjectMention,
    PartyMention,
    PlaceMention,
    Quantity,
    Scope,
    SpeakerMention,
    Stance,
    TimeMention,
    Victim,
    Victims,
)
from kroniek.model.report import Block, Document
from kroniek.model.span import Span
from kroniek.parties.party import Party, PartyKind
from kroniek.reading.actors import actor_after, actor_before, actor_of, continued, is_disputed
from kroniek.reading.antecedents import as_counted_before
from kroniek.reading.asked import ZERO, as_answer
from kroniek.reading.attribution import Attribution, attribute
from kroniek.reading.claim_ids import mint
from kroniek.reading.declared import are_its_own, enemies_killed, own_act
from kroniek.reading.drafts import IMPLIED_PART, Draft, drafts_of
from kroniek.reading.event_time import time_of
from kroniek.reading.facts import Sentence
from kroniek.reading.gapping import as_gapped, with_told_group
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.named import attach, victims_in, with_people
from kroniek.reading.parts import BEFORE
from kroniek.reading.parts_told import as_part, as_told_next
from kroniek.reading.phrases import OPENINGS
from kroniek.reading.rules import ReadingRules
from kroniek.reading.scope import (
    ELSEWHERE,
    described_teller,
    is_strike_total,
    opens_with_it,
    scope_of,
    strikes_told_apart,
    tells_of_one_strike,
    told_elsewhere,
)
from kroniek.reading.setting import Spot, method_of, place_of
from kroniek.reading.told_alone import as_told_alone
from kroniek.reading.tolls import OUTDATED, as_rival, before_the_rise, is_new_total
from kroniek.reading.whose_time import is_since
from kroniek.reading.without_tellers import without_tellers
from kroniek.text.fold import fold

_POPULATION = 1000
_KINDS_OF_ACTS = frozenset({Kind.CASUALTIES, Kind.STRIKES, Kind.MUNITIONS, Kind.TARGETS, Kind.MISSIONS, Kind.DESTRUCTION})
_SENTENCES_FOR_SPEAKER = 6
_SENTENCES_AFTER = 3
_OPENING = 2  # sentences before one that still opens its block


@quickly_made
@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence stands in: its document, the sentences of its block before and after it, headlines above, countries spoken of."""

    document: Document
    version: str
    block: BlockReference
    raw_block: Block
    earlier: Sequence[Sentence]
    later: Sequence[Sentence]
    onward: Sequence[Sentence]
    headlines: Sequence[Sentence]
    countries: tuple[str, ...]
    publisher: str | None
    victims: tuple[Victim, ...] = ()


def block_reference(block: Block) -> BlockReference:
    """The block as the contract prints it in every claim."""
    return BlockReference(
        id=block.id, voice=block.voice, language=block.language, publisher=block.publisher, author=block.author,
        published=block.published, title=block.title, parent=block.parent, start=block.start, end=block.end,
    )  # fmt: skip


def claims_of(
    sentence: Sentence,
    around: Surroundings,
    rules: ReadingRules,
    before: Claim | None,
    seen: Counter[str],
    last: Claim | None = None,
    previous: Sequence[Claim] = (),
) -> list[Claim]:
    """The claims of one sentence. `before` is the last total claimed before it, `last` the last figure that a bare number may stand for;
    `previous` are the claims of the last sentence that made any; `seen` counts claims of one key, for their ordinals."""
    lexicon = rules.lexicons[sentence.language]
    drafts = drafts_of(sentence, lexicon)
    named = victims_in(sentence, around.victims)
    if not drafts and not named:
        return []
    publisher = _publisher(sentence, around, rules)
    attribution = _attribution(sentence, around, publisher, rules)
    drafts = without_tellers(sentence, drafts, attribution)
    names: list[tuple[Victim, ...]] = [()] * len(drafts)
    if named:
        drafts, names = attach(sentence, lexicon, drafts, named)
    if not drafts:
        return []
    claims: list[Claim] = []
    of_draft: dict[int, Claim] = {}
    for number, told in enumerate(drafts):
        draft = (
            as_counted_before(sentence, lexicon, drafts, number, claims, previous)
            or as_answer(sentence, lexicon, told, around.earlier)
            or _as_rival(sentence, around, lexicon, told, drafts[:number], claims, before, attribution)
            or as_gapped(sentence, lexicon, told, drafts[:number], claims, last)
            or as_told_alone(sentence, lexicon, told, claims, before, around.earlier, around.onward or around.later)
            or with_told_group(lexicon, sentence, told, claims, last)
        )
        draft = _of_the_victims(sentence, lexicon, draft, before)
        parent = _parent(draft, of_draft, before)
        draft = as_part(draft, parent, around.earlier[-1:]) if draft.harm is None else draft
        draft = as_told_next(draft, around.later[:1], lexicon)
        if draft.rules[:2] == ("implied", IMPLIED_PART) and draft.harm is None:
            continue  # a person told of those before, of whom no harm is told
        if before_the_rise(sentence, lexicon, draft, drafts[number + 1] if number + 1 < len(drafts) else None):
            draft = replace(draft, rules=(*draft.rules, OUTDATED))
        if draft.kind is Kind.OTHER and ZERO in draft.rules:
            continue
        drafts[number] = draft
        claim = _claim(sentence, around, rules, draft, attribution, publisher, parent, draft.harm, seen, previous)
        of_draft[number] = claim
        claims.append(claim)
    return [with_people(claim, names[number]) for number, claim in of_draft.items()]


def _as_rival(
    sentence: Sentence,
    around: Surroundings,
    lexicon: Lexicon,
    draft: Draft,
    earlier: Sequence[Draft],
    claims: Sequence[Claim],
    before: Claim | None,
    attribution: Attribution,
) -> Draft | None:
    anchor = draft.first if draft.figure_first is None else draft.figure_first
    speakers = attribution.speakers_at(sentence.tokens[anchor].start)
    spoken = any(speaker.start is not None and sentence.start <= speaker.start < sentence.end for speaker in speakers)
    previous = around.earlier[-1] if around.earlier else None
    return as_rival(sentence, lexicon, draft, earlier, claims, before, spoken=spoken, previous=previous)


def _of_the_victims(sentence: Sentence, lexicon: Lexicon, draft: Draft, before: Claim | None) -> Draft:
    """ "At least 23 were killed. ... Seventeen of the victims were in a bar": the victims are those told of before."""
    if draft.harm is not Harm.HARMED or draft.parent != BEFORE or before is None or before.harm is not Harm.KILLED:
        return draft
    told = any(token.lower in lexicon.words("victims") for token in sentence.tokens[draft.first : draft.last + 1])
    return replace(draft, harm=before.harm, rules=(*draft.rules, "of-the-victims")) if told else draft


def _parent(draft: Draft, of_draft: Mapping[int, Claim], before: Claim | None) -> Claim | None:
    if draft.parent is None:
        return None
    if draft.parent == BEFORE:
        bare = draft.kind is Kind.OTHER and "unclassified" in draft.rules
        people = bare or draft.kind in (Kind.CASUALTIES, Kind.PEOPLE, Kind.FORCE)
        fits = before is not None and (draft.harm is None or draft.harm is before.harm) and people
        return before if fits else None
    whole = of_draft.get(draft.parent)
    if whole is None or whole.kind is Kind.OTHER:
        return None
    return whole if draft.harm is None or draft.harm is whole.harm else None


def _publisher(sentence: Sentence, around: Surroundings, rules: ReadingRules) -> Party | None:
    """The party that published the block, where it is a known one."""
    if not around.publisher:
        return None
    # publishers come as names or as the keys of somebody's database: "united_states"
    plain = around.publisher.replace("_", " ")
    return rules.parties.named(plain, sentence.language) or rules.parties.named(plain.title(), sentence.language)


def _attribution(sentence: Sentence, around: Surroundings, publisher: Party | None, rules: ReadingRules) -> Attribution:
    previous = [before.passage for before in around.earlier[-_SENTENCES_FOR_SPEAKER:]]
    following = [after.passage for after in around.later[:_SENTENCES_AFTER] if after.block is sentence.block]
    speaker = None
    if around.raw_block.speaker is not None:
        speaker = rules.parties.named(around.raw_block.speaker.of(sentence.text), sentence.language)
    return attribute(
        sentence.passage, previous, around.raw_block, rules.attribution[sentence.language],
        following=following, publisher=publisher, block_speaker=speaker,
    )  # fmt: skip


def _without_publisher(said_by: tuple[SpeakerMention, ...], around: Surroundings, publisher: Party | None) -> tuple[SpeakerMention, ...]:
    """The chain without the publisher itself: "Airwars found" in a report of Airwars is the author's own voice."""
    own = fold(around.publisher or "")
    return tuple(
        speaker
        for speaker in said_by
        if not (publisher is not None and speaker.id == publisher.id) and (not own or fold(speaker.text) != own)
    )


def _said_of_whole(draft: Draft, whole: Claim | None) -> tuple[SpeakerMention, ...]:
    """Who told of the whole that a part is of, where the part's words name nobody: "..., forty of them children", "Four were nurses"."""
    return () if whole is None or draft.kind is not Kind.CASUALTIES else whole.said_by


def _claim(
    sentence: Sentence,
    around: Surroundings,
    rules: ReadingRules,
    draft: Draft,
    attribution: Attribution,
    publisher: Party | None,
    parent: Claim | None,
    harm: Harm | None,
    seen: Counter[str],
    previous: Sequence[Claim],
) -> Claim:
    lexicon = rules.lexicons[sentence.language]
    anchor = draft.first if draft.figure_first is None else draft.figure_first
    offset = sentence.tokens[anchor].start
    time = time_of(sentence, around.earlier, offset, lexicon, around.later if len(around.earlier) <= _OPENING else ())
    spot = Spot(offset, sentence.tokens[max(anchor, draft.last)].end)
    place, places = place_of(sentence, (around.earlier, around.headlines, around.later), spot, around.countries, lexicon)
    said_by = _without_publisher(attribution.speakers_at(offset), around, publisher) or _said_of_whole(draft, parent)
    actor = _actor(sentence, around, rules, draft, attribution, said_by, previous)
    method, method_span = method_of(sentence, around.earlier, draft.first)
    since = time is not None and time.start is not None and is_since(sentence, time.start, offset, lexicon)
    time = _until_published(time, around) if since and time is not None else time
    large = (draft.low or _POPULATION) >= _POPULATION
    one = tells_of_one_strike(sentence, rules.attribution[sentence.language].definites) or opens_with_it(sentence, around.earlier, lexicon)
    told = None if time is None or _is_of_saying(sentence, time) else time
    scope, scope_rule = scope_of(
        draft.kind, told, sentence, draft.first, lexicon, around.earlier, large=large, since=since, one_strike=one,
        opening=_opening(sentence), low=None if draft.low is None else float(draft.low),
        told_by=described_teller(sentence, said_by, offset, rules.attribution[sentence.language].relative_pronouns),
    )
    figure = None if draft.figure_first is None else sentence.span_of(draft.figure_first, draft.figure_last)
    if OUTDATED in draft.rules:
        scope, scope_rule = Scope.BACKGROUND, "scope:outdated"
    elif draft.kind is Kind.CASUALTIES and draft.low is not None and large and is_new_total(sentence, draft):
        scope, scope_rule = Scope.AGGREGATE, "scope:new-total"
    elif scope is Scope.INCIDENT and previous and previous[-1].scope is Scope.AGGREGATE and _carries_on(sentence, lexicon):
        scope, scope_rule = Scope.AGGREGATE, "scope:carried-on"
    elsewhere = draft.kind is Kind.CASUALTIES and told_elsewhere(sentence, around.earlier)
    if parent is not None and parent.scope is not scope and draft.kind is Kind.CASUALTIES:
        scope, scope_rule = parent.scope, "scope:whole"
    return Claim(
        id=mint(around.version, sentence.words, figure, draft.kind, draft.harm, seen),
        document=around.document.id,
        version=around.version,
        block=around.block,
        figure=figure,
        evidence=sentence.words,
        context=_context(sentence, time, place.from_ if place is not None else None, method_span),
        kind=draft.kind,
        quantity=Quantity(draft.low, draft.high, draft.bound, draft.unit, draft.per, draft.malformed),
        harm=harm,
        victims=_victims(sentence, rules, draft),
        effect=draft.effect,
        object=_object(sentence, draft),
        part_of=None if parent is None else parent.id,
        actor=actor,
        flow=None if draft.sort is None else draft.sort.flow,
        method=method,
        place=place,
        places=places,
        time=time,
        said_by=said_by,
        stance=Stance.DENIED if draft.negated else attribution.stance_at(offset),
        hedges=attribution.hedges_at(offset),
        scope=scope,
        doubts=_doubts(draft, place, rules),
        rules=(*draft.rules, scope_rule, *((ELSEWHERE,) if elsewhere else ()), *attribution.rules_at(offset)),
    )


def _actor(
    sentence: Sentence,
    around: Surroundings,
    rules: ReadingRules,
    draft: Draft,
    attribution: Attribution,
    said_by: tuple[SpeakerMention, ...],
    previous: Sequence[Claim],
) -> PartyMention | None:
    """Who did it by the words of the text; nobody where some blame one party and others another."""
    told = _told_actor(sentence, around, rules, draft, attribution, said_by, previous)
    if told is None:
        return None
    if told.inferred and told.id is None and draft.group is Group.COMBATANT and told.text.islower():
        return None  # armed men of no name, of another sentence: fighters are as likely theirs
    lexicon, parties = rules.lexicons[sentence.language], rules.parties
    counted = {token.lower for token in sentence.tokens[draft.first : draft.last + 1]}
    elsewhere = told.from_ is not None and not sentence.start <= told.from_.start < sentence.end
    if elsewhere and draft.group is Group.COMBATANT and are_its_own(told, counted, around.countries, parties, lexicon):
        return None
    near = [*around.headlines, *around.earlier, sentence, *around.onward]
    return None if is_disputed(told, near, parties, lexicon) else told


def _told_actor(
    sentence: Sentence,
    around: Surroundings,
    rules: ReadingRules,
    draft: Draft,
    attribution: Attribution,
    said_by: tuple[SpeakerMention, ...],
    previous: Sequence[Claim],
) -> PartyMention | None:
    """Who did it by the figure's own sentence; else the speaker of its own acts; else whom the text around lays the attack to."""
    lexicon, parties = rules.lexicons[sentence.language], rules.parties
    cue_first = None if draft.cue is None else draft.cue.first if draft.cue.subject_before is None else draft.cue.subject_before
    nominal = draft.cue is not None and sentence.tokens[draft.cue.last].lower in lexicon.words("of")  # "reported the loss of 71"
    active = draft.cue is not None and not nominal and (draft.cue.takes_object or draft.cue.subject_before is not None)
    before, countries = [*around.headlines, *around.earlier], around.countries
    spans = (draft.first, draft.last, cue_first)
    told = actor_of(sentence, before, countries, parties, lexicon, spans, cue_is_active=active)
    if "harm:lost" in draft.rules and draft.group is Group.COMBATANT:  # whose soldiers they were stands before "lost"
        behind = told is not None and told.start is not None and told.start > sentence.tokens[draft.first].start
        return told if behind else None
    if told is not None:
        return told
    offset = sentence.tokens[draft.first if draft.figure_first is None else draft.figure_first].start
    casualties = draft.kind is Kind.CASUALTIES
    owned = own_act(
        sentence, parties, lexicon, said_by, in_own_words=_in_own_words(attribution, offset, draft), killing=casualties,
    )  # fmt: skip
    if owned is None and casualties and draft.harm is Harm.KILLED and draft.group is Group.COMBATANT:
        counted = [token.lower for token in sentence.tokens[draft.first : draft.last + 1]]
        owned = enemies_killed(parties, lexicon, said_by, counted, sentence.parties)
    if owned is not None or draft.kind not in _KINDS_OF_ACTS:
        return owned
    found = actor_before(sentence, before, countries, parties, lexicon)
    if found is None:
        after = around.onward or around.later
        found = actor_after(sentence, after, countries, parties, lexicon)
    return found or continued(sentence, previous)


def _carries_on(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "This included the killing of 30 people": the total told before goes on."""
    at = _opening(sentence)
    words = [token.lower for token in sentence.tokens[at : at + 2]]
    return len(words) == 2 and words[0] in lexicon.words("known_before") and words[1] in lexicon.words("carries_on")


def _until_published(time: TimeMention, around: Surroundings) -> TimeMention:
    """ "Since 14 August": from that day to the day of the report, which is the last that it can tell of."""
    last = around.raw_block.published or around.document.published_day
    return time if last is None or last <= time.end_day else replace(time, end_day=last)


def _opening(sentence: Sentence) -> int:
    """The first token that is no quotation mark."""
    return next((at for at, token in enumerate(sentence.tokens) if token.text not in OPENINGS), 0)


def _is_of_saying(sentence: Sentence, time: TimeMention) -> bool:
    """Whether the time is only that at which the sentence's own words were said."""
    return time.from_ is not None and any(said.start == time.from_.start for said in sentence.said_times)


def _in_own_words(attribution: Attribution, offset: int, draft: Draft) -> bool:
    """ "By its own account", or harm to others that the speaker concedes: "41 civilians were killed by mistake, the coalition admitted"."""
    conceded = attribution.stance_at(offset) is Stance.CONCEDED and draft.group is Group.CIVILIAN
    return conceded or "own" in attribution.rules_at(offset)


def _victims(sentence: Sentence, rules: ReadingRules, draft: Draft) -> Victims | None:
    if draft.group is None:
        return None
    affiliation, group = None, draft.group
    for match in sentence.parties:
        if draft.first <= match.first <= draft.last:
            acts = rules.parties.belligerent_of(match.party)
            if acts is not None and group in (Group.COMBATANT, Group.PERSON) and match.how == "name":
                if group is Group.PERSON and "named" in draft.rules:
                    continue  # a name that is also a party's is the victim's own: "Ahmed Assad Karam, his brother Qassam Karam"
                affiliation, group = acts.id, Group.COMBATANT
            elif acts is not None and group is Group.COMBATANT:
                affiliation = acts.id
    of = _armed_party_of(sentence, rules, draft) if group in (Group.PERSON, Group.MAN) else None
    return Victims(group, affiliation) if of is None else Victims(Group.COMBATANT, of)


def _armed_party_of(sentence: Sentence, rules: ReadingRules, draft: Draft) -> str | None:
    """ "Three men of Islamic Jihad", "12 members of Hamas": members of an armed party are its fighters."""
    lexicon, at = rules.lexicons[sentence.language], draft.last + 1
    if sentence.tokens[draft.last].lower not in lexicon.words("members") or at >= len(sentence.tokens):
        return None
    if sentence.marks.covering("relative", draft.last) is not None:
        return None  # "family members of a Hamas commander"
    if sentence.tokens[at].lower not in lexicon.words("of"):
        return None
    for match in sentence.parties:
        if at < match.first <= at + 2 and match.party.kind is PartyKind.BELLIGERENT and match.how == "name":
            acts = rules.parties.belligerent_of(match.party)
            return None if acts is None else acts.id
    return None


def _object(sentence: Sentence, draft: Draft) -> ObjectMention | None:
    if draft.object_first is None or draft.object_first > draft.last:
        return None
    words = sentence.span_of(draft.object_first, draft.last)
    mark = next(
        (mark for at in range(draft.last, draft.object_first - 1, -1) if (mark := sentence.marks.covering("thing", at)) is not None), None
    )
    return ObjectMention(
        text=words.text,
        start=words.start,
        end=words.end,
        category=None if mark is None or mark.entry.kind is None else mark.entry.kind.value,
    )


def _context(sentence: Sentence, time: TimeMention | None, place_from: Span | None, method_span: Span | None) -> tuple[ContextSpan, ...]:
    spans: list[tuple[Span, str]] = []
    if time is not None:
        told = time.from_ or (Span(time.start, time.end) if time.start is not None and time.end is not None else None)
        if told is not None:
            spans.append((told, "time"))
    if place_from is not None:
        spans.append((place_from, "place"))
    if method_span is not None and not Span(sentence.start, sentence.end).holds(method_span):
        spans.append((method_span, "method"))
    return tuple([ContextSpan(text=span.of(sentence.text), start=span.start, end=span.end, role=role) for span, role in spans])


def _doubts(draft: Draft, place: PlaceMention | None, rules: ReadingRules) -> tuple[str, ...]:
    doubts = []
    if draft.harm is Harm.HARMED:
        doubts.append("harm_unclear")
    if place is not None and place.unresolved:
        doubts.append("place_ambiguous" if rules.gazetteer.lookup(place.text) else "place_unresolved")
    if draft.malformed:
        doubts.append("malformed_number")
    return tuple(doubts)


def agree_on_scope(claims: Sequence[Claim]) -> list[Claim]:
    """A total told twice in one report has one scope: where one telling of it is an aggregate, all are."""
    apart = strikes_told_apart(claims)
    claims = [
        replace(claim, scope=Scope.AGGREGATE, rules=(*claim.rules, "scope:total")) if is_strike_total(claim, apart) else claim
        for claim in claims
    ]
    totals = {_total(claim) for claim in claims if claim.scope is Scope.AGGREGATE} - {None}
    return [
        replace(claim, scope=Scope.AGGREGATE, rules=(*claim.rules, "scope:told-before"))
        if claim.scope is Scope.INCIDENT and _total(claim) in totals
        else claim
        for claim in claims
    ]


def _total(claim: Claim) -> tuple[object, ...] | None:
    quantity = claim.quantity
    if claim.kind is not Kind.CASUALTIES or (quantity.low is None and quantity.high is None) or (quantity.low or 0) < 20:
        return None
    return quantity.low, quantity.high, claim.harm, None if claim.victims is None else claim.victims.group
