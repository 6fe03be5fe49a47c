"""People told with a lesser harm who are dead by the same words: abducted and executed, wounded who died, bodies of the missing.

Pure functions over a sentence's tokens, phrases and cues.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.made import replace
from kroniek.model.claim import Harm
from kroniek.reading.cues import Cue
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_LESSER = frozenset({Harm.DETAINED, Harm.DISPLACED, Harm.INJURED, Harm.MISSING, Harm.HARMED})
_HURT = frozenset({Harm.INJURED, Harm.HARMED})
_MOST_TO_SECOND = 9  # tokens from one verb to the next: "and were later found to have been"
_MOST_TO_VERB = 6
_MOST_TO_BODIES = 2


def told_dead(
    tokens: Sequence[Token],
    marks: Marks,
    lexicon: Lexicon,
    phrases: Sequence[NounPhrase],
    number: int,
    join: Join | None,
    cues: Sequence[Cue],
) -> Join | None:
    """The join of phrase `number`, as one of killing where the words also tell that those counted are dead."""
    phrase = phrases[number]
    if join is not None and join.harm is Harm.KILLED and tokens[phrase.last].lower in lexicon.words("survivors"):
        return None  # "pulled six bodies and three survivors from the rubble"
    if join is None or join.harm not in _LESSER or join.negated or not (phrase.is_people or phrase.is_bare):
        return join
    dead = phrase.amount is not None and any(
        token.lower in lexicon.words("dead_words") for token in tokens[phrase.first : phrase.last + 1]
    )
    if join.harm is Harm.INJURED and dead:
        return replace(join, harm=Harm.KILLED, rule="told-dead")  # "nine deceased members of the family were admitted"
    if join.harm is Harm.MISSING and _bodies_of(tokens, lexicon, phrase.first):
        return replace(join, harm=Harm.KILLED, rule="told-dead")
    if join.cue is None:
        wounded = join.rule == "harm-noun" and join.harm is Harm.INJURED
        second = _verb_after(tokens, marks, lexicon, phrases, number, cues) if wounded else None
    else:
        second = _second_verb(tokens, marks, lexicon, phrases, number, join.cue, cues)
    return join if second is None else Join(Harm.KILLED, "then-killed", second, second.negated)


def _bodies_of(tokens: Sequence[Token], lexicon: Lexicon, first: int) -> bool:
    """ "The bodies of five missing fishermen"."""
    before = [token.lower for token in tokens[max(0, first - _MOST_TO_BODIES) : first]]
    return len(before) == _MOST_TO_BODIES and before[1] in lexicon.words("of") and before[0] in lexicon.words("bodies")


def _verb_after(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase], number: int, cues: Sequence[Cue]
) -> Cue | None:
    """ "Drie gewonden waren 's nachts overleden": the verb of the clause, no sign, other figure or clause between."""
    last = phrases[number].last
    cue = next((cue for cue in cues if cue.first > last), None)
    if cue is None or cue.harm is not Harm.KILLED or cue.takes_object or cue.first - last > _MOST_TO_VERB:
        return None
    between = range(last + 1, cue.first)
    if any(tokens[at].lower in lexicon.words("conjunctions") for at in between):
        return None  # "1,000 injured and martyred"
    if any(each.first in between for each in phrases) or any(marks.at("boundary", at) is not None for at in between):
        return None
    return None if any(tokens[at].kind is TokenKind.SIGN and tokens[at].text != "'" for at in between) else cue


def _second_verb(
    tokens: Sequence[Token],
    marks: Marks,
    lexicon: Lexicon,
    phrases: Sequence[NounPhrase],
    number: int,
    first: Cue,
    cues: Sequence[Cue],
) -> Cue | None:
    """ "Were abducted and executed", "werden ontvoerd en later gedood": a second verb of the same people behind "and"."""
    if first.takes_object or first.first <= phrases[number].last:
        return None
    cue = next((cue for cue in cues if cue.first > first.last), None)
    if cue is None or cue.harm is not Harm.KILLED or cue.takes_object or cue.first - first.last > _MOST_TO_SECOND:
        return None
    between = range(first.last + 1, cue.first)
    joined = any(tokens[at].lower in lexicon.words("conjunctions") for at in between)
    others = any(first.last < each.first <= cue.first for each in phrases)
    verb = marks.at("harm_verb", cue.first)
    both = first.harm in _HURT and verb is not None and verb.entry.use == "either" and len(between) == 1
    if both:
        return None  # "more than 1,000 were injured and killed": some this, some that
    breaks = any(tokens[at].kind is TokenKind.SIGN or marks.at("boundary", at) is not None or marks.noun(at) is not None for at in between)
    return cue if joined and not others and not breaks else None
