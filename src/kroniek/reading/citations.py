"""The sources that a text names anywhere, whether or not a figure stands beside them: outlets, agencies, monitors, and names after
words of citing.

What is told in a claim's own sentence is the claim's `said_by`; this is for the whole text, so that a report can be traced to the
reports it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.model.report import Voice
from kroniek.parties.party import PartyKind
from kroniek.reading.citation_rules import CitationRules, CitedSource
from kroniek.reading.facts import Sentence
from kroniek.text.tokens import Token, TokenKind

SOURCES = frozenset(
    {
        PartyKind.OUTLET, PartyKind.AGENCY, PartyKind.MONITOR, PartyKind.NGO, PartyKind.UNITED_NATIONS, PartyKind.ORGANISATION,
        PartyKind.EMERGENCY_SERVICE, PartyKind.HOSPITAL,
    }
)
_MOST_WORDS = 5
_MOST_BEFORE_NAME = 3
_MOST_CITED = 200
_LONGEST_PARTICLE = 4
_INSIDE_NAME = frozenset({"of", "the", "for", "and", "van", "de", "het", "voor", "&"})
_OPENERS = frozenset({"the", "this", "that", "it", "he", "she", "de", "het", "dit", "dat", "hij", "zij", "in", "as", "zo"})
_SKIPPED = frozenset({"the", "a", "an", "de", "het", "een", ":", ",", "(", "o", ".", "“", "'", "‘"})


def cited_sources(sentences: Sequence[Sentence], rules: Mapping[str, CitationRules]) -> tuple[CitedSource, ...]:
    """The sources named in the sentences, each name once a block, in the order of the text."""
    found: list[CitedSource] = []
    seen: set[tuple[str, str]] = set()
    for sentence in sentences:
        known = rules.get(sentence.language)
        if known is None or sentence.block.voice is Voice.HEADLINE:
            continue
        for source in _in_sentence(sentence, known):
            key = (source.block, source.party or source.name.lower())
            if key not in seen:
                seen.add(key)
                found.append(source)
        if len(found) >= _MOST_CITED:
            break
    return tuple(found[:_MOST_CITED])


def _in_sentence(sentence: Sentence, rules: CitationRules) -> list[CitedSource]:
    tokens = sentence.tokens
    before = rules.before.scan(tokens)
    after = rules.after.scan(tokens)
    credit = rules.credits.scan(tokens)
    parties = [match for match in sentence.parties if match.party.kind in SOURCES and match.how == "name"]
    if not (before or after or credit or parties):
        return []
    credited = {match.last for match in credit}
    found = [
        CitedSource(sentence.span_of(match.first, match.last), match.party.name, match.party.id, sentence.block.id,
                    any(0 <= match.first - last <= _MOST_BEFORE_NAME for last in credited))
        for match in parties
    ]  # fmt: skip
    taken = {index for match in sentence.parties for index in range(match.first, match.last + 1)}
    names = [(_name_after(tokens, cue.last + 1, taken), cue.last in credited) for cue in (*before, *credit)]
    names += [(_name_before(tokens, cue.first - 1, taken), False) for cue in after]
    for name, whole in names:
        if name is not None and name[0] not in taken:
            words = sentence.span_of(*name)
            found.append(CitedSource(words, words.text, None, sentence.block.id, whole))
            taken.update(range(name[0], name[1] + 1))
    return sorted(found, key=lambda source: source.words.start)


def _name_after(tokens: Sequence[Token], at: int, taken: set[int]) -> tuple[int, int] | None:
    """First and last token of a capitalised name that begins at `at`, an article or sign passed over; None where there is none."""
    for _ in range(_MOST_BEFORE_NAME):
        if at < len(tokens) and tokens[at].lower in _SKIPPED and not tokens[at].text[0].isupper():
            at += 1
    if at >= len(tokens) or not _is_name(tokens[at]) or at in taken:
        return None
    last = at
    for index in range(at + 1, min(at + _MOST_WORDS, len(tokens))):
        if index in taken or tokens[index].start - tokens[index - 1].end > 1:
            break
        if _is_name(tokens[index]):
            last = index
        elif tokens[index].lower not in _INSIDE_NAME and tokens[index].text != "-":
            break
    return None if last == at and _describes(tokens, at) else (at, last)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether one capitalised word only describes the noun after it: "told Russian television"."""
    after = at + 1
    return after < len(tokens) and tokens[after].kind is TokenKind.WORD and len(tokens[after].text) > _LONGEST_PARTICLE


def _is_name(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text[0].isupper()


def _name_before(tokens: Sequence[Token], last: int, taken: set[int]) -> tuple[int, int] | None:
    """First and last token of a capitalised name of two words or more that ends at `last`; one word may only open a sentence."""
    first = last + 1
    while first > 0 and last - first + 1 < _MOST_WORDS and first - 1 not in taken and _is_name(tokens[first - 1]):
        first -= 1
    if first >= last or (first == 0 and last - first < 2 and tokens[0].lower in _OPENERS):
        return None
    return first, last
