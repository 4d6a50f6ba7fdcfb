"""Answers for a terminal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from roadmapc.diagnostics.to_text import harmless
from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.region import Coverage
from roadmapc.portfolio.values import conditions_in_words, in_words, is_number
from roadmapc.render.answers.calendar_table import Colours
from roadmapc.text.plural import counted

_WIDTH = 48
"""Characters of a line of a cell; a longer text goes on in the next line."""


def to_table(answers: Sequence[Answer], coverage: Coverage, colours: Colours) -> str:
    """A table an answer, and of how many plans they are made."""
    lines = [line for answer in answers for line in (*_lines(answer, colours), "")]
    return "\n".join([*lines, summary(coverage)]) + "\n"


def summary(coverage: Coverage) -> str:
    """«По записям: 40 планов 5 муниципалитетов; не вошло: 2»."""
    plans = counted(coverage.plans, "план", "плана", "планов")
    municipalities = counted(coverage.municipalities, "муниципалитета", "муниципалитетов", "муниципалитетов")
    left_out = f"; не вошло: {len(coverage.left_out)}" if coverage.left_out else ""
    return f"По записям: {plans} {municipalities}{left_out}"


def _lines(answer: Answer, colours: Colours) -> Iterator[str]:
    heading, end = colours.heading, colours.end
    yield f"{heading}{answer.title}{end}"
    if answer.asked:
        yield f"  {harmless(conditions_in_words(answer.asked))}"
    if answer.rows:
        yield from _grid(answer, colours)
    else:
        yield "  ничего"


def _grid(answer: Answer, colours: Colours) -> Iterator[str]:
    """Headings and rows; a column of ours that says nothing is left out."""
    is_ours = answer.question != "sql"
    filled = [any(row[at] not in (None, "") for row in answer.rows) for at, _ in enumerate(answer.columns)]
    at = [at for at, is_filled in enumerate(filled) if is_filled or not is_ours]
    rows = [[wrap(harmless(in_words(row[each])), _WIDTH) or [""] for each in at] for row in answer.rows]
    headings = [answer.columns[each].heading for each in at]
    widths = [
        max(len(heading), *(len(line) for cell in column for line in cell))
        for heading, *column in zip(headings, *rows, strict=True)
    ]
    to_right = [is_number(answer.rows[0][each]) for each in at]
    yield f"  {colours.note}{_line(headings, widths, to_right)}{colours.end}"
    for row in rows:
        for cells in zip_longest(*row, fillvalue=""):
            yield f"  {_line(cells, widths, to_right)}"


def _line(cells: Sequence[str], widths: Sequence[int], to_right: Sequence[bool]) -> str:
    padded = (
        f"{cell:>{width}}" if is_right else f"{cell:<{width}}"
        for cell, width, is_right in zip(cells, widths, to_right, strict=True)
    )
    return "  ".join(padded).rstrip()
