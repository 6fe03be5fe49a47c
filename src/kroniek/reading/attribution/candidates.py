"""Finds who could be speaking: parties, nouns for kinds of speakers, names of persons, pronouns; and where an amount stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from kroniek.made import quickly_made, replace
from kroniek.model.claim import SpeakerRole
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.reading.passage import PartyMatch, Passage
from kroniek.text.tokens import Token, TokenKind

QUOTES = frozenset({'"', "“", "”", "„", "«", "»"})
BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "–", "—", *QUOTES})
_NAME_LINKS = frozenset({"al", "el", "bin", "ibn", "abu", "van", "der", "den", "de", "-", "‑", "'", "’", "."})
_WIDEST_GAP = 4
_LONGEST_INITIAL = 2
_SHORTEST_COMPOUND = 8
_SHORTEST_PARTICIPLE = 6
_LONGEST_ATTRIBUTE = 7
# wrapped lines of running text are longer
_LONGEST_TITLE = 64


class Sort(IntEnum):
    """What a candidate is."""

    PARTY = 0
    ROLE = 1
    NAME = 2
    ANAPHOR = 3
    PRONOUN = 4


@quickly_made
@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `last` (inclusive) that could name a speaker."""

    first: int
    last: int
    sort: Sort
    role: SpeakerRole = SpeakerRole.OTHER
    party: PartyMatch | None = None
    alone: bool = True
    """Whether it can speak by itself; a place and an adjective ("Israeli") only stand in the name of one who does."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Field:
    """A sentence with its candidates, in order, none overlapping; `by_end` and `by_start` find one by its last or first token."""

    passage: Passage
    rules: AttributionRules
    tokens: tuple[Token, ...]
    candidates: tuple[Candidate, ...]
    by_end: dict[int, Candidate]
    by_start: dict[int, Candidate]
    lines: frozenset[int] = frozenset()
    """The tokens that begin a line after a title: what stands above them is another clause."""


def field_of(passage: Passage, rules: AttributionRules) -> Field:
    """The sentence with all candidates found; once, though the sentences after it look back at it."""
    kept = passage.kept.get("field")
    if isinstance(kept, Field) and kept.rules is rules:
        return kept
    made = passage.kept["field"] = _field(passage, rules)
    return made


def _field(passage: Passage, rules: AttributionRules) -> Field:
    taken: set[int] = set()
    found: list[Candidate] = []

    def add(candidate: Candidate) -> None:
        span = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            found.append(candidate)

    for candidate in _parties(passage, rules):
        add(candidate)
    for match in rules.roles.scan(passage.tokens):
        add(_role_or_anaphor(passage.tokens, match.first, match.last, match.value, rules))
    for candidate in _compounds(passage, rules):
        add(candidate)
    if not rules.standing_for.isdisjoint(passage.lowers):
        for at, token in enumerate(passage.tokens):
            if token.lower in rules.pronouns:
                add(Candidate(at, at, Sort.PRONOUN))
            elif (token.lower in rules.anaphors or token.lower in rules.short_names) and _is_definite(passage.tokens, at, rules):
                add(Candidate(at, at, Sort.ANAPHOR))
    mute = _mute_spans(passage)
    for candidate in _names(passage.tokens, rules, taken):
        start, end = passage.tokens[candidate.first].start, passage.tokens[candidate.last].end
        is_mute = any(low <= start and end <= high for low, high in mute)
        add(replace(candidate, alone=False) if is_mute else candidate)
    found = _without_swallowed([_with_compound(passage.tokens, candidate, rules.affiliations) for candidate in found])
    return Field(passage, rules, passage.tokens, tuple(found), {c.last: c for c in found}, {c.first: c for c in found}, _lines(passage))


def _lines(passage: Passage) -> frozenset[int]:
    """The first token after a short line that no stop ends, where that is the first line: a title that the sentence runs on from."""
    title, broken, rest = passage.words.partition("\n")
    if not broken or len(title) > _LONGEST_TITLE or not rest.lstrip()[:1].isupper():
        return frozenset()
    edge = passage.start + len(title)
    return frozenset([next((at for at, token in enumerate(passage.tokens) if token.start > edge), 0)]) - {0}


def _with_compound(tokens: Sequence[Token], candidate: Candidate, affiliations: frozenset[str]) -> Candidate:
    """ "VN-missie", "Al-Wafa-ziekenhuis": a name goes on over hyphens to the noun that it is joined to."""
    last = candidate.last
    while candidate.sort in (Sort.PARTY, Sort.NAME) and last + 2 < len(tokens):
        sign, noun = tokens[last + 1], tokens[last + 2]
        joined = sign.text == "-" and sign.start == tokens[last].end and noun.start == sign.end
        if not joined or noun.kind is not TokenKind.WORD or noun.text[0].isupper():
            break
        last += 2
    if last > candidate.last and tokens[last].lower in affiliations:
        return replace(candidate, last=last, alone=False)
    if last == candidate.last or tokens[last].lower[-2:] in ("ed", "de"):  # "Russian-held"
        return candidate
    return replace(candidate, last=last, alone=True)


def _without_swallowed(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that do not stand inside a longer one."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda candidate: candidate.first):
        if not kept or one.last > kept[-1].last:
            kept.append(one)
    return kept


def _parties(passage: Passage, rules: AttributionRules) -> list[Candidate]:
    found: list[Candidate] = []
    if not passage.parties:
        return found
    starts, ends = [token.start for token in passage.tokens], [token.end for token in passage.tokens]
    for match in passage.parties:
        first, last = bisect_right(ends, match.start), bisect_left(starts, match.end) - 1
        if match.how != "adjective" and first <= last:
            found.append(Candidate(first, last, Sort.PARTY, rules.role_of(match.party), match))
    return found


def _mute_spans(passage: Passage) -> list[tuple[int, int]]:
    """Where places and the adjectives of parties stand."""
    return [*passage.places, *((match.start, match.end) for match in passage.parties if match.how == "adjective")]


def is_participle(token: Token) -> bool:
    """Whether a Dutch word may be a participle before its noun: "gevestigde", "opererende"."""
    return len(token.text) >= _SHORTEST_PARTICIPLE and token.text.islower() and token.text.endswith(("de", "te"))


def _is_definite(tokens: Sequence[Token], at: int, rules: AttributionRules) -> bool:
    """Whether "the" stands before the noun, words like "British-based" or "local" between them passed over."""
    before = at - 1
    if rules.verb_second and before > 2 and is_participle(tokens[before]):  # "de in Londen gevestigde monitor"
        near = range(before - 2, max(-1, before - _LONGEST_ATTRIBUTE), -1)
        if any(tokens[k].lower in rules.definites and tokens[k + 1].lower in rules.prepositions for k in near):
            return True
    for _ in range(_WIDEST_GAP):
        if before < 0 or (before == at - 1 and tokens[before].text == "-"):
            return False
        token = tokens[before]
        if token.lower in rules.definites:
            return True
        joined = token.text == "-" or (before + 1 < len(tokens) and tokens[before + 1].text == "-")
        plain = token.kind is TokenKind.WORD and token.text[0].islower() and token.lower not in rules.stops
        if not joined and (not plain or token.lower in rules.links):
            return False
        before -= 1
    return False


def _compounds(passage: Passage, rules: AttributionRules) -> list[Candidate]:
    """ "Kampbewoners", "ziekenhuisdirecteur": a compound means one of the kind that its last part names."""
    found: list[Candidate] = []
    if not rules.verb_second:
        return found
    for at, token in enumerate(passage.tokens):
        if len(token.text) >= _SHORTEST_COMPOUND and token.kind is TokenKind.WORD:
            role = rules.role_of_compound(token.lower)
            if role is not None:
                found.append(Candidate(at, at, Sort.ROLE, role))
    return found


def _role_or_anaphor(tokens: Sequence[Token], first: int, last: int, role: SpeakerRole, rules: AttributionRules) -> Candidate:
    """ "The organisation found" stands for one named before; "the organisation of engineers" and "a group" do not."""
    qualified = last + 1 < len(tokens) and tokens[last + 1].lower in rules.qualifiers
    stands_for = tokens[first].lower in rules.anaphors or tokens[first].lower in rules.short_names
    if first == last and stands_for and not qualified and _is_definite(tokens, first, rules):
        return Candidate(first, last, Sort.ANAPHOR, role)
    return Candidate(first, last, Sort.ROLE, role)


def _names(tokens: Sequence[Token], rules: AttributionRules, taken: set[int]) -> list[Candidate]:
    found: list[Candidate] = []
    past = 0
    # a cheap look before `_starts_name`
    for at in [at for at, token in enumerate(tokens) if token[0][0].isupper() or token[0] == "@"]:
        if at < past or at in taken or not _starts_name(tokens, at, rules):
            continue
        last = at + 1 if tokens[at].text == "@" else at
        while (step := _next_of_name(tokens, last, rules)) is not None and step not in taken:
            last = step
        found.append(Candidate(at, last, Sort.NAME))
        past = last + 1
    return found


def _starts_name(tokens: Sequence[Token], at: int, rules: AttributionRules) -> bool:
    token = tokens[at]
    if token.text == "@":
        return at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.WORD and tokens[at + 1].start == token.end
    if token.kind is not TokenKind.WORD or not token.text[0].isupper() or token.lower in rules.not_names:
        return False
    plain = (rules.mute, rules.prepositions, rules.fillers, rules.report_nouns, rules.not_speakers, rules.shifts)
    return not (at == 0 and any(token.lower in words for words in plain))


def _next_of_name(tokens: Sequence[Token], last: int, rules: AttributionRules) -> int | None:
    """The index of the token that goes on with a name: a capital, or a capital after "al", "van der", a hyphen or an initial's stop."""
    for step in range(last + 1, min(last + 4, len(tokens))):
        token = tokens[step]
        joined = token.start == tokens[step - 1].end
        if joined and tokens[step - 1].text in ("_", "-") and token.kind is not TokenKind.SIGN:
            return step
        if joined and token.text == "_":
            return step
        if token.kind is TokenKind.NUMBER and joined:
            return step
        if token.kind is TokenKind.WORD and token.text[0].isupper() and token.lower not in rules.not_names:
            return step
        stopped = token.text == "." and len(tokens[last].text) > _LONGEST_INITIAL and tokens[last].lower not in rules.titles
        if token.lower not in _NAME_LINKS or stopped:
            return None
    return None


def is_amount(token: Token, rules: AttributionRules) -> bool:
    """Whether the token is a number or a word for one."""
    if token.kind is TokenKind.NUMBER or token.lower in rules.amounts:
        return True
    lower = token.lower
    return lower.endswith(rules.ends_of_amounts) and any(len(lower) > len(one) and lower.endswith(one) for one in rules.ends_of_amounts)


def amount_follows(field: Field, at: int) -> bool:
    """Whether an amount begins at token `at`, words like "at least" passed over."""
    rules = field.rules
    for token in field.tokens[at : at + _WIDEST_GAP + 1]:
        if is_amount(token, rules):
            return True
        if token.lower not in rules.amount_openers and token.lower not in rules.fillers:
            return False
    return False
