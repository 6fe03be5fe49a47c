"""Texts that nobody writes and an attacker might: each is one unit, repeated."""

from __future__ import annotations

UNITS = {
    "dots": ".", "commas": ", ", "killed": "killed ", "people": "5 people ", "brackets": "(", "open brackets": "( ", "quotes": '" ',
    "curly quotes": "“a ", "single quotes": "' ", "and": "and ", "names": "Amal Khoury, ", "killed names": "killed Amal Khoury, 12, and ",
    "sentences of names": "Amal Khoury died. ", "line breaks": "\n", "blank lines": "a\n\n", "letters": "a", "capitals": "Ab ",
    "hyphened": "a-", "zero width": "a\u200b", "right to left": "\u202eقتل ", "combining": "e\u0301", "zero bytes": "\0",
    "digits": "7", "grouped": "1.000.", "odd groups": "1,", "scales": "million ", "tens": "twenty-", "thousands": "five thousand ",
    "dates": "1 January 2024 ", "months": "January ", "days": "Monday and Tuesday ", "slashes": "1/1/", "clock": "at 5 ",
    "ranges": "5-6-", "from to": "from 1 to 2 ", "or": "5 or 6 ", "said": "he said that ", "quoted": '"five killed," said Amal Khoury. ',
    "reports": "Five people were killed in Aleppo on Monday. ", "lines": "Killed: 5\n", "posts": "@a 1 Jan\n5 killed\n\n",
    "bullets": "- 5 killed\n", "pipes": "| 5 ", "addresses": "http://a.b/c ", "mail": "a@b.", "at signs": "a@", "places": "Aleppo, ",
    "countries": "Syria ", "parts": "5 killed, including 3 children, ", "percents": "5% ", "money": "$5 ", "bounds": "at least ",
    "initials": "A. ", "stops": "? ", "dutch": "vijf mensen gedood en ", "dutch words": "burgerslachtoffers", "full width": "５",
    "emoji": "👨‍👩‍👧", "headings": "# Head\n", "updates": "UPDATE 1 January 2024 10:00\n", "quote marks": "> ", "years": "2024 ",
    "article days": "1 January 2024\n\nFive killed in Aleppo\n\n",
}  # fmt: skip


def repeated(unit: str, size: int) -> str:
    """The unit over and over, cut at `size` code points, after a sentence that makes it a text in English."""
    start = "Five people were killed in an airstrike on Aleppo on Monday, the army said. "
    return (start + unit * (size // len(unit) + 1))[:size]
