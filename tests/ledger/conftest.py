"""Ledgers in real databases: every test that asks for `location` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kroniek.ledger.store import Ledger
from tests.postgresql import Cluster, cluster, server_binaries


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server of our own, for as long as the tests run."""
    binaries = server_binaries()
    if binaries is None:
        pytest.skip("THERE IS NO POSTGRESQL SERVER ON THIS MACHINE (/usr/lib/postgresql/*/bin)")
    with cluster(binaries) as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "test.ledger")
    running: Cluster = request.getfixturevalue("postgresql")
    return running.new_database()


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(location, create=True) as opened:
        yield opened
