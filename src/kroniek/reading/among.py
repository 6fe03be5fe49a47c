"""People told as some of those harmed: "among the dead were five children", "of those killed, 61 were men", "a teacher, the youngest
of the dead"."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.cues import MOST_BETWEEN
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind, ends_clause

_MOST_TO_AMONG = 10
_LONGEST_APPOSITION = 7


def among_counted(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    """ "Onder de vier gewonden zijn drie kinderen", "among the 12 dead were three children"."""
    for mark in marks.all("harm_noun"):
        after = mark.last + 1
        if not mark.last < phrase.first <= mark.last + _MOST_TO_AMONG or after >= len(tokens) or mark.entry.harm is None:
            continue
        if marks.at("be", after) is None and tokens[after].lower not in lexicon.words("finite"):
            continue
        before = [token.lower for token in tokens[max(0, mark.first - 4) : mark.first]]
        opened = next((at for at, word in enumerate(before) if word in lexicon.words("amid")), None)
        if opened is not None and any(word in lexicon.words("determiners") for word in before[opened + 1 :]):
            return Join(mark.entry.harm, "among")
    return None


def among(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    """ "Among the dead were five children", "five children are among the dead"."""
    if not phrase.is_people:
        return None
    of = phrase.first > 1 and tokens[phrase.first - 1].lower in lexicon.words("of")
    if of and (marks.ending("person", phrase.first - 2) or marks.ending("relative", phrase.first - 2)) is not None:
        return None  # "ten of the dead were relatives of one doctor"
    for mark in (*marks.all("among"), *marks.all("of_those")):
        partitive = mark.entry.category == "of_those"
        if partitive and (mark.last >= phrase.first or not _opens_clause(tokens, lexicon, mark.first)):
            continue  # "of those killed, 61 were men", not "the homes of those killed"
        if not partitive and mark.first and tokens[mark.first - 1].lower in lexicon.words("of"):
            continue  # Dutch "22 van de doden waren inwoners van een flat"
        if mark.last < phrase.first and phrase.first - mark.last <= MOST_BETWEEN:
            between = range(mark.last + 1, phrase.first)
            clear = all(not ends_clause(tokens, at) and marks.at("harm_verb", at) is None for at in between)
            # "the bodies were laid in a square where hundreds of men prayed"
            clear = clear and not any(tokens[at].lower in lexicon.words("relative_places") for at in between)
            if clear:
                return Join(mark.entry.harm, "among")
        if phrase.last < mark.first <= phrase.last + _MOST_TO_AMONG and not any(
            marks.at("harm_verb", at) is not None or ends_clause(tokens, at) for at in range(phrase.last + 1, mark.first)
        ):
            return Join(mark.entry.harm, "among")
    return None


def _opens_clause(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    return at == 0 or tokens[at - 1].kind is TokenKind.SIGN or tokens[at - 1].lower in lexicon.words("both_of")


def one_of_the_dead(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    """ "A teacher, the youngest of the dead, ...", "the imam was one of the dead": an apposition or predicate of one of those harmed."""
    at = phrase.last + 1
    if phrase.low != 1 or not phrase.is_people or at + 3 >= len(tokens) or (tokens[at].text != "," and marks.at("be", at) is None):
        return None
    for of in range(at + 2, min(len(tokens) - 2, at + _LONGEST_APPOSITION)):
        if tokens[of].lower in lexicon.words("of") and tokens[of + 1].lower in lexicon.words("determiners"):
            noun = marks.at("harm_noun", of + 2)
            told = noun is not None and noun.entry.harm is not None
            return Join(Harm.KILLED if noun.entry.harm is Harm.HARMED else noun.entry.harm, "apposition") if noun and told else None
        if tokens[of].kind is TokenKind.SIGN:
            return None
    return None
