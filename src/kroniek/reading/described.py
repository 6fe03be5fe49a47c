"""Words for people that count nobody: before the thing that they describe ("a civilian airport"), inside a name ("Martyrs of Rafah"),
as other words for those counted before ("41 people, civilians and militiamen")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kroniek.reading.lexicon import Lexicon, Mark, Marks
from kroniek.reading.unlisted import is_plain
from kroniek.text.tokens import Token, TokenKind

_MOST_TO_COPULA = 8


def _is_harmed_next(marks: Marks, at: int) -> bool:
    """Whether a verb of harm to those before it stands here, past its auxiliaries."""
    while marks.at("be", at) is not None or marks.covering("harm_adverb", at) is not None:
        at += 1
    verb = marks.at("harm_verb", at)
    return verb is not None and verb.entry.use != "object"


def describes(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "A civilian airport", "a local radio station": the word for a person describes the thing behind it."""
    at = last + 1
    if at >= len(tokens) or not lexicon.words("endings_of_no_thing") or not is_plain(tokens, marks, lexicon, at):
        return False
    if marks.ending("harm_verb", first - 1) is not None or _is_harmed_next(marks, at + 1):
        return False  # "killed a student leader", "a farm hand was killed": things are not killed
    word = tokens[at].lower
    if word in lexicon.words("calendar") or word in lexicon.words("no_described_things"):
        return False  # "killed a man yesterday", "a boy stood"
    return tokens[at].kind is TokenKind.WORD and not word.endswith(lexicon.endings("endings_of_no_thing"))


def in_name(tokens: Sequence[Token], lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether the word is capitalised inside the sentence, beside another capital: "Rafah Martyrs", "Martyrs of Rafah"."""
    if first == 0 or not tokens[first].text[0].isupper() or tokens[first].text.isupper():
        return False
    after = last + 1
    if after + 1 < len(tokens) and tokens[after].lower in lexicon.words("of"):
        after += 1
    beside = tokens[first - 1].text, tokens[after].text if after < len(tokens) else ""
    return any(text[:1].isupper() for text in beside if text.lower() != "the")


def in_apposition(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark, taken: Collection[int]) -> bool:
    """ "41 mensen, burgers en militieleden, kwamen om": who those counted right before are."""
    first = mark.first
    if mark.last + 1 < len(tokens) and tokens[mark.last + 1].lower in lexicon.words("taken_together"):
        return True  # "185 doden, burgers en strijders samen"
    at = mark.last + 1
    joined = at + 1 < len(tokens) and tokens[at].lower in lexicon.words("conjunctions") and marks.at("person", at + 1) is not None
    if joined and at + 2 < len(tokens) and tokens[at + 2].lower in lexicon.words("taken_together"):
        return True
    if first > 1 and tokens[first - 1].lower in lexicon.words("conjunctions"):
        left = marks.ending("person", first - 2)
        if left is None or not left.entry.plural:
            return False
        first = left.first
    elif mark.last + 1 >= len(tokens) or tokens[mark.last + 1].lower not in lexicon.words("conjunctions"):
        return False
    return first > 1 and tokens[first - 1].text == "," and first - 2 in taken


def fights_another(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark) -> bool:
    """ "Clashes between farmers and herders left 14 dead": who fought whom counts nobody."""
    at = mark.first - 1
    if at > 1 and tokens[at].lower in lexicon.words("conjunctions") and (left := marks.ending("person", at - 1)) is not None:
        at = left.first - 1
    elif mark.last + 1 >= len(tokens) or tokens[mark.last + 1].lower not in lexicon.words("conjunctions"):
        return False
    while at > 0 and tokens[at].text.islower() and marks.ending("person_modifier", at) is not None:
        at -= 1
    return at > 0 and tokens[at].lower in lexicon.words("betweens")


def searches(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark) -> bool:
    """ "Rescue workers are searching for 12 people under the rubble": who searches is not missing."""
    after = mark.last + 1
    while after < len(tokens) and marks.at("be", after) is not None:
        after += 1
    return after < len(tokens) and tokens[after].lower in lexicon.words("searching")


def is_predicate(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark, taken: Collection[int]) -> bool:
    """ "Two of the dead were children", "14 of them were women and children": who those counted before are."""
    at = mark.first - 1
    if at > 1 and tokens[at].lower in lexicon.words("conjunctions") and (left := marks.ending("person", at - 1)) is not None:
        at = left.first - 1
    while at > 0 and marks.at("harm_adverb", at) is not None and marks.at("be", at) is None:
        at -= 1
    if at < 1 or tokens[at].lower not in lexicon.words("copulas"):
        return False
    counted = next((word for word in range(max(0, at - _MOST_TO_COPULA), at) if word in taken), None)
    after = mark.last + 1
    closes = after >= len(tokens) or tokens[after].kind is TokenKind.SIGN or tokens[after].lower in lexicon.words("conjunctions")
    if counted is None or not closes:
        return False
    # "among the 22 dead were women": what stands before the verb tells among whom they were
    return not any(tokens[before].lower in lexicon.words("prepositions") for before in range(max(0, counted - 2), counted))
