"""The web application: its pages, its errors, and what guards it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from kroniek.errors import LedgerError
from kroniek.workbench import (
    compare_routes,
    decision_routes,
    document_routes,
    finding_routes,
    incident_decision_routes,
    incident_routes,
    ledger_routes,
    person_decision_routes,
    sources_routes,
    totals_routes,
)
from kroniek.workbench.desk import Desk
from kroniek.workbench.pages import Pages
from kroniek.workbench.security import LOCAL_HOSTS, KnownHosts, SecureHeaders
from kroniek.workbench.shelf import Shelf

_STATIC = Path(__file__).parent / "static"


def create_app(location: str, hosts: Iterable[str] = ()) -> FastAPI:
    """The workbench on the ledger at a path or URL. It answers to this machine's own names, and to `hosts` besides."""
    desk = Desk(Shelf(location), Pages())

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.shelf.close()

    # FastAPI's own documentation pages would load scripts from elsewhere
    app = FastAPI(title="Kroniek workbench", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    every = (
        compare_routes,
        incident_routes,
        document_routes,
        decision_routes,
        incident_decision_routes,
        person_decision_routes,
        sources_routes,
        finding_routes,
        totals_routes,
        ledger_routes,
    )
    for routes in every:
        app.include_router(routes.router(desk))
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    _answer_errors(app, desk)
    app.add_middleware(KnownHosts, hosts=(*LOCAL_HOSTS, *hosts))
    app.add_middleware(SecureHeaders)
    return app


def _answer_errors(app: FastAPI, desk: Desk) -> None:
    async def http_error(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == 404:
            return desk.pages.trouble(
                404,
                "Nothing stands here",
                "The address may be mistyped, or what it named is not in this ledger. Search for it in the list of incidents or documents.",
            )
        detail = error.detail if isinstance(error, HTTPException) else ""
        return desk.pages.trouble(status, "That did not work", f"{detail}.", "Go back, load the page again, and try once more.")

    async def ledger_error(_request: Request, error: Exception) -> Response:
        if desk.shelf.missing():
            return desk.pages.trouble(
                503,
                "There is no ledger yet",
                f"Nothing was found at {desk.shelf.location}. Build one from a folder of reports, then load this page again:",
                command=f"kroniek build FOLDER --ledger {desk.shelf.location}",
            )
        return desk.pages.trouble(503, "The ledger cannot be read", str(error))

    async def any_error(_request: Request, _error: Exception) -> Response:
        # the server writes the error itself to the window that it runs in
        return desk.pages.trouble(
            500,
            "This page could not be made",
            "That is a fault in Kroniek, not in your data; nothing was changed. The window in which `kroniek serve` runs says more.",
        )

    async def incomplete(_request: Request, _error: Exception) -> Response:
        return desk.pages.trouble(422, "Something is missing", "The address or the form was not complete; nothing was stored.")

    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, incomplete)
    app.add_exception_handler(LedgerError, ledger_error)
    app.add_exception_handler(Exception, any_error)
