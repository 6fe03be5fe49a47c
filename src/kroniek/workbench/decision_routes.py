"""Deciding on a claim: accept, correct or reject it. What is decided is added to the ledger and counts from the next build on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.errors import LedgerError
from kroniek.ledger.decisions import WHOLE_CLAIM, decide, decisions
from kroniek.model.claim import Bound, Claim, Flow, Group, Harm, Kind, Method, Scope, Stance
from kroniek.model.decision import DecisionKind
from kroniek.workbench.desk import Desk
from kroniek.workbench.evidence import card

KINDS = {
    DecisionKind.ACCEPT: "Accept: it says what the words say",
    DecisionKind.CORRECT: "Correct one field of it",
    DecisionKind.REJECT: "Reject: leave it out of every count",
}
_NUMBER = "a number; empty for not known"


def _one_of(values: type[Kind] | type[Bound] | type[Harm] | type[Group] | type[Stance] | type[Scope] | type[Method] | type[Flow]) -> str:
    return ", ".join(values)


FIELDS = {
    "quantity.low": ("lowest number", _NUMBER),
    "quantity.high": ("highest number", _NUMBER),
    "quantity.bound": ("how the words bound it", _one_of(Bound)),
    "quantity.unit": ("unit", "a word"),
    "kind": ("kind of figure", _one_of(Kind)),
    "harm": ("harm", _one_of(Harm)),
    "victims.group": ("who is counted", _one_of(Group)),
    "stance": ("stance", _one_of(Stance)),
    "scope": ("scope", _one_of(Scope)),
    "method": ("means", _one_of(Method)),
    "flow": ("flow", _one_of(Flow)),
}
"""Fields that a word or a number can correct, with what they are called and what they take."""


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/decide")
    def form(document: str, claim: str) -> Response:
        return _form(desk, document, claim)

    @routes.post("/decide")
    def decided(
        request: Request,
        document: Annotated[str, Form()],
        claim: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        kind: Annotated[str, Form()] = "",
        field: Annotated[str, Form()] = "",
        value: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        made_by: Annotated[str, Form()] = "",
    ) -> Response:
        desk.check_own_form(request, token)
        given = {"kind": kind, "field": field, "value": value, "reason": reason, "made_by": made_by}
        if kind not in set(KINDS):
            return _form(desk, document, claim, "Choose what you decide.", given)
        correcting = kind == DecisionKind.CORRECT
        if correcting and field not in FIELDS:
            return _form(desk, document, claim, "Choose the field to correct.", given)
        try:
            decide(
                desk.ledger,
                DecisionKind(kind),
                document=document,
                claim=claim,
                field=field if correcting else WHOLE_CLAIM,
                value=(value.strip() or None) if correcting else None,
                reason=reason,
                made_by=made_by,
            )
        except LedgerError as error:
            return _form(desk, document, claim, f"Nothing was stored: {error}.", given)
        return RedirectResponse(request.url.replace(path="/decide").include_query_params(document=document, claim=claim), 303)

    return routes


def _form(desk: Desk, document: str, identity: str, trouble: str = "", given: dict[str, str] | None = None) -> Response:
    """The claim with its evidence, what was decided on it so far, and the form."""
    ledger = desk.ledger
    stored = ledger.document(document)
    found: Claim | None = next((one for one in ledger.claims_of_document(document) if one.id == identity), None)
    if stored is None or found is None:
        raise HTTPException(404)
    return desk.pages.page(
        "decide.html",
        422 if trouble else 200,
        card=card(1, found, stored),
        documents={document: stored},
        decisions=decisions(ledger, document=document, claim=identity),
        kinds=KINDS,
        fields=FIELDS,
        token=desk.tokens.value,
        trouble=trouble,
        given=given or {},
    )
