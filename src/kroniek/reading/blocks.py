"""Splits a document into blocks of one voice: the author's, republished articles, quotations, headlines, captions.

A text is read segment by segment. Date lines divide it into posts; within a post a headline with a date line, a byline of
another outlet or a change of language opens a republished article, and a credit, a footnote or the author's own language ends it.
"""

from __future__ import annotations

from collections import Counter

from kroniek.made import replace
from kroniek.model.report import Block, Document, Voice
from kroniek.reading.block_parts import Kind, Part, Post, read_posts
from kroniek.reading.block_rules import BlockRules, block_rules
from kroniek.reading.language import by_model, vote

__all__ = ["BlockRules", "block_rules", "split_blocks"]

_SHORT = 40
_NEAR = 20
_DEFAULT_LANGUAGE = "en"


def split_blocks(document: Document, rules: BlockRules) -> tuple[Block, ...]:
    """The blocks of the document, in the order of the text, none overlapping another; none for a text without a word.

    Date lines and bylines that stand alone belong to no block: what they tell is in the blocks' fields.
    """
    posts = read_posts(document, rules)
    parts = [(post, part) for post in posts for part in post.parts]
    drafts = _drafts(document, rules, parts)
    return tuple(_with_parents(drafts, parts))


def _drafts(document: Document, rules: BlockRules, parts: list[tuple[Post, Part]]) -> list[Block]:
    languages = _languages(document, rules, [part for _, part in parts])
    drafts = []
    for number, ((post, part), language) in enumerate(zip(parts, languages, strict=True), 1):
        article = part.article
        drafts.append(
            Block(
                id=f"b{number}",
                voice=Voice(part.kind.value),
                language=language,
                start=part.start,
                end=part.end,
                publisher=(post.publisher or document.publisher) if article is None else article.publisher,
                author=(post.author or document.author) if article is None else article.author,
                published=part.published or (article.published if article else None) or post.published or document.published_day,
                title=(post.title or document.title) if article is None else article.title,
                speaker=part.speaker,
            )
        )
    return drafts


def _languages(document: Document, rules: BlockRules, parts: list[Part]) -> list[str]:
    """A language for each part: its own vote, for short ones that of the part it belongs to."""
    text = document.text
    votes = [vote(text[part.start : part.end], rules.stop_words) for part in parts]
    whole = document.language
    if whole is None and None in votes and not any(votes):
        whole = by_model(text)
    long_ones = [language for part, language in zip(parts, votes, strict=True) if language and part.end - part.start > _SHORT]
    fallback = whole or (Counter(long_ones).most_common(1)[0][0] if long_ones else _DEFAULT_LANGUAGE)
    found = []
    for number, (part, language) in enumerate(zip(parts, votes, strict=True)):
        if language is None or (whole and language != whole and part.end - part.start <= _SHORT):
            language = _neighbour(parts, votes, number) or fallback
        found.append(language)
    return found


def _neighbour(parts: list[Part], votes: list[str | None], number: int) -> str | None:
    """The language of the nearest part of the same article or post: first after, for headlines; then before."""
    article = parts[number].article
    nearest, farthest = max(0, number - _NEAR), min(len(parts), number + _NEAR)
    near = [*range(number + 1, farthest), *range(number - 1, nearest - 1, -1)]
    return next((votes[at] for at in near if parts[at].article is article and votes[at] is not None), None)


def _with_parents(drafts: list[Block], parts: list[tuple[Post, Part]]) -> list[Block]:
    """Each block with the id of the one that it stands in: a headline in what it heads, a quotation in its article."""
    ids: dict[tuple[int, int | None], str] = {}  # the first block of each article, or of the post's own text, by where they begin
    for draft, (post, part) in zip(drafts, parts, strict=True):
        if part.kind in (Kind.AUTHOR, Kind.REPUBLISHED):
            ids.setdefault((post.start, part.article.start if part.article else None), draft.id)
    blocks = []
    for draft, (post, part) in zip(drafts, parts, strict=True):
        body = ids.get((post.start, part.article.start if part.article else None))
        own = ids.get((post.start, None))
        if part.kind is Kind.AUTHOR:
            parent = None
        elif part.kind is Kind.REPUBLISHED:
            parent = own
        else:
            parent = body or own
        blocks.append(replace(draft, parent=None if parent == draft.id else parent))
    return blocks
