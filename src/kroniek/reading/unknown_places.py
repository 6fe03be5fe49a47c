"""Names of places that the gazetteer does not know, where grammar says that a place is meant.

"In the village of Deir Hafa", "the al-Noor camp", "near Tal Rifat": the words are kept and called unresolved; nothing is guessed.
The words that steer this are lists of `languages/<language>/setting.yaml`: a name beside one of `place_nouns` is a place's, so is one
after "of" and one of `sites` ("the market of ..."), and one after `place_openers` that is not known as something else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kroniek.model.span import Span
from kroniek.reading.lexicon import Lexicon
from kroniek.text.tokens import Token, TokenKind

# the Arabic article in its spellings, which joins the words of a name in lower case
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "an", "az", "ad", "at", "ath", "ul", "es", "esh", "ed", "ez", "er"})
_JOINS = frozenset({"-", "‑", "–"})
_GENITIVES = ("'s", "’s")
_QUOTES = frozenset({'"', "'", "“", "‘", "„"})
_MOST_WORDS = 4
_MOST_BETWEEN = 3
_SHORTEST = 2
_LONGEST_INITIALS = 5
_FEWEST_FOR_TITLE = 4
_TITLE_SHARE = 0.6
_SHORTEST_COMPOUND = 8

IsOther = Callable[[str], bool]


def unknown_places(tokens: Sequence[Token], lexicon: Lexicon, taken: Sequence[Span], is_other: IsOther) -> list[tuple[int, int]]:
    """First and last tokens of the unknown names, in the order of the text.

    `taken` are the spans of what is known already (places, parties, times); `is_other` tells of a word in lower case that it is a common
    word, a person's name, a month or a demonym.
    """
    found: list[tuple[int, int]] = []
    titled: bool | None = None
    past = -1
    # a cheap look before `_name_end`: a capital, or an article that may join a name
    for first in [at for at, token in enumerate(tokens) if token[4] is TokenKind.WORD and (token[0][0].isupper() or token[1] in _ARTICLES)]:
        last = None if first <= past else _name_end(tokens, first, lexicon)
        if last is None:
            continue
        past = last
        if not _can_name(tokens, first, last) or _is_taken(tokens, first, last, taken):
            continue
        if not _beside_noun(tokens, first, last, lexicon):
            if not _is_opened(tokens, first, lexicon) or _is_other_thing(tokens, first, last, lexicon, is_other):
                continue
            titled = _is_title(tokens) if titled is None else titled
            if titled:
                continue
        found.append((first, last))
    return found


def _name_end(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int | None:
    """The last token of the run of capitalised words that begins at `first`, Arabic articles joined in; None where none begins."""
    at = first
    if tokens[first].text.endswith(_GENITIVES) or (_is_name(tokens, first + 1) and tokens[first + 1].text.endswith(_GENITIVES)):
        return None  # "Nigeria's Borno state", "Sagaing Region's Pale township": the name begins after it
    if _is_article(tokens, first):
        at = first + 2
    elif not _is_name(tokens, first) or _is_demonym(tokens, first, lexicon) or _only_opens(tokens[first].lower, lexicon):
        return None
    words = 1
    while words < _MOST_WORDS:
        after = at + 1
        if after < len(tokens) and tokens[after].text in _JOINS and tokens[after].start == tokens[at].end:
            after += 1
        if _is_article(tokens, after):
            after += 2
        if not _is_name(tokens, after) or tokens[after].lower in lexicon.words("place_nouns"):
            break
        at, words = after, words + 1
    return at


def _is_demonym(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "Syrian", or the first half of "Noord-Iraakse"."""
    if _is_adjective_of_people(tokens, at, lexicon):
        return True
    demonyms = lexicon.words("demonyms")
    hyphened = at + 2 < len(tokens) and tokens[at + 1].text in _JOINS
    return tokens[at].lower in demonyms or (hyphened and tokens[at + 2].lower in demonyms)


def _is_adjective_of_people(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Dutch "het Indonesische ziekenhuis": by its ending, between an article and a noun."""
    if not lexicon.words("verb_second") or at < 1 or at + 1 >= len(tokens):
        return False
    ends = tokens[at].lower.endswith(lexicon.endings("demonym_endings")) and tokens[at + 1].text.islower()
    return ends and tokens[at - 1].lower in lexicon.words("determiners") and tokens[at + 1].lower not in lexicon.words("place_nouns")


def _only_opens(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has its capital only because it opens the sentence: "In Has", "The village"."""
    words = lexicon.words
    return word in words("prepositions") or word in words("place_openers") or word in words("determiners") or word in words("place_nouns")


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether "al-" with a name after it stands at `at`."""
    return at + 2 < len(tokens) and tokens[at].lower in _ARTICLES and tokens[at + 1].text in _JOINS and _is_name(tokens, at + 2)


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind is TokenKind.WORD and tokens[at].text[0].isupper()


def _is_taken(tokens: Sequence[Token], first: int, last: int, taken: Sequence[Span]) -> bool:
    start, end = tokens[first].start, tokens[last].end
    return any(span.start < end and start < span.end for span in taken)


def _can_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Longer than a letter, no genitive, and no initials: "in the UN"."""
    words = [token.text for token in tokens[first : last + 1] if token.kind is TokenKind.WORD]
    initials = len(words) == 1 and len(words[0]) <= _LONGEST_INITIALS and words[0].isupper()
    return not initials and len(words[-1]) >= _SHORTEST and not words[-1].endswith(_GENITIVES)


def _beside_noun(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """ "The village Deir Hafa", "the village of Deir Hafa", "the market of Tal Rifat", "the Al-Kadari district"."""
    nouns = lexicon.words("place_nouns")
    after = last + 1
    if first > 0 and after < len(tokens) and tokens[after].lower in nouns and tokens[after].text.islower():
        if after + 1 < len(tokens) and tokens[after + 1].lower in lexicon.words("of"):
            return False  # "the Shi'ite Muslim city of Diwaniya"
        named = not any(tokens[last].lower.endswith(ending) for ending in lexicon.words("demonym_endings"))
        return named and tokens[first].lower not in lexicon.words("not_places")
    before = first - 1
    while before > 0 and tokens[before].text in _QUOTES:
        before -= 1
    if before < 1:
        return False
    word = tokens[before].lower
    if word in lexicon.words("of") or word in lexicon.words("called"):
        before -= 1
        word = tokens[before].lower
        return _is_noun(word, lexicon) or word in lexicon.words("sites")
    return _is_noun(word, lexicon)


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """A noun of places, or a compound of one: "havenstad", "vluchtelingenkamp"."""
    if word in lexicon.words("place_nouns"):
        return True
    return len(word) >= _SHORTEST_COMPOUND and any(word.endswith(last) for last in lexicon.words("place_noun_endings"))


def _is_opened(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether a preposition of place opens the phrase of the name: "near", "in het naburige", "ten zuiden van"."""
    article = adjective = False
    for at in range(first - 1, max(-1, first - 2 - _MOST_BETWEEN), -1):
        word = tokens[at].lower
        if word in lexicon.words("place_openers"):
            return adjective or not article
        if at > 0 and word in lexicon.words("struck_openers") and tokens[at - 1].lower in lexicon.words("strikes_on"):
            return True
        if at > 0 and word in lexicon.words("whereabouts_of") and tokens[at - 1].lower in lexicon.words("whereabouts"):
            return adjective or not article
        if word in lexicon.words("place_adjectives") or word in lexicon.words("demonyms"):
            adjective = True
        elif at == first - 1 and word.endswith(_GENITIVES) and tokens[at].text[0].isupper():
            adjective = True  # "in Nigeria's Borno state"
        elif adjective and tokens[at].text[0].isupper() and tokens[at + 1].text.endswith(_GENITIVES):
            continue  # "in Sagaing Region's Pale township"
        elif word in lexicon.words("determiners"):
            article = True
        else:
            return False
    return False


def _is_other_thing(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, is_other: IsOther) -> bool:
    """Whether the name is known as no place's: a common word, a title before a name, a single name of a person."""
    words = [token.lower for token in tokens[first : last + 1] if token.kind is TokenKind.WORD]
    return any(word in lexicon.words("not_places") for word in words) or (len(words) == 1 and is_other(words[0]))


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether most longer words have a capital, as in an English headline: there a capital tells nothing."""
    words = [token.text for token in tokens if token.kind is TokenKind.WORD and len(token.text) > 3]
    return len(words) >= _FEWEST_FOR_TITLE and sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)
