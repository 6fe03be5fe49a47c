"""What the text tells of somebody elsewhere: a wife or children of their own tell a grown-up, "Omar was a young child" a child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kroniek.reading.passage import Passage
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token, TokenKind

_BEFORE_NOUN = 7  # tokens between "Omar's" and the noun: "Omar's two young sons", "Omar's 31-year-old wife"
_LONGEST_NAME = 6
_SIGNS = frozenset({"-", "‑", "–"})


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody whose family is told of: the words of the name as written, in lower case, where it stands, and the sentence's language."""

    words: tuple[str, ...]
    start: int
    language: str


def heads_of_families(passages: Sequence[Passage], rules: Mapping[str, PeopleRules]) -> list[Head]:
    """Everybody of whom a spouse, children or grandchildren are told, in order; sentences of other languages are passed over."""
    found: list[Head] = []
    for passage in passages:
        language = rules.get(passage.language)
        if language is not None and not language.family.isdisjoint(passage.lowers):
            found.extend(_in_sentence(passage.tokens, language))
    return found


def told_children(passages: Sequence[Passage], rules: Mapping[str, PeopleRules]) -> list[Head]:
    """Everybody of whom a sentence says that he or she was a child ("Hamza was a young child"), in order."""
    found: list[Head] = []
    for passage in passages:
        language = rules.get(passage.language)
        if language is not None and passage.lowers & language.words["child_words"] and passage.lowers & language.words["auxiliaries"]:
            found.extend(_said_to_be_children(passage.tokens, language))
    return found


def _said_to_be_children(tokens: Sequence[Token], rules: PeopleRules) -> Iterator[Head]:
    for at in range(1, len(tokens) - 2):
        if not rules.has("auxiliaries", tokens[at].lower) or not rules.has("articles", tokens[at + 1].lower):
            continue
        noun = at + 2 + rules.has("minors", tokens[at + 2].lower)
        if noun >= len(tokens) or not rules.has("child_words", tokens[noun].lower):
            continue
        first = at
        while first > max(0, at - _LONGEST_NAME) and _of_name(tokens[first - 1], rules):
            first -= 1
        name = _trimmed(tokens[first:at], rules)
        opens = first == 0 or tokens[first - 1].kind is TokenKind.SIGN or rules.has("joins", tokens[first - 1].lower)
        if name is not None and opens:
            yield Head(tuple(token.lower for token in name), name[0].start, rules.language)


def _in_sentence(tokens: Sequence[Token], rules: PeopleRules) -> Iterator[Head]:
    for at, token in enumerate(tokens):
        if token.lower in rules.family:
            owner = owner_before(tokens, at, rules) or _owner_behind(tokens, at, rules)
            if owner is not None:
                yield Head(tuple(each.lower.removesuffix("'s") for each in owner), owner[0].start, rules.language)


def owner_before(tokens: Sequence[Token], noun: int, rules: PeopleRules) -> Sequence[Token] | None:
    """The name in "Omar Sami's two sons" whose noun stands at `noun`."""
    at = noun - 1
    while at > max(0, noun - _BEFORE_NOUN) and not tokens[at].lower.endswith("'s") and _describes(tokens[at], rules):
        at -= 1
    if at < 0 or not tokens[at].lower.endswith("'s") or not tokens[at].text[:1].isupper():
        return None
    first = at
    while first > max(0, at - _LONGEST_NAME) and _of_name(tokens[first - 1], rules):
        first -= 1
    return _trimmed(tokens[first : at + 1], rules)


def _describes(token: Token, rules: PeopleRules) -> bool:
    """Ages, numbers and "young" between the owner and the noun."""
    if token.kind is TokenKind.NUMBER or token.text in _SIGNS or token.lower in rules.numbers:
        return True
    return any(rules.has(name, token.lower) for name in ("year_words", "month_words", "old_words", "minors", "adult_words", "child_words"))


def _owner_behind(tokens: Sequence[Token], noun: int, rules: PeopleRules) -> Sequence[Token] | None:
    """The name in "the wife of Omar Sami" whose noun stands at `noun`."""
    first = noun + 2
    if first >= len(tokens) or not rules.has("of", tokens[noun + 1].lower):
        return None
    while first < len(tokens) - 1 and (rules.has("titles", tokens[first].lower) or rules.has("determiners", tokens[first].lower)):
        first += 1
    last = first
    while last < min(first + _LONGEST_NAME, len(tokens)) and _of_name(tokens[last], rules):
        last += 1
    return _trimmed(tokens[first:last], rules)


def _of_name(token: Token, rules: PeopleRules) -> bool:
    capital = token.kind is TokenKind.WORD and token.text[0].isupper() and not rules.has("not_people", token.lower)
    return capital or rules.has("surname_links", token.lower) or token.text == "-"


def _trimmed(name: Sequence[Token], rules: PeopleRules) -> Sequence[Token] | None:
    """The words of the name, without titles before it; None where no given name is left or it names a family, not a person."""
    words = [token for token in name if token.kind is TokenKind.WORD]
    while words and (rules.has("titles", words[0].lower) or rules.has("speech", words[0].lower)):
        words = words[1:]
    if not words or not words[0].text[0].isupper() or rules.has("surname_links", words[0].lower):
        return None
    return words
