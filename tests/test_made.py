"""Values made quickly are the values that `dataclasses` makes: equal, frozen, picklable, copied with a change."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.made import quickly_made, replace


@dataclass(frozen=True, slots=True)
class _Slow:
    name: str
    size: int | None = None
    parts: list[int] = field(default_factory=list)


@quickly_made
@dataclass(frozen=True, slots=True)
class _Quick:
    """As _Slow."""

    name: str
    size: int | None = None
    parts: list[int] = field(default_factory=list)


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    text: str
    start: int | None = None


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class _Child(_Base):
    role: str
    end: int = 0

    def __post_init__(self) -> None:
        if self.end < 0:
            raise ValueError("an end before the text")


@given(st.text(), st.none() | st.integers(), st.lists(st.integers()))
def test_fields_are_those_given(name: str, size: int | None, parts: list[int]) -> None:
    made, slow = _Quick(name, size, parts), _Slow(name, size, parts)
    assert dataclasses.astuple(made) == dataclasses.astuple(slow)
    assert made == _Quick(name=name, parts=parts, size=size)
    assert type(made) is _Quick
    assert pickle.loads(pickle.dumps(made)) == made == copy.deepcopy(made)
    assert repr(made) == repr(slow).replace("_Slow", "_Quick")


def test_defaults_are_fresh_for_each_value() -> None:
    first, second = _Quick("a"), _Quick("b")
    first.parts.append(1)
    assert (second.size, second.parts) == (None, [])


def test_a_value_stays_frozen() -> None:
    made = _Child(text="x", role="at")
    with pytest.raises(FrozenInstanceError):
        made.end = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        _Child(text="x")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        _Child("x", role="at")  # type: ignore[call-arg]


def test_inherited_fields_and_checks_hold() -> None:
    made = _Child(text="x", role="at", end=4)
    assert (made.text, made.start, made.role, made.end) == ("x", None, "at", 4)
    assert isinstance(made, _Base)
    assert hash(made) == hash(_Child(text="x", role="at", end=4))
    with pytest.raises(ValueError, match="before the text"):
        _Child(text="x", role="at", end=-1)


def test_altered_changes_only_what_it_is_told() -> None:
    before = _Quick("a", 1, [2])
    after = replace(before, size=5)
    assert (after, before) == (_Quick("a", 5, [2]), _Quick("a", 1, [2]))
    assert type(after) is _Quick
    with pytest.raises(AttributeError):
        replace(before, colour="red")
    assert replace(_Slow("a"), size=2) == _Slow("a", 2)
    with pytest.raises(ValueError, match="before the text"):
        replace(_Child(text="x", role="at"), end=-1)


def test_only_frozen_classes_with_slots_are_made_so() -> None:
    @dataclass(slots=True)
    class Open:
        name: str

    @dataclass(frozen=True)
    class Loose:
        name: str

    for cls in (Open, Loose, int):
        with pytest.raises(TypeError):
            quickly_made(cls)
