"""Make `docs/workbench.png`: the page of one incident of a ledger, as a reader sees it. Needs chromium.

    python tools/screenshot.py LEDGER [INCIDENT] [--output docs/workbench.png]

Without INCIDENT the one that the most reports tell of is shown.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sys
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from kroniek.ledger.store import Ledger
from kroniek.workbench.app import create_app
from kroniek.workbench.words import incident_address

WIDTH, HEIGHT = 1400, 1400
SCALE = 6 / 7
"""The window becomes a picture of 1200 by 1200: large enough to show grade, ranges and evidence at once."""
LARGEST = 300_000


def best_incident(location: str) -> str:
    """The one that the most reports tell of: it shows best how they come down to few origins."""
    with Ledger.open(location) as ledger:
        rows = ledger.incidents().rows
    if not rows:
        raise SystemExit(f"{location} holds no incident")
    return min(rows, key=lambda one: (-len(one.documents), len(one.origins), one.id)).id


def serve(location: str) -> tuple[uvicorn.Server, str]:
    """The workbench in a thread, and its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(location), log_level="error", access_log=False))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return server, f"http://127.0.0.1:{listening.getsockname()[1]}"


def take(address: str, output: Path) -> None:
    """One picture of the top of the page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("there is no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE, color_scheme="light")
        page.goto(address)
        page.screenshot(path=output)
        browser.close()


def main() -> None:
    """Read the command line, and make the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("incident", nargs="?")
    parser.add_argument("--output", type=Path, default=Path(__file__).resolve().parent.parent / "docs" / "workbench.png")
    chosen = parser.parse_args()
    server, address = serve(chosen.ledger)
    try:
        take(address + incident_address(chosen.incident or best_incident(chosen.ledger)), chosen.output)
    finally:
        server.should_exit = True
    size = chosen.output.stat().st_size
    print(f"{chosen.output}: {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"larger than {LARGEST:,} bytes")


if __name__ == "__main__":
    main()
