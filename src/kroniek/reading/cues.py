"""The words of harm of a sentence, each with the side on which those harmed stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.model.claim import Harm
from kroniek.reading.lexicon import Lexicon, Mark, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_LONGEST_NAME = 5
_MOST_TO_TIME_NOUN = 4
_MOST_TO_DEATH = 3
MOST_BETWEEN = 40
"""Tokens between a word of harm and those harmed: further off it speaks of others."""
_QUOTES = frozenset({"“", "”", '"', "‘", "’"})
_CLOSING = frozenset({",", ";", ":", ")", "”"})


@quickly_made
@dataclass(frozen=True, slots=True)
class Cue:
    """A word of harm at tokens `first` to `last`. `takes_object`: the harmed stand after it; else before.

    `subject_before`: the token of the auxiliary before which the one who did it stands ("heeft twaalf burgers gedood").
    """

    first: int
    last: int
    harm: Harm | None
    takes_object: bool
    negated: bool = False
    subject_before: int | None = None


def find_cues(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase]) -> list[Cue]:
    """The harm verbs of a sentence, each with the side on which the harmed stand."""
    starts = {phrase.first for phrase in phrases}
    cues: list[Cue] = []
    for mark in marks.all("harm_verb"):
        if _goes_elsewhere(tokens, marks, lexicon, mark.first, mark.last) or _is_where(tokens, marks, lexicon, mark):
            continue
        if _is_of_those(tokens, lexicon, mark.first):
            continue
        object_ = mark.entry.use == "object" or (
            mark.entry.use == "either" and _is_active(tokens, marks, lexicon, mark.first, mark.last, starts, cues)
        )
        auxiliary = _has_done(marks, mark.first) if not object_ and mark.entry.use == "either" else None
        cues.append(Cue(mark.first, mark.last, mark.entry.harm, object_, _negated(tokens, marks, mark.first), auxiliary))
    if lexicon.split_verbs:
        cues.extend(_split_cues(tokens, lexicon, cues))
        cues.sort(key=lambda cue: cue.first)
    return cues


def _goes_elsewhere(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "Soldiers shot at the crowd", "shot down the drone", "shot back": nobody is told to be hit."""
    if last + 1 >= len(tokens) or tokens[last].lower not in lexicon.words("shooting"):
        return False
    if marks.ending("be", first - 1) is not None:
        return tokens[last + 1].lower in lexicon.words("shot_out_of_the_air")
    return tokens[last + 1].lower in lexicon.words("shot_elsewhere") and marks.at("bound", last + 1) is None  # "shot at least eight"


def _is_where(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark) -> bool:
    """ "Is in het ziekenhuis gestorven": where somebody died, and no wounds told for themselves."""
    if mark.entry.harm is not Harm.INJURED or tokens[mark.first].lower not in lexicon.words("prepositions"):
        return False
    at = mark.last + 1
    while at <= mark.last + _MOST_TO_DEATH and (marks.at("be", at) is not None or marks.at("harm_adverb", at) is not None):
        at += 1
    verb = next((verb for step in range(at, at + _MOST_TO_DEATH) if (verb := marks.at("harm_verb", step)) is not None), None)
    if verb is None or verb.entry.harm is not Harm.KILLED or verb.entry.use == "object":
        return False
    return all(tokens[step].kind is TokenKind.WORD and marks.at("boundary", step) is None for step in range(mark.last + 1, verb.first))


def _is_of_those(tokens: Sequence[Token], lexicon: Lexicon, first: int) -> bool:
    """ "The doors of those killed", "a rally for those detained": told of "those", and not of who stands before."""
    if first < 2 or tokens[first - 1].lower not in lexicon.words("those"):
        return False
    return tokens[first - 2].lower in lexicon.words("of") or tokens[first - 2].lower in lexicon.words("prepositions")


def _has_done(marks: Marks, first: int) -> int | None:
    """Dutch perfect tense: a form of "hebben" before the participle, and no form of "zijn" or "worden" nearer to it."""
    have = [mark.last for mark in marks.all("have") if mark.last < first and first - mark.last <= MOST_BETWEEN]
    # "hebben zijn militairen ... gedood": right after the auxiliary "zijn" is whose they are
    be = [mark.last for mark in marks.all("be") if mark.last < first and mark.last > max(have, default=first) + 1]
    return max(have) if have and not be else None


def _is_active(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int, last: int, starts: set[int], cues: Sequence[Cue]
) -> bool:
    """ "killed" in "the strike killed five" against "five were killed" and "five killed in a strike"."""
    if lexicon.language == "nl":
        return False
    before = first - 1
    while before >= 0 and marks.at("harm_adverb", before) is not None and marks.ending("be", before) is None:
        before -= 1
    if before >= 0 and marks.ending("be", before) is not None:
        return False
    if before >= 1 and tokens[before].lower in ("and", "or") and cues and cues[-1].last >= before - 3:
        first_verb = cues[-1].first - 1
        while first_verb >= 0 and marks.at("harm_adverb", first_verb) is not None and marks.ending("be", first_verb) is None:
            first_verb -= 1
        passive = first_verb >= 0 and marks.ending("be", first_verb) is not None
        coordinate = cues[-1].takes_object or (not passive and first_verb + 1 not in starts and cues[-1].harm is not None)
        return coordinate and _object_follows(tokens, marks, lexicon, last, starts)
    return _object_follows(tokens, marks, lexicon, last, starts)


def _object_follows(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, last: int, starts: set[int]) -> bool:
    if _has_definite_object(tokens, lexicon, last):
        return True
    at, own = last + 1, lexicon.words("possessives") | {"the", "all"}
    while at < len(tokens) and at not in starts:
        light = marks.at("harm_adverb", at) is not None and tokens[at].lower not in lexicon.words("prepositions")
        if not light and tokens[at].text not in _QUOTES and tokens[at].lower not in own:
            break
        at += 1
    joint = at + 1
    while marks.at("harm_adverb", joint) is not None:
        joint += 1
    second = marks.at("harm_verb", joint) if at < len(tokens) and tokens[at].lower in ("and", "or") else None
    if second is not None and second.last > last:  # "abducted and killed seven men": both verbs have one object
        return _object_follows(tokens, marks, lexicon, second.last, starts)
    return at in starts or marks.at("conjunction_of_harm", at) is not None or _after_name(tokens, lexicon, at, starts)


def _has_definite_object(tokens: Sequence[Token], lexicon: Lexicon, last: int) -> bool:
    """ "Militants killed the mayor", "rebels captured the town", "gunmen shot him", "gunmen killed Ivan Petrov": who did it stands before.

    A time after the word is no object: "five people killed the day before", "three wounded Saturday".
    """
    after = last + 1
    if after >= len(tokens) or tokens[after].kind is not TokenKind.WORD:
        return False
    if tokens[after].lower in lexicon.words("objects_of_harm"):
        return True
    named = tokens[after].text[0].isupper() and tokens[last].text.islower()
    if not named and tokens[after].lower not in lexicon.words("object_openers"):
        return False
    for token in tokens[after : after + _MOST_TO_TIME_NOUN]:
        if token.lower in lexicon.words("calendar") or token.lower in lexicon.words("age_words"):
            return False
        if token.lower in lexicon.words("prepositions"):
            break
    return True


def _after_name(tokens: Sequence[Token], lexicon: Lexicon, at: int, starts: set[int]) -> bool:
    """ "Killed Colonel Ivan Petrov and two aides": a name is the first of those harmed, others follow at once."""
    end = at
    while end < len(tokens) and end < at + _LONGEST_NAME and tokens[end].kind is TokenKind.WORD and tokens[end].text[0].isupper():
        end += 1
    if end == at or end >= len(tokens) or not (tokens[end].text == "," or tokens[end].lower in lexicon.words("conjunctions")):
        return False
    own = lexicon.words("possessives")
    return any(step in starts and all(tokens[one].lower in own for one in range(end + 1, step)) for step in (end + 1, end + 2))


def _negated(tokens: Sequence[Token], marks: Marks, first: int) -> bool:
    for at in range(first - 1, max(-1, first - 5), -1):
        quoted = tokens[at].text == "’" and at + 1 < len(tokens) and tokens[at].end < tokens[at + 1].start
        if tokens[at].text in _CLOSING or quoted:
            return False  # "een persoon die nog niet bekend is, overleden"
        if marks.at("negation", at) is not None and tokens[at].lower in ("not", "never", "n't", "niet", "nooit"):
            return True
    return False


def _split_cues(tokens: Sequence[Token], lexicon: Lexicon, cues: Sequence[Cue]) -> list[Cue]:
    """Dutch verbs that fall apart: "kwamen bij de aanval twaalf burgers om"; the nearest of a verb's other parts counts."""
    found: list[Cue] = []
    lowers = tuple([token[1] for token in tokens])
    for at, parts in enumerate(map(lexicon.split_verbs.get, lowers)):
        if parts is None:
            continue
        others = {particle[0] for particle, _ in parts}
        for end in range(at + 1, min(len(tokens), at + MOST_BETWEEN)):
            if lowers[end] not in others:
                continue
            fitting = [
                (len(particle), harm)
                for particle, harm in parts
                if lowers[end : end + len(particle)] == particle and _closes(tokens, end + len(particle), lexicon)
            ]
            if not fitting:
                continue
            length, harm = max(fitting, key=lambda part: part[0])
            last = end + length - 1
            if not any(cue.first <= end <= cue.last or cue.first <= last <= cue.last for cue in cues):
                to_whom = last + 1 < len(tokens) and tokens[last + 1].lower in lexicon.words("to_whom")
                found.append(Cue(end, last + 1, harm, True) if to_whom else Cue(end, last, harm, False))
            break
    return found


def _closes(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a separable particle can stand here: at the end, before a sign, a preposition or a conjunction."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    return token.kind is TokenKind.SIGN or token.lower in lexicon.words("prepositions") or token.lower in lexicon.words("conjunctions")
