"""Deciding whether two named victims of an incident are one person. The pages are the desk's own: names are not for the public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from kroniek.errors import LedgerError
from kroniek.ledger.person_decisions import not_same_person, people_decided, same_person
from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision
from kroniek.model.claim import Victim
from kroniek.model.ruling import NameAt
from kroniek.workbench import words
from kroniek.workbench.desk import Desk, documents_by_id
from kroniek.workbench.people_view import NameCard, name_card, name_of, name_text

_CHOICES = {
    "same": "The same person: the names are two spellings of one",
    "not_same": "Not the same person: two people, however alike their names",
}


@dataclass(frozen=True, slots=True)
class Given:
    """What the form was sent with, to be shown again where it cannot be stored."""

    what: str = ""
    reason: str = ""
    made_by: str = ""


def router(desk: Desk) -> APIRouter:
    """The routes."""
    routes = APIRouter()

    @routes.get("/decide-person")
    def form(incident: str, one: str, other: str) -> Response:
        return _form(desk, incident, _name(one), _name(other))

    @routes.post("/decide-person")
    def decided(
        request: Request,
        incident: Annotated[str, Form()],
        one: Annotated[str, Form()],
        other: Annotated[str, Form()],
        token: Annotated[str, Form()] = "",
        what: Annotated[str, Form()] = "",
        reason: Annotated[str, Form()] = "",
        made_by: Annotated[str, Form()] = "",
    ) -> Response:
        desk.check_own_form(request, token)
        names = _name(one), _name(other)
        given = Given(what, reason, made_by)
        try:
            _decide(desk.ledger, incident, names, given)
        except LedgerError as error:
            return _form(desk, incident, *names, f"Nothing was stored: {error}.", given)
        return RedirectResponse(words.incident_address(incident) + "#people-decided", 303)

    return routes


def _name(text: str) -> NameAt:
    try:
        return name_of(text)
    except LedgerError as error:
        raise HTTPException(404) from error


def _decide(ledger: Ledger, incident: str, names: tuple[NameAt, NameAt], given: Given) -> StoredDecision:
    """Store what the form says. Raises LedgerError where it says nothing that can be."""
    if given.what not in _CHOICES:
        raise LedgerError("choose what you decide")
    decide = same_person if given.what == "same" else not_same_person
    return decide(ledger, incident, *names, reason=given.reason, made_by=given.made_by)


def _form(desk: Desk, identity: str, one: NameAt, other: NameAt, trouble: str = "", given: Given | None = None) -> Response:
    """The two names, each where its report has it, what was decided on them so far, and the form."""
    found = desk.ledger.incident(identity)
    if found is None:
        raise HTTPException(404)
    known = people_decided(desk.ledger, found)
    victims = {named.at: named.victim for named in known.named}
    if one not in victims or other not in victims:
        raise HTTPException(404)
    return desk.pages.page(
        "decide_person.html",
        422 if trouble else 200,
        incident=found,
        cards=_cards(desk.ledger, [(at, victims[at]) for at in (one, other)]),
        names={"one": name_text(one), "other": name_text(other)},
        decisions=[known.stored[ruling.decision] for ruling in known.rulings if {ruling.one, ruling.other} == {one, other}],
        choices=_CHOICES,
        token=desk.tokens.value,
        trouble=trouble,
        given=given or Given(),
    )


def _cards(ledger: Ledger, names: Sequence[tuple[NameAt, Victim]]) -> list[NameCard]:
    documents = documents_by_id(ledger, (at.document for at, _ in names))
    return [name_card(at, victim, documents[at.document]) for at, victim in names]
