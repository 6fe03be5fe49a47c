"""The list of documents, the page of one, and the way from a claim to its mention."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.ledger.decisions import decisions
from kroniek.ledger.views import IncidentFilter, StoredDocument
from kroniek.workbench.desk import Desk, by_claim
from kroniek.workbench.document_view import document_view
from kroniek.workbench.evidence import mention_address
from kroniek.workbench.listing import PAGE, asked, whole_number

_LONGEST_OLD = 500_000
"""Code points of an old version that are shown."""


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
        asked_version = request.query_params.get("version", found.version)
        if asked_version != found.version:
            return _old_version(desk, found, asked_version)
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


def _old_version(desk: Desk, found: StoredDocument, sha256: str) -> Response:
    """The text of a version that is no longer the current one: claims are of the current version, so none is marked."""
    text = desk.ledger.version_text(found.id, sha256)
    version = next((one for one in found.versions if one.sha256 == sha256), None)
    if text is None or version is None:
        raise HTTPException(404)
    return desk.pages.page("version.html", stored=found, version=version, text=text[:_LONGEST_OLD], cut=len(text) > _LONGEST_OLD)
