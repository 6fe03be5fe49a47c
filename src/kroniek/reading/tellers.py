"""Who tells a count, where the words around the number say no more: "the doctors: more than 100", "at least 32, said the governor"."""

from __future__ import annotations

from kroniek.model.claim import Harm, Kind
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.text.tokens import TokenKind

_MOST_FROM_NOUN = 5
_LONGEST_GAPPED = 9
_LONGEST_CITED = 6
_OPENS = frozenset({",", ";", ":", "“", "‘", "'", '"', "„", "–", "—"})


def is_all_that_is_said(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether the number stands alone between two signs, but for words of time and certainty, or right behind who is cited for it."""
    tokens, marks = sentence.tokens, sentence.marks
    after = draft.last + 1
    if after < len(tokens) and (tokens[after].kind is not TokenKind.SIGN or tokens[after].text == ")"):
        return False
    at = draft.first - 1
    asides = lexicon.words("asides")
    while at >= 0 and (
        tokens[at].lower in asides or marks.at("harm_adverb", at) is not None or marks.ending("transparent", at) is not None
    ):
        at -= 1
    return at < 0 or tokens[at].text in _OPENS or _is_cited(sentence, lexicon, at)


def _is_cited(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "Volgens de stad meer dan twintigduizend": nothing but the party cited stands between its preposition and the number."""
    for back in range(at, max(-1, at - _LONGEST_CITED), -1):
        token = sentence.tokens[back]
        if token.lower in lexicon.words("cited_after"):
            return back < at
        if token.kind is not TokenKind.WORD or token.lower in lexicon.words("finite"):
            return False
    return False


def is_headed_by_teller(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "De artsen op het plein: meer dan honderd": who tells opens the sentence, and nothing but a colon stands before the number."""
    tokens, colon = sentence.tokens, draft.first - 1
    if not 1 <= colon <= _LONGEST_GAPPED or tokens[colon].text != ":":
        return False
    if any(tokens[at].kind is TokenKind.SIGN or tokens[at].lower in lexicon.words("finite") for at in range(colon)):
        return False
    return any(tokens[at].lower in lexicon.words("tellers") for at in range(min(3, colon)))


def follows_count_noun(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "Came with a new figure, 24", "met een hoger: 40": a word for a count stands right before, closed by a sign or a verb of being."""
    tokens = sentence.tokens
    signed = draft.first > 0 and (tokens[draft.first - 1].text in (",", ":", "–", "—"))
    if not signed:
        return False
    near = tokens[max(0, draft.first - _MOST_FROM_NOUN) : draft.first - 1]
    return any(token.lower in lexicon.words("count_nouns") for token in near)


def names_of_the_dead(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "He read out 93 names of people who had died": names that the sentence tells to be those of the dead."""
    at = draft.last + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].lower not in lexicon.words("names_of_people"):
        return False
    deaths = (*sentence.marks.all("harm_verb"), *sentence.marks.all("harm_noun"))
    return any(mark.entry.harm is Harm.KILLED and mark.first > at for mark in deaths)


def verb_told_once(sentence: Sentence, lexicon: Lexicon, draft: Draft, before: Sentence | None) -> bool:
    """ "Activists speak of 90 dead. State television of four soldiers": the number follows the same preposition, and no verb is told."""
    tokens, at = sentence.tokens, draft.first - 1
    if draft.kind not in (Kind.PEOPLE, Kind.FORCE, Kind.OTHER) or at < 1 or tokens[at].lower not in lexicon.words("tally_prepositions"):
        return False
    start = at
    while start > 0 and tokens[start - 1].text not in (",", ";", ":"):
        start -= 1
    if at - start > _LONGEST_GAPPED:
        return False
    marks = sentence.marks
    for index in range(start, at):
        if index == at - 1 and tokens[index].lower in lexicon.words("relative_openers"):
            continue  # "de rebellen die van dertig soldaten"
        verb = any(marks.at(category, index) is not None for category in ("harm_verb", "tally", "boundary", "be", "have"))
        if verb or tokens[index].lower in lexicon.words("finite") or tokens[index].lower in lexicon.words("prepositions"):
            return False
    told = [(sentence, start)] if start else []
    told += [(before, len(before.tokens))] if before is not None else []
    word = tokens[at].lower
    return any(one.tokens[mark.last].lower == word for one, limit in told for mark in one.marks.all("tally") if mark.last < limit)
