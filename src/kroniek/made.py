"""Frozen dataclasses that are made a hundred thousand times in a report: the same values, made in half the time.

The `__init__` that `dataclasses` writes for a frozen class calls `object.__setattr__` once a field, since plain assignment is closed to it.
Here the new value is of an open class of the same slots while its fields are set, and of its own class from then on.
Nobody gets to see it in between, and afterwards it is as frozen as before.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

_copies: dict[type, Callable[[Any, dict[str, Any]], Any]] = {}


def quickly_made(cls: type[T]) -> type[T]:
    """A decorator above `@dataclass(frozen=True, slots=True)` of a class with many fields that is made very often.

    Raises TypeError for a class that is not frozen, or has no slots, or more than one base: those cannot be made so.
    """
    if not dataclasses.is_dataclass(cls) or "__slots__" not in cls.__dict__ or len(cls.__bases__) != 1 or cls.__dictoffset__:
        raise TypeError(f"{cls.__qualname__} is no plain dataclass with slots")
    if not getattr(cls, "__dataclass_params__").frozen:  # noqa: B009 - no public name
        raise TypeError(f"{cls.__qualname__} is not frozen")
    fields = dataclasses.fields(cls)
    slots = [field.name for field in fields]
    own = {"__slots__": cls.__dict__["__slots__"], "__module__": cls.__module__, "__setattr__": object.__setattr__}
    opened = type(f"{cls.__name__}InTheMaking", cls.__bases__, own)
    by_keyword = [field for field in fields if field.kw_only]
    names: dict[str, Any] = {"_switch": object.__dict__["__class__"].__set__, "_new": object.__new__, "_open": opened, "_own": cls}
    names["_missing"] = dataclasses.MISSING
    arguments = [_argument(field, names) for field in fields if field.init and not field.kw_only]
    arguments += ["*", *(_argument(field, names) for field in by_keyword)] if by_keyword else []
    lines = [f"def __init__(self, {', '.join(arguments)}):", " _switch(self, _open)"]
    for field in fields:
        if field.default_factory is not dataclasses.MISSING:
            names[f"_make_{field.name}"] = field.default_factory
            lines.append(f" self.{field.name} = _make_{field.name}() if {field.name} is _missing else {field.name}")
        elif field.init:
            lines.append(f" self.{field.name} = {field.name}")
    lines.append(" self.__class__ = _own")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    lines += ["def copy(old, changes):", " new = _new(_open)", *(f" new.{name} = old.{name}" for name in slots)]
    lines += [" for name, value in changes.items():", "  setattr(new, name, value)", " new.__class__ = _own", " return new"]
    exec("\n".join(lines), names)  # noqa: S102 - names of the class's own fields, as `dataclasses` itself does it
    made = names["__init__"]
    made.__qualname__, made.__doc__ = f"{cls.__qualname__}.__init__", cls.__init__.__doc__
    made.__annotations__ = cls.__init__.__annotations__
    setattr(cls, "__init__", made)  # noqa: B010 - mypy lets nobody assign to __init__
    if not hasattr(cls, "__post_init__"):
        _copies[cls] = names["copy"]
    return cls


def replace(value: T, **changes: Any) -> T:
    """As `dataclasses.replace`, quickly for classes that are `quickly_made`. Raises AttributeError or TypeError for a field it has not."""
    copy = _copies.get(type(value))
    if copy is None:
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    made: T = copy(value, changes)
    return made


def _argument(field: dataclasses.Field[Any], names: dict[str, Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=_missing"
    if field.default is not dataclasses.MISSING:
        names[f"_default_{field.name}"] = field.default
        return f"{field.name}=_default_{field.name}"
    return field.name
