"""Names in a sentence of harm that are no victims': what a name is written to, and who is only cited."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.reading.people.mentions import PersonMention
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token

_FURTHEST = 20  # words


def is_bystander(tokens: Sequence[Token], rules: PeopleRules, mention: PersonMention) -> bool:
    """Whether the name stands in a sentence of harm without being a victim's."""
    return _names_thing(tokens, rules, mention) or _is_cited(tokens, rules, mention)


def _names_thing(tokens: Sequence[Token], rules: PeopleRules, mention: PersonMention) -> bool:
    """Dutch "de Eid Gah-moskee": the name belongs to what is written to it."""
    at = mention.right + 1
    joined = at + 1 < len(tokens) and tokens[at].text in ("-", "‑") and tokens[at].start == tokens[at - 1].end
    return rules.verb_final and joined and tokens[at + 1].start == tokens[at].end and tokens[at + 1].text[0].islower()


def _is_cited(tokens: Sequence[Token], rules: PeopleRules, mention: PersonMention) -> bool:
    """Dutch "volgens de coördinator voor Jemen, A, zijn er ...": before the verb of a clause that opens with who says it."""
    at = mention.left - 1
    if not rules.verb_final or mention.right + 1 >= len(tokens):
        return False
    while at >= 0 and mention.left - at <= _FURTHEST and tokens[at].text not in (".", ";", ":"):
        if rules.has("cited", tokens[at].lower):
            return True
        if rules.has("auxiliaries", tokens[at].lower) or rules.has("speech", tokens[at].lower):
            return False
        at -= 1
    return False
