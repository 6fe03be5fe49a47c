"""A profile as one line of JSON, the same for equal profiles, and back: how it travels to other machines."""

from __future__ import annotations

import json
from typing import Any

from kroniek.contracts.records import structure, unstructure
from kroniek.incidents.profile import Profile


def profile_text(told: Profile) -> str:
    """The profile as JSON in ASCII."""
    return json.dumps(_plain(unstructure(told)), sort_keys=True, separators=(",", ":"))


def profile_from_text(text: str) -> Profile:
    """The profile that `profile_text` wrote."""
    found: Profile = structure(json.loads(text), Profile)
    return found


def _plain(value: Any) -> Any:
    """Sets in order, since they have none of their own."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((_plain(one) for one in value), key=json.dumps)
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value

