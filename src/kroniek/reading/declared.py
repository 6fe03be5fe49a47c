"""Who speaks of its own acts: "the Coalition declared 44 strikes", "said it had fired", "te hebben afgevuurd", "claimed responsibility"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import PartyMention, SpeakerMention, Stance
from kroniek.model.span import Span
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, is_attack, is_strike, is_weapon, strikes_soon

_FILLERS = 3  # words between who declares and the verb
_SAID = 12  # words between a verb of saying and what is said to have been done
_CONCEDED = 25


def own_act(
    sentence: Sentence,
    parties: Parties,
    lexicon: Lexicon,
    said_by: Sequence[SpeakerMention],
    *,
    in_own_words: bool = False,
    killing: bool = True,
    stance: Stance | None = None,
    of_own: bool = False,
) -> PartyMention | None:
    """A belligerent that speaks of its own acts: "the Coalition acknowledged that its strikes killed 624", "naar eigen zeggen",
    "the army says it hit 20 targets"; that concedes them (`stance`), or tells of what only it can have done, its enemy's
    fighters killed or missions flown (`of_own`).
    With `killing` only verbs of killing tell of an own act, not those of attack."""
    party = parties.by_id(said_by[-1].id or "") if said_by else None
    acts = None if party is None else parties.belligerent_of(party)
    if acts is None or said_by[-1].start is None:
        return None
    owned = in_own_words or of_own or stance is Stance.CONCEDED or _speaks_of_own(sentence, lexicon, killing=killing)
    if not owned:
        return None
    speaker = said_by[-1]
    return PartyMention(text=speaker.text, inferred=True, from_=Span(speaker.start or 0, speaker.end or 0), id=acts.id, name=acts.name)


def _speaks_of_own(sentence: Sentence, lexicon: Lexicon, *, killing: bool) -> bool:
    """ "Its strikes", "it had hit", "te hebben gedood"."""
    for index, token in enumerate(sentence.tokens):
        if token.lower in lexicon.words("own") and strikes_soon(sentence, index + 1):
            return True
        if token.lower in lexicon.words("self") and _acts_soon(sentence, lexicon, index + 1, killing=killing):
            return True
        conceded = token.lower in lexicon.words("themselves") and any(has_word(sentence, lexicon, "conceding", index + n) for n in (1, 2))
        if conceded and _concedes_harm(sentence, index + 1):
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
    return (not killing and is_attack(tokens[at].lower, lexicon)) or (mark is not None and mark.entry.use in ("object", "either"))


def declares(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether a party is told to speak of an attack as its own: it declares or announces one, claims it, calls it retaliation, concedes
    what it did, or says that it fired."""
    after = match.last + 1
    if sentence.marks.at("claims_attack", _past_fillers(sentence, lexicon, after)) is not None:
        return True
    verb = _verb_of(sentence, lexicon, match)
    if verb is None:
        return False
    word = sentence.tokens[verb].lower
    said = range(max(after, verb + 1), min(len(sentence.tokens), max(after, verb + 1) + _SAID))
    if word in lexicon.words("never"):
        return False
    if word in lexicon.words("declaring") and names_strike(sentence, lexicon, match, said):
        return True
    if word in lexicon.words("judging") and any(has_word(sentence, lexicon, "reprisal", at) for at in said):
        return True
    if word in lexicon.words("conceding") and _concedes_harm(sentence, said.start):
        return True
    return (word in lexicon.words("speaks") or word in lexicon.words("declaring")) and _did_so_itself(sentence, lexicon, said.start)


def _past_fillers(sentence: Sentence, lexicon: Lexicon, at: int) -> int:
    end = min(len(sentence.tokens), at + _FILLERS)
    while at < end and has_word(sentence, lexicon, "have", at):
        at += 1
    return at


def _verb_of(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> int | None:
    """The verb of saying or declaring of which a party is the subject: after it, or in Dutch before it ("zegt het leger")."""
    tokens, after = sentence.tokens, match.last + 1
    for at in range(after, min(len(tokens), after + _FILLERS + 1)):
        if _is_speaking(tokens[at].lower, lexicon):
            return at
        if not has_word(sentence, lexicon, "have", at) and not tokens[at].lower.endswith("ly"):
            break
    if not lexicon.words("verb_second"):
        return None
    at = match.first - 1
    while at > 0 and tokens[at].lower in lexicon.words("determiners"):
        at -= 1
    return at if at >= 0 and _is_speaking(tokens[at].lower, lexicon) else None


def _is_speaking(word: str, lexicon: Lexicon) -> bool:
    return any(word in lexicon.words(name) for name in ("speaks", "declaring", "judging", "conceding"))


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


def _did_so_itself(sentence: Sentence, lexicon: Lexicon, begin: int) -> bool:
    """ "(Said) it had fired", "(zegt) ... te hebben afgevuurd", "dat ze zes drones hebben afgevuurd"."""
    tokens = sentence.tokens
    end = min(len(tokens), begin + _SAID + 6)
    for at in range(begin, end):
        if has_word(sentence, lexicon, "never", at):
            return False
        if lexicon.words("verb_second"):
            perfect = tokens[at].lower in lexicon.words("have") and at + 1 < end and is_attack(tokens[at + 1].lower, lexicon)
            turned = is_attack(tokens[at].lower, lexicon) and at + 1 < end and tokens[at + 1].lower in lexicon.words("have")
            near = [token.lower for token in tokens[begin:at]]
            if (perfect or turned) and (tokens[at - 1].lower == "te" or any(word in lexicon.words("themselves") for word in near[:3])):
                return True
        elif at < begin + 3 and tokens[at].lower in lexicon.words("themselves"):
            verb = _past_fillers(sentence, lexicon, at + 1)
            return verb < len(tokens) and is_attack(tokens[verb].lower, lexicon)
    return False
