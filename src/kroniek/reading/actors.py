"""By whom: the party that the words say has done it, in the figure's sentence or told of the same attack around it.

A party is taken where grammar lays the attack to it: after "by", by its adjective or genitive ("an Israeli air strike", "Turkey's raid"),
as the subject of a verb of attack ("the coalition bombed", "bombardeerde de coalitie"), speaking of its own acts, or blamed by somebody.
What nobody says is never known from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from kroniek.model.claim import Claim, PartyMention
from kroniek.model.span import Span
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.armies import armies_in
from kroniek.reading.declared import names_strike
from kroniek.reading.facts import Sentence
from kroniek.reading.laying import LAID, accused_together, how_laid, is_accused
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, is_attack, is_finite_attack

_SENTENCES_BACK = 4
_PRONOUN_BACK = 3
_LONGEST_ATTACK = 3  # days
_DECLARED = 8
_WEEKS = timedelta(days=60)
NOBODY = -1
_HYPHENS = ("-", "‑")


def actor_of(
    sentence: Sentence,
    earlier: Sequence[Sentence],
    countries: Sequence[str],
    parties: Parties,
    lexicon: Lexicon,
    spans: tuple[int, int, int | None],
    *,
    cue_is_active: bool,
) -> PartyMention | None:
    """The party said to have done it in the figure's sentence: after "by", as the subject of the verb, by its adjective, as accused.

    `spans` are the first and last token of the figure with what it counts, and the first of its verb of harm; `countries` those that
    the text speaks of.
    """
    first, last, cue_first = spans
    best: tuple[int, int, PartyMatch] | None = None
    for match in [*sentence.parties, *armies_in(sentence, earlier, countries, parties, lexicon)]:
        score = how_laid(sentence, parties, lexicon, match, first, last, cue_first, cue_is_active)
        if score > 0:
            distance = min(abs(match.first - last), abs(first - match.last))
            candidate = (-score, distance, match)
            if best is None or candidate[:2] < best[:2]:
                best = candidate
    taken_up = _taken_up(sentence, earlier, parties, lexicon) if best is None or -best[0] < LAID else None
    if taken_up is not None or best is None:
        return taken_up
    match = best[2]
    return _mention(sentence, match, parties, inferred=False)


def actor_before(
    sentence: Sentence, earlier: Sequence[Sentence], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> PartyMention | None:
    """The party to which the sentences before lay the attack, where this one names nobody: the last told, and where it stands.

    A sentence that tells a place of its own speaks of another attack than one told elsewhere.
    """
    if _sums_up(sentence):
        return None
    near = [*range(len(earlier) - 1, max(-1, len(earlier) - 1 - _SENTENCES_BACK), -1), *range(min(1, len(earlier)))]
    for at in near:
        before = earlier[at]
        found = laid_in(before, earlier[:at], countries, parties, lexicon)
        if found is not None:
            return found if _can_be_of(sentence, before, lexicon) else None
    return None


def actor_after(
    sentence: Sentence, later: Sequence[Sentence], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> PartyMention | None:
    """For a headline or an opening that names nobody: the party to which the sentence after it lays the attack, or whom it blames."""
    for after in later:
        found = blamed_in(after, [sentence], countries, parties, lexicon)
        if found is None and not is_long_before(after, sentence):
            found = laid_in(after, [sentence], countries, parties, lexicon)
        if found is not None:
            return found if _can_be_of(after, sentence, lexicon) else None
    return None


def blamed_in(
    sentence: Sentence,
    earlier: Sequence[Sentence],
    countries: Sequence[str],
    parties: Parties,
    lexicon: Lexicon,
) -> PartyMention | None:
    """The one party that a sentence blames."""
    matches = [*sentence.parties, *armies_in(sentence, earlier, countries, parties, lexicon)]
    found = [match for match in matches if _is_armed(match, parties) and is_accused(sentence, lexicon, match)]
    if len(found) != 1 or accused_together(sentence, parties, lexicon, found[0]):
        return None
    return _mention(sentence, found[0], parties, inferred=True)


def is_disputed(actor: PartyMention, sentences: Sequence[Sentence], parties: Parties, lexicon: Lexicon) -> bool:
    """Whether a party is only blamed, in another sentence than the figure's, and the text around lays the attack to another one as well."""
    start = None if actor.from_ is None else actor.from_.start
    if not any(match.start == start and is_accused(one, lexicon, match) for one in sentences for match in one.parties):
        return False
    for one in sentences:
        size = len(one.tokens)
        for match in one.parties:
            acts = parties.belligerent_of(match.party)
            if acts is not None and acts.id != actor.id and how_laid(one, parties, lexicon, match, size, size, None, False) >= LAID:
                return True
    return False


def continued(sentence: Sentence, previous: Sequence[Claim]) -> PartyMention | None:
    """The party that did what the last figures before tell, where this sentence goes on without a place of its own."""
    if _sums_up(sentence) or not previous:
        return None
    actor, place = previous[-1].actor, previous[-1].place
    here = place_ids(sentence)
    if actor is None or (here and (place is None or place.id not in here)):
        return None
    span = actor.from_ or (None if actor.start is None or actor.end is None else Span(actor.start, actor.end))
    return PartyMention(text=actor.text, inferred=True, from_=span, id=actor.id, name=actor.name)


def _is_armed(match: PartyMatch, parties: Parties) -> bool:
    return not match.party.id or parties.belligerent_of(match.party) is not None


def _sums_up(sentence: Sentence) -> bool:
    """Whether a sentence tells of more than one attack: words of totals, or a time of its own that is longer than days."""
    long = any(
        time.start_day is not None and time.end_day is not None and (time.end_day - time.start_day).days > _LONGEST_ATTACK
        for time in sentence.event_times
    )
    return long or sentence.marks.has("aggregate") or sentence.marks.has("background")


def laid_in(
    sentence: Sentence, earlier: Sequence[Sentence], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> PartyMention | None:
    """The party to which a sentence lays an attack by its grammar, whatever figures it has."""
    best: tuple[int, PartyMatch] | None = None
    size = len(sentence.tokens)
    for match in [*sentence.parties, *armies_in(sentence, earlier, countries, parties, lexicon)]:
        score = how_laid(sentence, parties, lexicon, match, size, size, None, False)
        if score >= LAID and (best is None or score > best[0]):
            best = (score, match)
    if best is not None:
        return _mention(sentence, best[1], parties, inferred=True)
    return _taken_up(sentence, earlier, parties, lexicon)


def _taken_up(sentence: Sentence, earlier: Sequence[Sentence], parties: Parties, lexicon: Lexicon) -> PartyMention | None:
    """ "A rocket it fired", "bestookte het zaterdag": the one belligerent named last before."""
    if sentence.pronoun_acts is None:
        sentence.pronoun_acts = _pronoun_that_acts(sentence, lexicon)
    at = sentence.pronoun_acts
    if at == NOBODY or any(_is_armed(match, parties) and match.last < at for match in sentence.parties):
        return None
    last = has_word(sentence, lexicon, "pointing", at)  # "Die hadden kort daarvoor een raket afgevuurd": those told of last
    for before in reversed(earlier[-_PRONOUN_BACK:]):
        named = {acts.id: match for match in before.parties if (acts := parties.belligerent_of(match.party)) is not None}
        if named and last:
            return _mention(before, list(named.values())[-1], parties, inferred=True)
        if named:
            return _mention(before, next(iter(named.values())), parties, inferred=True) if len(named) == 1 else None
    return None


def _pronoun_that_acts(sentence: Sentence, lexicon: Lexicon) -> int:
    """The first pronoun that is the subject of a verb of attack, `NOBODY` where none is."""
    turned, pronouns = bool(lexicon.words("verb_second")), lexicon.words("themselves")
    told = [at for at, token in enumerate(sentence.tokens) if token.lower in pronouns]
    found = next((at for at in told if _does_itself(sentence, lexicon, at, turned=turned)), NOBODY)
    return 0 if found == NOBODY and turned and _opens_with_doer(sentence, lexicon) else found


def _opens_with_doer(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Dutch "Zij beschoten het dorp", "Die hadden kort daarvoor een raket afgevuurd": the pronoun with which the sentence opens."""
    if not (has_word(sentence, lexicon, "pointing", 0) or has_word(sentence, lexicon, "opening_pronouns", 0)):
        return False
    size = len(sentence.tokens)
    if size > 1 and is_finite_attack(sentence.tokens[1].lower, lexicon):
        return True
    end = next((at for at in range(1, size) if sentence.tokens[at].text in ",;:.\"“”"), size)
    return has_word(sentence, lexicon, "have", 1) and any(has_word(sentence, lexicon, "attack_participles", at) for at in range(2, end))


def _does_itself(sentence: Sentence, lexicon: Lexicon, at: int, *, turned: bool) -> bool:
    """Whether the pronoun at a token is the subject of a verb of attack."""
    beside = at - 1 if turned else at + 1
    if not turned and has_word(sentence, lexicon, "have", beside):
        beside += 1
    if not 0 <= beside < len(sentence.tokens):
        return False
    if has_word(sentence, lexicon, "declaring", beside):
        return names_strike(sentence, lexicon, None, range(beside + 1, min(len(sentence.tokens), beside + _DECLARED)))
    return is_attack(sentence.tokens[beside].lower, lexicon)


def _mention(sentence: Sentence, match: PartyMatch, parties: Parties, *, inferred: bool) -> PartyMention:
    acts = parties.belligerent_of(match.party)
    span = Span(match.start, match.end)
    party = acts or match.party
    named, known = party.id or None, party.name or None
    if inferred:
        return PartyMention(text=span.of(sentence.text), inferred=True, from_=span, id=named, name=known)
    return PartyMention(text=span.of(sentence.text), start=match.start, end=match.end, id=named, name=known)


def _can_be_of(sentence: Sentence, told: Sentence, lexicon: Lexicon) -> bool:
    """Whether both can speak of one attack: the later one names no place, or one that the other names too, or the other names none,
    or it says "there"."""
    here, there = place_ids(sentence), place_ids(told)
    if not here or not there or here & there or is_wide(told):
        return True
    return any(token.lower in lexicon.words("anaphoric_places") for token in sentence.tokens)


def is_long_before(told: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence tells only of times long before the other's, or long before the report where that one tells none: how a war
    began."""
    there = [time.end_day for time in told.event_times if time.end_day is not None]
    here = [time.start_day for time in sentence.event_times if time.start_day is not None]
    first = min(here) if here else sentence.block.published
    return bool(there) and first is not None and first - max(there) > _WEEKS


def place_ids(sentence: Sentence) -> set[str]:
    """The places that a sentence may mean; none of them a state that it names as one who acts ("points to Russia")."""
    acting = {match.start for match in sentence.parties}
    told = (match for match in sentence.places if match.start not in acting and sentence.text[match.end : match.end + 1] not in _HYPHENS)
    return {place.id for match in told for place in match.candidates}  # "a Moscow-installed mayor" is in no Moscow


def is_wide(sentence: Sentence) -> bool:
    """Whether a sentence names no place finer than a province or country, which holds the others."""
    return all(match.candidates[0].accuracy.value in ("country", "province") for match in sentence.places)
