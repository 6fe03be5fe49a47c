"""The one party to which a whole block lays attacks, for those of its figures of which no nearer words say who did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Claim, Group, Kind, PartyMention, Scope
from kroniek.reading.actors import blamed_in, is_long_before, is_wide, laid_in, place_ids
from kroniek.reading.facts import Sentence
from kroniek.reading.rules import ReadingRules

_MOST_SENTENCES = 30  # a longer block tells of more than one event
_MOST_PLACES = 3
_MOST_WORDS_COUNTED = 3
_KINDS = frozenset({Kind.CASUALTIES, Kind.STRIKES, Kind.MUNITIONS})


def with_sole_attacker(
    claims: Sequence[Claim], sentences: Sequence[Sentence], countries: Sequence[str], rules: ReadingRules
) -> list[Claim]:
    """The claims of one block, those without an actor with the only party that any of its sentences lays an attack to or blames.

    Not totals, nor those of another time or place, nor of the party's own people; nobody where two parties are laid attacks to.
    """
    unnamed = [claim for claim in claims if claim.actor is None or _is_of_no_name(claim, rules)]
    wanting = [claim for claim in unnamed if claim.kind in _KINDS and claim.scope is Scope.INCIDENT]
    if not wanting or len(sentences) > _MOST_SENTENCES or not any(sentence.parties for sentence in sentences):
        return list(claims)
    if len({claim.place.text for claim in claims if claim.place is not None and not claim.place.inferred}) > _MOST_PLACES:
        return list(claims)  # a round-up of a day
    laid: list[tuple[PartyMention, Sentence]] = []
    for at, sentence in enumerate(sentences):
        if not sentence.parties:
            continue
        lexicon, earlier = rules.lexicons[sentence.language], sentences[:at]
        if any(token.lower in lexicon.words("before_that") for token in sentence.tokens):
            continue  # "shortly before that they had fired a rocket": another attack
        found = laid_in(sentence, earlier, countries, rules.parties, lexicon) or blamed_in(
            sentence, earlier, countries, rules.parties, lexicon
        )
        if found is not None and not _is_nobody(found, rules, sentence.language):
            laid.append((found, sentence))
    if len({party.id or party.text for party, _ in laid}) != 1 or laid[0][0].id is None:
        return list(claims)
    of = {sentence.start: sentence for sentence in sentences}
    known = rules.parties.by_id(laid[0][0].id or "")
    armed = known is not None and not rules.parties.is_army_of_state(known)  # "terrorists" are a group's men, no army's
    ids = {
        claim.id for claim in wanting
        if (claim.actor is None or armed) and not (armed and _counts_enemies(claim, rules))
        and any(_fits(claim, party, told, of.get(claim.evidence.start, told)) for party, told in laid)
    }  # fmt: skip
    return [replace(claim, actor=laid[0][0]) if claim.id in ids else claim for claim in claims]


def _counts_enemies(claim: Claim, rules: ReadingRules) -> bool:
    """Whether fighters are counted by a word for the enemy: "twelve terrorists" of a group that attacked."""
    if claim.figure is None or claim.victims is None or claim.victims.group is not Group.COMBATANT:
        return False
    behind = claim.evidence.text[claim.figure.end - claim.evidence.start :].lower().split()[:_MOST_WORDS_COUNTED]
    return not rules.lexicons[claim.block.language].words("enemies").isdisjoint(word.strip(".,;") for word in behind)


def _is_of_no_name(claim: Claim, rules: ReadingRules) -> bool:
    """Whether armed men of no name did it, to people who are no fighters: "gunmen stormed the hotel"."""
    fighters = claim.victims is not None and claim.victims.group is Group.COMBATANT
    return claim.actor is not None and _is_nobody(claim.actor, rules, claim.block.language) and not fighters


def _is_nobody(party: PartyMention, rules: ReadingRules, language: str) -> bool:
    """Whether the words tell of armed men without a name, whom a group may have sent: "gunmen", "terroristen"."""
    words = party.text.lower().split()
    return party.id is None and bool(words) and words[-1] in rules.lexicons[language].words("men_of_no_name")


def _fits(claim: Claim, party: PartyMention, told: Sentence, own: Sentence) -> bool:
    """Whether the figure of the sentence `own` may be of the attack that another tells of: no other place, not long before, and not the
    party's own people or its losses."""
    if "harm:lost" in claim.rules and claim.victims is not None and claim.victims.group is Group.COMBATANT:
        return False
    if is_long_before(told, own):
        return False
    if claim.victims is not None and claim.victims.affiliation == party.id:
        return False
    there = place_ids(told)
    return claim.place is None or not there or is_wide(told) or claim.place.id in there
