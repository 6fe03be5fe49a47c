"""Finds who could be speaking: parties, nouns for kinds of speakers, names of persons, pronouns; and which of them a cue means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from kroniek.model.claim import SpeakerMention, SpeakerRole
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.reading.passage import PartyMatch, Passage
from kroniek.text.tokens import Token, TokenKind

QUOTES = frozenset({'"', "“", "”", "„", "«", "»"})
BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", ".", "!", "?", "–", "—", *QUOTES})
_NAME_LINKS = frozenset({"al", "el", "bin", "ibn", "abu", "van", "der", "den", "de", "-", "‑", "'", "’", "."})
_TRANSFERRING = frozenset({SpeakerRole.OFFICIAL, SpeakerRole.BELLIGERENT, SpeakerRole.OUTLET, SpeakerRole.MONITOR})
_MOST_STEPS = 14
_MOST_PLAIN_WORDS = 3
_WIDEST_GAP = 4
_LONGEST_INITIAL = 2


class Sort(IntEnum):
    """What a candidate is."""

    PARTY = 0
    ROLE = 1
    NAME = 2
    ANAPHOR = 3
    PRONOUN = 4


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


@dataclass(frozen=True, slots=True)
class Field:
    """A sentence with its candidates, in order, none overlapping; `by_end` and `by_start` find one by its last or first token."""

    passage: Passage
    rules: AttributionRules
    candidates: tuple[Candidate, ...]
    by_end: dict[int, Candidate]
    by_start: dict[int, Candidate]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.passage.tokens


def field_of(passage: Passage, rules: AttributionRules) -> Field:
    """The sentence with all candidates found."""
    taken: set[int] = set()
    found: list[Candidate] = []

    def add(candidate: Candidate) -> None:
        span = range(candidate.first, candidate.last + 1)
        if not any(at in taken for at in span):
            taken.update(span)
            found.append(candidate)

    for candidate in _parties(passage, rules):
        add(candidate)
    for match in rules.roles.scan(passage.tokens):
        add(_role_or_anaphor(passage.tokens, match.first, match.last, match.value, rules))
    for at, token in enumerate(passage.tokens):
        if token.lower in rules.pronouns:
            add(Candidate(at, at, Sort.PRONOUN))
        elif (token.lower in rules.anaphors or token.lower in rules.short_names) and _is_definite(passage.tokens, at, rules):
            add(Candidate(at, at, Sort.ANAPHOR))
    mute = _mute_spans(passage)
    for candidate in _names(passage.tokens, rules, taken):
        start, end = passage.tokens[candidate.first].start, passage.tokens[candidate.last].end
        add(replace(candidate, alone=not any(low <= start and end <= high for low, high in mute)))
    found = _without_swallowed([_with_compound(passage.tokens, candidate) for candidate in found])
    return Field(passage, rules, tuple(found), {c.last: c for c in found}, {c.first: c for c in found})


def _with_compound(tokens: Sequence[Token], candidate: Candidate) -> Candidate:
    """ "VN-missie", "Al-Wafa-ziekenhuis": a name goes on over hyphens to the noun that it is joined to."""
    last = candidate.last
    while candidate.sort in (Sort.PARTY, Sort.NAME) and last + 2 < len(tokens):
        sign, noun = tokens[last + 1], tokens[last + 2]
        joined = sign.text == "-" and sign.start == tokens[last].end and noun.start == sign.end
        if not joined or noun.kind is not TokenKind.WORD or noun.text[0].isupper():
            break
        last += 2
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
    found = []
    starts, ends = [token.start for token in passage.tokens], [token.end for token in passage.tokens]
    for match in passage.parties:
        first, last = bisect_right(ends, match.start), bisect_left(starts, match.end) - 1
        if match.how != "adjective" and first <= last:
            found.append(Candidate(first, last, Sort.PARTY, rules.role_of(match.party), match))
    return found


def _mute_spans(passage: Passage) -> list[tuple[int, int]]:
    """Where places and the adjectives of parties stand."""
    return [*passage.places, *((match.start, match.end) for match in passage.parties if match.how == "adjective")]


def _is_definite(tokens: Sequence[Token], at: int, rules: AttributionRules) -> bool:
    """Whether "the" stands before the noun, words like "British-based" or "local" between them passed over."""
    before = at - 1
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


def _role_or_anaphor(tokens: Sequence[Token], first: int, last: int, role: SpeakerRole, rules: AttributionRules) -> Candidate:
    """ "The organisation found" stands for one named before; "the organisation of engineers" and "a group" do not."""
    qualified = last + 1 < len(tokens) and tokens[last + 1].lower in rules.qualifiers
    stands_for = tokens[first].lower in rules.anaphors or tokens[first].lower in rules.short_names
    if first == last and stands_for and not qualified and _is_definite(tokens, first, rules):
        return Candidate(first, last, Sort.ANAPHOR, role)
    return Candidate(first, last, Sort.ROLE, role)


def _names(tokens: Sequence[Token], rules: AttributionRules, taken: set[int]) -> list[Candidate]:
    found: list[Candidate] = []
    at = 0
    while at < len(tokens):
        if at in taken or not _starts_name(tokens, at, rules):
            at += 1
            continue
        last = at + 1 if tokens[at].text == "@" else at
        while (step := _next_of_name(tokens, last, rules)) is not None and step not in taken:
            last = step
        found.append(Candidate(at, last, Sort.NAME))
        at = last + 1
    return found


def _starts_name(tokens: Sequence[Token], at: int, rules: AttributionRules) -> bool:
    token = tokens[at]
    if token.text == "@":
        return at + 1 < len(tokens) and tokens[at + 1].kind is TokenKind.WORD and tokens[at + 1].start == token.end
    return token.kind is TokenKind.WORD and token.text[0].isupper() and token.lower not in rules.not_names


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
    return any(len(token.lower) > len(ending) and token.lower.endswith(ending) for ending in rules.amount_endings)


def amount_follows(field: Field, at: int) -> bool:
    """Whether an amount begins at token `at`, words like "at least" passed over."""
    rules = field.rules
    for token in field.tokens[at : at + _WIDEST_GAP + 1]:
        if is_amount(token, rules):
            return True
        if token.lower not in rules.amount_openers and token.lower not in rules.fillers:
            return False
    return False


def subject_before(field: Field, verb: int, floor: int, *, plainly: bool = True) -> tuple[int, int] | None:
    """The tokens (first, last) of the noun phrase that is the subject of the verb at token `verb`, looking back to token `floor`.

    A noun of no list may be the subject where `plainly`.
    """
    return _known_subject(field, verb, floor) or (_plain_subject(field, verb, floor) if plainly else None)


def _plain_subject(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    """ "The district clerk said": a noun of no list speaks where it opens its clause with an article and the verb follows."""
    rules, tokens = field.rules, field.tokens
    last = verb - 1
    if last < floor:
        return None
    while last > floor and tokens[last].lower in rules.fillers:
        last -= 1
    for at in range(last, max(floor, last - _WIDEST_GAP) - 1, -1):
        token = tokens[at]
        opens = at == floor or at == 0 or tokens[at - 1].text in BREAKS or tokens[at - 1].lower in rules.contrasts
        if token.lower in rules.articles:
            return (at, last) if opens and at < last else None
        known = (rules.stops, rules.not_speakers, rules.report_nouns, rules.links, rules.conjunctions, rules.civilian_words,
                 rules.harm_words)  # fmt: skip
        if token.kind is not TokenKind.WORD or token.text[0].isupper() or any(token.lower in words for words in known):
            return None
    return None


def _known_subject(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    at, plain, tail = verb - 1, 0, -1
    rules, tokens = field.rules, field.tokens
    if at > floor and tokens[at].lower in rules.conjunctions:
        return _subject_of_clause(field, at, floor)
    for _ in range(_MOST_STEPS):
        if at < floor:
            return None
        if at in field.by_end:
            candidate = field.by_end[at]
            first = _widen_left(field, candidate, floor)
            if not candidate.alone and not _names_somebody(field, first, candidate):
                at = candidate.first - 1
                continue
            last = tail if candidate.sort is Sort.NAME and tail - candidate.last == plain else candidate.last
            if last > candidate.last and tokens[last].lower in rules.not_speakers:  # "Satellite images show"
                return None
            if rules.verb_second and candidate.sort is Sort.ROLE and _is_counted(field, candidate, verb):
                return None
            if candidate.sort is Sort.ROLE and last + 1 < verb and tokens[last + 1].lower in rules.report_nouns:
                last += 1  # "a military inquiry"
            return _with_fellows(field, first, floor), last
        token = tokens[at]
        if token.lower in rules.authors:
            return None
        if token.text == ",":
            return _over_apposition(field, at, floor)
        if token.text == ")":
            at = next((back for back in range(at, max(floor, at - 8) - 1, -1) if tokens[back].text == "("), floor) - 1
            continue
        if token.text in ("'", "’", "-") or any(token.lower in words for words in (rules.fillers, rules.report_nouns, rules.links)):
            at -= 1
            continue
        if token.text in BREAKS or any(token.lower in words for words in (rules.stops, rules.contrasts, rules.conjunctions)):
            return None
        if token.kind is TokenKind.WORD and not token.text[0].isupper():
            plain += 1
            tail = max(tail, at)
            if plain > _MOST_PLAIN_WORDS:
                return None
        at -= 1
    return None


def _is_counted(field: Field, candidate: Candidate, verb: int) -> bool:
    """ "Dat nog geen 330 inwoners telt,": the number before the noun is what the verb at the end of its clause counts."""
    tokens = field.tokens
    ends = verb + 1 >= len(tokens) or tokens[verb + 1].text in BREAKS
    return ends and verb == candidate.last + 1 and candidate.first > 0 and tokens[candidate.first - 1].kind is TokenKind.NUMBER


def _subject_of_clause(field: Field, conjunction: int, floor: int) -> tuple[int, int] | None:
    """Who acts in a clause with two verbs: "Ukrainian officials blame Russia and speak of 50 dead"; the one that the clause begins with."""
    for candidate in field.candidates:
        if candidate.first >= floor and candidate.last < conjunction:
            last = _widen_right(field, candidate.last, conjunction)
            first = _widen_left(field, candidate, floor)
            begins = first == 0 or field.tokens[first - 1].text in BREAKS
            return (first, last) if begins and (candidate.alone or last > candidate.last) else None
    return None


def _names_somebody(field: Field, first: int, candidate: Candidate) -> bool:
    """Whether the phrase from token `first` to the candidate holds another that can speak: "the governor of Donetsk"."""
    return any(first <= other.first < candidate.first and other.alone for other in field.candidates)


def _with_fellows(field: Field, first: int, floor: int) -> int:
    """The first token of "Human Rights Watch and the research group": fellows before "and", where a clause begins with them."""
    if first - 2 < floor or field.tokens[first - 1].lower not in field.rules.conjunctions:
        return first
    fellow = field.by_end.get(first - 2)
    if fellow is None or not fellow.alone or fellow.sort is Sort.PRONOUN:
        return first
    begins = _widen_left(field, fellow, floor)
    return begins if begins == 0 or field.tokens[begins - 1].text in BREAKS else first


def _over_apposition(field: Field, comma: int, floor: int) -> tuple[int, int] | None:
    """ "Chris Woods, director of Airwars, told": from the second comma back to the name before the first."""
    tokens, rules = field.tokens, field.rules
    for at in range(comma - 1, max(floor, comma - _MOST_STEPS) - 1, -1):
        token = tokens[at]
        named = field.by_start.get(at + 1)
        if token.text == "," and named is not None and named.sort is Sort.NAME and named.alone and named.last == comma - 1:
            office = subject_before(field, at, floor)  # "the governor of the region, X, said"
            return (office[0] if office else named.first), named.last
        if token.text == "," and at - 1 in field.by_end:
            between = field.tokens[at + 1 : comma]
            head = field.by_end[at - 1]
            mute = not head.alone and not _names_somebody(field, _widen_left(field, head, floor), head)
            if head.sort is Sort.PRONOUN or not between or mute:
                return None
            told = between[0].lower in rules.fillers or not any(word.lower in rules.stops for word in between)
            counted = any(word.kind is TokenKind.NUMBER for word in between[:1])
            if counted and len(between) == 1 and head.sort is Sort.NAME:  # "Hanan, 37, told us"
                return _widen_left(field, head, floor), head.last
            if not told or counted:
                return None
            names_body = head.sort is not Sort.PARTY and any(c.sort is Sort.ROLE and at < c.first < comma for c in field.candidates)
            return _widen_left(field, head, floor), (comma - 1 if names_body else head.last)
        if token.text in BREAKS and token.text != ",":
            return None
    return None


def _widen_left(field: Field, candidate: Candidate, floor: int) -> int:
    """The first token of the phrase: "a spokesman for the army" begins with its determiner, "residents of Raqqa" with its noun."""
    first, rules, tokens = candidate.first, field.rules, field.tokens
    if candidate.sort is Sort.PRONOUN:
        return first
    for _ in range(3):
        at = first - 1
        gap = 0
        while at >= floor and at not in field.by_end and gap < _WIDEST_GAP and _links(tokens[at], rules):
            at -= 1
            gap += 1
        before = field.by_end.get(at)
        if before is None or before.first < floor:
            break
        between = [token.lower for token in tokens[before.last + 1 : first]]
        joined_by_and = any(word in rules.conjunctions for word in between)
        if joined_by_and or before.sort is Sort.PRONOUN or (before.sort is Sort.PARTY and candidate.sort is Sort.PARTY):
            break
        if before.sort is Sort.PARTY and between and candidate.alone:
            break
        first = before.first
    while first - 1 >= floor and (tokens[first - 1].lower in rules.determiners or _is_modifier(field, first - 1)):
        if candidate.sort is Sort.PARTY and first == candidate.first:
            break
        first -= 1
    while first - 2 >= floor and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        if tokens[first - 2].end != tokens[first - 1].start or tokens[first - 2].kind is not TokenKind.WORD:
            break
        first -= 2  # "pro-Russian channels"
    return first


def _links(token: Token, rules: AttributionRules) -> bool:
    """Whether the word may join two parts of a phrase: "of", "the"."""
    return token.lower in rules.links or token.lower in rules.determiners


def _is_modifier(field: Field, at: int) -> bool:
    """An adjective between a determiner and the noun: "the wounded man's", "een lokale bron"."""
    token, rules = field.tokens[at], field.rules
    if token.kind is not TokenKind.WORD or token.text[0].isupper():
        return False
    if any(token.lower in words for words in (rules.stops, rules.links, rules.fillers)):
        return False
    return at > 0 and field.tokens[at - 1].lower in field.rules.determiners


def phrase_after(field: Field, at: int, ceiling: int) -> tuple[int, int] | None:
    """The tokens (first, last) of the noun phrase that begins at token `at` or after determiners and adjectives there."""
    tokens, rules = field.tokens, field.rules
    if at < ceiling and at not in field.by_start and tokens[at].lower in rules.links and tokens[at].lower not in rules.determiners:
        return None
    start = at
    for look in range(at, min(at + 6, ceiling)):
        token = tokens[look]
        if look in field.by_start and not _describes(field, field.by_start[look], ceiling):
            last = _widen_right(field, field.by_start[look].last, ceiling)
            return (start, last) if field.by_start[look].alone or last > field.by_start[look].last else None
        if token.text in ("'", "’", "-", "‘"):
            continue
        if token.text in BREAKS or token.kind is TokenKind.NUMBER or token.lower in rules.stops:
            break
        if token.lower in rules.not_speakers and token.lower not in rules.determiners:
            break
    words: list[int] = []
    for look in range(at, min(at + 8, ceiling)):
        token = tokens[look]
        article = token.lower in rules.determiners
        mute = not article and (token.lower in rules.stops or token.lower in rules.not_speakers)
        if (words and article) or mute or token.kind is not TokenKind.WORD:
            break
        words.append(look)
    opens = bool(words) and tokens[at].lower in rules.determiners
    opens = opens and (tokens[at].lower in rules.articles or tokens[at].lower not in rules.amounts)
    harmed = rules.harm_words | rules.civilian_words | rules.partitives  # "a list of the dead"
    if opens and tokens[words[-1]].lower not in harmed and 2 <= len(words) <= 5 and tokens[words[-1]].lower not in rules.links:
        after = words[-1] + 1
        verb = field.rules.verb_second and after < ceiling and tokens[after].lower in (rules.passives | rules.fillers | rules.articles)
        if after >= ceiling or tokens[after].text in BREAKS or verb:
            return at, words[-1]
    return None


def _describes(field: Field, candidate: Candidate, ceiling: int) -> bool:
    """Whether a name only tells more of the party two words on: "het Amerikaanse legercommando CENTCOM"."""
    noun, party = candidate.last + 1, field.by_start.get(candidate.last + 2)
    if candidate.sort is not Sort.NAME or party is None or party.sort is not Sort.PARTY or party.first >= ceiling:
        return False
    return _is_plain_noun(field.tokens[noun], field.rules)


def _widen_right(field: Field, last: int, ceiling: int) -> int:
    tokens, rules = field.tokens, field.rules
    for _ in range(4):
        at = last + 1
        hyphen = at + 1 < ceiling and tokens[at].text == "-" and tokens[last].end == tokens[at].start == tokens[at + 1].start - 1
        if hyphen and at + 1 in field.by_start:
            last = field.by_start[at + 1].last
            continue
        while at < ceiling and at not in field.by_start and _links(tokens[at], rules) and at - last <= _WIDEST_GAP:
            at += 1
        follows = field.by_start.get(at)
        if follows is None or at >= ceiling or follows.sort in (Sort.PRONOUN, Sort.ANAPHOR):
            ends = last + 3 >= len(tokens) or tokens[min(last + 3, len(tokens) - 1)].text in BREAKS
            served = last + 2 < ceiling and tokens[last + 1].lower in rules.qualifiers and ends
            return last + 2 if served and _is_plain_noun(tokens[last + 2], rules) else last  # "the service for emergencies"
        between = {token.lower for token in tokens[last + 1 : at]}
        if between & rules.conjunctions:
            return last
        last = follows.last
        after = last + 1
        if between & rules.definites and after < ceiling and _is_plain_noun(tokens[after], rules):
            return after  # "officials in the Yemeni capital"
    return last


def _is_plain_noun(token: Token, rules: AttributionRules) -> bool:
    others = (rules.stops, rules.links, rules.fillers, rules.determiners, rules.conjunctions, rules.cue_words, rules.contrasts)
    return token.kind is TokenKind.WORD and token.text[0].islower() and not any(token.lower in words for words in others)


def mention_of(field: Field, first: int, last: int) -> SpeakerMention:
    """The phrase at these tokens as a speaker; the party in it is the speaker where the rest only says what it is to the party."""
    inside = [candidate for candidate in field.candidates if first <= candidate.first and candidate.last <= last]
    if inside and _describes(field, inside[0], last + 1):
        inside = inside[1:]
    start, end = field.tokens[first].start, field.tokens[last].end
    words = field.passage.text[start:end]
    for mark in () if field.rules.verb_second else ("'s", "’s"):
        if words.endswith(mark):
            words, end = words[: -len(mark)], end - len(mark)
    party = _party_of(inside)
    if party is not None and party.party is not None:
        match = party.party
        return SpeakerMention(text=words, start=start, end=end, id=match.party.id, name=match.party.name, role=party.role)
    roles = [c.role for c in inside if c.sort in (Sort.ROLE, Sort.ANAPHOR) and c.role is not SpeakerRole.OTHER]
    role = roles[0] if roles else SpeakerRole.OTHER
    if role is SpeakerRole.OFFICIAL and SpeakerRole.BELLIGERENT in roles:  # "a spokesman for the army"
        role = SpeakerRole.BELLIGERENT
    return SpeakerMention(text=words, start=start, end=end, role=role)


def _party_of(inside: Sequence[Candidate]) -> Candidate | None:
    """The party that a phrase speaks for: itself, or the one that its head serves ("a spokesman for X"), not the one it only mentions."""
    for at, candidate in enumerate(inside):
        if candidate.sort is Sort.PARTY:
            heads = inside[:at]
            serves = all(head.sort is Sort.NAME or head.role in _TRANSFERRING for head in heads)
            roles = [head for head in inside if head.sort is Sort.ROLE]
            named_only = heads and all(head.sort is Sort.NAME for head in heads) and not any(r.role in _TRANSFERRING for r in roles)
            return candidate if serves and not named_only else None
    return None
