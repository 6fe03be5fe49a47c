"""A number that stands alone as somebody's count of the dead: "Ninety, says the UN", "were bombed on the road: about 65".

Where a text tells of an attack, a bare number that answers "how many?" counts those harmed. Such a number is told as a fragment, behind
a colon, or behind a noun of counting ("its list runs to 117 names", "our own minimum is 8,000", "it may be eighty").
Source: The Cambridge Grammar of the English Language, ch. 5 § 9 (fused heads), ch. 15 § 5 (supplements), ch. 17 § 7 (ellipsis).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.text.tokens import TokenKind

_BARE = "unclassified"
_YEARS = range(1900, 2101)
_LARGEST = 1_000_000
_FURTHEST = 400  # characters: a sentence or two
_BACK, _ON = 2, 3  # sentences in which the attack may be told
_MOST_FROM_NOUN = 7
_MOST_OF_CLAUSE = 16
_OF_A_SIDE = frozenset({Group.CIVILIAN, Group.COMBATANT})
_QUOTES = frozenset({"“", '"', "‘", "'", "„", "”", "’"})
_STOPS = frozenset({".", ",", ";", ":", "!", "?", "–", "—", ")"})
_GENITIVES = ("'s", "’s", "s'", "s’")
_APART = frozenset({":", "–", "—"})


def as_told_alone(
    sentence: Sentence, lexicon: Lexicon, draft: Draft, claims: Sequence[Claim], last: Claim | None, earlier: Sequence[Sentence],
    later: Sequence[Sentence],
) -> Draft | None:  # fmt: skip
    """The draft as a count of those harmed, where it is a bare number in one of these frames and the text tells of harm; else None.

    `claims` are those of the sentence before it, `last` the last total of casualties told before the sentence.
    """
    if draft.kind is not Kind.OTHER or not lexicon.words("count_nouns") or not _can_count(draft):
        return None
    if _BARE not in draft.rules and sentence.tokens[draft.last].lower not in lexicon.words("names_of_people"):
        return None
    if any(claim.kind is not Kind.CASUALTIES for claim in claims if claim.kind is not Kind.OTHER):
        return None
    if not any(frame(sentence, lexicon, draft) for frame in (_is_fragment, _follows_noun, _is_told_apart, _is_counted)):
        return None
    told = next((claim for claim in reversed(claims) if claim.kind is Kind.CASUALTIES and claim.part_of is None), None)
    if told is None and last is not None and sentence.start - last.evidence.end <= _FURTHEST:
        told = last
    harm = told.harm if told is not None else _harm_around(sentence, lexicon, earlier, later)
    if harm is None:
        return None
    group = None if told is None or told.victims is None or told.victims.group not in _OF_A_SIDE else told.victims.group
    return replace(draft, kind=Kind.CASUALTIES, harm=harm, group=group or Group.PERSON, rules=(*draft.rules, "told-alone"))


def _can_count(draft: Draft) -> bool:
    if draft.figure_first is None or draft.malformed or draft.bound is Bound.VAGUE:
        return False
    value = draft.low if draft.low is not None else draft.high
    return isinstance(value, int) and value <= _LARGEST and value not in _YEARS


def _is_fragment(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "Ninety, says the UN: ...", "“More than 300,” said the chief", "A hundred and twelve, and rising: that was the figure"."""
    tokens, after = sentence.tokens, draft.last + 1
    if any(token.text not in _QUOTES and token.lower not in lexicon.words("gap_openers") for token in tokens[: draft.first]):
        return False
    while after < len(tokens) and (tokens[after].text in _QUOTES or tokens[after].lower in lexicon.words("in_all")):
        after += 1
    if after >= len(tokens) or tokens[after].text in (".", "!", "?"):
        return True
    if tokens[after].text != "," and tokens[after - 1].text not in _QUOTES:
        return False
    words = {token.lower for token in tokens[after : after + _MOST_OF_CLAUSE]}
    return bool(words & lexicon.words("speaking")) or bool(words & lexicon.words("count_nouns"))


def _follows_noun(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "The count stands at 777", "our own minimum is 8,000", "a list of 117 names", "the number: 141", "it may be eighty"."""
    tokens, at = sentence.tokens, draft.first - 1
    if not _ends(sentence, lexicon, draft):
        return False
    light = lexicon.words("count_links")
    while at >= 0 and draft.first - at <= _MOST_FROM_NOUN:
        token = tokens[at]
        if token.lower in lexicon.words("count_nouns"):
            return at + 1 < draft.first and not _counts_things(sentence, lexicon, at)
        if token.lower in lexicon.words("count_pronouns"):
            between = {one.lower for one in tokens[at + 1 : draft.first]}
            return bool(between & lexicon.words("count_modals"))
        if token.text != ":" and token.lower not in light:
            return False
        at -= 1
    return False


def _is_counted(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "“I counted eleven,” said a baker", "the imam wrote down 16 names": right behind a verb of counting people."""
    at = draft.first - 1
    tally = sentence.marks.ending("tally", at)
    at_last = tally is not None and tally.last > tally.first and sentence.tokens[at].lower in lexicon.words("counted_at")
    at_last = at_last and tally is not None and sentence.tokens[tally.first].lower not in lexicon.words("count_nouns")
    counts = at >= 0 and sentence.tokens[at].lower in lexicon.words("counting_verbs")
    return (at_last or counts) and _ends(sentence, lexicon, draft)


def _counts_things(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "The drone count stands at 40", "the number of tanks is 12": whatever else the noun counts, by the word before or behind it."""
    marks, before = sentence.marks, sentence.tokens[at - 1].lower if at else ""
    plain = any(before in lexicon.words(name) for name in ("determiners", "possessives", "count_adjectives", "gap_openers", "speaking"))
    plain = plain or before.endswith(_GENITIVES)
    if before and not plain and marks.ending("harm_noun", at - 1) is None and sentence.tokens[at - 1].kind is TokenKind.WORD:
        return True
    following = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].lower in lexicon.words("of")
    return following and any(marks.at("thing", near) is not None for near in range(at + 2, at + 5))


def _is_told_apart(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "Elders were bombed on the road: about 65, a council says": behind a colon that closes a clause of harm or of attack."""
    tokens, colon = sentence.tokens, draft.first - 1
    if colon < 1 or tokens[colon].text not in _APART or not _ends(sentence, lexicon, draft):
        return False
    opens = next((at + 1 for at in range(colon - 1, -1, -1) if tokens[at].text in (";", ".", ":")), 0)
    clause = range(max(opens, colon - _MOST_OF_CLAUSE), colon)
    marks = sentence.marks
    words = {tokens[at].lower for at in clause}
    if words & lexicon.words("speaking") or any(tokens[at].kind is TokenKind.NUMBER for at in clause):
        return False
    told = any(marks.at(name, at) is not None for name in ("harm_verb", "harm_noun", "striking", "strike_subject") for at in clause)
    return told or bool(words & (lexicon.words("count_nouns") | lexicon.words("deadliest")))


def _ends(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether nothing that could be counted follows but names: the end, a sign, or words that open a list of parts."""
    tokens, at = sentence.tokens, draft.last + 1
    if any(token.lower in lexicon.words("names_of_people") for token in tokens[draft.last : at + 1]):
        return True  # "whose list runs to 117 names called it the worst day"
    while at < len(tokens) and tokens[at].text in _QUOTES:
        at += 1
    return at >= len(tokens) or tokens[at].text in _STOPS or sentence.marks.at("subset", at) is not None


def _harm_around(sentence: Sentence, lexicon: Lexicon, earlier: Sequence[Sentence], later: Sequence[Sentence]) -> Harm | None:
    """Killed where the sentence, those shortly before it or else those after it tell of killing, of harm or of an attack."""
    near = [sentence, *earlier[-_BACK:]]
    return Harm.KILLED if any(_tells_of_attack(one, lexicon) for one in (*near, *later[:_ON])) else None


def _tells_of_attack(sentence: Sentence, lexicon: Lexicon) -> bool:
    marks = sentence.marks
    if any(token.lower in lexicon.words("deadliest") for token in sentence.tokens):
        return True
    return _harms(mark.entry.harm for name in ("harm_verb", "harm_noun") for mark in marks.all(name)) or marks.has("striking")


def _harms(told: Iterable[Harm | None]) -> bool:
    return any(harm in (Harm.KILLED, Harm.INJURED, Harm.HARMED) for harm in told)
