"""Answers for a terminal."""

from collections.abc import Iterator, Sequence

from roadmapc.diagnostics.to_text import harmless
from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.region import Coverage
from roadmapc.portfolio.values import in_words, is_number
from roadmapc.render.answers.calendar_table import PLAIN, Colours
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_WIDTH = 64
"""Characters of a cell; the other forms have all of them."""


def to_table(answers: Sequence[Answer], coverage: Coverage, colours: Colours = PLAIN) -> str:
    """A table an answer, and of how many plans they are made."""
    lines = [line for answer in answers for line in (*_lines(answer, colours), "")]
    return "\n".join([*lines, summary(coverage)]) + "\n"


def summary(coverage: Coverage) -> str:
    """«Планов: 40 в 5 муниципалитетах; не вошли 2»."""
    plans = counted(coverage.plans, "план", "плана", "планов")
    municipalities = counted(coverage.municipalities, "муниципалитета", "муниципалитетов", "муниципалитетов")
    left_out = f"; не вошло: {len(coverage.left_out)}" if coverage.left_out else ""
    return f"По записям: {plans} {municipalities}{left_out}"


def _lines(answer: Answer, colours: Colours) -> Iterator[str]:
    heading, end = colours.heading, colours.end
    yield f"{heading}{answer.title}{end}"
    if not answer.rows:
        yield "  ничего"
        return
    rows = [[harmless(shortened(in_words(value), _WIDTH)) for value in row] for row in answer.rows]
    headings = [column.heading for column in answer.columns]
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    to_right = [is_number(value) for value in answer.rows[0]]
    yield f"  {colours.note}{_line(headings, widths, to_right)}{end}"
    for row in rows:
        yield f"  {_line(row, widths, to_right)}"


def _line(cells: Sequence[str], widths: Sequence[int], to_right: Sequence[bool]) -> str:
    padded = (
        f"{cell:>{width}}" if is_right else f"{cell:<{width}}"
        for cell, width, is_right in zip(cells, widths, to_right, strict=True)
    )
    return "  ".join(padded).rstrip()
