"""The findings of the checks, and deciding on one: accept, dismiss or explain it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.errors import LedgerError
from kroniek.ledger.finding_decisions import decide_on_finding, decisions_on_findings
from kroniek.model.decision import DecisionKind
from kroniek.workbench.desk import Desk

KINDS = {
    DecisionKind.ACCEPT: "Accept: the text says so",
    DecisionKind.DISMISS: "Dismiss: it is wrong or matters nothing",
    DecisionKind.EXPLAIN: "Explain: it is right, and this is why",
}


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/findings")
    def findings() -> Response:
        ledger = desk.ledger
        decided = decisions_on_findings(ledger)
        return desk.pages.page("findings.html", here="/findings", findings=ledger.findings(), decided=decided, counts=ledger.counts())

    @routes.get("/findings/{identity}")
    def finding(identity: str) -> Response:
        return _form(desk, identity)

    @routes.post("/findings/{identity}")
    def decided(
        request: Request,
        identity: str,
        token: Annotated[str, Form()] = "",
        kind: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        made_by: Annotated[str, Form()] = "",
    ) -> Response:
        desk.check_own_form(request, token)
        given = {"reason": reason, "made_by": made_by}
        if kind not in set(KINDS):
            return _form(desk, identity, "Choose what you decide.", given)
        try:
            decide_on_finding(desk.ledger, DecisionKind(kind), finding=identity, reason=reason, made_by=made_by)
        except LedgerError as error:
            return _form(desk, identity, f"Nothing was stored: {error}.", given)
        return RedirectResponse(request.url.path, 303)

    return routes


def _form(desk: Desk, identity: str, trouble: str = "", given: dict[str, str] | None = None) -> Response:
    """The finding, what was decided on it so far, and the form."""
    ledger = desk.ledger
    stored = next((one for one in ledger.findings() if one.finding.id == identity), None)
    if stored is None or not identity:
        raise HTTPException(404)
    return desk.pages.page(
        "finding.html",
        422 if trouble else 200,
        here="/findings",
        stored=stored,
        decisions=decisions_on_findings(ledger).get(identity, ()),
        kinds=KINDS,
        token=desk.tokens.value,
        trouble=trouble,
        given=given or {},
    )
