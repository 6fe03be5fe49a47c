"""The smallest phrases that tell a time, found by one regular expression over the symbols of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kroniek.made import quickly_made
from kroniek.model.interval import Precision
from kroniek.reading.dates import relative
from kroniek.reading.dates.found import TimeKind
from kroniek.reading.dates.items import Item, NumericDate
from kroniek.reading.dates.pieces import Piece, Slot, Stamp, stamp
from kroniek.reading.dates.rules import DateRules

# The symbols are those of `rules.SYMBOLS` and `items`. Order matters: the first that matches is taken.
_ATOM = re.compile(
    r"(?P<days_month>[dD](?:,[dD]){0,4}[-r&i]t?[dD]o?M(?:[,o]?Y)?)"
    r"|(?P<month_days>Mt?[dD](?:,[dD]){0,4}[-r&]t?[dD](?:,?Y)?(?!o?M))"
    r"|(?P<day_month>[dD]o?M(?:o?t?[LHX]U|[,o]?Y)?)"
    r"|(?P<month_day>Mt?[dD](?:,?Y)?)"
    r"|(?P<month_year>M[,o]?Y)"
    r"|(?P<month_that_year>Mo?t?[LHX]U)"
    r"|(?P<numeric>N)"
    r"|(?P<relative_month>[LHX]M)"
    r"|(?P<month>M)"
    r"|(?P<counted>t?[LX][dn]U)"
    r"|(?P<relative_unit>[LHX]U)"
    r"|(?P<relative_weekday>[LHX][WQ])"
    r"|(?P<weekday>[WQ])"
    r"|(?P<that>Zt?[UP])"
    r"|(?P<begun>etU)"
    r"|(?P<told>K|[dn]Uk)"
    r"|(?P<ago>[dn]Ua)"
    r"|(?P<season>So?Y)"
    r"|(?P<season_that_year>So?[LHX]U)"
    r"|(?P<decade>B)"
    r"|(?P<year>Y)"
    r"|(?P<fixed>R)"
    r"|(?P<weekend>F)"
    r"|(?P<clock>T)"
    r"|(?P<part>P)"
    r"|(?P<length>[dn](?:[-r][dn])?-?U)"
    r"|(?P<now>w)"
)
_YEAR_CONTEXT = "ie&-br(U"
_LIKELY_YEARS = range(1990, 2036)
_MONTHS_IN_SEASON = 3


@quickly_made
@dataclass(frozen=True, slots=True)
class Sentence:
    """What the readers of atoms look at: the items, their symbols as one string, the rules and the anchor."""

    items: Sequence[Item]
    symbols: str
    rules: DateRules
    anchor: date | None

    def before(self, at: int) -> str:
        """The symbol before item `at`, "" at the start."""
        return self.symbols[at - 1 : at] if at else ""

    def text_before(self, at: int) -> str:
        """The words of the item before item `at`, "" at the start."""
        return self.items[at - 1].text if at else ""


def read_atoms(sentence: Sentence) -> list[Piece]:
    """The pieces of a sentence in order; no two share an item."""
    pieces: list[Piece] = []
    match = _ATOM.search(sentence.symbols)
    while match is not None:
        at = match.start()
        piece = _READERS[match.lastgroup or ""](sentence, at, match.end() - 1)
        if piece is not None:
            pieces.append(piece)
        match = _ATOM.search(sentence.symbols, at + 1 if piece is None else piece.last + 1)
    return pieces


def _days(items: Sequence[Item]) -> list[int]:
    return [int(item.value) for item in items if item.symbol in "dD"]


def _year(sentence: Sentence, first: int, last: int) -> int | None:
    """The year that the items tell, as a number or as "last year"."""
    for at in range(last, first - 1, -1):
        item = sentence.items[at]
        if item.symbol == "Y":
            return int(item.value)
        if item.symbol in "LHX" and at < last and sentence.items[at + 1].value == "year":
            return relative.relative_year(item, sentence.anchor)
    return None


def _month(items: Sequence[Item]) -> int:
    return next(int(item.value) for item in items if item.symbol == "M")


def _absolute(first: int, last: int, lo: Stamp, hi: Stamp, precision: Precision, kind: TimeKind = TimeKind.MOMENT) -> Piece:
    return Piece(slot=Slot.DAY, first=first, last=last, lo=lo, hi=hi, precision=precision, kind=kind)


def _days_of_month(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "1 tot 8 juni 2018"; the days must run forward."""
    items = sentence.items[first : last + 1]
    days, month, year = _days(items), _month(items), _year(sentence, first, last)
    if days != sorted(days) or (sentence.symbols[first] == "d" and not _can_be_day(sentence, first)):
        return None
    overnight = next((item for item in items if item.symbol == "i"), None)
    if overnight is not None and (overnight.text != "op" or sentence.before(first) != "o"):  # "van 3 op 4 maart"
        return None
    return _absolute(first, last, Stamp(year, month, days[0]), Stamp(year, month, days[-1]), Precision.DAY, TimeKind.PERIOD)


def _can_be_day(sentence: Sentence, at: int) -> bool:
    """Not the tail of a larger figure or a price."""
    return sentence.text_before(at) not in ("$", "€", "£", "#", "%")


def _month_of_days(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "October 19th-20th 2015"; a bare number after "and" or "to" is a day only where no noun follows that it could count."""
    items = sentence.items[first : last + 1]
    days, year = _days(items), _year(sentence, first, last)
    end = last if items[-1].symbol in "dD" else last - 1
    joint = sentence.symbols[end - 1] if sentence.symbols[end - 1] != "t" else sentence.symbols[end - 2]
    counts = sentence.symbols[end] == "d" and year is None and sentence.symbols[last + 1 : last + 2] in ("x", "M", "U")
    if days != sorted(days) or (joint != "-" and counts) or (not sentence.rules.month_before_day and year is None):
        return _month_day(sentence, first, first + (2 if sentence.symbols[first + 1] == "t" else 1))
    month = _month(items)
    return _absolute(first, last, Stamp(year, month, days[0]), Stamp(year, month, days[-1]), Precision.DAY, TimeKind.PERIOD)


def _day_month(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "7 October 2023", "the 12th of October last year"."""
    items = sentence.items[first : last + 1]
    if sentence.symbols[last] == "U" and sentence.items[last].value != "year":
        last = next(at for at in range(first, last + 1) if sentence.symbols[at] == "M")
    if not _can_be_day(sentence, first):
        return None
    day = Stamp(_year(sentence, first, last), _month(items), _days(items)[0])
    return _absolute(first, last, day, day, Precision.DAY)


def _month_day(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "October 7, 2023"; in "in August 12 people died" the number is no day, and in Dutch only beside a year."""
    items = sentence.items[first : last + 1]
    year = _year(sentence, first, last)
    bare = items[-1].symbol == "d"
    followed = sentence.symbols[last + 1 : last + 2]
    part_of_day = first >= 2 and sentence.symbols[first - 2] == "P"  # "the evening of February 17"
    counts = bare and not part_of_day and followed in ("x", "n", "M", "U") and sentence.text_before(first) in sentence.rules.no_day_after
    if (year is None and not sentence.rules.month_before_day) or counts:
        return _lone_month(sentence, first, first)
    day = Stamp(year, _month(items), _days(items)[0])
    return _absolute(first, last, day, day, Precision.DAY)


def _month_year(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "August 2017", "september of last year"."""
    if sentence.symbols[last] == "U" and sentence.items[last].value != "year":
        return _lone_month(sentence, first, first)
    when = Stamp(_year(sentence, first, last), sentence.items[first].value)
    piece = _absolute(first, last, when, when, Precision.MONTH)
    if when.year is None and sentence.symbols[last] == "U":
        piece.relative = True
    return piece


def _lone_month(sentence: Sentence, first: int, last: int) -> Piece | None:
    """A month alone; one that is also another word, or is shortened, only after a word like "in"."""
    item = sentence.items[first]
    when = Stamp(None, item.value)
    piece = _absolute(first, last, when, when, Precision.MONTH)
    cued = sentence.before(first) in ("i", "e", "b", "r", "Z") and sentence.text_before(first) not in sentence.rules.no_month_after
    piece.sure = item.sure or cued
    return piece


def _numeric(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "2-10-2017", "2017-10-02 14:30"; where both orders are days, one that the anchor had not yet seen gives way."""
    value: NumericDate = sentence.items[first].value
    seen = [day for day in value.readings if sentence.anchor is None or day <= sentence.anchor]
    day = (seen or list(value.readings))[0]
    piece = _absolute(first, last, stamp(day), stamp(day), Precision.DAY)
    if value.clock:
        piece.minute = value.clock
    return piece


def _season(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "the summer of 2017": meteorological seasons of the northern half."""
    year, month = _year(sentence, first, last), int(sentence.items[first].value)
    if sentence.symbols[last] == "U" and sentence.items[last].value != "year":
        return None
    end = month + _MONTHS_IN_SEASON - 1
    hi = Stamp(year, end) if end <= 12 else Stamp(None if year is None else year + 1, end - 12)
    return _absolute(first, last, Stamp(year, month), hi, Precision.MONTH, TimeKind.PERIOD)


def _decade(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "the 1990s"."""
    year = int(sentence.items[first].value)
    return _absolute(first, last, Stamp(year), Stamp(year + 9), Precision.YEAR, TimeKind.PERIOD)


def _lone_year(sentence: Sentence, first: int, last: int) -> Piece | None:
    """A year alone: only where the words around it make it one, for "2016 civilians" is a count."""
    year, symbol, text = int(sentence.items[first].value), sentence.before(first), sentence.text_before(first)
    followed = sentence.symbols[last + 1 : last + 2]
    counts = followed in ("x", "U") and (year not in _LIKELY_YEARS or year % 100 == 0)
    piece = _absolute(first, last, Stamp(year), Stamp(year), Precision.YEAR)
    if symbol in ("o", "t", "H"):
        piece.sure = year in _LIKELY_YEARS and not counts
    elif symbol == "r":
        piece.sure = text not in ("to", "up to") and not followed.startswith(("x", "U"))
    elif symbol in ("&", "-") or text in sentence.rules.no_year_after:
        piece.sure = False
    else:
        piece.sure = bool(symbol) and symbol in _YEAR_CONTEXT and not counts
    return piece


def _relative_unit(sentence: Sentence, first: int, last: int) -> Piece | None:
    piece = relative.unit_piece(first, last, sentence.items, sentence.anchor)
    unit = sentence.items[last].value
    if unit in ("minute", "hour", "day") and sentence.items[first].symbol != "H":
        return None if sentence.items[first].symbol == "X" else piece
    return piece


def _weekday(sentence: Sentence, first: int, last: int) -> Piece | None:
    if sentence.text_before(first) in sentence.rules.no_weekday_after:
        return None
    return relative.weekday_piece(first, last, sentence.items, sentence.anchor)


def _that(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "in that month", "the same night": told before."""
    item = sentence.items[last]
    if item.symbol == "P":
        return Piece(slot=Slot.TOLD, first=first, last=last, part=item.value, anaphoric=True, precision=Precision.PART_OF_DAY, shift=0)
    if item.value in ("minute", "hour"):
        return None
    same = 0 if item.value == "day" else None
    return Piece(slot=Slot.TOLD, first=first, last=last, anaphoric=True, precision=relative.unit_precision(item.value), shift=same)


def _part(sentence: Sentence, first: int, last: int) -> Piece | None:
    item = sentence.items[first]
    cued = sentence.before(first) == "i" or (sentence.before(first) == "t" and sentence.before(first - 1) == "i")
    return Piece(slot=Slot.PART, first=first, last=last, part=item.value, sure=item.sure or cued)


def _length(sentence: Sentence, first: int, last: int) -> Piece | None:
    """ "for two weeks", "24 hours": a length of time, unless it is an age or tells how often."""
    after = sentence.symbols[last + 1 : last + 3]
    if sentence.before(first) == "v" or after.startswith(("O", "-O")):
        return None
    article = sentence.items[first].value == 1 and sentence.symbols[first] == "n"
    reckons = last + 1 < len(sentence.items) and sentence.items[last + 1].text in sentence.rules.reckoning
    if (article and sentence.before(first) != "i" and not reckons) or not _can_be_day(sentence, first):
        return None
    days = sentence.items[first].value if last - first <= 2 and sentence.items[last].value == "day" else None
    return Piece(slot=Slot.LENGTH, first=first, last=last, kind=TimeKind.DURATION, shift=None if days is None else int(days))


_READERS: dict[str, Callable[[Sentence, int, int], Piece | None]] = {
    "days_month": _days_of_month,
    "month_days": _month_of_days,
    "day_month": _day_month,
    "month_day": _month_day,
    "month_year": _month_year,
    "month_that_year": _month_year,
    "numeric": _numeric,
    "relative_month": lambda sentence, first, last: relative.month_piece(first, last, sentence.items, sentence.anchor),
    "month": _lone_month,
    "counted": lambda sentence, first, last: relative.counted_piece(first, last, sentence.items, sentence.anchor),
    "relative_unit": _relative_unit,
    "relative_weekday": lambda sentence, first, last: relative.weekday_piece(first, last, sentence.items, sentence.anchor),
    "weekday": _weekday,
    "that": _that,
    "begun": lambda sentence, first, last: relative.begun_piece(first, last, sentence.items, sentence.anchor),
    "told": lambda sentence, first, last: relative.later_piece(first, last, sentence.items),
    "ago": lambda sentence, first, last: relative.ago_piece(first, last, sentence.items, sentence.anchor),
    "season": _season,
    "season_that_year": _season,
    "decade": _decade,
    "year": _lone_year,
    "fixed": lambda sentence, first, last: relative.fixed_day(first, sentence.items[last], sentence.anchor),
    "weekend": lambda sentence, first, _: relative.weekend_piece(first, sentence.anchor),
    "clock": lambda sentence, first, last: Piece(slot=Slot.CLOCK, first=first, last=last, minute=sentence.items[last].value),
    "part": _part,
    "length": _length,
    "now": lambda _, first, last: Piece(slot=Slot.NOW, first=first, last=last, sure=False),
}
