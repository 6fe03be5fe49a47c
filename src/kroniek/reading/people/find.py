"""Named victims of a whole document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kroniek.reading.passage import Passage
from kroniek.reading.people.model import PeopleFound
from kroniek.reading.people.rules import PeopleRules


def find_people(passages: Sequence[Passage], rules: Mapping[str, PeopleRules]) -> PeopleFound:
    """The named victims in the sentences of a document, in order. `rules` by language; sentences of other languages are passed over."""
    return PeopleFound()
