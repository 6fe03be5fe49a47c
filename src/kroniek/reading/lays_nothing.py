"""Words around a party's name that lay no attack to it, whatever the verb: who runs a body, who fights whom, who says so.

Pure functions over a sentence.
"""

from __future__ import annotations

from kroniek.parties.index import PartyMatch
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import has_word
from kroniek.text.tokens import TokenKind

_FROM_BETWEEN = 8  # tokens of "between the army's special forces and the"


def lays_nothing(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether one of these constructions holds the party's name."""
    return (
        _only_affiliates(sentence, lexicon, match)
        or _is_between(sentence, lexicon, match)
        or _says_that(sentence, lexicon, match)
        or _says_before(sentence, lexicon, match)
        or _saves(sentence, lexicon, match)
    )


def _only_affiliates(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Hamas-run health officials", "het door Hamas geleide ministerie": tells who runs a body, and lays nothing to the party."""
    at, tokens = match.last + 1, sentence.tokens
    hyphen = at + 1 < len(tokens) and tokens[at].text in "-‑" and tokens[at].start == tokens[at - 1].end
    at += hyphen
    return at < len(tokens) and (hyphen or bool(lexicon.words("verb_second"))) and has_word(sentence, lexicon, "affiliations", at)


def _is_between(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Clashes between the army and the RSF killed 20": both fought, and nobody says whose fire it was."""
    for at in range(match.first - 1, max(-1, match.first - 1 - _FROM_BETWEEN), -1):
        if has_word(sentence, lexicon, "betweens", at):
            # "between the wars the army killed": the other side must be joined to it, before or behind
            joined = [*range(at + 1, match.first), *range(match.last + 1, min(len(sentence.tokens), match.last + 3))]
            return any(has_word(sentence, lexicon, "conjunctions", near) for near in joined)
        if sentence.tokens[at].kind is TokenKind.SIGN and sentence.tokens[at].text not in "-‑'’":
            return False
        if sentence.marks.at("harm_verb", at) is not None or sentence.tokens[at].text.isdigit():
            return False
    return False


def _says_that(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "The strike that Moscow said killed 24": who stands between "that" and a verb of saying tells of it."""
    before, after, tokens = past_determiners(sentence, lexicon, match.first - 1), match.last + 1, sentence.tokens
    if before < 1 or after + 1 >= len(tokens) or not has_word(sentence, lexicon, "told_that", before):
        return False
    return has_word(sentence, lexicon, "speaks", after) and sentence.marks.at("harm_verb", after + 1) is not None


def _says_before(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Dutch "..., meldt Kyiv, stuurde Moskou 117 drones": who says it in between, closed by a sign, does nothing here."""
    at, after = past_determiners(sentence, lexicon, match.first - 1), match.last + 1
    closed = after < len(sentence.tokens) and sentence.tokens[after].text == ","
    return bool(lexicon.words("verb_second")) and closed and has_word(sentence, lexicon, "speaks", at)


def _saves(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Gered door een Frans fregat": right after "by", where that tells of something else than an attack."""
    at = past_determiners(sentence, lexicon, match.first - 1)
    return at > 0 and has_word(sentence, lexicon, "by", at) and has_word(sentence, lexicon, "not_done_by", at - 1)


def past_determiners(sentence: Sentence, lexicon: Lexicon, at: int) -> int:
    """The token before the articles and the like that end at token `at`."""
    while at >= 0 and has_word(sentence, lexicon, "determiners", at):
        at -= 1
    return at
