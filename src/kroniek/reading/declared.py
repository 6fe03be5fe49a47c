"""Who speaks of its own acts: "the Coalition declared 44 strikes", "said it had fired", "te hebben afgevuurd", "claimed responsibility"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kroniek.model.claim import PartyMention, SpeakerMention
from kroniek.model.span import Span
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.attributes import past_brackets
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, is_attack, is_strike, is_weapon, strikes_soon

_FILLERS = 3  # words between who declares and the verb
_CONCEDED = 25
_ASIDE = 12
_FROM_CLAIM = 14


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
    "the army says it hit 20 targets".
    With `killing` only verbs of killing tell of an own act, not those of attack."""
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
    for index, token in enumerate(sentence.tokens):
        if token.lower in lexicon.words("own") and strikes_soon(sentence, index + 1):
            return True
        if token.lower in lexicon.words("own") and _forces_act(sentence, lexicon, index + 1):
            return True
        if token.lower in lexicon.words("self") and _acts_soon(sentence, lexicon, index + 1, killing=killing):
            return True
        conceded = token.lower in lexicon.words("themselves") and any(has_word(sentence, lexicon, "conceding", index + n) for n in (1, 2))
        if conceded and _concedes_harm(sentence, index + 1):
            return True
    return False


def _forces_act(sentence: Sentence, lexicon: Lexicon, index: int) -> bool:
    """ "(The army said) its troops had killed 25 militants": the speaker's own men before a verb of killing or attack."""
    if sentence.marks.at("army", index) is None and not has_word(sentence, lexicon, "own_forces", index):
        return False
    at = index + 1
    while at < len(sentence.tokens) and at < index + _FILLERS and has_word(sentence, lexicon, "have", at):
        at += 1
    mark = sentence.marks.at("harm_verb", at)
    killing = mark is not None and mark.entry.use in ("object", "either")
    passive = has_word(sentence, lexicon, "passives", at - 1)
    return not passive and (killing or (at < len(sentence.tokens) and is_attack(sentence.tokens[at].lower, lexicon)))


def enemies_killed(
    parties: Parties, lexicon: Lexicon, said_by: Sequence[SpeakerMention], words: Sequence[str], named: Sequence[PartyMatch]
) -> PartyMention | None:
    """ "The army said 25 militants were killed": a belligerent that tells of enemies killed speaks of its own act, where no other
    belligerent is named. `words` are those counted, in lower case; `named` the parties of the sentence."""
    party = parties.by_id(said_by[-1].id or "") if said_by else None
    acts = None if party is None else parties.belligerent_of(party)
    speaker = said_by[-1] if said_by else None
    if acts is None or speaker is None or speaker.start is None or not set(words) & lexicon.words("enemies"):
        return None
    others = {other.id for match in named if (other := parties.belligerent_of(match.party)) is not None and match.how == "name"}
    if others - {acts.id}:
        return None
    words_of = Span(speaker.start, speaker.end or speaker.start)
    return PartyMention(text=speaker.text, inferred=True, from_=words_of, id=acts.id, name=acts.name)


def are_its_own(
    actor: PartyMention, words: AbstractSet[str], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> bool:
    """Whether fighters counted by these words are rather its own: "terrorists" of an armed group, "soldiers" of the army at home."""
    party = parties.by_id(actor.id or "")
    if party is None:
        return False
    if not parties.is_army_of_state(party):
        return bool(words & lexicon.words("enemies"))
    return party.country in countries[:1] and bool(words & lexicon.words("soldiers"))


def _acts_soon(sentence: Sentence, lexicon: Lexicon, index: int, *, killing: bool) -> bool:
    """A verb of attack or of killing right after "it" or "te hebben": "it had struck", "te hebben gedood"."""
    tokens = sentence.tokens
    at = index
    while at < len(tokens) and at < index + 2 and tokens[at].lower in lexicon.words("have"):
        at += 1
    if at >= len(tokens):
        return False
    mark = sentence.marks.at("harm_verb", at)
    return (not killing and is_attack(tokens[at].lower, lexicon)) or (mark is not None and mark.entry.use in ("object", "either"))


def declares(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether a party is told to claim an attack as its own: "claimed responsibility", "eiste de aanslag op"."""
    after = _past_fillers(sentence, lexicon, past_brackets(sentence, match.last + 1))
    if sentence.marks.at("claims_attack", after) is not None:
        return True
    if _has_claimed(sentence, lexicon, match):
        return True
    before = match.first - 1
    while before >= 0 and has_word(sentence, lexicon, "determiners", before):
        before -= 1
    inverted = bool(lexicon.words("verb_second")) and has_word(sentence, lexicon, "claiming", before)
    at = after if has_word(sentence, lexicon, "claiming", after) else before if inverted else None
    if at is None:
        return False
    # Dutch "eiste vrijdag de aanslag in de hoofdstad op"
    near = range(at + 1, min(len(sentence.tokens), at + _FROM_CLAIM))
    return any(has_word(sentence, lexicon, "claimed_things", one) for one in near) and any(
        has_word(sentence, lexicon, "claim_ends", one) for one in near
    )


def _past_aside(sentence: Sentence, lexicon: Lexicon, at: int) -> int:
    """After what is told of the party between two commas: "IS-K, de Afghaanse tak van IS, heeft"."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    ends = [near for near in range(at, min(len(tokens), at + _ASIDE)) if tokens[near].text == ","]
    return next((end + 1 for end in ends if has_word(sentence, lexicon, "have", end + 1)), at)


def _has_claimed(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Dutch "X heeft donderdag de verantwoordelijkheid voor de aanslag opgeëist", "heeft X de aanslag opgeëist"."""
    after = _past_aside(sentence, lexicon, past_brackets(sentence, match.last + 1))
    auxiliary = after if has_word(sentence, lexicon, "have", after) else match.first - 1
    if not lexicon.words("verb_second") or not has_word(sentence, lexicon, "have", auxiliary):
        return False
    reach = range(after, min(len(sentence.tokens), after + _FROM_CLAIM))
    end = next((at for at in reach if has_word(sentence, lexicon, "claimed", at)), after)
    free = not any(has_word(sentence, lexicon, "never", at) or sentence.tokens[at].text in ",;:" for at in range(after, end))
    return free and any(has_word(sentence, lexicon, "claimed_things", at) for at in range(after, end))


def _past_fillers(sentence: Sentence, lexicon: Lexicon, at: int) -> int:
    end = min(len(sentence.tokens), at + _FILLERS)
    while at < end and has_word(sentence, lexicon, "have", at):
        at += 1
    # "Tehrik-i-Taliban Pakistan, or TTP, claimed": the end of an apposition
    return at + 1 if at + 1 < end and sentence.tokens[at].text == "," and sentence.marks.at("claims_attack", at + 1) is not None else at


def names_strike(sentence: Sentence, lexicon: Lexicon, match: PartyMatch | None, said: range) -> bool:
    """An attack that is told of as done: not one by or on somebody else's behalf ("announced an Israeli strike", "on its base")."""
    for at in said:
        token = sentence.tokens[at]
        if token.text in (";", ":", "“", "”", '"') or has_word(sentence, lexicon, "clause_openers", at):
            return False
        if any(other.first == at and (match is None or other.party != match.party) for other in sentence.parties):
            return False
        if is_strike(sentence, at) or has_word(sentence, lexicon, "attack_nouns", at) or is_weapon(sentence, at):
            return not any(has_word(sentence, lexicon, "own", one) for one in range(at + 1, min(at + 3, len(sentence.tokens))))
    return False


def _concedes_harm(sentence: Sentence, begin: int) -> bool:
    end = min(len(sentence.tokens), begin + _CONCEDED)
    return any(sentence.marks.at(category, at) is not None for at in range(begin, end) for category in ("harm_verb", "harm_noun"))
