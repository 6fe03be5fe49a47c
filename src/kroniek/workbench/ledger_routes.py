"""The page about the whole ledger: what it is made of."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from kroniek.ledger.totals import imported_counts
from kroniek.workbench.desk import Desk


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/about")
    def about() -> Response:
        ledger = desk.ledger
        first = ledger.incidents(limit=1).rows
        made_by = first[0].made_by if first else None
        imported = imported_counts(ledger)
        return desk.pages.page(
            "about.html", here="/about", counts=ledger.counts(), imported=imported, made_by=made_by, location=ledger.name
        )

    return routes
