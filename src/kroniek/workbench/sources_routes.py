"""Who feeds whom: over the whole ledger, and for one incident."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.model.provenance import Telling
from kroniek.provenance.drift import ladder
from kroniek.provenance.graph import graph_of
from kroniek.workbench import words
from kroniek.workbench.desk import Desk
from kroniek.workbench.sources_view import LadderRow, feed_rows, ladders_that_changed, picture


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/sources")
    def sources() -> Response:
        graph = desk.ledger.graph()
        return desk.pages.page(
            "sources.html", here="/sources", incident=None, graph=graph, picture=picture(graph), feeds=feed_rows(graph), ladders=()
        )

    @routes.get("/sources/{identity:path}")
    def sources_of_incident(identity: str) -> Response:
        ledger = desk.ledger
        found = ledger.incident(identity)
        if found is None:
            raise HTTPException(404)
        if found.id != identity:
            return RedirectResponse(words.sources_address(found.id), 308)
        documents = {one.id for one in found.documents}
        tellings = [
            Telling(claim.document, claim.id) for claim in ledger.claims(found.claims) if claim.document in documents or not documents
        ]
        chains = ledger.chains(tellings)
        claims, publications = ledger.told_in(chains)
        graph = graph_of(chains, publications)
        rows = [LadderRow(ladder(chain, claims, publications), claims.get(chain.telling)) for chain in chains]
        return desk.pages.page(
            "sources.html", here="/sources", incident=found, graph=graph, picture=picture(graph), feeds=feed_rows(graph),
            ladders=ladders_that_changed(rows),
        )  # fmt: skip

    return routes
