"""What keeps the private workbench private: response headers, the Host check, and the token that every POST must carry."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # the pages hold names of victims: no copy stays in a shared cache or on the disk
    "Cache-Control": "no-store",
}
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_STATIC_CACHE = "no-cache"


class SecureHeaders:
    """Adds the headers to whatever the application answers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = _STATIC_CACHE
            await send(message)

        await self.app(scope, receive, send_with_headers)


class KnownHosts:
    """Refuses a request whose Host header is not one of ours: a page elsewhere that has its own name point at this machine
    (DNS rebinding) could otherwise read the ledger through the visitor's browser."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower().strip("[]") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "http" and host_of(Headers(scope=scope).get("host", "")) not in self.hosts:
            refusal = PlainTextResponse(
                "This workbench does not answer to that name. Open it at http://127.0.0.1 with its port, "
                "or start it with --allow-host NAME.\n",
                status_code=421,
                headers=HEADERS,
            )
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def host_of(header: str) -> str:
    """The host in a Host header without its port and brackets, in lower case; "" for one that is no host."""
    if "@" in header or "/" in header:
        return ""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower()
    except ValueError:
        return ""


def _place_of(origin: str) -> str | None:
    """The host and port of an Origin header, in lower case; None for one that is no address."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return None


class PostTokens:
    """One token for the life of the server: forms carry it, so that another site cannot post in the reader's name."""

    def __init__(self) -> None:
        self.value = secrets.token_urlsafe(32)

    def fits(self, given: str, origin: str | None, host: str | None) -> bool:
        """Whether a POST came from a page of ours: the token is right and the Origin, where the browser tells it, is this server."""
        if origin not in (None, "null") and _place_of(origin or "") != (host or "").lower():
            return False
        return secrets.compare_digest(given.encode(), self.value.encode())
