"""The columns of the register: what a control card holds, in the order of its fields."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmapc.render.agenda.view import DutyView, OccurrenceView

Value = str | date | None
Row = Mapping[str, Value]
"""Cells by the headings of their columns."""


class Mark(StrEnum):
    """What the control writes in, and so is empty in a new register."""

    STATUS = "status"
    DATE = "date"
    TEXT = "text"


class Column(NamedTuple):
    """A column with its contents."""

    heading: str
    width: int
    """In characters."""
    content: Callable[[OccurrenceView], Value] | Mark
    is_clipped: bool = False
    """Whether a long text is cut at the cell instead of heightening the row."""


def place(duty: DutyView) -> str:
    """Where a number belongs: a row and a clause may have the same one."""
    return "Приказ" if duty.is_clause else duty.section


def _window(occurrence: OccurrenceView) -> date | None:
    return occurrence.first_day if occurrence.first_day < occurrence.due else None


NUMBER = Column("№", 7, lambda each: each.duty.number)
TEXT = Column("Мероприятие", 48, lambda each: each.duty.text)
DUE = Column("Исполнить до", 14, lambda each: each.due)
STATUS = Column("Статус", 18, Mark.STATUS)
NEW_DUE = Column("Новый срок", 14, Mark.DATE)
KEY = Column("Ключ", 10, lambda each: each.uid, is_clipped=True)

COLUMNS = (
    Column("Документ", 29, lambda each: each.duty.plan.order, is_clipped=True),
    Column("Наименование документа", 24, lambda each: each.duty.plan.title, is_clipped=True),
    Column("Раздел", 20, lambda each: place(each.duty), is_clipped=True),
    NUMBER,
    TEXT,
    Column("Для кого", 20, lambda each: each.audience),
    Column("Ответственный исполнитель", 24, lambda each: each.duty.lead),
    Column("Соисполнители", 24, lambda each: each.duty.others),
    Column("Контролирует", 20, lambda each: each.duty.plan.controller),
    Column("На контроле с", 14, lambda each: each.duty.plan.ordered),
    Column("Срок в документе", 20, lambda each: each.phrase),
    Column("Как понят срок", 20, lambda each: each.rule),
    Column("Начало", 14, _window),
    Column("Срок по плану", 14, lambda each: each.nominal),
    DUE,
    Column("Почему перенесено", 24, lambda each: each.moved),
    Column("День по другому обычаю", 14, lambda each: each.other_due),
    Column("Ожидаемый результат", 30, lambda each: each.duty.result),
    STATUS,
    NEW_DUE,
    Column("Основание переноса", 20, Mark.TEXT),
    Column("Ход исполнения", 24, Mark.TEXT),
    Column("Исполнено", 14, Mark.DATE),
    Column("Документ об исполнении", 24, Mark.TEXT),
    Column("Снято с контроля: кем, когда", 20, Mark.TEXT),
    Column("Дело", 12, Mark.TEXT),
    KEY,
)

STATUSES = {
    "не наступил срок": True,
    "в работе": True,
    "исполнено в срок": False,
    "исполнено с нарушением срока": False,
    "не исполнено": True,
    "срок продлён": True,
    "снято с контроля": False,
    "утратило силу": False,
}
"""Whether the duty is still to be done, by status; an empty status is that of a duty nobody has looked at."""


HEADINGS = tuple(column.heading for column in COLUMNS)
MARKS = tuple(column.heading for column in COLUMNS if isinstance(column.content, Mark))
"""Headings of the columns in which the control writes."""
DATE_MARKS = frozenset(column.heading for column in COLUMNS if column.content is Mark.DATE)
"""Those in which it writes days."""
_NO_MARKS: Row = {}


def values(occurrence: OccurrenceView, marks: Row = _NO_MARKS) -> list[Value]:
    """A row of the register; `marks` are what the control has written in it."""
    return [
        marks.get(each.heading) if isinstance(each.content, Mark) else each.content(occurrence)
        for each in COLUMNS
    ]
