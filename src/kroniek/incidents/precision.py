"""A crosswalk between desks' schemes of precision: a code of one as a code of another, never a more exact one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kroniek.errors import UsageError


@dataclass(frozen=True, slots=True)
class Level:
    """One code of a scheme. `size` is what it leaves open: a radius in metres for a place, a number of days for a time; None: unbounded.

    `target` is False for a code that is read and never chosen: it says how a thing was found, or is no size at all.
    """

    code: str
    size: int | None
    says: str
    source: str
    target: bool = True

    def holds(self, other: Level) -> bool:
        """Whether this leaves open at least as much as the other."""
        return self.size is None or (other.size is not None and other.size <= self.size)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """Schemes by name, each with its codes from the most exact to the least. `what` is "place" or "time"."""

    what: str
    schemes: Mapping[str, tuple[Level, ...]]

    def level(self, scheme: str, code: str) -> Level | None:
        """The code of a scheme, compared without case; None where the scheme has no such code. Raises UsageError for an unknown scheme."""
        wanted = code.strip().lower()
        return next((level for level in self._scheme(scheme) if level.code == wanted), None)

    def translate(self, scheme: str, code: str, to: str) -> Level | None:
        """The most exact code of the scheme `to` that leaves open no less than this one.

        None where the code is unknown, or the other scheme has none that is coarse enough: then it cannot be said in that scheme.
        A scheme translates into itself unchanged. Raises UsageError for an unknown scheme.
        """
        told = self.level(scheme, code)
        if told is None or scheme == to:
            return told
        return next((level for level in self._scheme(to) if level.target and level.holds(told)), None)

    def _scheme(self, name: str) -> tuple[Level, ...]:
        found = self.schemes.get(name)
        if found is None:
            raise UsageError(f"no scheme of {self.what} precision is called {name!r}; there are {', '.join(sorted(self.schemes))}")
        return found


@dataclass(frozen=True, slots=True)
class Precisions:
    """The crosswalks of places and of times."""

    place: Crosswalk
    time: Crosswalk
