"""What is worked out once."""

from __future__ import annotations

from kroniek.reading.lazy import lazy


class Counted:
    def __init__(self) -> None:
        self.asked = 0

    @lazy
    def answer(self) -> int:
        """The answer."""
        self.asked += 1
        return 42


def test_worked_out_when_first_asked_and_only_then() -> None:
    counted = Counted()
    assert counted.asked == 0
    assert (counted.answer, counted.answer, counted.asked) == (42, 42, 1)
    assert Counted.answer.__doc__ == "The answer."
