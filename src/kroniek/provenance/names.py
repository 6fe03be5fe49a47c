"""One key for one source, however it is spelt."""

from __future__ import annotations

from kroniek.text.fold import fold

ARTICLES = frozenset({"the", "a", "an", "de", "het", "een"})
# what an outlet is, told with its name or left out
_KINDS = frozenset(
    {"persbureau", "staatspersbureau", "nieuwsagentschap", "nieuwssite", "weblog", "blog", "krant", "dagblad", "omroep", "newspaper"}
) | {"broadcaster"}


_QUOTES = "\"“”„«»"
_PAIRED = {"“": "”", "„": "”“", "«": "»"}


def without_stray_quotes(name: str) -> str:
    """A name without the quotation marks that do not pair within it: the words before or after it were quoted, not the name."""
    if not any(mark in name for mark in _QUOTES):
        return name
    opening = [mark for mark in name if mark in _QUOTES]
    paired = len(opening) % 2 == 0 and all(
        second in _PAIRED.get(first, first) for first, second in zip(opening[::2], opening[1::2], strict=True)
    )
    return name if paired else "".join(sign for sign in name if sign not in _QUOTES).strip() or name


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name, articles left out."""
    return frozenset(word for word in fold(name).replace("-", " ").split() if word not in ARTICLES)


def name_key(name: str) -> str:
    """Letters and digits of a name, folded, articles and kinds of outlet left out: "Anti-Media" and "weblog ANTIMEDIA" are one."""
    words = [word for word in fold(name).split() if word not in ARTICLES]
    words = [word for word in words if word not in _KINDS] or words
    return "".join(sign for sign in "".join(words) if sign.isalnum()) or name
