"""Whether a sentence that names no speaker goes on with what the one before it laid to one.

It does where it opens with words that point back ("among them", "daarbij"), where it counts on ("another 37 were injured"), and where
it tells of harm without a sign of another event: no other day, no other place, no other party that acts, no word of the writer's own.
"""

from __future__ import annotations

from kroniek.reading.attribution.candidates import is_amount
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.reading.passage import Passage
from kroniek.text.tokens import Token, TokenKind

_HEAD_REACH = 8
_OPENING_REACH = 6
_TO_AMOUNT = 12  # "In het eerste kwartaal van dit jaar ging het om"
_DIGITS_OF_YEAR = 4
_QUOTING = frozenset('“„«"‘')
_QUOTES = frozenset("\"'‘’“”„«»")


def goes_on(passage: Passage, rules: AttributionRules) -> bool:
    """Whether the sentence opens with words that point back to the one before it."""
    found = rules.continuations.scan(passage.tokens[:_TO_AMOUNT])
    return any(match.first <= 1 or match.value in rules.amounting for match in found)


def counts_on(passage: Passage, rules: AttributionRules) -> bool:
    """ "Another 37 were injured", "Drie van de doden zijn minderjarig": opens with an amount, and counts those told of before."""
    if passage.places or passage.parties or passage.words[:1] in _QUOTING:
        return False
    if not any(token.lower in rules.partitives for token in passage.tokens):
        return False
    for token in passage.tokens[:_HEAD_REACH]:
        if is_amount(token, rules):
            return True
        if token.lower not in rules.partitive_heads:
            return False
    return False


def harm_goes_on(passage: Passage, rules: AttributionRules) -> bool:
    """Whether the sentence tells of harm and nothing in it shows that it is of another event or the writer's own.
    """
    tokens = passage.tokens
    if not tokens or not any(_is_harm(token, rules) for token in tokens) or tokens[-1].text == "?":
        return False
    if passage.places or any(match.how != "adjective" for match in passage.parties) or any(sign in _QUOTES for sign in passage.words):
        return False
    if tokens[0].lower in rules.adding:  # "Ook stierf dinsdag een leerling"
        return not any(token.lower in rules.authors for token in tokens)
    return not any(_is_elsewhere(token, rules) for token in tokens) and not shifts(passage, rules)


def _is_elsewhere(token: Token, rules: AttributionRules) -> bool:
    """Whether the word tells of another time, or is of those who write."""
    year = token.kind is TokenKind.NUMBER and len(token.text) == _DIGITS_OF_YEAR and token.text.startswith(("19", "20"))
    return year or token.lower in rules.later or token.lower in rules.times or token.lower in rules.authors


def is_reported(passage: Passage, rules: AttributionRules) -> bool:
    """Dutch "In de wijk zouden twaalf mensen gewond zijn": the verb of hearsay goes on with what was told, here as elsewhere."""
    tokens = passage.tokens
    if rules.hearsay_verbs.isdisjoint(passage.lowers) or not tells_of_harm(tokens, rules) or tokens[-1].text == "?":
        return False
    if any(match.how != "adjective" for match in passage.parties) or any(sign in _QUOTES for sign in passage.words):
        return False
    opener = tokens[0].lower
    return opener not in rules.shifts and opener not in rules.contrasts and not any(token.lower in rules.authors for token in tokens)


def tells_of_harm(tokens: tuple[Token, ...], rules: AttributionRules) -> bool:
    """Whether a word of harm stands among the tokens."""
    return any(_is_harm(token, rules) or token.lower in rules.partitives for token in tokens)


def _is_harm(token: Token, rules: AttributionRules) -> bool:
    return token.lower in rules.harm_words or token.lower.endswith(rules.ends_of_harm)


def shifts(passage: Passage, rules: AttributionRules) -> bool:
    """Whether the sentence opens with another time or place: "Elsewhere", "Een dag eerder", "In Homs"."""
    tokens = passage.tokens[:_OPENING_REACH]
    if tokens[0].lower in rules.shifts or tokens[0].lower in rules.contrasts:
        return True
    if any(token.lower in rules.same for token in tokens):
        return False
    if any(token.lower in rules.later for token in tokens):
        return True
    opener = tokens[0].lower
    if opener in rules.times or (opener in rules.prepositions and any(token.lower in rules.times for token in tokens[1:])):
        return True
    if opener not in rules.prepositions:
        return False
    end = tokens[-1].end
    named = any(start < end for start, _ in passage.places)
    year = any(token.kind is TokenKind.NUMBER and len(token.text) == 4 for token in tokens[1:2])
    return named or year or (len(tokens) > 1 and tokens[1].text[0].isupper())


__all__ = ["counts_on", "goes_on", "harm_goes_on", "is_reported", "shifts", "tells_of_harm"]
