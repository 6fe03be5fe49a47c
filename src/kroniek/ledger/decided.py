"""The readings of a ledger with what people decided on their claims laid over them: what everything is made of after reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

import sqlalchemy as sa

from kroniek.ledger.decisions import Replay
from kroniek.ledger.readings import stored_readings
from kroniek.reading.result import Reading


def decided_readings(connection: sa.Connection, ids: Collection[str] | None = None) -> Iterator[Reading]:
    """The readings of all reports, or of these, sorted by id; claims that people corrected as corrected, rejected ones left out."""
    replay = Replay(connection)
    for one in stored_readings(connection, ids):
        yield replace(one, claims=replay.over(one.document.id, one.claims))
