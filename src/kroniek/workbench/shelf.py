"""Where the workbench takes its ledger from: opened when first asked for, and again when the file was replaced."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from kroniek.ledger.store import Ledger


class Shelf:
    """Holds the one ledger that is served. A ledger that is not there yet may come while the server runs."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._lock = Lock()
        self._ledger: Ledger | None = None
        self._file: tuple[int, int] | None = None

    def ledger(self) -> Ledger:
        """The ledger. Raises LedgerError where there is none, or it cannot be read."""
        with self._lock:
            file = self._identity()
            if self._ledger is None or file != self._file:
                self.close()
                self._ledger = Ledger.open(self.location)
                # opening may itself have touched the file
                self._file = self._identity()
            return self._ledger

    def missing(self) -> bool:
        """Whether there is no ledger yet, which is no error but the first day."""
        return "://" not in self.location and not Path(self.location).exists()

    def close(self) -> None:
        """Let go of the ledger."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _identity(self) -> tuple[int, int] | None:
        if "://" in self.location:
            return None
        try:
            status = Path(self.location).stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino
