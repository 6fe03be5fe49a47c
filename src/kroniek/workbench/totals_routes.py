"""The page of totals: incidents added up, each once, those of each source apart."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from kroniek.codebooks.load import load_codebook, packaged_codebooks
from kroniek.incidents.totals_rows import Counted
from kroniek.workbench.desk import Desk
from kroniek.workbench.totals_view import MOST_ROWS, SPLIT_NAMES, KeptRows, totals_asked, totals_page

_CODEBOOK = "airwars"


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()
    kept = KeptRows()

    @routes.get("/totals")
    def totals(request: Request) -> Response:
        ledger, asked = desk.ledger, totals_asked(request.query_params)
        first = ledger.incidents(limit=1).rows
        named = first[0].made_by.codebook if first else _CODEBOOK
        # a desk's own codebook is a file that the ledger does not hold; then the grades of Airwars are taken together
        rules = load_codebook(named if named in packaged_codebooks() else _CODEBOOK)
        page = totals_page(kept.of(ledger, asked.of), asked, rules)
        return desk.pages.page(
            "totals.html",
            here="/totals",
            asked=asked,
            page=page,
            splits=SPLIT_NAMES,
            counted=list(Counted),
            most=MOST_ROWS,
            counts=ledger.counts(),
        )

    return routes
