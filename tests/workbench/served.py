"""The workbench on a real port of this machine, in a thread."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from fastapi import FastAPI

from kroniek.workbench.app import create_app


@contextmanager
def served(location: str, app: FastAPI | None = None) -> Iterator[httpx.Client]:
    """The workbench on the ledger at `location`, and a client for it; `base_url` of the client is its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(app or create_app(location), log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", trust_env=False, follow_redirects=True) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
