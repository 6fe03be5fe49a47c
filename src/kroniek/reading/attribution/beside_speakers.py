"""What stands beside one who could speak: a rank before a name, an office told after it, a count, words that pass through another."""

from __future__ import annotations

from kroniek.reading.attribution.candidates import BREAKS, Candidate, Field, Sort, is_participle
from kroniek.text.tokens import TokenKind


def passes_on(field: Field, at: int) -> bool:
    """Whether the words of another pass through the party at token `at`: "quoted by"."""
    tokens, rules = field.tokens, field.rules
    return at > 2 and tokens[at - 1].lower in rules.agents and tokens[at - 2].lower in rules.cited


def is_counted(field: Field, candidate: Candidate, verb: int) -> bool:
    """ "Dat nog geen 330 inwoners telt,": the number before the noun is what the verb at the end of its clause counts."""
    tokens = field.tokens
    ends = verb + 1 >= len(tokens) or tokens[verb + 1].text in BREAKS
    return ends and verb == candidate.last + 1 and candidate.first > 0 and tokens[candidate.first - 1].kind is TokenKind.NUMBER


def backs(field: Field, candidate: Candidate) -> bool:
    """Dutch "door Hamas bestuurde": a party within what a participle tells of a noun."""
    tokens, after = field.tokens, candidate.last + 1
    if not field.rules.verb_second or candidate.first == 0 or after >= len(tokens):
        return False
    return tokens[candidate.first - 1].lower in field.rules.agents and is_participle(tokens[after])


def only_rank(field: Field, first: int, name: int) -> bool:
    """Whether nothing stands before the name, or only a rank or form of address: "Colonel Léon Mbuyi", "Mr. Dung Pwajok"."""
    rules, at = field.rules, first
    while at < name:
        rank = field.by_start.get(at)
        if rank is not None and rank.sort is Sort.ROLE and rank.last < name:
            at = rank.last + 1
        elif field.tokens[at].lower in rules.titles or (field.tokens[at].text == "." and at > first):
            at += 1
        else:
            return False
    return at == name


def holds_verb(field: Field, phrase: tuple[int, int]) -> bool:
    """ "The assailants stormed Kwapit": a word of no list between a plural noun and a name is a verb, and the phrase a clause."""
    tokens, rules = field.tokens, field.rules
    if rules.verb_second:
        return False
    return any(
        tokens[at].lower.endswith("ed") and tokens[at - 1].lower.endswith("s") and tokens[at - 1].text[0].islower()
        and tokens[at + 1].text[0].isupper()
        for at in range(phrase[0] + 1, phrase[1])
    )  # fmt: skip


def is_body_named(field: Field, first: int, body: Candidate) -> bool:
    """ "The UN's agency for children, UNICEF, said": a party that is no state stands alone between the commas, an article aside."""
    if body.party is None or str(body.party.party.kind) == "state":
        return False
    return body.first == first or (body.first == first + 1 and field.tokens[first].lower in field.rules.articles)


def is_office(field: Field, at: int) -> bool:
    """ "Ivan Petrov, governor of the region that ..., told": an office without an article tells who the one named before is."""
    office, before = field.by_start.get(at), field.by_end.get(at - 2)
    named = before is not None and before.sort is Sort.NAME and before.last > before.first
    return named and office is not None and office.sort is Sort.ROLE


__all__ = ["backs", "holds_verb", "is_body_named", "is_counted", "is_office", "only_rank", "passes_on"]
