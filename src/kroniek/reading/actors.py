"""By whom: the party that the words say has done it, in the figure's sentence or told of the same attack around it.

A party is taken where grammar lays the attack to it: after "by", by its adjective or genitive ("an Israeli air strike", "Turkey's raid"),
as the subject of a verb of attack ("the coalition bombed", "bombardeerde de coalitie"), or speaking of its own acts. What nobody says
is never known from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Kind, PartyMention, SpeakerMention
from kroniek.model.span import Span
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

_SENTENCES_BACK = 4
_FROM_SUBJECT = 16
_FROM_VERB = 12  # words between the subject and its verb
_FROM_PARTICIPLE = 30  # the same where a Dutch participle ends the clause
_LONGEST_ATTACK = 3  # days
_LAID = 4  # words that lay an attack to somebody: less only tells who stands near


def actor_of(
    sentence: Sentence, parties: Parties, lexicon: Lexicon, first: int, last: int, cue_first: int | None, cue_is_active: bool
) -> PartyMention | None:
    """The party said to have done it: after "by", as the subject of the verb, or by its adjective ("an Israeli airstrike")."""
    best: tuple[int, int, PartyMatch] | None = None
    for match in sentence.parties:
        score = _actor_score(sentence, parties, lexicon, match, first, last, cue_first, cue_is_active)
        if score > 0:
            distance = min(abs(match.first - last), abs(first - match.last))
            candidate = (-score, distance, match)
            if best is None or candidate[:2] < best[:2]:
                best = candidate
    if best is None:
        return None
    match = best[2]
    acts = parties.belligerent_of(match.party) or match.party
    return PartyMention(text=sentence.text[match.start : match.end], start=match.start, end=match.end, id=acts.id, name=acts.name)


def actor_before(sentence: Sentence, earlier: Sequence[Sentence], parties: Parties, lexicon: Lexicon) -> PartyMention | None:
    """The party to which the sentences before lay the attack, where this one names nobody: the last told, and where it stands.

    A sentence that tells a place of its own speaks of another attack than one told elsewhere.
    """
    if _sums_up(sentence):
        return None
    for before in [*reversed(earlier[-_SENTENCES_BACK:]), *earlier[:1]]:
        found = _laid_in(before, parties, lexicon)
        if found is not None:
            return _inferred(before, found, parties) if _can_be_of(sentence, before) else None
    return None


def actor_after(sentence: Sentence, later: Sequence[Sentence], parties: Parties, lexicon: Lexicon) -> PartyMention | None:
    """For a headline or an opening that names nobody: the party to which the sentence after it lays the attack."""
    for after in later:
        found = _laid_in(after, parties, lexicon)
        if found is not None:
            return _inferred(after, found, parties) if _can_be_of(after, sentence) else None
    return None


def _sums_up(sentence: Sentence) -> bool:
    """Whether a sentence tells of more than one attack: words of totals, or a time of its own that is longer than days."""
    long = any(
        time.start_day is not None and time.end_day is not None and (time.end_day - time.start_day).days > _LONGEST_ATTACK
        for time in sentence.event_times
    )
    return long or sentence.marks.has("aggregate") or sentence.marks.has("background")


def _laid_in(sentence: Sentence, parties: Parties, lexicon: Lexicon) -> PartyMatch | None:
    best: tuple[int, PartyMatch] | None = None
    for match in sentence.parties:
        score = _actor_score(sentence, parties, lexicon, match, len(sentence.tokens), len(sentence.tokens), None, False)
        if score >= _LAID and not _is_of_people(sentence, match) and (best is None or score > best[0]):
            best = (score, match)
    return None if best is None else best[1]


def _inferred(sentence: Sentence, match: PartyMatch, parties: Parties) -> PartyMention:
    acts = parties.belligerent_of(match.party) or match.party
    span = Span(match.start, match.end)
    return PartyMention(text=span.of(sentence.text), inferred=True, from_=span, id=acts.id, name=acts.name)


def _can_be_of(sentence: Sentence, told: Sentence) -> bool:
    """Whether both can speak of one attack: the later one names no place, or one that the other names too, or the other names none."""
    here = {place.id for match in sentence.places for place in match.candidates}
    there = {place.id for match in told.places for place in match.candidates}
    return not here or not there or bool(here & there) or _is_wide(told)


def _is_wide(sentence: Sentence) -> bool:
    """Whether a sentence names no place finer than a province or country, which holds the others."""
    return all(match.candidates[0].accuracy.value in ("country", "province") for match in sentence.places)


def _is_of_people(sentence: Sentence, match: PartyMatch) -> bool:
    """Whether an adjective belongs to people that are counted ("27 Turkish soldiers were killed"), not to an attack."""
    if match.how != "adjective":
        return False
    near = range(match.last + 1, min(match.last + 4, len(sentence.tokens)))
    return any(sentence.marks.at("person", at) is not None for at in near) and not any(_strikes_at(sentence, at) for at in near)


def own_act(
    sentence: Sentence,
    parties: Parties,
    lexicon: Lexicon,
    said_by: Sequence[SpeakerMention],
    *,
    in_own_words: bool = False,
    killing: bool = True,
) -> PartyMention | None:
    """A belligerent that speaks of its own acts: "the Coalition acknowledged that its strikes killed 624", "naar eigen zeggen",
    "the army says it hit 20 targets". With `killing` only verbs of killing tell of an own act, not those of attack."""
    party = parties.by_id(said_by[-1].id or "") if said_by else None
    acts = None if party is None else parties.belligerent_of(party)
    if acts is None or said_by[-1].start is None:
        return None
    owned = in_own_words or _speaks_of_own(sentence, lexicon, killing=killing)
    if not owned:
        return None
    speaker = said_by[-1]
    return PartyMention(text=speaker.text, inferred=True, from_=Span(speaker.start or 0, speaker.end or 0), id=acts.id, name=acts.name)


def _speaks_of_own(sentence: Sentence, lexicon: Lexicon, *, killing: bool) -> bool:
    """ "Its strikes", "it had hit", "te hebben gedood"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.lower in lexicon.words("own") and _strikes_soon(sentence, index + 1):
            return True
        if token.lower in lexicon.words("self") and _acts_soon(sentence, lexicon, index + 1, killing=killing):
            return True
    return False


def _acts_soon(sentence: Sentence, lexicon: Lexicon, index: int, *, killing: bool) -> bool:
    """A verb of attack or of killing right after "it" or "te hebben": "it had struck", "te hebben gedood"."""
    tokens = sentence.tokens
    at = index
    while at < len(tokens) and at < index + 2 and tokens[at].lower in lexicon.words("have"):
        at += 1
    if at >= len(tokens):
        return False
    mark = sentence.marks.at("harm_verb", at)
    return (not killing and _is_attack(tokens[at].lower, lexicon)) or (mark is not None and mark.entry.use in ("object", "either"))


def _strikes_soon(sentence: Sentence, index: int) -> bool:
    return any(_strikes_at(sentence, at) for at in range(index, min(index + 3, len(sentence.tokens))))


def _actor_score(
    sentence: Sentence,
    parties: Parties,
    lexicon: Lexicon,
    match: PartyMatch,
    first: int,
    last: int,
    cue_first: int | None,
    cue_is_active: bool,
) -> int:
    if parties.belligerent_of(match.party) is None or first <= match.first <= last + 1:
        return 0
    if any(place.start <= match.start and match.end <= place.end for place in sentence.places) or _heads_sentence(sentence, match):
        return 0
    before = [token.lower for token in sentence.tokens[max(0, match.first - 4) : match.first]]
    if _is_source(before, lexicon):
        return 0
    if _follows_by(sentence, lexicon, match) or _whose_strike(sentence, lexicon, match):
        return 5
    if before[-1:] and before[-1] in lexicon.words("not_actors_after"):
        return 0
    if match.how == "adjective" or _strikes_at(sentence, match.last + 1) or _strikes_end(sentence, match.last):
        return 4
    if _in_brackets(sentence, match):
        return 0
    if _attacks(sentence, lexicon, match):
        return 4
    if any(word in lexicon.words("against") for word in before[-2:]):
        return 0
    if cue_is_active and cue_first is not None and match.last < cue_first:
        return 3
    return 3 if cue_first is None and match.last < first and first - match.last <= _FROM_SUBJECT else 0


def _is_source(before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the party is only cited, or a whole country that something befell: "volgens Kyiv", "in heel Oekraïne"."""
    words = list(before)
    while words and words[-1] in lexicon.words("determiners"):
        words.pop()
    if words and words[-1] in lexicon.words("cited_after"):
        return True
    return len(words) > 1 and words[-1] in lexicon.words("whole") and words[-2] in lexicon.words("place_prepositions")


def _follows_by(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "(Killed) by the army": not where something else than the attack is done by it ("stored by", "backed by")."""
    for at in range(match.first - 1, max(-1, match.first - 5), -1):
        if sentence.tokens[at].lower in lexicon.words("by"):
            return at == 0 or sentence.tokens[at - 1].lower not in lexicon.words("not_done_by")
    return False


def _heads_sentence(sentence: Sentence, match: PartyMatch) -> bool:
    """ "Ukraine: 50 dead in attack": who says it, or where it was."""
    return match.first <= 1 and match.last + 1 < len(sentence.tokens) and sentence.tokens[match.last + 1].text == ":"


def _whose_strike(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "air strikes of the Coalition", "luchtaanvallen van de coalitie", "a drone of the army"."""
    at = match.first - 1
    while at > 0 and sentence.tokens[at].lower in lexicon.words("determiners"):
        at -= 1
    if at < 1 or sentence.tokens[at].lower not in lexicon.words("of"):
        return False
    return _strikes_end(sentence, at - 1) or _weapon_ends(sentence, at - 1)


def _attacks(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether the party is the subject of a verb of attack: "the Coalition bombed", "heeft het leger ... beschoten", "vuurde X"."""
    tokens = sentence.tokens
    opens = match.first - 1
    while opens >= 0 and tokens[opens].lower in lexicon.words("determiners"):
        opens -= 1
    before = tokens[opens].lower if opens >= 0 else ""
    if lexicon.words("verb_second") and _is_finite_attack(before, lexicon):
        return True  # "Zaterdag bombardeerde de coalitie ..."
    while opens > 0 and (tokens[opens].text[0].isupper() or before in lexicon.words("place_adjectives")):
        opens -= 1  # "with Syrian President X", "in northern Syria"
        before = tokens[opens].lower
    if opens >= 0 and before in lexicon.words("prepositions"):
        return False
    follows = match.last + 1
    active = before in lexicon.words("have")
    for at in range(follows, min(follows + _FROM_PARTICIPLE, len(tokens))):
        word = tokens[at].lower
        if tokens[at].text in (";", ":", "“", "”", '"'):
            return False
        if any(word in lexicon.words(name) for name in ("clause_openers", "never", "speaks")):
            return False
        if word in lexicon.words("have"):
            active = True
        if _is_finite_attack(word, lexicon) and at - follows <= _FROM_VERB:
            return tokens[at - 1].lower not in lexicon.words("passives")
        if word in lexicon.words("attack_participles") and active:
            return True
    return False


def _is_finite_attack(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words("attack_verbs")


def _is_attack(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words("attack_verbs") or word in lexicon.words("attack_participles")


def _strikes_at(sentence: Sentence, index: int) -> bool:
    thing = sentence.marks.at("thing", index)
    return (thing is not None and thing.entry.kind is Kind.STRIKES) or sentence.marks.at("strike_subject", index) is not None


def _strikes_end(sentence: Sentence, index: int) -> bool:
    thing = sentence.marks.ending("thing", index)
    return (thing is not None and thing.entry.kind is Kind.STRIKES) or sentence.marks.ending("strike_subject", index) is not None


def _weapon_ends(sentence: Sentence, index: int) -> bool:
    thing = sentence.marks.ending("thing", index)
    return thing is not None and thing.entry.kind is Kind.MUNITIONS


def _in_brackets(sentence: Sentence, match: PartyMatch) -> bool:
    opened = [token.text for token in sentence.tokens[: match.first] if token.text in ("(", ")")]
    return bool(opened) and opened[-1] == "("
