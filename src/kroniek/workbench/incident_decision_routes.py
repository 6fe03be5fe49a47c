"""Deciding on an incident: that it is one with another, that some of its claims are of another event, or that its grade is another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.errors import LedgerError
from kroniek.ledger.decisions import decisions
from kroniek.ledger.incident_decisions import ON_INCIDENTS, grade, keep_apart, merge, split
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import IncidentFilter, Sort, StoredDecision
from kroniek.model.claim import Claim
from kroniek.model.incident import GradeValue, Incident
from kroniek.model.provenance import Telling
from kroniek.workbench import words
from kroniek.workbench.desk import Desk, documents_by_id
from kroniek.workbench.evidence import cards

_NEAR = timedelta(days=7)
_OFFERED = 30


@dataclass(frozen=True, slots=True)
class Given:
    """What the form was sent with, to be shown again where it cannot be stored."""

    what: str = ""
    other: str = ""
    claims: tuple[str, ...] = ()
    grade: str = ""
    reason: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Another incident that this one could be one with, and why it is offered."""

    incident: Incident
    why: str


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/decide-incident")
    def form(incident: str) -> Response:
        return _form(desk, incident)

    @routes.post("/decide-incident")
    def decided(
        request: Request,
        incident: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        what: Annotated[str, Form()] = "",
        other: Annotated[str, Form()] = "",
        claims: Annotated[list[str] | None, Form()] = None,
        value: Annotated[str, Form(alias="grade")] = "",
        reason: Annotated[str, Form()] = "",
        made_by: Annotated[str, Form()] = "",
    ) -> Response:
        desk.check_own_form(request, token)
        given = Given(what, other.strip(), tuple(claims or ()), value, reason, made_by)
        try:
            _decide(desk.ledger, incident, given)
        except LedgerError as error:
            return _form(desk, incident, f"Nothing was stored: {error}.", given)
        return RedirectResponse(words.incident_address(incident) + "#decided", 303)

    return routes


def _decide(ledger: Ledger, incident: str, given: Given) -> StoredDecision:
    """Store what the form says. Raises LedgerError where it says nothing that can be."""
    signed = {"reason": given.reason, "made_by": given.made_by}
    if given.what == "merge":
        return merge(ledger, incident, _named(given.other), **signed)
    if given.what == "apart":
        return keep_apart(ledger, incident, _named(given.other), **signed)
    if given.what == "split":
        return split(ledger, incident, [_ticked(one) for one in given.claims], **signed)
    if given.what == "grade":
        if given.grade not in {"", *GradeValue}:
            raise LedgerError(f"{given.grade!r} is no grade")
        return grade(ledger, incident, GradeValue(given.grade) if given.grade else None, **signed)
    raise LedgerError("choose what you decide")


def _tick(claim: Claim) -> str:
    return f"{quote(claim.document, safe='')} {claim.id}"


def _ticked(tick: str) -> Telling:
    document, _, claim = tick.partition(" ")
    return Telling(unquote(document), claim)


def _named(other: str) -> str:
    if not other:
        raise LedgerError("name the other incident by its id, as its page shows it")
    return other


def _form(desk: Desk, identity: str, trouble: str = "", given: Given | None = None) -> Response:
    """The incident with what was decided on it so far, and the form."""
    ledger = desk.ledger
    found = ledger.incident(identity)
    if found is None:
        raise HTTPException(404)
    claims = ledger.claims(found.claims)
    documents = documents_by_id(ledger, (*(one.id for one in found.documents), *(claim.document for claim in claims)))
    shown = cards(claims, documents, {})
    return desk.pages.page(
        "decide_incident.html",
        422 if trouble else 200,
        incident=found,
        ticks={_tick(card.claim): card for card in shown},
        offers=_offers(ledger, found),
        documents=documents,
        decisions=[one for one in decisions(ledger, incident=found.id) if one.decision.kind in ON_INCIDENTS],
        token=desk.tokens.value,
        trouble=trouble,
        given=given or Given(),
    )


def _offers(ledger: Ledger, incident: Incident) -> tuple[Offer, ...]:
    """Incidents that it may be one with: those that linking calls so, then those of the same place, then those of the same days."""
    related = {relation.id: relation.type.value.replace("_", " ") for relation in incident.related}
    near: list[Incident] = []
    if incident.date is not None:
        wanted = IncidentFilter(from_day=incident.date.start - _NEAR, to_day=incident.date.end + _NEAR)
        near = [one for one in ledger.incidents(wanted, Sort.OLDEST, 10 * _OFFERED).rows if one.id != incident.id]
    linked = [found for found in map(ledger.incident, sorted(related)) if found is not None]
    offers = {one.id: Offer(one, related[one.id]) for one in linked if one.id in related}
    place = incident.place.id if incident.place else None
    for one in sorted(near, key=lambda other: place is None or other.place is None or other.place.id != place):
        same_place = place is not None and one.place is not None and one.place.id == place
        offers.setdefault(one.id, Offer(one, "same place, near in time" if same_place else "near in time"))
    return tuple(offers.values())[:_OFFERED]
