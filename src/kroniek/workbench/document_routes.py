"""The list of documents, the page of one, and the way from a claim to its mention."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.ledger.decisions import decisions
from kroniek.ledger.views import IncidentFilter
from kroniek.workbench.desk import Desk, by_claim
from kroniek.workbench.document_view import document_view
from kroniek.workbench.evidence import mention_address
from kroniek.workbench.listing import PAGE, asked, whole_number


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/documents")
    def documents(request: Request) -> Response:
        if "id" in request.query_params:
            return document(request.query_params["id"], request)
        ledger, query = desk.ledger, asked(request.query_params)
        return desk.pages.page(
            "documents.html",
            here="/documents",
            asked=query,
            page=ledger.documents(query.document_filter(), PAGE, query.offset),
            counts=ledger.counts(),
            page_size=PAGE,
        )

    @routes.get("/documents/{identity:path}")
    def document(identity: str, request: Request) -> Response:
        ledger = desk.ledger
        found = ledger.document(identity)
        if found is None:
            raise HTTPException(404)
        claims = ledger.claims_of_document(identity)
        incidents = ledger.incidents(IncidentFilter(document=identity)).rows
        part = whole_number(request.query_params.get("part", "")) or 1
        view = document_view(found, claims, incidents, part)
        return desk.pages.page("document.html", view=view, decided=by_claim(decisions(ledger, document=identity)))

    @routes.get("/claims/{identity:path}")
    def claim(identity: str) -> Response:
        # a claim's page is its mention: there it stands in its text
        claims = desk.ledger.claims([identity])
        if not claims:
            raise HTTPException(404)
        return RedirectResponse(mention_address(claims[0]), 303)

    return routes
