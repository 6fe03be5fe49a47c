"""References of a publication to an earlier one of its own publisher: "see our earlier post", "eerder bericht", "* Zie: Title, 22 juni".

The words are in `roles.yaml` (`earlier`, `months`). A reference is tied to the earlier publication whose day or title stands after it; to
the last one where it says so; else to none in particular: the chain then looks for the same claim in all that the publisher had put out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kroniek.model.provenance import Publication
from kroniek.text.fold import fold

_FAR = 120  # code points after the reference in which a day or a title tells which post is meant
_LEAST_TITLE = 4
_MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class EarlierPosts:
    """The words for an earlier post, lower case; those that mean the last one; the names of each month, January first."""

    words: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Words at `start` to `end` of the report's text that refer to an earlier post, and the post, where it is known which."""

    start: int
    end: int
    post: Publication | None = field(default=None)


def references(one: Publication, text: str, before: Sequence[Publication], known: EarlierPosts) -> Iterator[Reference]:
    """The references in a publication of the report with this text. `before` are the earlier ones of the same publisher or author, the
    last one first; without any there is nothing to refer to."""
    if not before:
        return
    lower = text.lower()
    if len(lower) != len(text):
        return  # some letters change their length: places in the text would be lost
    seen: set[str] = set()
    for word in (*known.words, *known.last):
        at = lower.find(word, one.start, one.end)
        if at < 0:
            continue
        after = lower[at : min(one.end, at + len(word) + _FAR)]
        post = _told(after, before, known) or (before[0] if word in known.last else None)
        name = post.id if post is not None else ""
        if name not in seen:
            seen.add(name)
            yield Reference(at, at + len(word), post)


def refers(text: str, known: EarlierPosts) -> bool:
    """Whether a text has any of the words."""
    lower = text.lower()
    return any(word in lower for words in (known.words, known.last) for word in words)


def _told(after: str, before: Sequence[Publication], known: EarlierPosts) -> Publication | None:
    """The only earlier publication whose day stands in the words, else the only one whose title does."""
    for tell in (_day_in, _title_in):
        fitting = [one for one in before[:_MOST_LOOKED_AT] if tell(one, after, known)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _day_in(one: Publication, after: str, known: EarlierPosts) -> bool:
    day = one.published
    if day is None or len(known.months) < day.month:
        return False
    numbers = (str(day.day), f"{day.day}th", f"{day.day}st", f"{day.day}nd", f"{day.day}rd")
    padded = f" {''.join(sign if sign.isalnum() else ' ' for sign in after)} "
    return any(
        f" {number} {month} " in padded or f" {month} {number} " in padded for month in known.months[day.month - 1] for number in numbers
    )


def _title_in(one: Publication, after: str, _known: EarlierPosts) -> bool:
    title = (one.title or "").strip().lower()
    return len(title) >= _LEAST_TITLE and title in after


def by_voice(every: Sequence[Publication]) -> Mapping[str, list[Publication]]:
    """The dated publications of each publisher or author, by the folded name, the last first."""
    found: dict[str, list[Publication]] = {}
    for one in sorted((one for one in every if one.published is not None), key=lambda one: (one.published, one.id), reverse=True):
        for name in {fold(name) for name in (one.publisher, one.author) if name}:
            found.setdefault(name, []).append(one)
    return found
