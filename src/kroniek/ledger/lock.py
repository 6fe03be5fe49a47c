"""One build at a time: a lock that the system lets go when the one who holds it dies, however it dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from kroniek.errors import LedgerError
from kroniek.ledger.store import Ledger

_POSTGRESQL_KEY = 0x6B726F6E  # "kron": any number will do that others in the same database do not use


@contextmanager
def build_lock(ledger: Ledger) -> Iterator[None]:
    """Hold the ledger for a build. Raises LedgerError at once where another build holds it, or it can only be read."""
    ledger.check_writable()
    if ledger.engine.dialect.name == "postgresql":
        with _locked_in_postgresql(ledger):
            yield
    else:
        with _locked_by_file(ledger):
            yield


@contextmanager
def _locked_by_file(ledger: Ledger) -> Iterator[None]:
    # A file of its own: closing another handle on the database would let go of SQLite's own locks.
    path = Path(f"{ledger.engine.url.database}.lock")
    try:
        holder = path.open("a")
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written ({error.strerror}); a build keeps it to be alone") from error
    with holder:
        try:
            fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LedgerError(f"{ledger.name}: another build is at work on this ledger; try again when it is done") from error
        yield


@contextmanager
def _locked_in_postgresql(ledger: Ledger) -> Iterator[None]:
    try:
        connection = ledger.engine.connect()
    except DBAPIError as error:
        raise LedgerError(f"{ledger.name}: {error.orig}") from error
    with connection:
        # The lock is of this session, so the connection must not go back to the pool with it.
        connection.detach()
        free = connection.execute(sa.select(sa.func.pg_try_advisory_lock(_POSTGRESQL_KEY))).scalar_one()
        connection.commit()
        if not free:
            raise LedgerError(f"{ledger.name}: another build is at work on this ledger; try again when it is done")
        try:
            yield
        finally:
            # Said aloud: a server notices only a little later that a session has ended.
            connection.execute(sa.select(sa.func.pg_advisory_unlock(_POSTGRESQL_KEY)))
            connection.commit()
