"""`kroniek serve`: the workbench, on this machine."""

from __future__ import annotations

import errno
import ipaddress
import socket
from typing import Annotated

import typer

from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import complain
from kroniek.cli.ledgers import opened_ledger
from kroniek.errors import UsageError

DEFAULT_PORT = 8642
_ANY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104  (compared with, never bound to by default)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    ledger: LedgerOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any free one.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Whoever reaches another address reads the whole ledger.")] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Also answer to this name in the address bar; may be given again.", show_default=False),
    ] = None,
) -> None:
    """Open the workbench: incidents, claims and their evidence in a browser. Ctrl-C ends it."""
    import uvicorn

    from kroniek.cli.settings import settings_for
    from kroniek.ledger.connect import shown, url_of
    from kroniek.workbench.app import create_app
    from kroniek.workbench.shelf import Shelf

    _, location = settings_for(ledger)
    missing = Shelf(location).missing()
    if not missing:
        with opened_ledger(location):
            pass  # one that cannot be read is told here, not on every page
    names = [*(allow_host or ()), *(() if host in _ANY_ADDRESS else (host,))]
    listening = _listen(host, port)
    address = _address(host, listening.getsockname()[1])
    if not _is_local(host):
        complain(f"anybody who reaches {host} can read this ledger, names of victims and private sources included; there is no password")
        if not names:
            complain("it answers only to the names of this machine; --allow-host NAME adds the one that others will type")
    if missing:
        complain(f"{location}: there is no ledger here yet; `kroniek build` makes one, and the workbench shows it then")
    typer.echo(f"The workbench on {shown(url_of(location))} is at {address}")
    typer.echo("Ctrl-C ends it.")
    config = uvicorn.Config(
        create_app(location, names),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # uvicorn has shut down, and raises the signal again for whoever waits for it
    finally:
        listening.close()
    typer.echo("The workbench is closed.")


def _listen(host: str, port: int) -> socket.socket:
    """A socket that is ours before the address is printed. Raises UsageError where the port or the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host.strip("[]"), port))
        listening.listen(socket.SOMAXCONN)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            free = _free_port(family, host, port)
            advice = f"try `kroniek serve --port {free}`" if free else "give another with --port"
            raise UsageError(f"port {port} is taken, perhaps by another workbench; {advice}") from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise UsageError(f"port {port} may not be used without special rights; take one above 1023") from error
        raise UsageError(f"cannot listen at {host}, port {port}: {error.strerror or error}") from error
    return listening


def _free_port(family: socket.AddressFamily, host: str, taken: int) -> int | None:
    """The next free port after the one that is taken."""
    for port in range(taken + 1, min(taken + 20, 65536)):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host.strip("[]"), port))
            except OSError:
                continue
            return port
    return None


def _address(host: str, port: int) -> str:
    """What to type into the browser."""
    shown = "127.0.0.1" if host in ("", "0.0.0.0") else host.strip("[]")  # noqa: S104
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
