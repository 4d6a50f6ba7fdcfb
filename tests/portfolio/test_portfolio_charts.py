"""What bars stand for: a thing is counted once, and namesakes are not added up."""

from datetime import date

import pytest

from roadmapc.portfolio.answer import Answer, Column, Drawing
from roadmapc.portfolio.charts import charts
from roadmapc.portfolio.questions import QUESTIONS

NAMES = ("due", "municipality", "executor", "name", "duties")
CLASHES = (
    (date(2026, 9, 1), "Город", "school", "Школа № 1", 3),
    (date(2026, 9, 1), "Город", "office", "Управление", 4),
    (date(2026, 9, 1), "Село", "office", "Управление", 3),
    (date(2026, 9, 2), "Село", "office", "Управление", 3),
)


@pytest.mark.parametrize(
    ("at", "bars"),
    [
        (0, {"Город": "1", "Село": "2"}),
        (1, {"Школа № 1": "1", "Управление (Город, office)": "1", "Управление (Село, office)": "2"}),
    ],
)
def test_days_are_counted_once_and_of_each_apart(at: int, bars: dict[str, str]) -> None:
    columns = tuple(Column(name, "VARCHAR", name) for name in NAMES)
    drawing = QUESTIONS["clashes"].drawings[at]
    (chart,) = charts(Answer("clashes", "", columns, CLASHES, (drawing,)))
    assert {bar.label: bar.value for bar in chart.bars} == bars


def test_shares_are_of_a_hundred() -> None:
    columns = tuple(Column(name, "BIGINT", name) for name in ("plan", "part", "whole"))
    drawing = Drawing("", "plan", value="part", of="whole")
    (chart,) = charts(Answer("", "", columns, [("a", 1, 4), ("b", 1, 2)], (drawing,)))
    assert {bar.label: bar.share for bar in chart.bars} == {"a": 0.25, "b": 0.5}


def test_bars_that_count_a_date_for_each_executor_say_so() -> None:
    assert all("× исполнителей" in each.title for each in QUESTIONS["load"].drawings)
