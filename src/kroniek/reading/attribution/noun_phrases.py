"""Noun phrases of no list: who speaks is told by the place beside a verb of saying, not by a list of nouns.

"A beekeeper from the valley said", "said the owner of the bakery", "volgens twee mensen die de lichamen zagen". A phrase is a run of
words that no sign, verb or conjunction breaks; its head is the last word before its first preposition. What harms or is a time speaks
for nobody.
"""

from __future__ import annotations

from kroniek.reading.attribution.candidates import BREAKS, Field, Sort, is_amount, is_participle
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.text.tokens import Token, TokenKind

_LONGEST_PHRASE = 12
_LONGEST_ASIDE = 16
_LONGEST_ATTRIBUTE = 8
_SHORTEST_HEAD = 3
_JOINING = frozenset({"-", "‑", "'", "’"})
_ADVERB = "ly"


def past_attribute(field: Field, at: int, ceiling: int) -> int:
    """Dutch "de in Londen gevestigde monitor": the token after an article with what a preposition and a participle tell of the noun."""
    tokens, rules = field.tokens, field.rules
    if not rules.verb_second or at + 1 >= ceiling or tokens[at].lower not in rules.articles:
        return at
    if not (_is_preposition(tokens[at + 1], rules) or tokens[at + 1].lower in rules.agents):
        return at
    for look in range(at + 2, min(at + _LONGEST_ATTRIBUTE, ceiling - 1)):
        if tokens[look].text in BREAKS:
            return at
        if is_participle(tokens[look]):
            return look + 1
    return at


def plain_subject(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    """The phrase right before the verb at token `verb`, where a clause begins with it; None where there is none that can speak."""
    tokens, rules = field.tokens, field.rules
    last = _before_adverbs(field, verb - 1, floor)
    if last < floor:
        return None
    if tokens[last].text == ",":
        return _over_aside(field, last, floor)
    at = last
    while at >= floor and last - at < _LONGEST_PHRASE and _is_inside(field, at) and at + 1 not in field.lines:
        at -= 1
    if at + 1 in field.lines:
        at = floor - 1 if at < floor else at
    elif at >= floor and tokens[at].lower in rules.auxiliaries:  # "Dat heeft de raad gemeld", "De raad heeft het dodental gemeld"
        front = plain_subject(field, at, floor)
        if front is not None:
            return front
    elif at >= floor and not _opens_clause(field, at):
        return None
    first = _after_adverbs(field, _from_article(field, at + 1, last), last)
    if first > last or tokens[first].kind is TokenKind.NUMBER:
        return None
    if _is_preposition(tokens[first], rules):
        first = _after_adverbial(field, first, last)
    return (first, last) if first <= last and can_speak(field, first, last) else None


def _from_article(field: Field, first: int, last: int) -> int:
    """ "A toll the army disputes": the last article that no preposition joins to what is before it begins the phrase."""
    tokens, rules = field.tokens, field.rules
    starts = [at for at in range(first + 1, last) if tokens[at].lower in rules.articles and not _goes_on(field, at)]
    return starts[-1] if starts else first


def _over_aside(field: Field, comma: int, floor: int) -> tuple[int, int] | None:
    """ "A baker, who ran to the square, said", "the school's head, Ann Reed, said": the phrase before the first comma, a name with it."""
    tokens, rules = field.tokens, field.rules
    opening = next((at for at in range(comma - 1, max(floor, comma - _LONGEST_ASIDE) - 1, -1) if tokens[at].text in BREAKS), None)
    if opening is None or tokens[opening].text != "," or opening + 1 == comma:
        return None
    named = field.by_start.get(opening + 1)
    name = named is not None and named.sort is Sort.NAME and named.last == comma - 1
    told = tokens[opening + 1].lower in (rules.relative_pronouns | rules.determiners | rules.cited)
    if not (name or told) or tokens[opening + 1].kind is TokenKind.NUMBER:
        return None
    subject = plain_subject(field, opening, floor)
    return subject if subject is None or not name else (subject[0], comma - 1)


def plain_phrase(field: Field, at: int, ceiling: int) -> tuple[int, int] | None:
    """The phrase that begins at token `at` or after adverbs there, up to token `ceiling`; None where there is none that can speak."""
    tokens, rules = field.tokens, field.rules
    while at < ceiling and tokens[at].lower in rules.fillers and tokens[at].lower not in rules.determiners:
        at += 1
    if at >= ceiling or _is_preposition(tokens[at], rules) or tokens[at].kind is TokenKind.NUMBER:
        return None
    end = at
    while end < ceiling and end - at < _LONGEST_PHRASE and (_is_inside(field, end) or _is_agent_within(field, at, end)):
        if end > at and not _goes_on(field, end):
            break
        end += 1
    last = _before_adverbs(field, end - 1, at)
    while last > at and (_is_preposition(tokens[last], rules) or tokens[last].lower in rules.determiners or tokens[last].text in _JOINING):
        last -= 1
    if last < at or not can_speak(field, at, last):
        return None
    head = head_of(field, at, last)
    return None if head is not None and tokens[head].lower in rules.grounds else (at, last)  # "a report from the camp"


def _goes_on(field: Field, at: int) -> bool:
    """Whether the word at `at` may stand in a phrase begun before it: an article only after a preposition, a number never."""
    tokens, rules = field.tokens, field.rules
    before = tokens[at - 1]
    joined = before.lower in rules.prepositions or before.lower in rules.agents
    if tokens[at].lower in rules.determiners:
        return joined or before.lower in rules.determiners
    if is_amount(tokens[at], rules):
        return joined
    return tokens[at].lower not in rules.fillers


def _is_inside(field: Field, at: int) -> bool:
    """Whether the token can stand within a noun phrase."""
    token, rules = field.tokens[at], field.rules
    if token.text in _JOINING:
        return 0 < at < len(field.tokens) - 1
    if token.kind is TokenKind.NUMBER:
        return True
    if token.kind is not TokenKind.WORD or (at in field.by_start and field.by_start[at].sort is Sort.PRONOUN):
        return False
    if token.lower in rules.articles or token.lower in rules.prepositions:
        return True
    others = (rules.stops, rules.contrasts, rules.conjunctions, rules.relative_pronouns, rules.authors, rules.passives,
              rules.verbs, rules.finite)  # fmt: skip
    return not any(token.lower in words for words in others)


def _is_agent_within(field: Field, first: int, at: int) -> bool:
    """ "Het door Turkije gesteunde bestuur": an agent between an article and a participle."""
    return at == first + 1 and field.tokens[at].lower in field.rules.agents and field.tokens[first].lower in field.rules.articles


def _opens_clause(field: Field, at: int) -> bool:
    """Whether a clause may begin after token `at`."""
    token, rules = field.tokens[at], field.rules
    if token.text in BREAKS or token.text == "‘":
        return token.text not in (")", "]")
    return token.lower in rules.clause_openers or token.lower in rules.contrasts or token.lower in rules.conjunctions


def _before_adverbs(field: Field, last: int, floor: int) -> int:
    """The last token of the phrase, adverbs and days after it passed over."""
    while last >= floor and _is_adverb(field.tokens[last], field.rules):
        last -= 1
    return last


def _after_adverbs(field: Field, first: int, last: int) -> int:
    """The first token of the phrase, adverbs before it passed over."""
    rules = field.rules
    while first <= last and field.tokens[first].lower in rules.fillers and field.tokens[first].lower not in rules.determiners:
        first += 1
    return first


def _is_adverb(token: Token, rules: AttributionRules) -> bool:
    return token.lower in rules.fillers or (not rules.verb_second and token.lower.endswith(_ADVERB) and token.text[0].islower())


def _after_adverbial(field: Field, first: int, last: int) -> int:
    """ "In a statement the group said": the token after what a preposition opens, one past the end where nothing follows it."""
    rules, tokens = field.rules, field.tokens
    if rules.verb_second:
        return last + 1
    for at in range(first + 2, last + 1):
        if tokens[at].lower in rules.articles and not _is_preposition(tokens[at - 1], rules):
            return at
    return last + 1


def _is_preposition(token: Token, rules: AttributionRules) -> bool:
    """Whether the word tells where, when or to whom."""
    return token.lower in rules.addressing or token.lower in rules.prepositions


def can_speak(field: Field, first: int, last: int) -> bool:
    """Whether the head of the phrase can name one who speaks."""
    tokens, rules = field.tokens, field.rules
    head = head_of(field, first, last)
    if head is None or tokens[first].lower in rules.listing:
        return False
    opens = first + (tokens[first].lower in rules.determiners)
    if rules.verb_second and opens < head and tokens[opens].lower in rules.events:
        return False  # "het aantal gedode soldaten komt op 56"
    word = tokens[head].lower
    silent = (rules.not_speakers, rules.harm_words, rules.events, rules.fillers, rules.report_nouns, rules.partitives, rules.pronouns,
            rules.authors, rules.mute)  # fmt: skip
    owned = any(token.lower.endswith(("'s", "s'")) for token in tokens[first:head])
    if word in rules.report_nouns and owned:  # "the ministry's bulletin"
        return True
    if len(word) < _SHORTEST_HEAD or tokens[head].kind is not TokenKind.WORD or any(word in words for words in silent):
        return False
    if is_amount(tokens[head], rules) or word.endswith(rules.ends_of_harm):
        return False
    start, end = tokens[head].start, tokens[head].end
    return not any(low <= start and end <= high for low, high in field.passage.places)


def head_of(field: Field, first: int, last: int) -> int | None:
    """The last word before the first preposition of the phrase."""
    rules, tokens = field.rules, field.tokens
    head: int | None = None
    for at in range(first, last + 1):
        token = tokens[at]
        if token.lower in rules.prepositions and head is not None:
            break
        if token.lower in rules.prepositions or token.lower in rules.determiners or token.lower in rules.agents:
            continue
        if token.kind is TokenKind.WORD:
            head = at
    return head


__all__ = ["can_speak", "head_of", "past_attribute", "plain_phrase", "plain_subject"]
