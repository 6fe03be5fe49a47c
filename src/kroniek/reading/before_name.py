"""One person told in several words before the name: "a journalist and father of two, Ali Hasan, was killed" counts one.

Pure functions over the drafts of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kroniek.model.claim import Kind, Victim
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

_LONGEST_TAIL = 6  # tokens of "of newborn twin daughters"
_MOST_JOINTS = 3  # ", and a"
_MOST_TO_VERB = 8  # tokens from the name to its verb: an age and a trade between signs


def told_before_name(sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], victims: Sequence[Victim]) -> set[int]:
    """The indices of the drafts that only describe somebody whose name follows behind a comma."""
    found: set[int] = set()
    for victim in victims:
        first = sentence.token_at(victim.start)
        if first < 2 or sentence.tokens[first - 1].text != ",":
            continue
        chain = list(_chain(sentence, lexicon, drafts, first - 1))
        if not chain:
            continue
        tail = drafts[chain[0]].last < first - 2
        if len(chain) > 1 and not (_is_of_one(sentence, lexicon, victim) or _shares_article(sentence, lexicon, drafts[chain[0]])):
            chain = chain[:1]
        found.update(chain if tail else chain[1:])
    return found


def _chain(sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], end: int) -> Iterator[int]:
    """The drafts of one person each that end at token `end`, the nearest first, joined by commas and conjunctions alone."""
    tail = True
    for number in range(len(drafts) - 1, -1, -1):
        draft = drafts[number]
        if draft.last >= end:
            continue
        between = sentence.tokens[draft.last + 1 : end]
        if draft.figure_first is not None or draft.low != 1 or draft.kind is not Kind.CASUALTIES:
            return
        if tail:
            if not _is_tail([token.lower for token in between], lexicon):
                return
        elif len(between) > _MOST_JOINTS or not all(_joins(lexicon, token.lower) for token in between):
            return
        yield number
        end, tail = draft.first, False


def _is_tail(between: Sequence[str], lexicon: Lexicon) -> bool:
    """Nothing, "of newborn twin daughters", or "and father of two"."""
    if len(between) > _LONGEST_TAIL or "," in between:
        return False
    kin = between[1:] if between[:1] and between[0] in lexicon.words("conjunctions") else between
    if kin is not between and not (kin[:1] and kin[0] in lexicon.words("kin_of")):
        return False
    return not between or (kin[1] if kin is not between and len(kin) > 1 else kin[0]) in lexicon.words("of")


def _joins(lexicon: Lexicon, word: str) -> bool:
    return word == "," or word in lexicon.words("conjunctions") or word in lexicon.words("articles_of_one")


def _shares_article(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "A journalist and father": the second has no article of its own."""
    before = sentence.tokens[draft.first - 1].lower if draft.first else ""
    own = sentence.marks.at("article", draft.first) is not None or sentence.tokens[draft.first].lower in lexicon.words("possessives")
    return before in lexicon.words("conjunctions") and not own


def _is_of_one(sentence: Sentence, lexicon: Lexicon, victim: Victim) -> bool:
    """Whether the first verb behind the name is one of a single person ("was", "is")."""
    last = sentence.token_at(max(victim.end - 1, victim.start))
    one, many = lexicon.words("verbs_of_one"), lexicon.words("verbs_of_many")
    after = sentence.tokens[last + 1 : last + 1 + _MOST_TO_VERB]
    return next((token.lower in one for token in after if token.lower in one or token.lower in many), False)
