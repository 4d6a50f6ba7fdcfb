"""What is drawn of an answer: bars with their lengths decided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from roadmapc.portfolio.answer import Answer, Drawing
from roadmapc.portfolio.values import in_words
from roadmapc.text.dates import month_and_year

MOST_BARS = 30
"""Of a chart whose bars have names; all others are counted."""
MOST_COLUMNS = 400
"""Of a chart along time: weeks of seven years, days of a year."""


class Bar(NamedTuple):
    """A bar of a chart."""

    label: str
    value: str
    """In words."""
    share: float
    """Of the longest bar, or of 100 %, from 0 to 1."""


class Chart(NamedTuple):
    """A chart."""

    title: str
    bars: Sequence[Bar]
    is_time: bool
    note: str
    """What the bars do not say: how long the longest is, how many are not drawn; empty for nothing."""


def charts(answer: Answer) -> Iterator[Chart]:
    """Those of an answer in which there is something to compare."""
    names = [column.name for column in answer.columns]
    for drawing in answer.drawings:
        heights = _heights(answer, drawing, names)
        if len(heights) > 1:
            yield _along_time(drawing, heights) if drawing.step else _by_height(drawing, heights)


def _heights(answer: Answer, drawing: Drawing, names: Sequence[str]) -> dict[Any, float]:
    """The height of each bar, in the order of the rows."""
    by = [names.index(each) for each in (drawing.by, *drawing.within)]
    value = names.index(drawing.value) if drawing.value else None
    of = names.index(drawing.of) if drawing.of else None
    rows: Iterable[Sequence[Any]] = answer.rows
    if drawing.distinct:
        once = names.index(drawing.distinct)
        rows = {(*(row[at] for at in by), row[once]): row for row in rows}.values()
    sums: dict[Any, float] = {}
    wholes: dict[Any, float] = {}
    for row in rows:
        key = tuple([row[at] for at in by]) if drawing.within else row[by[0]]
        sums[key] = sums.get(key, 0) + (1 if value is None else row[value] or 0)
        if of is not None:
            wholes[key] = wholes.get(key, 0) + (row[of] or 0)
    if of is None:
        return sums
    return {key: round(100 * part / wholes[key], 1) for key, part in sums.items() if wholes[key]}


def _by_height(drawing: Drawing, heights: dict[Any, float]) -> Chart:
    named = _apart(heights) if drawing.within else heights
    ranked = sorted(named.items(), key=lambda each: -each[1])
    left = len(ranked) - MOST_BARS
    note = f"и ещё {left}: они в таблице" if left > 0 else ""
    bars = _bars(ranked[:MOST_BARS], 100 if drawing.of else 0)
    return Chart(drawing.title, bars, is_time=False, note=note)


def _apart(heights: dict[tuple[str, ...], float]) -> dict[str, float]:
    """Bars by their names; those of one name are told apart by what they are within."""
    times = Counter(name for name, *_ in heights)
    return {
        f"{name} ({', '.join(within)})" if times[name] > 1 else name: height
        for (name, *within), height in heights.items()
    }


def _along_time(drawing: Drawing, heights: dict[date, float]) -> Chart:
    """Days or weeks without a gap; months, where these are too many."""
    first, last = min(heights), max(heights)
    count = (last - first).days // drawing.step + 1
    if count <= MOST_COLUMNS:
        days = [first + timedelta(days=drawing.step * at) for at in range(count)]
        bars = _bars([(day, heights.get(day, 0)) for day in days])
        return Chart(drawing.title, bars, is_time=True, note=_peak(bars))
    months: dict[str, float] = dict.fromkeys(_months(first, last), 0)
    for day, height in heights.items():
        months[month_and_year(day)] += height
    bars = _bars([*months.items()])
    return Chart(f"{drawing.title}, вместе за месяц", bars, is_time=True, note=_peak(bars))


def _months(first: date, last: date) -> Iterator[str]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month_and_year(date(month // 12, month % 12 + 1, 1))


def _bars(heights: Sequence[tuple[Any, float]], whole: float = 0) -> tuple[Bar, ...]:
    """Bars beside the whole; without one, beside the longest."""
    peak = whole or max(height for _, height in heights) or 1
    return tuple(Bar(in_words(key) or "–", in_words(height), height / peak) for key, height in heights)


def _peak(bars: Sequence[Bar]) -> str:
    highest = max(bars, key=lambda bar: bar.share)
    return f"больше всего: {highest.value} – {highest.label}"
