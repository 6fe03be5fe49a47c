"""The ledger: opened by a path or URL, and asked through the views that everything after it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from kroniek.errors import LedgerError
from kroniek.ledger import connect, facets, provenance, queries, readings, schema, triggers, views
from kroniek.model.claim import Claim
from kroniek.model.incident import Incident
from kroniek.model.provenance import Chain, Citation, Publication, Telling
from kroniek.provenance.edges import ReuseEdge
from kroniek.provenance.graph import Graph

_SCHEMA_KEY = "schema"


class Ledger:
    """One ledger. Safe to use from several threads; close it, or use it in a `with`.

    Every method raises LedgerError where the database fails, and reads the ledger as it was at one moment.
    """

    def __init__(self, engine: sa.Engine, name: str, *, read_only: bool = False) -> None:
        self._engine = engine
        self.name = name
        self.read_only = read_only
        """Whether it lies where nothing can be written, so that it can be read and nothing more."""

    @classmethod
    def open(cls, location: str, create: bool = False) -> Self:
        """Open the ledger at a path or URL (`postgresql://`, `sqlite:///`); with `create`, make it where there is none.

        One that lies where nothing can be written is opened for reading alone (`read_only`). Raises LedgerError where there is none, or
        what is there is no ledger, is of another version or cannot be read.
        """
        url = connect.url_of(location)
        connect.check_path(url, create=create)
        read_only = connect.only_readable(url)
        engine = connect.engine_for_reading(url) if read_only else connect.engine_for(url)
        opened = cls(engine, connect.shown(url), read_only=read_only)
        try:
            opened._check(create=create)
        except LedgerError:
            opened.close()
            raise
        return opened

    def _check(self, *, create: bool) -> None:
        with connect.reading(self._engine, self.name) as connection:
            found = _schema_version(connection)
        if found is None and create:
            self._make()
        elif found is None:
            raise LedgerError(f"{self.name}: this database holds no ledger; `kroniek build` makes one")
        elif found != str(schema.SCHEMA_VERSION):
            raise LedgerError(
                f"{self.name}: this ledger is of version {found}, and this Kroniek reads version {schema.SCHEMA_VERSION}; "
                "use the Kroniek that made it, or build a new ledger from the reports"
            )

    def _make(self) -> None:
        connect.keep_log_ahead(self._engine, self.name)
        with self.write() as connection:
            if _schema_version(connection) is not None:
                return  # another one made it just now
            if sa.inspect(connection).get_table_names():
                raise LedgerError(f"{self.name}: this database holds other tables; give a ledger a database of its own")
            schema.metadata.create_all(connection)
            triggers.make(connection)
            connection.execute(schema.ledger.insert().values(key=_SCHEMA_KEY, value=str(schema.SCHEMA_VERSION)))

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that writes, for the other modules of this package. Raises LedgerError where the ledger is `read_only`."""
        self.check_writable()
        with connect.writing(self._engine, self.name) as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A transaction that reads, for the other modules of this package."""
        with connect.reading(self._engine, self.name) as connection:
            yield connection

    def check_writable(self) -> None:
        """Raises LedgerError that says what to do where the ledger can only be read."""
        if self.read_only:
            raise LedgerError(
                f"{self.name}: the ledger can only be read here, since the file or its folder cannot be written; "
                "copy it to a folder of your own, and name that with --ledger"
            )

    @property
    def engine(self) -> sa.Engine:
        """The engine, for locks."""
        return self._engine

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def incidents(
        self,
        filter: views.IncidentFilter | None = None,
        sort: views.Sort = views.Sort.NEWEST,
        limit: int | None = None,
        offset: int = 0,
    ) -> views.IncidentPage:
        """Incidents that the filter lets through, in order; all of them without `limit`."""
        with self.read() as connection:
            return queries.incidents(connection, filter or views.IncidentFilter(), sort, limit, offset)

    def incident(self, id: str) -> Incident | None:
        """The incident; for an id that was merged or split away, the one that holds most of its claims now: its `id` differs then."""
        with self.read() as connection:
            return queries.follow(connection, id)

    def forwards(self, id: str) -> tuple[str, ...]:
        """The ids that an incident's claims went to when it vanished, most claims first; empty where it still stands or never was."""
        with self.read() as connection:
            return queries.forwards(connection, id)

    def claims(self, ids: Sequence[str]) -> tuple[Claim, ...]:
        """Claims in the order of `ids`; two reports of one text share ids, and then all of that id are given. Unknown ids are left out."""
        with self.read() as connection:
            return queries.claims(connection, ids)

    def claims_of_document(self, document_id: str) -> tuple[Claim, ...]:
        """The claims of a report's current version, in the order that they were read."""
        with self.read() as connection:
            return queries.claims_of_document(connection, document_id)

    def chains(self, tellings: Sequence[Telling]) -> tuple[Chain, ...]:
        """The chains of these claims, in their order; unknown ones are left out."""
        with self.read() as connection:
            return provenance.chains_of(connection, tellings)

    def chains_of_document(self, document_id: str) -> tuple[Chain, ...]:
        """The chains of all claims of a report, by the claims' ids."""
        with self.read() as connection:
            return provenance.chains_of_document(connection, document_id)

    def told_in(self, chains: Sequence[Chain]) -> tuple[dict[Telling, Claim], dict[str, Publication]]:
        """The claims that the chains go through, and by id the publications that tell them."""
        with self.read() as connection:
            return provenance.told_in(connection, chains)

    def publications(self, document_ids: Sequence[str] | None = None) -> tuple[Publication, ...]:
        """The publications of these reports, or of all: a report is one, or several."""
        with self.read() as connection:
            return provenance.publications(connection, document_ids)

    def citations_of(self, document_ids: Sequence[str]) -> tuple[Citation, ...]:
        """What the publications of these reports cite."""
        with self.read() as connection:
            return provenance.citations_of(connection, document_ids)

    def reuse_of(self, document_id: str) -> tuple[ReuseEdge, ...]:
        """The words that a report shares with others, those that it has them from first."""
        with self.read() as connection:
            return provenance.reuse_of(connection, document_id)

    def graph(self) -> Graph:
        """Who feeds whom, over the whole ledger, as of the last build."""
        with self.read() as connection:
            return provenance.graph(connection)

    def document(self, id: str) -> views.StoredDocument | None:
        """A report with its current text, blocks and history."""
        with self.read() as connection:
            return queries.document(connection, id)

    def version_text(self, document_id: str, sha256: str) -> str | None:
        """The text of any version of a report."""
        with self.read() as connection:
            return queries.version_text(connection, document_id, sha256)

    def documents(self, filter: views.DocumentFilter | None = None, limit: int | None = None, offset: int = 0) -> views.DocumentPage:
        """Reports that the filter lets through, newest publication first, those without a date last."""
        with self.read() as connection:
            return queries.documents(connection, filter or views.DocumentFilter(), limit, offset)

    def facets(self, filter: views.IncidentFilter | None = None) -> views.Facets:
        """Counts of incidents per grade, belligerent, country and month, each under the rest of the filter."""
        with self.read() as connection:
            return facets.facets(connection, filter or views.IncidentFilter())

    def data_sha256(self) -> str:
        """The hash of all reports and versions that the ledger holds and what read them."""
        with self.read() as connection:
            return readings.data_sha256(connection)

    def counts(self) -> views.Counts:
        """How much the ledger holds."""
        with self.read() as connection:
            return facets.counts(connection)

    def search(self, text: str, limit: int = 50) -> tuple[views.SearchHit, ...]:
        """Reports whose current text or title holds all the words, the last one perhaps unfinished; newest publication first."""
        with self.read() as connection:
            return queries.search(connection, text, limit)

    def findings(self) -> tuple[views.StoredFinding, ...]:
        """All findings of the last build, errors first."""
        with self.read() as connection:
            return queries.findings(connection)


def _schema_version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table(schema.ledger.name):
        return None
    columns = {column["name"] for column in sa.inspect(connection).get_columns(schema.ledger.name)}
    if not {"key", "value"} <= columns:
        return None
    version = connection.execute(sa.select(schema.ledger.c.value).where(schema.ledger.c.key == _SCHEMA_KEY)).scalar()
    return None if version is None else str(version)
