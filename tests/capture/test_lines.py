from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from kroniek.capture.lines import bounded_lines


def test_numbers_and_blank_lines_and_the_mark() -> None:
    assert list(bounded_lines(BytesIO(b"\xef\xbb\xbfa\n\n  \nb"), 10)) == [(1, b"a\n"), (4, b"b")]


@given(st.lists(st.integers(1, 30), max_size=8), st.booleans())
def test_a_long_line_costs_itself_only(lengths: list[int], ended: bool) -> None:
    data = b"\n".join(b"x" * length for length in lengths) + (b"\n" if ended else b"")
    got = [(number, None if line is None else len(line.strip())) for number, line in bounded_lines(BytesIO(data), 10)]
    assert got == [(number, length if length <= 10 else None) for number, length in enumerate(lengths, 1)]
