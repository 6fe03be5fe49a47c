"""Numbers that are no figures: ages, labels, weapon names, ordinals, clock times, handles, list marks, results of a match."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kroniek.reading.lexicon import Lexicon
from kroniek.text.tokens import Token, TokenKind

# Web addresses, mail addresses, handles and hashtags. What stands on either side of an "@" is bounded, since it is looked for
# anew from every character.
_MASKED = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,80}@[^\s@]{1,200}\.\w+|[@#]\w+|\b\w+_\w+")
_UNITS_OF_CALIBRE = frozenset({"mm", "caliber", "calibre", "°", "º", "kg", "lb", "lbs", "-mm"})
_JOINTS = ("-", "‑", "–")
_OR = frozenset({"or", "of"})
_JOIN_TWO = frozenset({"or", "and", "of", "en"})
_MOST_DIGITS = 40
_SPAN_OF_AGES = 3
_DIGITS_OF_ID = 6
_LONGEST_ROW = 8
_JOIN_AGES = frozenset({",", "to", "tot", "tussen", "between", "from"})


def masked_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of `text[start:end]` whose digits are part of an address or handle."""
    words = text[start:end]
    if "@" not in words and "#" not in words and "_" not in words and "://" not in words and "www." not in words:
        return []
    return [match.span() for match in _MASKED.finditer(text, start, end)]


def is_age(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, *, counts: bool = False) -> bool:
    """Whether the number at tokens `first` to `last` tells somebody's age: "24-year-old", "(24)", "aged 24", "34-jarige", "Jan, 34,".

    `counts` tells that a noun of people follows: "ten children aged six to 15 and two women".
    """
    after = [token.lower for token in tokens[last + 1 : last + 5]]
    tails, units = lexicon.words("age_tails"), lexicon.words("age_words")
    plain = [word for word in after if word not in _JOINTS]
    if plain[:1] and (plain[0] in tails or (plain[0] in units and plain[1:2] and plain[1] in tails)):
        return True
    if plain[:1] and plain[0] in lexicon.words("conjunctions") and plain[1:2] and plain[1].isdigit() and plain[2:3] and plain[2] in units:
        return tokens[last].text.isdigit()  # "7 or 8 years old"
    if plain[:1] and plain[0] in units and after[:1] and after[0] in _JOINTS:
        return True  # "a 24-year ..." measures, it does not count
    if len(plain) > 1 and plain[0] in _OR and plain[1].isdigit() and is_age(tokens, last + 2, last + 2, lexicon):
        return True  # "42 or 43 years old"
    before = tokens[first - 1].lower if first else ""
    if before in lexicon.words("aged") and before != "about":
        return True
    if _is_told_as_age(tokens, first, last, lexicon):
        return True
    if before in lexicon.words("than") and first > 1 and tokens[first - 2].lower in lexicon.words("age_limits"):
        return True  # "jonger dan tien"
    if not counts and _in_row_of_ages(tokens, first, lexicon):
        return True
    if _is_span_of_ages(tokens, first, last):
        return True
    value = tokens[last].text
    if not value.isdigit() or len(value) > 3 or int(value) > 115 or first == 0:
        return False
    closes = after[:1] and after[0] in (")", "]")
    if before in ("(", "[") and (closes or (plain[:1] and plain[0] in units)) and first >= 2:
        return _ends_name(tokens, first - 2)
    if before == "," and after[:1] and after[0] in (",", ")", ";", ".", "–", "—") and first >= 2:
        return _ends_name(tokens, first - 2)
    return False


def _is_told_as_age(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """ "Omar, described as both 11 and 17", "listed as either 24 or 25": bare numbers that a participle gives as somebody's age."""
    told, either = lexicon.words("age_told"), lexicon.words("age_either")
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    counts = after is not None and after.kind is TokenKind.WORD and after.lower not in _JOIN_TWO
    if not told or first < 2 or counts:
        return False
    at = first - 1
    if at > 1 and tokens[at].lower in _JOIN_TWO and tokens[at - 1].kind is TokenKind.NUMBER:
        at -= 2
    if tokens[at].lower in either:
        at -= 1
    return at > 0 and tokens[at].lower in lexicon.words("age_as") and tokens[at - 1].lower in told


def _is_span_of_ages(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Omar Haddad, 61-62; his son ...": sources differ by a year on somebody's age."""
    if first > 3 and tokens[first - 1].text in _JOINTS and tokens[first - 2].text.isdecimal():
        first, last = first - 2, first - 2  # the older of the two
    after = last + 3
    if first < 2 or after >= len(tokens) or tokens[last + 1].text not in _JOINTS or tokens[first - 1].text not in (",", "("):
        return False
    younger, older = tokens[last].text, tokens[last + 2].text
    short = all(years.isdecimal() and len(years) < 4 for years in (younger, older))
    spans = short and 0 < int(older) - int(younger) <= _SPAN_OF_AGES
    return spans and tokens[after].text in (",", ")", ";", ".") and _ends_name(tokens, first - 2)


def _in_row_of_ages(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """ "Aged nine and 11", "aged between 5 and 12", "under the age of 18": the word of age stands before the row."""
    light = (_JOIN_AGES, lexicon.words("conjunctions"), lexicon.words("of"), lexicon.words("age_numbers"))
    at = first - 1
    while at >= 0 and first - at <= _LONGEST_ROW:
        token = tokens[at]
        if token.kind is not TokenKind.NUMBER and not any(token.lower in words for words in light):
            break
        at -= 1
    return at >= 0 and at < first - 1 and tokens[at].lower in lexicon.words("aged") and tokens[at].lower != "about"


def _ends_name(tokens: Sequence[Token], index: int) -> bool:
    return (tokens[index].kind is TokenKind.WORD and tokens[index].text[0].isupper()) or tokens[index].text in ("”", '"', "’", ")")


def is_no_figure(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the digits at tokens `first` to `last` name or order something in place of counting it."""
    token, following = tokens[first], tokens[last + 1] if last + 1 < len(tokens) else None
    previous = tokens[first - 1] if first else None
    if previous is not None and previous.end == token.start and _glued_before(tokens, first):
        return True
    if following is not None and following.start == tokens[last].end and _glued_after(tokens, last):
        return True
    if following is not None and following.lower in _UNITS_OF_CALIBRE:
        return True
    if previous is not None and _is_label(tokens, first, lexicon):
        return True
    bracketed = previous is not None and following is not None and (previous.text, following.text) == ("(", ")")
    if bracketed and len(token.text) >= _DIGITS_OF_ID:
        return token.text.isdecimal()  # "Omar Haddad (924300650)"
    opens_list = previous is None and following is not None and following.text in (".", ")") and last + 2 < len(tokens)
    return opens_list and token.kind is TokenKind.NUMBER


def is_clock_in_words(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Dutch "om kwart over drie", "tien voor acht": an hour told in words."""
    if first < 2 or tokens[first - 1].lower not in lexicon.words("clock_joints"):
        return False
    if tokens[first - 2].lower not in lexicon.words("clock_parts"):
        return False
    return tokens[first - 2].lower in lexicon.words("quarters") or (first > 2 and tokens[first - 3].lower in lexicon.words("clock_openers"))


def _glued_before(tokens: Sequence[Token], first: int) -> bool:
    """ "F-16", "S-300", "12:58", "B2", "1/2"."""
    previous = tokens[first - 1]
    if previous.kind is not TokenKind.SIGN:
        return True
    if previous.text in (":", "/", "@", "#", "_", "=", "№"):
        return True
    if previous.text not in _JOINTS or first < 2:
        return False
    before = tokens[first - 2]
    return before.kind is TokenKind.WORD and before.end == previous.start and previous.text != "–" and len(before.text) <= 6


def _glued_after(tokens: Sequence[Token], last: int) -> bool:
    """ "7th", "37SEA03", "4-storey", "12:58"."""
    following = tokens[last + 1]
    if following.kind is TokenKind.WORD:
        return following.lower not in ("km", "m", "bn", "k", "mln", "mld", "mn", "b", "x")
    if following.text in (":", "/", "_", "@") and last + 2 < len(tokens) and tokens[last + 2].start == following.end:
        return tokens[last + 2].kind is not TokenKind.SIGN
    if following.text not in _JOINTS or last + 2 >= len(tokens):
        return False
    after = tokens[last + 2]
    return (
        after.start == following.end and after.kind is TokenKind.WORD and after.lower not in ("tot", "to", "fold", "strong")
    )


def _is_label(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """ "Camp 5", "Resolution 2254", "No. 3": a noun that labels, before bare digits."""
    if tokens[first].kind is not TokenKind.NUMBER:
        return False
    at = first - 1
    if tokens[at].text in (".", "#", "nr", "°") and at > 0:
        at -= 1
    word = tokens[at]
    if word.lower not in lexicon.words("label_nouns"):
        return False
    if at > 0 and tokens[at - 1].lower in lexicon.words("label_articles"):
        return False  # "in het kamp 120 mensen": what has an article has no number
    return word.text[0].isupper() or word.lower in (
        "no",
        "nr",
        "number",
        "nummer",
        "page",
        "pagina",
        "article",
        "artikel",
        "block",
        "blok",
        "camp",
        "kamp",
        "phase",
        "fase",
    )


def is_match_result(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "2-1", "3–0": two bare numbers that a dash joins without a space, the second not the larger."""
    for joint, other in ((first - 1, first - 2), (last + 1, last + 2)):
        if 0 <= other < len(tokens) and 0 <= joint < len(tokens) and tokens[joint].text in _JOINTS:
            near, far = tokens[min(first, other)], tokens[max(first, other)]
            if near.end == tokens[joint].start and tokens[joint].end == far.start and _is_score(near) and _is_score(far):
                return int(near.text) >= int(far.text)
    return False


def _is_score(token: Token) -> bool:
    """Digits that are not so many that reading them as a number would take long, or fail."""
    return token.text.isdigit() and len(token.text) <= _MOST_DIGITS
