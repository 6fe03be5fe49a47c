"""What is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - a decorator
        """As `functools.cached_property`, without the lock that it takes each time: a text is read by one thread."""

        def __init__(self, work: Callable[[Any], Any]) -> None:
            self.work = work
            self.name = work.__name__
            self.__doc__ = work.__doc__

        def __get__(self, owner: Any, kind: type | None = None) -> Any:
            if owner is None:
                return self
            made = owner.__dict__[self.name] = self.work(owner)
            return made


__all__ = ["lazy"]
