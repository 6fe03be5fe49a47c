"""The main text of a web page, with its title, author, day, publisher and links. Runs in the child process only.

The page is parsed, never executed, and nothing that it points to is fetched.
"""

from __future__ import annotations

from lxml.etree import _Element, strip_tags  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document
from trafilatura.xml import xmltotxt

from kroniek.capture.extracted import Extracted

# Without these the day would be found in running text (a day of harm, not of publication) and would depend on today.
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})
_NOT_TEXT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "head", "select", "textarea", "button"})
# fmt: on


def extract_html(page: str, url: str | None = None) -> Extracted | str:
    """The page's text with a blank line between its blocks, or the reason why there is none.

    The headline stands first where the page has one. Where no main text is found (a page of one sentence, a bare
    fragment) all visible text is taken.
    """
    tree = load_html(page if "<html" in page[:5000].lower() else f"<html><body>{page}</body></html>")
    if tree is None:
        return "not a web page that can be read"
    found = bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_links=True, date_extraction_params=dict(_DATE_SEARCH)
    )
    document = found if isinstance(found, Document) else Document()
    links: tuple[str, ...] = ()
    text = ""
    if document.body is not None:
        links = _links(document.body)
        strip_tags(document.body, "ref")
        text = "\n\n".join(line.strip() for line in xmltotxt(document.body, False).splitlines() if line.strip())
    text = text or _visible_text(tree)
    if not text:
        return "no text could be taken out of the page"
    title = document.title or None
    if title and not _opens_with(text, title):
        text = f"{title}\n\n{text}"
    return Extracted(
        text=text,
        title=title,
        author=document.author or None,
        published=document.date or None,
        publisher=document.sitename or None,
        url=document.url or None,
        links=links,
    )


def _opens_with(text: str, title: str) -> bool:
    """Whether the headline stands in the text already; many titles are the headline and the name of the site."""
    headline = text.split("\n", 1)[0]
    return title in text[: len(title) + 200] or (len(headline) * 2 > len(title) and headline in title)


def _links(body: _Element) -> tuple[str, ...]:
    """Where the main text points, in its order, each once."""
    targets = (reference.get("target") for reference in body.iter("ref"))
    return tuple(dict.fromkeys(target for target in targets if target and target.startswith(("http://", "https://"))))


def _visible_text(tree: HtmlElement) -> str:
    """All text of the page outside scripts and the like; blocks are set apart by a blank line. No recursion, so that no depth
    of tags can break it."""
    blocks: list[list[str]] = [[]]
    pending: list[_Element | str | None] = [tree]
    while pending:
        node = pending.pop()
        if node is None:
            blocks.append([])
        elif isinstance(node, str):
            blocks[-1].append(node)
        else:
            pending.extend(reversed(_parts(node)))
    lines = (" ".join("".join(block).split()) for block in blocks)
    return "\n\n".join(line for line in lines if line)


def _parts(node: _Element) -> list[_Element | str | None]:
    """What an element consists of, in order: its texts, its children, and None where a block begins or ends."""
    if not isinstance(node.tag, str) or node.tag in _NOT_TEXT:
        return []
    parts: list[_Element | str | None] = [node.text or ""]
    for child in node:
        parts.extend((child, child.tail or ""))
    return [None, *parts, None] if node.tag in _BLOCKS else parts
