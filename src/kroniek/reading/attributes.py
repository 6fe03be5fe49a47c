"""A party after "by" within what only describes a noun: "door rebellen gecontroleerd gebied" lays no attack to the rebels."""

from __future__ import annotations

from kroniek.parties.index import PartyMatch
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word, is_finite_attack, is_strike, strike_ends, weapon_ends

_BRACKETS = 6
_FROM_CAUSE = 9
_FROM_BEGIN = 5  # words from "the war" to "after"
_TO_PART = 12  # words from the verb to its other part
_BREAKS = frozenset({",", ";", ":", ".", "“", "”", '"'})


def only_describes(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether, in a language that puts it there, a participle that does no harm follows the party after "by"."""
    if not lexicon.words("verb_second") or match.last + 1 >= len(sentence.tokens):
        return False
    after = match.last + 1
    after += has_word(sentence, lexicon, "passives", after) and after + 1 < len(sentence.tokens)  # "die door Rwanda worden gesteund"
    word = sentence.tokens[after].lower
    states = lexicon.words("not_done_by")
    return word in states or (word.endswith("e") and word[:-1] in states)


def attacks_in_two_words(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Dutch "vielen het dorp binnen", "staken twintig mensen dood": a verb that only its other part makes one of attack."""
    if not has_word(sentence, lexicon, "separable_attacks", at):
        return False
    for near in range(at + 1, min(len(sentence.tokens), at + _TO_PART)):
        if sentence.tokens[near].text in _BREAKS or has_word(sentence, lexicon, "clause_openers", near):
            return False
        if has_word(sentence, lexicon, "separable_parts", near):
            return True
    return False


def befalls(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Dutch "raakten gewond", "raakten bij de aanval vermist": the verb of hitting tells here what happened to its subject."""
    if not has_word(sentence, lexicon, "befalling", at):
        return False
    for near in range(at, min(len(sentence.tokens), at + _TO_PART)):
        if sentence.tokens[near].text in _BREAKS:
            return False
        verb = sentence.marks.at("harm_verb", near)
        if verb is not None and verb.entry.use != "object":
            return True
    return False


def past_brackets(sentence: Sentence, at: int) -> int:
    """After the short name in brackets: "Islamitische Staat (IS)"."""
    tokens = sentence.tokens
    if at >= len(tokens) or tokens[at].text != "(":
        return at
    return next((close + 1 for close in range(at + 1, min(len(tokens), at + _BRACKETS)) if tokens[close].text == ")"), at)


def is_a_cause(sentence: Sentence, lexicon: Lexicon, index: int) -> bool:
    """Whether the name at a token is of an attack that only was the cause: "sinds de oorlog begon na een aanval van X op Y", "als
    vergelding voor een aanval van X"."""
    tokens = sentence.tokens
    for at in range(index - 1, max(-1, index - _FROM_CAUSE), -1):
        if tokens[at].text in _BREAKS or is_finite_attack(tokens[at].lower, lexicon):
            return False
        after, back = has_word(sentence, lexicon, "after_it", at), has_word(sentence, lexicon, "in_return", at)
        if not after and not back:
            continue
        struck = any(is_strike(sentence, near) for near in range(at + 1, min(len(tokens), index + 3)))
        began = any(has_word(sentence, lexicon, "began", near) for near in range(max(0, at - _FROM_BEGIN), at))
        told = any(has_word(sentence, lexicon, "whereby", near) for near in range(index + 1, len(tokens)))
        return struck and not told and (back or began)
    return False


def is_behind(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Dutch "X zou volgens bronnen achter de aanval hebben gezeten"."""
    after = past_brackets(sentence, match.last + 1)
    if not has_word(sentence, lexicon, "being_behind", after):
        return False
    near = range(after + 1, min(len(sentence.tokens), after + _TO_PART))
    behind = next((at for at in near if has_word(sentence, lexicon, "behind", at)), 0)
    if any(has_word(sentence, lexicon, "clause_joints", at) for at in range(after, behind)):
        return False  # "het leger zegt dat X achter de aanval zit"
    return behind > 0 and any(is_strike(sentence, at) for at in range(behind + 1, behind + 4))


def does_as_a_state(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Een raketaanval van Rusland", "een aanval door Israël": a state that is a place as well, after words that no place follows."""
    at = match.first - 1
    if at < 1:
        return False
    if has_word(sentence, lexicon, "by", at):
        done = strike_ends(sentence, at - 1) or weapon_ends(sentence, at - 1) or has_word(sentence, lexicon, "armed_acts", at - 1)
        return done and not only_describes(sentence, lexicon, match)
    if has_word(sentence, lexicon, "away", at) and weapon_ends(sentence, at - 1):
        return True  # "raketten uit Iran ingeslagen"
    endings = lexicon.endings("attack_endings")
    return bool(endings) and has_word(sentence, lexicon, "of", at) and sentence.tokens[at - 1].lower.endswith(endings)
