"""What the two databases write differently: triggers that keep append-only tables so, and the table for text search."""

from __future__ import annotations

import sqlalchemy as sa

from kroniek.ledger.schema import APPEND_ONLY, passage_metadata

_REFUSAL = "{table} is append-only: a row is never changed or deleted"


def make(connection: sa.Connection) -> None:
    """Make triggers and search table in a ledger whose tables were just made, in the same transaction."""
    if connection.dialect.name == "sqlite":
        _make_for_sqlite(connection)
    else:
        _make_for_postgresql(connection)


def _make_for_sqlite(connection: sa.Connection) -> None:
    for table in APPEND_ONLY:
        refusal = _REFUSAL.format(table=table)
        for act in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
            )
    # The texts are in `version`, which never changes, so nothing is ever taken out of the index.
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE passage USING fts5(words, content = '', tokenize = \"unicode61 remove_diacritics 0\")"
    )


def _make_for_postgresql(connection: sa.Connection) -> None:
    passage_metadata.create_all(connection)
    connection.exec_driver_sql(
        "CREATE FUNCTION kroniek_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%% is append-only: a row is never changed or deleted', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kroniek_append_only()"
        )
