"""What every page needs: the ledger, the templates, and the token for what is posted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kroniek.ledger.store import Ledger
from kroniek.ledger.views import StoredDecision, StoredDocument
from kroniek.workbench.pages import Pages
from kroniek.workbench.security import PostTokens
from kroniek.workbench.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Desk:
    """Passed to the routes when the application is made."""

    shelf: Shelf
    pages: Pages
    tokens: PostTokens = field(default_factory=PostTokens)

    @property
    def ledger(self) -> Ledger:
        """The ledger now. Raises LedgerError where it cannot be opened."""
        return self.shelf.ledger()

    def check_own_form(self, request: Request, token: str) -> None:
        """Raises HTTPException (403) for a POST that no form of this run of the workbench sent."""
        if not self.tokens.fits(token, request.headers.get("origin"), request.headers.get("host")):
            raise HTTPException(403, "The form was made by another run of the workbench, or came from elsewhere; nothing was stored")


def documents_by_id(ledger: Ledger, ids: Iterable[str]) -> dict[str, StoredDocument]:
    """The reports of these ids that the ledger holds."""
    found = ((identity, ledger.document(identity)) for identity in dict.fromkeys(ids))
    return {identity: document for identity, document in found if document is not None}


def by_claim(made: Iterable[StoredDecision]) -> dict[tuple[str, str], list[StoredDecision]]:
    """Decisions by the report and the id of the claim that they are on now."""
    found: dict[tuple[str, str], list[StoredDecision]] = {}
    for one in made:
        if one.document is not None and one.claim is not None:
            found.setdefault((one.document, one.claim), []).append(one)
    return found
