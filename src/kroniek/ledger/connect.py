"""Opening the database that a ledger is kept in: a file of SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from kroniek.errors import LedgerError

_BUSY_SECONDS = 30
_WRITES = "kroniek_writes"


def url_of(location: str) -> URL:
    """The database URL of a path or URL. Raises LedgerError for a URL of another kind of database."""
    if "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
    except ArgumentError as error:
        raise LedgerError("this is not a database URL; give a path, or postgresql://user@host/name") from error
    backend = url.drivername.partition("+")[0]
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database:
        return url
    raise LedgerError(f"{url.drivername} cannot hold a ledger; give a path, sqlite:///path or postgresql://user@host/name")


def shown(url: URL) -> str:
    """The location as a message may name it: without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def engine_for(url: URL) -> sa.Engine:
    """An engine with the settings that a ledger relies on. Nothing is opened yet."""
    if url.get_backend_name() == "postgresql":
        try:
            return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        except (ArgumentError, NoSuchModuleError) as error:
            raise LedgerError(f"{shown(url)}: {error}") from error
    return _sqlite_engine(sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS}))


def _sqlite_engine(engine: sa.Engine) -> sa.Engine:
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def only_readable(url: URL) -> bool:
    """Whether the ledger is a file that is there and cannot be written, or whose folder cannot: a medium that is read-only, an archive."""
    if url.get_backend_name() != "sqlite":
        return False
    path = Path(url.database or "")
    return path.is_file() and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))


def engine_for_reading(url: URL) -> sa.Engine:
    """An engine on a file of SQLite that cannot be written (`only_readable`). Raises LedgerError where that file is not the whole ledger.

    A ledger keeps its log ahead (WAL), and to read such a file SQLite makes two files beside it, unless another program has them open.
    Where they cannot be made, the file is read as one that nobody changes (`immutable`).
    """
    path = Path(url.database or "").absolute()
    address = f"file:{quote(str(path))}?mode=ro"
    if not _can_be_read(address):
        log = Path(f"{path}-wal")
        if log.is_file() and log.stat().st_size:
            raise LedgerError(
                f"{path}: its last changes stand in {log.name}, which can be read only where the folder can be written; "
                "copy both files to a folder of your own"
            )
        address += "&immutable=1"

    def connected() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, check_same_thread=False)

    return _sqlite_engine(sa.create_engine(url, creator=connected))


def _can_be_read(address: str) -> bool:
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True  # no database at all: that is told when the ledger is asked for its version
    return True


def _set_up_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # Python's driver would otherwise begin and commit by itself around statements that make tables.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE cannot delete from an append-only table unseen
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that will write takes its lock at once: one that reads first and then writes could be refused halfway.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def keep_log_ahead(engine: sa.Engine, name: str) -> None:
    """Let readers of an SQLite file read on while one writes (WAL). PostgreSQL always does."""
    if engine.dialect.name != "sqlite":
        return
    # Not within a transaction, where SQLite would refuse it, and so past SQLAlchemy, which would begin one.
    with _errors_named(name), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


@contextmanager
def reading(engine: sa.Engine, name: str) -> Iterator[sa.Connection]:
    """A transaction that reads: all its queries see the ledger as it was at one moment. Database errors come out as LedgerError."""
    with _errors_named(name), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: sa.Engine, name: str) -> Iterator[sa.Connection]:
    """A transaction that writes: all or nothing. Database errors come out as LedgerError."""
    with _errors_named(name), engine.connect() as connection, connection.execution_options(**{_WRITES: True}).begin():
        yield connection


@contextmanager
def _errors_named(name: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{name}: {explain(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{name}: {explain(error)}") from error


def explain(error: BaseException | None) -> str:
    """What a person can make of a database's error."""
    original = " ".join(str(error).split()) or type(error).__name__
    lower = original.lower()
    if "not a database" in lower or "file is encrypted" in lower:
        return "this file is not a ledger (not even a database)"
    if "malformed" in lower or "disk i/o error" in lower:
        return f"the ledger is damaged ({original}); restore a copy, or build a new one from the reports"
    if "locked" in lower:
        return "another program has been writing to the ledger all the time; try again when it is done"
    if "unable to open" in lower or "readonly" in lower or "permission" in lower:
        return f"the ledger cannot be opened or written ({original}); check the folder and who may write there"
    return original


def check_path(url: URL, *, create: bool) -> None:
    """Say in words what is wrong with the path before the database does. Raises LedgerError."""
    if url.get_backend_name() != "sqlite":
        return
    path = Path(url.database or "")
    try:
        there = path.stat()
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:  # too long a name, a zero byte in it, no way through a folder
        raise LedgerError(f"{path}: no ledger can be here ({getattr(error, 'strerror', None) or error})") from error
    else:
        if stat.S_ISDIR(there.st_mode):
            raise LedgerError(f"{path}: this is a folder; a ledger is a file")
        if not stat.S_ISREG(there.st_mode):
            raise LedgerError(f"{path}: this is no regular file; a ledger is one")
        return
    if not create:
        raise LedgerError(f"{path}: there is no ledger here; `kroniek build` makes one")
    if not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: the folder for the ledger does not exist")
