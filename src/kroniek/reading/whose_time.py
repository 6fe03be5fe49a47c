"""Times that a sentence tells of something else than the figure: of a siege, of a comparison, of a toll that rose."""

from __future__ import annotations

from kroniek.model.interval import Precision
from kroniek.reading.dates import TimeFound
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.strike_words import strike_ends
from kroniek.reading.told_days import after_another

_FROM_THAN = 4
_FROM_SINCE = 14  # tokens between "since" and its time: "since the ceasefire that the two sides signed in March"
_FROM_SUPERLATIVE = 8
_FROM_NONE = 8
_FROM_RISE = 5
_TO_RANK = 12  # words: "the deadliest single attack on civilians in the region since March"
_DAYS = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE)
_ENDS = (",", ";", ":", "(", ")", "—", "–")
_OF_ATTACK = ("thing", "harm_verb", "harm_noun", "strike_subject")
_GENITIVES = ("'s", "’s")


def is_of_something_else(sentence: Sentence, time: TimeFound, offset: int | None, lexicon: Lexicon) -> bool:
    """Whether a time of the sentence is not that of the figure at `offset`; of a figure in a sentence that follows where None."""
    figure, at = len(sentence.tokens) if offset is None else sentence.token_at(offset), sentence.token_at(time.start)
    return (
        _is_held_against(sentence, at, figure, lexicon)
        or _is_record(sentence, time, offset, lexicon)
        or _is_in_clause_beside(sentence, at, figure, lexicon)
        or _is_of_part(sentence, at, figure, lexicon)
        or _is_of_what_came(sentence, time, at, figure, lexicon)
        or _is_without(sentence, time, at, figure, lexicon)
        or _is_of_the_rise(sentence, time, at, lexicon)
    )


def is_since(sentence: Sentence, start: int, offset: int | None, lexicon: Lexicon) -> bool:
    """Whether the time told at code point `start` is that since which something lasts: "since August", "since fighting began in April".

    What happened in the clause itself ("since 12 people were killed on Monday") is no total: `offset` is the figure that asks.
    """
    since = _since_before(sentence, sentence.token_at(start), lexicon)
    return since is not None and (offset is None or not sentence.tokens[since].start < offset < start)


def is_ranked_within(sentence: Sentence, time: TimeFound, lexicon: Lexicon) -> bool:
    """ "The deadliest attack in months", "een van de zwaarste aanvallen sinds maart": the time among whose events this one is ranked."""
    tokens, at = sentence.tokens, sentence.token_at(time.start)
    if time.precision in _DAYS and (at == 0 or tokens[at - 1].lower not in lexicon.words("since")):
        return False
    return any(
        tokens[number].lower in lexicon.words("superlatives") and tokens[number + 1].lower not in lexicon.words("periods")
        for number in range(max(0, at - _TO_RANK), at)
    )


def _since_before(sentence: Sentence, at: int, lexicon: Lexicon) -> int | None:
    words = lexicon.words("since")
    for back in range(at - 1, max(-1, at - 1 - _FROM_SINCE), -1):
        token = sentence.tokens[back]
        if token.lower in words:
            return back
        if token.text in _ENDS:
            return None
    return None


def _is_held_against(sentence: Sentence, at: int, figure: int, lexicon: Lexicon) -> bool:
    if at <= figure:
        return False
    between = sentence.tokens[max(figure, at - _FROM_THAN) : at]
    return any(token.lower in lexicon.words("than") for token in between)


def _is_record(sentence: Sentence, time: TimeFound, offset: int | None, lexicon: Lexicon) -> bool:
    """ "The deadliest attack since 2015", "the first since a truce in March"."""
    since = _since_before(sentence, sentence.token_at(time.start), lexicon)
    if since is None and time.precision not in _DAYS:
        at = sentence.token_at(time.start) - 1  # "the third raid this week", "the highest this year"
        while at > 0 and sentence.tokens[at].lower in lexicon.words("place_prepositions"):
            at -= 1
        return at >= 0 and sentence.tokens[at].lower in lexicon.words("ranking")
    if since is None or (offset is not None and sentence.tokens[since].start < offset < time.start):
        return False
    words = lexicon.words("ranking")
    return any(token.lower in words for token in sentence.tokens[max(0, since - _FROM_SUPERLATIVE) : since])


def _is_in_clause_beside(sentence: Sentence, at: int, figure: int, lexicon: Lexicon) -> bool:
    """ "Tallan, which rebels took in March, was shelled": a clause that tells of a place or a person, with the figure outside it."""
    pronouns, tokens = lexicon.words("relatives"), sentence.tokens
    for back in range(at - 1, 0, -1):
        if tokens[back].text in _ENDS:
            return False
        if tokens[back].lower in pronouns:
            if tokens[back - 1].text != "," or strike_ends(sentence, back - 2):
                return False
            closed = next((one for one in range(at, len(tokens)) if tokens[one].text in _ENDS), len(tokens))
            if figure >= len(tokens) and _tells_of_attack(sentence, range(back, closed)):
                return False  # asked by a sentence that follows: "Tallan, where the bombs fell from Thursday to Monday"
            return not back < figure < closed
    return False


def _is_of_part(sentence: Sentence, at: int, figure: int, lexicon: Lexicon) -> bool:
    """ "63 wounded, 41 of them on 18 March", "1,400 killed, the majority on 7 October": the day of a part, not of the whole before."""
    tokens = sentence.tokens
    back = at - 1
    while back > figure and tokens[back].lower in lexicon.words("place_prepositions"):
        back -= 1
    if back <= figure:
        return False
    if tokens[back].lower in lexicon.words("them") and tokens[back - 1].lower in lexicon.words("of"):
        comma = next((one for one in range(back, figure, -1) if tokens[one].text == ","), None)
        return comma is not None
    return tokens[back].lower in lexicon.words("most_of")


def _is_of_what_came(sentence: Sentence, time: TimeFound, at: int, figure: int, lexicon: Lexicon) -> bool:
    """ "Saturday's blasts came two weeks after 350 people were killed": the day of the blasts, not of the killed before."""
    if time.shift is not None or figure >= len(sentence.tokens):
        return False
    after = after_another(sentence, lexicon)
    return after is not None and at < after < figure


def is_contrasted(sentence: Sentence, at: int, figure: int, lexicon: Lexicon) -> bool:
    """Whether the words at token `at` and the figure stand in two clauses held apart: "nine died in Tallan, while in Kessa six did"."""
    between = sentence.tokens[min(at, figure) : max(at, figure)]
    words = lexicon.words("contrasts")
    return figure < len(sentence.tokens) and any(token.lower in words for token in between)


def _tells_of_attack(sentence: Sentence, within: range) -> bool:
    return any(sentence.marks.covering(category, at) is not None for at in within for category in _OF_ATTACK)


def _is_without(sentence: Sentence, time: TimeFound, at: int, figure: int, lexicon: Lexicon) -> bool:
    """ "After no fighting in the past 20 days": a period in which nothing happened."""
    if time.kind != "period" or not time.relative:
        return False
    for back in range(at - 1, max(-1, at - 1 - _FROM_NONE), -1):
        if back == figure or sentence.tokens[back].text in _ENDS:
            return False
        if sentence.tokens[back].lower in lexicon.words("without"):
            return True
    return False


def _is_of_the_rise(sentence: Sentence, time: TimeFound, at: int, lexicon: Lexicon) -> bool:
    """ "The toll rose to nine on Wednesday": when the count changed."""
    if time.precision is not Precision.DAY or not sentence.marks.has("toll"):
        return False
    if sentence.text[time.start : time.end].endswith(_GENITIVES):
        return False
    # "rose on Wednesday", Dutch "is woensdag opgelopen"
    near = sentence.tokens[max(0, at - _FROM_RISE) : at + _FROM_RISE if lexicon.words("verb_second") else at]
    return any(token.lower in lexicon.words("rising") for token in near)
