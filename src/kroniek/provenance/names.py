"""One key for one source, however it is spelt."""

from __future__ import annotations

from kroniek.text.fold import fold

ARTICLES = frozenset({"the", "a", "an", "de", "het", "een"})
# what an outlet is, told with its name or left out
_KINDS = frozenset(
    {"persbureau", "staatspersbureau", "nieuwsagentschap", "nieuwssite", "weblog", "blog", "krant", "dagblad", "omroep", "newspaper"}
) | {"broadcaster"}


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name, articles left out."""
    return frozenset(word for word in fold(name).replace("-", " ").split() if word not in ARTICLES)


def name_key(name: str) -> str:
    """Letters and digits of a name, folded, articles and kinds of outlet left out: "Anti-Media" and "weblog ANTIMEDIA" are one."""
    words = [word for word in fold(name).split() if word not in ARTICLES]
    words = [word for word in words if word not in _KINDS] or words
    return "".join(sign for sign in "".join(words) if sign.isalnum()) or name
