"""From segments to parts: stretches of one voice, with the post and the article that they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kroniek.model.report import Document
from kroniek.model.span import Span
from kroniek.reading.block_lines import Lines, bracketed_date
from kroniek.reading.block_rules import BlockRules, first_match, named
from kroniek.reading.introductions import (
    closes_early,
    closes_quotation,
    introduction,
    opens_quotation,
    quoted_whole,
    speaker,
    stray_quotation,
)
from kroniek.reading.segments import Segment, segments
from kroniek.text.fold import fold

_FOREIGN = 200  # so many characters in another language are an article, not a phrase
_NEAR = 20  # segments are enough to tell an article's language
_LONGEST_QUOTATION = 8  # paragraphs


class Kind(StrEnum):
    """The voice of a part; the values are those of `Voice`."""

    AUTHOR = "author"
    REPUBLISHED = "republished"
    QUOTATION = "quotation"
    HEADLINE = "headline"
    CAPTION = "caption"


@dataclass(slots=True)
class Article:
    """A republished article that begins at `start`; `language` is that of its text."""

    start: int
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    title: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Part:
    """One stretch, code points `start` to `end`."""

    kind: Kind
    start: int
    end: int
    article: Article | None = None
    published: date | None = None
    speaker: Span | None = None


@dataclass(slots=True)
class Post:
    """What stands under one date line, or the whole document; `start` is where it begins."""

    start: int
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    parts: list[Part] = field(default_factory=list)


def read_posts(document: Document, rules: BlockRules) -> list[Post]:
    """The posts of a document, each with its parts in the order of the text."""
    lines = Lines(segments(document.text), rules, document.published_day)
    starts = [number for number in range(len(lines.segments)) if lines.opens_post(number)]
    bounds = sorted({0, *starts})
    dated = set(starts)
    posts = []
    for first, last in zip(bounds, [*bounds[1:], len(lines.segments)], strict=True):
        if first < last:
            post = _PostReader(document, rules, lines, first, last).read(dated=first in dated)
            _own_words(post)
            posts.append(post)
    return posts


def _own_words(post: Post) -> None:
    """A post that is nothing but quotation quotes nobody: its marks stand around the publisher's own words."""
    if not any(part.kind in (Kind.AUTHOR, Kind.REPUBLISHED) for part in post.parts):
        for part in post.parts:
            if part.kind is Kind.QUOTATION:
                part.kind = Kind.AUTHOR if part.article is None else Kind.REPUBLISHED


class _PostReader:
    """Walks over the segments of one post. It holds what is open: the article, and the date that a bracket gave."""

    def __init__(self, document: Document, rules: BlockRules, lines: Lines, first: int, last: int) -> None:
        self.document, self.rules, self.lines = document, rules, lines
        self.at, self.last = first, last
        self.first = first
        self.post = Post(lines.segments[first].start)
        self.article: Article | None = None
        self.published: date | None = None

    def read(self, *, dated: bool) -> Post:
        """The post; `dated` where it begins with its date line."""
        if dated:
            self.post.published = self.lines.date_line(self.at)
            self.at += 1
            self.first = self.at
        self.post.language = self._own_language()
        self._opening(dated)
        while self.at < self.last:
            self._step()
        return self.post

    def _segment(self, ahead: int = 0) -> Segment | None:
        return self.lines.segments[self.at + ahead] if self.at + ahead < self.last else None

    def _own_language(self) -> str | None:
        """The language of the post's first long paragraph; a document's own where it is given."""
        for number in range(self.at, self.last):
            language = self.lines.language(number)
            if language is not None and len(self.lines.segments[number].plain) > _FOREIGN // 2:
                return language
        return self.document.language

    def _opening(self, dated: bool) -> None:
        """The post's own headline, date line and byline."""
        segment = self._segment()
        if segment is None:
            return
        following = self._segment(1)
        headed = following is not None and (
            self.lines.is_headline(self.at, lenient=dated)
            if dated
            else self.lines.is_headline(self.at) and (segment.alone or self._metadata_follows(1))
        )
        if headed:
            self.post.title = segment.plain
            self._add(Kind.HEADLINE, segment.start, segment.end)
            self.at += 1
        self._metadata(self.post)
        match = self._outlet_byline()
        if match is not None:
            self._wire(match)

    def _metadata_follows(self, ahead: int) -> bool:
        number = self.at + ahead
        return number < self.last and (self.lines.date_line(number) is not None or self._author_line(number) is not None)

    def _metadata(self, owner: Post | Article) -> None:
        """Take in lines that tell only a date or an author."""
        while self.at < self.last:
            day, byline = self.lines.date_line(self.at), self._author_line(self.at)
            if day is not None and (owner.published is None or owner.published == day):
                owner.published = day
            elif byline is not None and owner.author is None:
                owner.author = named(byline, "author")
                if isinstance(owner, Article) and named(byline, "outlet"):
                    owner.publisher = named(byline, "outlet")
            else:
                return
            self.at += 1

    def _author_line(self, number: int) -> re.Match[str] | None:
        segment = self.lines.segments[number]
        return first_match(self.rules.author_bylines, segment.plain) if len(segment.plain) <= 120 else None

    def _outlet_byline(self, ahead: int = 0) -> re.Match[str] | None:
        segment = self._segment(ahead)
        return None if segment is None else first_match(self.rules.outlet_bylines, segment.plain)

    def _wire(self, match: re.Match[str]) -> None:
        """A text that opens with an outlet's byline: that outlet's own, or another's republished."""
        outlet = named(match, "outlet")
        publisher = self.document.publisher
        if publisher is not None and outlet is not None and fold(publisher) != fold(outlet):
            self.article = Article(
                self.post.start, outlet, self.post.author, self.post.published, self.post.title or self.document.title, self.post.language
            )
            for part in self.post.parts:
                part.article = self.article
        else:
            self.post.publisher = outlet

    def _step(self) -> None:
        """Read what stands at the present segment."""
        segment = self.lines.segments[self.at]
        if self._ends_article(segment):
            self.article = None
        if self._opens_article():
            return
        if self.article is not None and (credit := first_match(self.rules.credits, segment.plain)) is not None and len(segment.plain) < 200:
            self._credit(segment, named(credit, "author"), named(credit, "outlet"))
            return
        if (day := bracketed_date(segment.plain)) is not None:
            self.published = day[0]
            self._voice(segment, segment.start + day[1])
            return
        if first_match(self.rules.captions, segment.plain) is not None:
            self._add(Kind.CAPTION, segment.start, segment.end)
            self.at += 1
            return
        self._quotation_or_voice(segment)

    def _ends_article(self, segment: Segment) -> bool:
        if self.article is None:
            return False
        language = self.lines.language(self.at)
        foreign = self.article.language is not None and self.article.language != self.post.language
        if first_match(self.rules.footnotes, segment.plain) is not None:
            return language is None or language == self.post.language
        return foreign and language is not None and language == self.post.language

    def _opens_article(self) -> bool:
        """Whether an article opens here; then its headline and metadata have been read."""
        headline = self.lines.is_headline(self.at) and self._segment(1) is not None
        ahead = 1 if headline else 0
        if headline and self._dated_or_signed(ahead):
            self._open_article(headline=True)
            return True
        another = self.article is None or self._outlet_byline() is not None
        if not headline and another and self.at > self.first and self._dated_or_signed(0):
            self._open_article(headline=False)
            return True
        own = self.lines.language(self.at) == self.post.language
        if self.article is None and not own and self._foreign(ahead):
            self._open_article(headline=headline)
            return True
        return False

    def _dated_or_signed(self, ahead: int) -> bool:
        number = self.at + ahead
        if number >= self.last:
            return False
        if self._outlet_byline(ahead) is not None:
            return self.at > self.first
        return self._metadata_follows(ahead) and number + 1 < self.last

    def _foreign(self, ahead: int) -> bool:
        """Whether a long stretch in another language than the author's begins here."""
        if self.post.language is None or self.at + ahead >= self.last:
            return False
        size = 0
        for number in range(self.at + ahead, self.last):
            language = self.lines.language(number)
            if language == self.post.language or (language is None and size == 0):
                break
            size += len(self.lines.segments[number].plain)
            if size >= _FOREIGN:
                return True
        return False

    def _open_article(self, *, headline: bool) -> None:
        segment = self.lines.segments[self.at]
        self.article = article = Article(segment.start)
        self.published = None
        if headline:
            article.title = segment.plain
            self._add(Kind.HEADLINE, segment.start, segment.end)
            self.at += 1
        self._metadata(article)
        match = self._outlet_byline()
        if match is not None:
            article.publisher = named(match, "outlet")
        ahead = range(self.at, min(self.last, self.at + _NEAR))
        article.language = next((language for number in ahead if (language := self.lines.language(number))), None)
        if self.at < self.last:
            self._quotation_or_voice(self.lines.segments[self.at])

    def _credit(self, segment: Segment, author: str | None, outlet: str | None) -> None:
        """A closing credit: it may name the outlet better than the byline did."""
        article = self.article
        if article is None:
            return
        article.author = article.author or author
        outlet = outlet or self._credited(segment.plain, author)
        if outlet is not None:
            article.publisher = outlet
        self._voice(segment, segment.start)
        self.article = None

    def _credited(self, plain: str, author: str | None) -> str | None:
        """The part of "By X / Republished with permission / Outlet" that names the outlet."""
        for piece in plain.replace("|", "/").split("/"):
            words = piece.strip()
            lower = words.lower()
            other = any(word in lower.split() or lower.startswith(word) for word in self.rules.credit_words)
            if words and words[0].isupper() and not other and (author is None or author not in words):
                return words
        return None

    def _quotation_or_voice(self, segment: Segment) -> None:
        stray = stray_quotation(segment.plain)
        if stray is not None:
            who = speaker(segment.plain, 0, stray - 1, self.rules)
            self._voice(segment, segment.start, segment.start + stray - 1)
            self._add(Kind.QUOTATION, segment.start + stray, segment.end, _moved(who, segment.start))
            return
        if quoted_whole(segment.plain):
            self._add(Kind.QUOTATION, segment.start, segment.end, None)
            self.at += 1
            return
        self._voice(segment, segment.start)
        found = introduction(segment.plain, self.rules)
        if found is not None:
            who = speaker(segment.plain, *found, self.rules)
            self._introduced(_moved(who, segment.start))

    def _introduced(self, who: Span | None) -> None:
        """The quotation that an introduction has announced: up to its closing mark, or one paragraph where it has none."""
        segment = self._segment()
        if segment is None or closes_early(segment.plain) or self.lines.date_line(self.at) is not None:
            return
        if first_match(self.rules.captions, segment.plain) or first_match(self.rules.footnotes, segment.plain):
            return
        first, last = self.at, self.at
        if opens_quotation(segment.plain):
            last = self._closing(first)
        else:
            found = self.lines.segments
            while last + 1 < self.last and found[last + 1].paragraph == segment.paragraph and not closes_quotation(found[last].plain):
                last += 1
        self._add(Kind.QUOTATION, segment.start, self.lines.segments[last].end, who)
        self.at = last + 1

    def _closing(self, first: int) -> int:
        """The segment that closes the quotation opened in `first`, or `first` itself where none does soon."""
        for number in range(first, min(first + _LONGEST_QUOTATION, self.last)):
            if closes_quotation(self.lines.segments[number].plain):
                return number
        return first

    def _voice(self, segment: Segment, start: int, end: int | None = None) -> None:
        """Words of the author or of the open article."""
        self._add(Kind.AUTHOR if self.article is None else Kind.REPUBLISHED, start, segment.end if end is None else end)
        self.at += 1

    def _add(self, kind: Kind, start: int, end: int, who: Span | None = None) -> None:
        """Add a part, or stretch the last one where it is the same voice going on."""
        last = self.post.parts[-1] if self.post.parts else None
        if last is not None and self._goes_on(last, kind, start):
            last.end = end
        elif start < end:
            self.post.parts.append(Part(kind, start, end, self.article, self.published, who))

    def _goes_on(self, last: Part, kind: Kind, start: int) -> bool:
        """Whether what begins at `start` is the last part going on, with no words between that belong to no part."""
        same = last.kind is kind and last.article is self.article and last.published == self.published
        return same and kind in (Kind.AUTHOR, Kind.REPUBLISHED) and not self.document.text[last.end : start].strip()


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
