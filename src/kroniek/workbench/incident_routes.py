"""The list of incidents and the page of one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.incidents.versions import denials
from kroniek.ledger.decisions import decisions
from kroniek.ledger.incident_decisions import ON_INCIDENTS
from kroniek.ledger.person_decisions import people_decided
from kroniek.workbench import words
from kroniek.workbench.desk import Desk, by_claim, documents_by_id
from kroniek.workbench.incident_view import incident_view
from kroniek.workbench.listing import PAGE, SORTS, asked
from kroniek.workbench.people_view import people_view


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/")
    def incidents(request: Request) -> Response:
        ledger, query = desk.ledger, asked(request.query_params)
        wanted = query.incident_filter()
        counts = ledger.counts()
        return desk.pages.page(
            "incidents.html",
            here="/",
            asked=query,
            page=ledger.incidents(wanted, query.sort, PAGE, query.offset),
            facets=ledger.facets(wanted),
            counts=counts,
            all_incidents=counts.incidents,
            sorts=SORTS,
            page_size=PAGE,
        )

    @routes.get("/incidents")
    def back_to_the_list() -> Response:
        return RedirectResponse("/", 308)

    @routes.get("/incidents/{identity:path}")
    def incident(identity: str) -> Response:
        ledger = desk.ledger
        found = ledger.incident(identity)
        if found is None:
            raise HTTPException(404)
        if found.id != identity:
            return RedirectResponse(words.incident_address(found.id), 308)
        claims = ledger.claims(found.claims)
        documents = documents_by_id(ledger, (*(one.id for one in found.documents), *(claim.document for claim in claims)))
        own_reports = [claim for one in found.documents if one.main for claim in ledger.claims_of_document(one.id)]
        people = people_view(found.id, people_decided(ledger, found)) if found.people else None
        view = incident_view(found, claims, documents, denials(own_reports, found.claims), people)
        made = decisions(ledger, incident=identity)
        return desk.pages.page(
            "incident.html",
            view=view,
            decided=by_claim(one for one in made if one.decision.kind not in ON_INCIDENTS),
            on_incident=[one for one in made if one.decision.kind in ON_INCIDENTS],
        )

    return routes
