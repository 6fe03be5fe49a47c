"""Profiles as a table of records, one a row, with the keys that propose a pair: what Splink blocks by, on one machine or many."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pyarrow as pa  # type: ignore[import-untyped]

from kroniek.cluster.profile_text import profile_text
from kroniek.incidents.blocking import Key, blocked
from kroniek.incidents.profile import Profile

_SCHEMA = pa.schema(
    [("unique_id", pa.int64()), ("keys", pa.list_(pa.string())), ("years", pa.list_(pa.string())), ("coarse", pa.bool_())]
)


def records(profiles: Sequence[Profile]) -> pa.Table:
    """The table: `unique_id` the number of the profile; `keys`, of which a pair shares one; `years`, places and totals with their years, of
    which a pair shares one if a profile of it is `coarse`, that is, tells no closer time.

    A key that one profile has alone is left out.
    """
    keys: list[list[str]] = [[] for _ in profiles]
    years: list[list[str]] = [[] for _ in profiles]
    found = blocked(profiles)
    for key in sorted(found):
        if key[0] in ("coarse", "year"):
            for number in found[key]:
                years[number].append(_text(key[1:]))
        elif len(found[key]) > 1:
            for number in found[key]:
                keys[number].append(_text(key))
    columns = [list(range(len(profiles))), keys, years, [told.is_coarse for told in profiles]]
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)], schema=_SCHEMA)


def records_with_profiles(profiles: Sequence[Profile]) -> pa.Table:
    """The table with each profile as text (`profile`), for machines that have no other way to compare two of them."""
    return records(profiles).append_column("profile", pa.array([profile_text(told) for told in profiles], pa.string()))


def _text(key: Key) -> str:
    """One text a key, whatever stands in it: a half character, which no table takes, is written out."""
    return json.dumps(key)
