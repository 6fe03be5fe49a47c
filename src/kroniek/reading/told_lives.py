"""Constructions that tell harm without a verb of harm of their own: "cost two nurses their lives", "hacked six farmers to death",
"was found under the stairs, dead", "..., as did two passengers"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_MOST_TO_LIVES = 7
_LONGEST_ASIDE = 8
_MOST_TO_RESULT = 6
_MOST_TO_DEAD = 12


def harm_by_construction(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> tuple[Harm, str] | None:
    """The harm that one of these constructions tells of the phrase, and the rule's name; None where none does."""
    if not lexicon.words("costing") or not (phrase.is_people or phrase.is_bare):
        return None
    if _cost_their_lives(tokens, marks, lexicon, phrase):
        return Harm.KILLED, "cost-their-lives"
    result = _result(tokens, marks, lexicon, phrase)
    if result is not None:
        return result, "resultative"
    return (Harm.KILLED, "dead-at-the-end") if phrase.is_people and _dead_at_the_end(tokens, marks, lexicon, phrase) else None


def likewise(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """ "The driver died, as did two passengers", "his wife was killed; so were three of their neighbours"."""
    if not phrase.is_people:
        return False
    at = _before(tokens, marks, lexicon, phrase)
    verb = at > 0 and (tokens[at].lower in lexicon.words("finite") or tokens[at].lower in lexicon.words("copulas"))
    return verb and tokens[at - 1].lower in lexicon.words("likewise")


def _result(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Harm | None:
    """ "Beat two prisoners to death", "burned nine people alive", "dragged four teachers away", "drove 200 families out of the town"."""
    verb = _before(tokens, marks, lexicon, phrase)
    if verb < 0:
        return None
    deadly = tokens[verb].lower in lexicon.words("verbs_to_death")
    moving = tokens[verb].lower in lexicon.words("verbs_of_taking")
    driving = tokens[verb].lower in lexicon.words("verbs_of_driving")
    if not (deadly or moving or driving):
        return None
    for after in range(phrase.last + 1, min(len(tokens), phrase.last + _MOST_TO_RESULT)):
        word = tokens[after].lower
        if tokens[after].kind is TokenKind.SIGN:
            return None
        pair = word == "to" and after + 1 < len(tokens) and tokens[after + 1].lower in lexicon.words("to_results")
        if deadly and (pair or word in lexicon.words("results")):
            return Harm.KILLED
        if moving and word in lexicon.words("away_results"):
            return Harm.DETAINED
        if driving and word in lexicon.words("out_results"):
            return Harm.DISPLACED
    return None


def _before(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> int:
    """The token before the phrase and what only opens it: "at least", "the other", "his"."""
    at = phrase.first - 1
    light = lexicon.words("determiners") | lexicon.words("possessives")
    while at >= 0 and (marks.ending("transparent", at) is not None or tokens[at].lower in light):
        at -= 1
    return at


def _dead_at_the_end(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """ "Her daughter, nine, was found under the stairs, dead", "the twins were pulled out lifeless"."""
    found = False
    for at in range(phrase.last + 1, min(len(tokens), phrase.last + _MOST_TO_DEAD)):
        if tokens[at].text in (";", ".", ":") or marks.at("boundary", at) is not None or (found and marks.at("number", at) is not None):
            return False
        found = found or tokens[at].lower in lexicon.words("finding")
        ends = at + 1 >= len(tokens) or tokens[at + 1].kind is TokenKind.SIGN or tokens[at + 1].lower in lexicon.words("prepositions")
        if found and ends and tokens[at].lower in lexicon.words("lifeless"):
            return True
    return False


def _cost_their_lives(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """ "Cost two paramedics their lives", "cost seven members of one family their lives"."""
    at = _before(tokens, marks, lexicon, phrase)
    if at < 0 or tokens[at].lower not in lexicon.words("costing"):
        return False
    for after in range(phrase.last + 1, min(len(tokens) - 1, phrase.last + _MOST_TO_LIVES)):
        if tokens[after].kind is TokenKind.SIGN:
            return after == phrase.last + 1 and phrase.is_people  # "a mistake that cost twenty-nine people, ..."
        if tokens[after].lower in lexicon.words("possessives") and tokens[after + 1].lower in lexicon.words("their_lives"):
            return True
    return False


def start_of_family(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> int:
    """Where the words of the phrase begin: at the group in "killed a family of six", else at the amount."""
    at = phrase.first - 1
    family = marks.ending("group_word", at - 1) if at > 0 and tokens[at].lower in lexicon.words("of") else None
    return phrase.first if family is None else family.first


def past_said_aside(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> int:
    """Past ", he added," or ", the UN says," behind those counted; else `at` itself."""
    if at >= len(tokens) or tokens[at].text != "," or not lexicon.words("costing"):
        return at
    for end in range(at + 1, min(len(tokens), at + _LONGEST_ASIDE)):
        if tokens[end].text == ",":
            said = any(token.lower in lexicon.words("speaking") for token in tokens[at + 1 : end])
            return end + 1 if said else at
        if tokens[end].kind is not TokenKind.WORD:
            return at
    return at
