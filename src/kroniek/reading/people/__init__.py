"""Named victims of a document: each once, with age, gender and what was done to them."""

from kroniek.reading.people.find import find_people
from kroniek.reading.people.model import PeopleFound, RelativeCount, group_of
from kroniek.reading.people.rules import PeopleRules

__all__ = ["PeopleFound", "PeopleRules", "RelativeCount", "find_people", "group_of"]
