"""The publications that a report holds: its own text, each post of a file of posts, and each article republished in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kroniek.model.provenance import Publication
from kroniek.model.report import Block, Document, Voice
from kroniek.provenance.names import name_key
from kroniek.reading.result import Reading

_Key = tuple[str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Publications:
    """The publications of one report, in the order of the text, and the publication of each block by the block's id."""

    found: tuple[Publication, ...]
    of_block: Mapping[str, Publication]


def publications_of(reading: Reading) -> Publications:
    """The publications of a report: blocks with one publisher, author, day and title are one.

    Where the whole text is republished from another publisher, the report's own publisher comes first, as the host of it.
    """
    document = reading.document
    keys = _keys(reading.blocks)
    gathered: dict[_Key, list[Block]] = {}
    for block in reading.blocks:
        gathered.setdefault(keys[block.id], []).append(block)
    shell = _shell(document) if not gathered or _is_taken_over(document, reading.blocks) else None
    found = {
        key: _publication(document, blocks, number)
        for number, (key, blocks) in enumerate(gathered.items(), start=0 if shell is None else 1)
    }
    placed: dict[_Key, Publication] = {}
    for key, blocks in gathered.items():
        host = _host_key(blocks, keys)
        in_shell = shell is not None and host is None and _is_republished(blocks)
        placed[key] = replace(found[key], host=document.id if in_shell else None if host is None else found[host].id)
    every = (*(() if shell is None else (shell,)), *placed.values())
    return Publications(every, {block.id: placed[keys[block.id]] for block in reading.blocks})


def _is_taken_over(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether nothing in the report is its own publisher's: all is republished, from another."""
    own = {block.publisher for block in blocks if block.voice is Voice.REPUBLISHED and block.publisher is not None}
    others = [block for block in blocks if block.voice is Voice.AUTHOR]
    return (
        document.publisher is not None and bool(own) and not others and name_key(document.publisher) not in {name_key(one) for one in own}
    )


def _keys(blocks: Sequence[Block]) -> dict[str, _Key]:
    """The key of each block's publication: its own, a headline's that of the text that it stands over."""
    own: dict[str, _Key] = {
        block.id: (block.publisher, block.author, block.published.isoformat() if block.published else None, block.title) for block in blocks
    }
    keys: dict[str, _Key] = {}
    below: Block | None = None
    for block in reversed(blocks):
        if block.voice is not Voice.HEADLINE:
            below, keys[block.id] = block, own[block.id]
        elif block.parent in own:
            keys[block.id] = own[block.parent]
        else:
            keys[block.id] = own[below.id if below is not None and below.publisher == block.publisher else block.id]
    return keys


def _is_republished(blocks: Sequence[Block]) -> bool:
    return any(block.voice is Voice.REPUBLISHED for block in blocks)


def _host_key(blocks: Sequence[Block], keys: Mapping[str, _Key]) -> _Key | None:
    """The key of the publication in which republished blocks stand; None for a report's own text."""
    if not _is_republished(blocks):
        return None
    own = keys[blocks[0].id]
    parents = [keys[block.parent] for block in blocks if block.parent is not None and block.parent in keys]
    return next((parent for parent in parents if parent != own), None)


def _shell(document: Document) -> Publication:
    """The report as its own publisher's, whatever its blocks say."""
    return Publication(
        id=document.id, document=document.id, publisher=document.publisher, author=document.author, published=document.published_day,
        title=document.title, url=document.url, start=0, end=len(document.text),
    )  # fmt: skip


def _publication(document: Document, blocks: Sequence[Block], number: int) -> Publication:
    """A publication of the report; what its blocks do not tell is taken from the report, unless it is republished from elsewhere."""
    own = not _is_republished(blocks)
    first = blocks[0]
    return Publication(
        id=document.id if number == 0 else f"{document.id}#{number}",
        document=document.id,
        publisher=first.publisher or (document.publisher if own else None),
        author=first.author or (document.author if own else None),
        published=next((block.published for block in blocks if block.published), document.published_day),
        title=first.title or (document.title if own else None),
        url=document.url if own else None,
        start=min(block.start for block in blocks),
        end=max(block.end for block in blocks),
    )
