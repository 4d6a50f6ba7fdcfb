"""Answers as a page that needs nothing else: no network, no scripts."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from roadmapc.diagnostics.to_text import harmless
from roadmapc.portfolio.answer import Answer
from roadmapc.portfolio.charts import Chart, charts
from roadmapc.portfolio.region import Coverage
from roadmapc.portfolio.to_table import summary
from roadmapc.portfolio.values import conditions_in_words, in_words, is_number
from roadmapc.render.web import page
from roadmapc.text.plural import counted

MOST_ROWS = 2_000
"""Of a table on a page; it says how many there are, and where all of them are to be had."""


class PageCell(NamedTuple):
    """A cell of a table."""

    text: str
    kind: str
    """`number`, `day`; empty for words."""


class PageAnswer(NamedTuple):
    """An answer, laid out."""

    name: str
    title: str
    asked: str
    """What narrows the question; empty if nothing does."""
    charts: Sequence[Chart]
    headings: Sequence[str]
    rows: Sequence[Sequence[PageCell]]
    total: str
    """«5 строк», and what of them is shown."""


def to_page(answers: Sequence[Answer], coverage: Coverage) -> bytes:
    """The whole page."""
    values = {
        "title": "Сводка по планам",
        "summary": summary(coverage),
        "left_out": coverage.left_out,
        "answers": [_page_answer(each) for each in answers],
    }
    return page("portfolio", values).encode("utf-8", "backslashreplace")


def _page_answer(answer: Answer) -> PageAnswer:
    total = counted(len(answer.rows), "строка", "строки", "строк")
    if len(answer.rows) > MOST_ROWS:
        total += f", здесь первые {MOST_ROWS}; все – с --format csv"
    return PageAnswer(
        answer.question,
        answer.title,
        harmless(conditions_in_words(answer.asked)),
        [*charts(answer)],
        [column.heading for column in answer.columns],
        [
            [PageCell(harmless(in_words(value)), _kind(value)) for value in row]
            for row in answer.rows[:MOST_ROWS]
        ],
        total,
    )


def _kind(value: Any) -> str:
    if is_number(value):
        return "number"
    return "day" if isinstance(value, date) else ""
