"""The gender of victims whose names do not tell it, by the pronouns that follow the name: "A was a baker. He was killed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.reading.passage import Passage
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token

_MOST_SURE = 2


def genders_by_pronouns(passages: Sequence[Passage], rules: Mapping[str, PeopleRules], wanted: set[str], known: set[str]) -> dict[str, str]:
    """ "female" or "male" by given name, of those `wanted` (lower case); `known` are the given names of the other victims.

    Only sentences that name one of them and no other victim count, and the start of the sentence after; where pronouns of both
    genders follow, one must be twice as frequent. One pass over the text.
    """
    counted: dict[str, list[int]] = {name: [0, 0] for name in sorted(wanted)}
    before: str | None = None
    for passage in passages:
        language = rules.get(passage.language)
        if language is None:
            before = None
            continue
        at, name = _only_name(passage.tokens, wanted, known)
        if name is not None:
            _count(passage.tokens[at + 1 :], language, counted[name])
        elif before is not None and at < 0:
            _count(passage.tokens[:1], language, counted[before])
        before = name
    return {
        name: "female" if she > he else "male"
        for name, (she, he) in sorted(counted.items())
        if max(she, he) >= max(1, _MOST_SURE * min(she, he)) and she != he
    }


def _only_name(tokens: Sequence[Token], wanted: set[str], known: set[str]) -> tuple[int, str | None]:
    """Where the one victim of the sentence is first named, and the given name; (-1, None) where none is, (0, None) where several are."""
    named: str | None = None
    first = -1
    for at, token in enumerate(tokens):
        word = token.lower.removesuffix("'s")
        if not token.text[:1].isupper() or (word not in wanted and word not in known):
            continue
        if at and tokens[at - 1].text[:1].isupper():
            continue  # a later part of somebody's name
        if named is not None and word != named:
            return 0, None
        named, first = word, first if named is not None else at
    if named is None:
        return -1, None
    return (first, named) if named in wanted else (0, None)


def _count(tokens: Sequence[Token], rules: PeopleRules, counted: list[int]) -> None:
    for token in tokens:
        counted[0] += rules.has("she", token.lower)
        counted[1] += rules.has("he", token.lower)
