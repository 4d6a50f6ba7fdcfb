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
    *("ranges-with-asides", "bounded-starts", "headings", "working-days", "church-days"),
    *("series", "series-in-ranges", "weeks", "reports", "reports-of-several-periods"),
    *("fiscal-and-preceding", "school-year", "seasons-2024-2025"),
    *("several-years", "over-new-year", "month-2024-03"),
    *(
        "audiences",
        "asides",
        "sentences",
        "events-2024",
        "events",
        "counted-from-events",
        "series-until-events",
        "schedules",
        "continuous",
        "mixed",
        "exceptions",
        "uncertain",
        "uncovered",
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
ADVICE = """
## Как написать, чтобы было понято

| Вместо | Напишите | Почему |
|---|---|---|
| март, 25-е | 25 марта 2025 года | день, месяц и год читаются одним способом |
| до 15 | до 15 марта | число без месяца – ошибка: месяц не угадывается |
| с 1 по 31 | с 1 по 31 октября | у обоих концов один месяц, он назван |
| с 1 июня, отчёт до 20 августа | с 1 июня по 20 августа; отчёт – до 20 августа | это разные сроки |
| каждый месяц, кроме отпуска | ежемесячно, кроме июля | исключение называет месяцы, дни или дни недели |
| в последний день четверти | 25 октября 2024 года | либо дайте четвертям дни в seasons |
| ежемесячно до конца ремонта | ежемесячно с мая по август | у ряда должен быть известный конец |
| ежемесячно до 25, но не в декабре | ежемесячно до 25 числа, в декабре – до 20 | у месяца свой срок |
| за 10 дней | за 10 дней до 1 сентября | срок назад считают от названного дня |
| в течение 10 дней | в течение 10 дней со дня подписания приказа | вперёд – от события |
| после приказа министерства | до 1 марта 2025 года | день чужого приказа календарь не знает |
| за кварталы до 15, год до 1.02 | за I, II, III кварталы – до 15 числа, за год – до 1.02 | сроки порознь |
| сентебрь, l5 мая, 3О.09 | сентябрь, 15 мая, 30.09 | опечатки не угадываются, но подсказка есть |
| на педсовете полугодия | июнь (педсовет) | слово «полугодие» в названии события – не срок |

## Что программа не решает за вас

| Написано | Что скажет программа | Что решить вам |
|---|---|---|
| до 1 сентября | D316: прочитано включительно | пишите «не позднее» или назначьте until в профиле |
| в течение месяца | D338: в плане на год таких месяцев двенадцать | «ежемесячно» или месяц по имени |
| с 20 по 15 мая | D331: ошибка, концы не меняются местами | какой из дней описка |
| с 12 ноября 2026 г. по 20 марта 2025 г. | D331: ошибка | в котором из годов описка |
| 14 мая 2025 г. (понедельник) | D362: ошибка, это среда | неверно число или день недели |
| до 31 июня | D305: ошибка | 30 июня или 1 июля |
| еженедельно до особого распоряжения | D336: дат нет | конец ряда или checkpoint |
| до 1 мая ихнего года | D311: «ихнего года» осталось примечанием | тот ли это год |
| на последнем совете полугодия | D337: ошибка | день или месяц совета |
| ежемесячно, кроме дней отдыха | D335: ошибка | какие дни исключены |
| срочно | D333: дня нет | последний день |
| 2 раза в год | D323: по полугодиям | месяцы: май и декабрь |
| в конце августа | D322: третья декада | день |
| ежегодно до 1 марта (план до 2030 года) | D329: календарь выходных не утверждён | сверить дни после акта |
"""
"""Two tables for methodologists; the codes and the readings in them are cases of the corpus."""
TABLE = "| Пишут | Понято | Даты | Замечено |\n|---|---|---|---|\n"


def test_the_page_shows_every_group_of_phrases(golden: Callable[[Path, str], None]) -> None:
    count = sum(len(case["phrases"]) for path in CORPUS.glob("*.yaml") for case in _document(path)["cases"])
    golden(
        PAGE,
        HEAD.format(count=count) + ADVICE + "".join(_section(CORPUS / f"{name}.yaml") for name in SECTIONS),
    )


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
