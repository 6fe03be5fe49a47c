"""Splits a document into blocks of one voice."""

from __future__ import annotations

from dataclasses import dataclass

from kroniek.model.report import Block, Document, Voice


@dataclass(frozen=True, slots=True)
class BlockRules:
    """Patterns by which blocks are told apart, of all languages at once."""


def split_blocks(document: Document, rules: BlockRules) -> tuple[Block, ...]:
    """The blocks of the document, in the order of the text, none overlapping another; none for a text without a word."""
    text = document.text
    if not text.strip():
        return ()
    start = len(text) - len(text.lstrip())
    return (
        Block(
            id="b1",
            voice=Voice.AUTHOR,
            language=document.language or "en",
            start=start,
            end=len(text.rstrip()),
            publisher=document.publisher,
            author=document.author,
            published=document.published_day,
            title=document.title,
        ),
    )
