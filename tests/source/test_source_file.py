"""Offsets, lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.source.file import SourceFile
from roadmapc.source.span import Position, Span


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_lines_are_counted_as_editors_count_them(line_break: str) -> None:
    file = SourceFile("plan.yaml", line_break.join(["один", "", "три"]))
    assert [file.line(number) for number in range(5)] == ["", "один", "", "три", ""]
    assert file.position(file.text.index("р")) == Position(3, 2)


def test_columns_count_characters_and_not_bytes() -> None:
    assert SourceFile("plan.yaml", "срок: 𝔘до").position(7) == Position(1, 8)


@given(st.text(st.sampled_from("аб\r\n "), max_size=30), st.integers(0, 40))
def test_an_offset_and_its_position_name_the_same_place(text: str, offset: int) -> None:
    file = SourceFile("plan.yaml", text)
    assert file.offset(*file.position(offset)) == min(offset, len(text))


@given(st.text(st.sampled_from("аб\r\n "), max_size=30), st.integers(1, 9), st.integers(1, 40))
def test_a_place_past_the_end_is_taken_as_the_end(text: str, line: int, column: int) -> None:
    assert 0 <= SourceFile("plan.yaml", text).offset(line, column) <= len(text)


def test_the_rest_of_a_line_leaves_out_its_blank_end() -> None:
    file = SourceFile("plan.yaml", "a: b  \r\nc: d")
    assert [file.rest_of_line(offset) for offset in (3, 5, 11, 12)] == [
        Span(3, 4),
        Span(5, 6),
        Span(11, 12),
        Span(12, 12),
    ]
