"""The lists of incidents and of documents: from what stands in the address to a filter, and to the addresses of other pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from kroniek.ledger.views import DocumentFilter, IncidentFilter, Sort
from kroniek.workbench.address import day_in, in_order, words_in

PAGE = 50
"""Rows on one page of a list."""
SORTS: dict[Sort, str] = {
    Sort.NEWEST: "Newest first",
    Sort.OLDEST: "Oldest first",
    Sort.MOST_KILLED: "Most civilians killed",
    Sort.MOST_ORIGINS: "Most independent origins",
    Sort.TITLE: "Title",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list was asked for. `troubles` are sentences on values that were not understood, and so not used."""

    text: str = ""
    grade: str = ""
    belligerent: str = ""
    country: str = ""
    publisher: str = ""
    language: str = ""
    failed: bool = False
    from_day: date | None = None
    to_day: date | None = None
    sort: Sort = Sort.NEWEST
    page: int = 1
    troubles: tuple[str, ...] = ()

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.page - 1) * PAGE

    @property
    def filtered(self) -> bool:
        """Whether anything narrows the list."""
        named = (self.text, self.grade, self.belligerent, self.country, self.publisher, self.language)
        return any(named) or self.failed or self.from_day is not None or self.to_day is not None

    def incident_filter(self) -> IncidentFilter:
        """The same for the ledger's incidents."""
        return IncidentFilter(
            text=self.text or None,
            grade=self.grade or None,
            belligerent=self.belligerent or None,
            country=self.country or None,
            from_day=self.from_day,
            to_day=self.to_day,
        )

    def document_filter(self) -> DocumentFilter:
        """The same for the ledger's reports."""
        return DocumentFilter(
            text=self.text or None,
            publisher=self.publisher or None,
            language=self.language or None,
            failed=self.failed or None,
            from_day=self.from_day,
            to_day=self.to_day,
        )

    def address(self, path: str, page: int) -> str:
        """The address of another page of the same list."""
        pairs = {
            "q": self.text,
            "grade": self.grade,
            "belligerent": self.belligerent,
            "country": self.country,
            "publisher": self.publisher,
            "language": self.language,
            "failed": "1" if self.failed else "",
            "from": self.from_day.isoformat() if self.from_day else "",
            "to": self.to_day.isoformat() if self.to_day else "",
            "sort": self.sort.value if self.sort is not Sort.NEWEST else "",
            "page": str(page) if page > 1 else "",
        }
        query = urlencode({name: value for name, value in pairs.items() if value}, errors="replace")
        return f"{path}?{query}" if query else path


def asked(parameters: Mapping[str, str]) -> Asked:
    """What the address asks for; whatever is not understood is named in `troubles` and left out."""
    troubles: list[str] = []
    got = Asked(
        text=words_in(parameters, "q"),
        grade=words_in(parameters, "grade"),
        belligerent=words_in(parameters, "belligerent"),
        country=words_in(parameters, "country"),
        publisher=words_in(parameters, "publisher"),
        language=words_in(parameters, "language"),
        failed=parameters.get("failed") == "1",
        from_day=day_in(parameters, "from", troubles),
        to_day=day_in(parameters, "to", troubles),
        sort=_sort(parameters, troubles),
        page=_page(parameters, troubles),
    )
    first, last = in_order(got.from_day, got.to_day, troubles)
    return replace(got, from_day=first, to_day=last, troubles=tuple(troubles))


def _sort(parameters: Mapping[str, str], troubles: list[str]) -> Sort:
    value = words_in(parameters, "sort")
    try:
        return Sort(value) if value else Sort.NEWEST
    except ValueError:
        troubles.append(f"“{value}” is no order known here, so the newest come first.")
        return Sort.NEWEST


def _page(parameters: Mapping[str, str], troubles: list[str]) -> int:
    value = words_in(parameters, "page")
    if not value:
        return 1
    number = whole_number(value)
    if number is not None:
        return number
    troubles.append(f"“{value}” is no page number, so this is the first page.")
    return 1


def whole_number(value: str) -> int | None:
    """A number of a page from 1 up, None for anything else: int() would also take signs, spaces and digits of other scripts."""
    if value.isascii() and value.isdigit() and len(value) <= 6 and int(value) > 0:
        return int(value)
    return None
