"""What a column of a table holds, and how its cells are printed for that.

Shared by plain tables and by the free columns of measure tables.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE, YEARS
from roadmapc.text.numbers import (
    MOST_DECIMALS,
    MOST_DIGITS,
    Figure,
    blank,
    is_too_long,
    printed_figure,
    read_figure,
)
from roadmapc.text.regex import regex


class ColumnKind(StrEnum):
    """What a column holds; the values are those of the schema."""

    TEXT = "text"
    """Any words, printed as written."""
    NUMBER = "number"
    """Numbers, each with the decimals that were typed: rows of indicators are measured apart."""
    MONEY = "money"
    """Sums, all with as many decimals as the longest of them has."""
    DATE = "date"
    """Days, each as written: «01.09.2027», «1 сентября 2027 года»."""


class CellFault(NamedTuple):
    """A cell that its column cannot hold."""

    at: int
    """Which cell of the column it is, from 0."""
    message: str
    advice: str


class PrintedCells(NamedTuple):
    """The cells of a column as they are printed."""

    texts: tuple[str, ...]
    """As many as were written; a cell with a fault as it was written."""
    faults: tuple[CellFault, ...]


_LARGE_UNIT = regex(r"(?:^|\W)(?:тыс|млн|млрд|миллион|миллиард)", re.IGNORECASE)
_DIGITS = regex(r"(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})")
_WORDS = regex(
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{ANY_MONTH_GENITIVE})\s+(?P<year>\d{{4}})(?:\s*(?:г\.|года))?"
)


def printed_cells(kind: ColumnKind, texts: Sequence[str], unit: str = "") -> PrintedCells:
    """The cells of a column, top to bottom, as its kind has them printed.

    `unit` is what money is counted in, as the heading or the line above the table says: kopecks are two
    digits, while thousands and millions may have one. Blank cells are the same in every kind.
    """
    match kind:
        case ColumnKind.TEXT:
            return PrintedCells(tuple(texts), ())
        case ColumnKind.DATE:
            faults = (_date_fault(at, text) for at, text in enumerate(texts) if blank(text) is None)
            shown = tuple(text if blank(text) is None else blank(text) or "" for text in texts)
            return PrintedCells(shown, tuple(fault for fault in faults if fault))
        case ColumnKind.NUMBER | ColumnKind.MONEY:
            figures = [read_figure(text) for text in texts]
            decimals = max((each.decimals for each in figures if each), default=0)
            if kind is ColumnKind.NUMBER:
                decimals = 0
            elif decimals == 1 and not _LARGE_UNIT.search(unit):
                decimals = 2  # a rouble has a hundred kopecks
            pairs = list(zip(texts, figures, strict=True))
            return PrintedCells(
                tuple(_shown(text, figure, decimals) for text, figure in pairs),
                tuple(
                    CellFault(at, *_no_number(text))
                    for at, (text, figure) in enumerate(pairs)
                    if figure is None and blank(text) is None
                ),
            )


def _shown(text: str, figure: Figure | None, decimals: int) -> str:
    if figure is not None:
        return printed_figure(figure, decimals)
    empty = blank(text)
    return text if empty is None else empty


def _no_number(text: str) -> tuple[str, str]:
    """What is said of a cell that is no number, or one too long to be added exactly."""
    if is_too_long(text):
        limits = f"до запятой умещается {MOST_DIGITS} цифр, после неё – {MOST_DECIMALS}"
        return f"в числе «{text}» слишком много цифр", f"проверьте, нет ли лишних: {limits}"
    message = f"«{text}» в графе чисел – не число"
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d+)?", text.strip()):
        return message, "тысячи отделите пробелами, дробь – запятой: 1 000 000,50"
    if re.match(r"[\d\s.,]+[^\W\d]", text.strip()):
        return message, "уберите слова после числа: единицу измерения пишут в поле unit графы или таблицы"
    return message, "запишите число (1 000,50), тире, «х» или пустую ячейку; для слов – графа без kind"


def _date_fault(at: int, text: str) -> CellFault | None:
    """What is wrong with the day of a cell; `None` if calendars have it."""
    found = _DIGITS.fullmatch(text) or _WORDS.fullmatch(text)
    if found is None:
        return CellFault(
            at, f"«{text}» в графе дат – не дата", "запишите день: 01.09.2027 или 1 сентября 2027 года"
        )
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS_GENITIVE.index(month) + 1
    year, day = int(found["year"]), int(found["day"])
    try:
        date(year, number, day)
    except ValueError:
        return CellFault(at, f"дня «{text}» не бывает", "проверьте день и месяц")
    if year not in YEARS:
        return CellFault(at, f"день «{text}» не нашего времени", "проверьте цифры года")
    return None
