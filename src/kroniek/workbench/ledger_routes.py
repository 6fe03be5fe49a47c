"""The pages about the whole ledger: findings, and what it is made of."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from kroniek.workbench.desk import Desk


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/findings")
    def findings() -> Response:
        ledger = desk.ledger
        return desk.pages.page("findings.html", here="/findings", findings=ledger.findings(), counts=ledger.counts())

    @routes.get("/about")
    def about() -> Response:
        ledger = desk.ledger
        first = ledger.incidents(limit=1).rows
        made_by = first[0].made_by if first else None
        return desk.pages.page("about.html", here="/about", counts=ledger.counts(), made_by=made_by, location=ledger.name)

    return routes
