"""The JSON Schemas of the contracts, as they lie beside this module."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

SCHEMAS = ("claim", "incident", "document", "finding", "total", "declared", "codebook", "comparison", "dyad")


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema (draft 2020-12) called `name`, one of `SCHEMAS`. Treat it as constant: all callers share it.

    Raises ValueError for another name.
    """
    if name not in SCHEMAS:
        raise ValueError(f"no schema is called {name!r}; there are {', '.join(SCHEMAS)}")
    found: dict[str, Any] = json.loads((resources.files("kroniek.contracts") / f"{name}.schema.json").read_text(encoding="utf-8"))
    return found
