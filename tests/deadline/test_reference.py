"""The reference page of the language cannot age: it is written from the corpus by this test."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from test_corpus import CORPUS

PAGE = Path(__file__).parents[2] / "compiler" / "DEADLINES.md"
SECTIONS = (
    *("days", "lists", "ranges", "months", "quarters", "years"),
    *("series", "weeks", "reports", "school-year", "seasons-2024-2025"),
    *("several-years", "over-new-year", "month-2024-03"),
    *(
        "audiences",
        "asides",
        "events-2024",
        "events",
        "schedules",
        "continuous",
        "mixed",
        "exceptions",
        "uncertain",
        "refused",
    ),
)
"""From the simple to the doubtful."""
ROWS = 14
"""Rows of a section: enough to see the shapes, few enough to be read."""
PHRASES = 3
DATES = 3
HEAD = """# Как читаются сроки

Страницу пишет тест: `pytest tests/deadline/test_reference.py --update-golden`.
Слева – как пишут, посередине – как понято, справа – какие даты это даёт в плане, назван период которого.
Все {count} фраз с полными датами – в `tests/deadline/corpus/`; свою проверит `roadmapc deadline`.

«до 01.09.2021» – последний день срока; «01.09.2021 – 30.09.2021» – в любой из этих дней;
коды справа объясняет `roadmapc explain КОД`.
"""
TABLE = "| Пишут | Понято | Даты | Замечено |\n|---|---|---|---|\n"


def test_the_page_shows_every_group_of_phrases(golden: Callable[[Path, str], None]) -> None:
    count = sum(len(case["phrases"]) for path in CORPUS.glob("*.yaml") for case in _document(path)["cases"])
    golden(PAGE, HEAD.format(count=count) + "".join(_section(CORPUS / f"{name}.yaml") for name in SECTIONS))


def _document(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return document


def _section(path: Path) -> str:
    title = path.read_text("utf-8").partition("\n")[0].lstrip("# ")
    document = _document(path)
    first, last = document["period"].split("..")
    cases = document["cases"]
    shown = cases[:: max(1, -(-len(cases) // ROWS))]
    seasons = (f"{name} – {', '.join(days)}" for name, days in document.get("seasons", {}).items())
    named = "".join(f"- {season}\n" for season in seasons)
    named = f"Названия, которые даёт план (`seasons`):\n\n{named}\n" if named else ""
    head = f"\n## {title}\n\nПериод плана: {_day(first)} – {_day(last)}.\n\n{named}"
    return head + TABLE + "".join(_row(case) for case in shown)


def _row(case: dict[str, Any]) -> str:
    phrases = "<br>".join(_cell(phrase) for phrase in case["phrases"][:PHRASES])
    dates = "<br>".join(_dates(case.get("dates", []))) or "–"
    return f"| {phrases} | {_cell(case['reading'])} | {dates} | {', '.join(case.get('said', []))} |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _dates(dates: list[str]) -> Iterator[str]:
    """The first dates, and how many there are behind them."""
    yield from (_date(written) for written in dates[:DATES])
    if len(dates) > DATES:
        yield f"… всего {len(dates)}"


def _date(written: str) -> str:
    window, _, rest = written.partition(" ")
    first, dots, last = window.partition("..")
    days = _day(first) if not dots else f"{_day(first)} – {_day(last)}" if first else f"до {_day(last)}"
    return f"{days} ({rest})" if rest else days


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d.%m.%Y}"
