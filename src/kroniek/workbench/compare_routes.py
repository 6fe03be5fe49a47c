"""One incident as other desks would code it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.codebooks.codebook import Codebook
from kroniek.codebooks.load import load_codebook, packaged_codebooks
from kroniek.incidents.recode import compare
from kroniek.ledger.evidence import evidence_of_incident
from kroniek.workbench import words
from kroniek.workbench.desk import Desk


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/compare/{identity:path}")
    def compare_incident(identity: str) -> Response:
        evidence = evidence_of_incident(desk.ledger, identity)
        if evidence is None:
            raise HTTPException(404)
        if evidence.incident.id != identity:
            return RedirectResponse(words.compare_address(evidence.incident.id), 308)
        books = _codebooks(evidence.incident.made_by.codebook)
        comparison = compare(evidence.incident, evidence.readings, evidence.provenance, books, evidence.people)
        return desk.pages.page("compare.html", incident=evidence.incident, comparison=comparison)

    return routes


def _codebooks(own: str) -> tuple[Codebook, ...]:
    """All that come with Kroniek, the one that the ledger is coded by first."""
    names = sorted(packaged_codebooks(), key=lambda name: (name != own, name != "airwars", name))
    return tuple(load_codebook(name) for name in names)
