"""The columns of the register: what a control card holds, in the order of its fields."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from roadmapc.render.agenda.view import DutyView, OccurrenceView, UndatedView
from roadmapc.render.register.kept import Row, Value
from roadmapc.text.letters import capital

REGISTER = "Реестр"
REMOVED = "Исключённые"
"""Names of the sheets: of the register, and of rows with marks whose dates the plan has no more."""


class ControlMark(StrEnum):
    """What the control writes in, and so is empty in a new register."""

    STATUS = "status"
    DATE = "date"
    TEXT = "text"


class OfDuty(NamedTuple):
    """What stands there of a duty, dated or not."""

    content: Callable[[DutyView], Value]


class RegisterColumn(NamedTuple):
    """A column with its contents."""

    heading: str
    width: int
    """In characters."""
    content: Callable[[OccurrenceView], Value] | ControlMark | OfDuty
    is_clipped: bool = False
    """Whether a long text is cut at the cell instead of heightening the row."""


def place(duty: DutyView) -> str:
    """Where a number belongs: rows of two appendices, or a row and a clause, may have the same one."""
    if duty.is_clause:
        return capital(duty.plan.kind)
    return f"Приложение № {duty.appendix}. {duty.section}".rstrip(". ") if duty.appendix else duty.section


NUMBER = RegisterColumn("№", 7, OfDuty(lambda duty: duty.number))
TEXT = RegisterColumn("Мероприятие", 62, OfDuty(lambda duty: duty.text))
DUE = RegisterColumn("Исполнить до", 15, lambda each: each.due)
STATUS = RegisterColumn("Статус", 18, ControlMark.STATUS)
NEW_DUE = RegisterColumn("Новый срок", 14, ControlMark.DATE)
AUDIENCE = RegisterColumn("Для кого", 20, lambda each: each.audience)
"""Tells the rows of a duty apart that binds several on one day."""
PHRASE = RegisterColumn("Срок в документе", 20, lambda each: each.phrase)
KEY = RegisterColumn("Ключ", 10, lambda each: each.uid, is_clipped=True)

MAIN = (
    NUMBER,
    TEXT,
    RegisterColumn("Ответственный исполнитель", 26, OfDuty(lambda duty: duty.lead)),
    DUE,
    STATUS,
    RegisterColumn("Исполнено", 13, ControlMark.DATE),
    RegisterColumn("Документ об исполнении", 24, ControlMark.TEXT),
)
"""What is looked at every day: these stay in sight, the others are folded away."""
COLUMNS = (
    *MAIN,
    NEW_DUE,
    RegisterColumn("Основание переноса", 20, ControlMark.TEXT),
    RegisterColumn("Ход исполнения", 24, ControlMark.TEXT),
    RegisterColumn("Снято с контроля: кем, когда", 20, ControlMark.TEXT),
    RegisterColumn("Дело", 12, ControlMark.TEXT),
    AUDIENCE,
    RegisterColumn("Соисполнители", 24, OfDuty(lambda duty: duty.others)),
    RegisterColumn("Ожидаемый результат", 30, OfDuty(lambda duty: duty.result)),
    RegisterColumn("Контролирует", 20, OfDuty(lambda duty: duty.plan.controller)),
    PHRASE,
    RegisterColumn("Как понят срок", 20, lambda each: each.rule),
    RegisterColumn("Начало", 14, lambda each: each.window_start),
    RegisterColumn("Срок по плану", 14, lambda each: each.nominal),
    RegisterColumn("Время события", 16, lambda each: each.hours),
    RegisterColumn("Место события", 24, lambda each: each.place),
    RegisterColumn("Почему перенесено", 24, lambda each: "; ".join(filter(None, (each.moved, each.amended)))),
    RegisterColumn("День по другому обычаю", 14, lambda each: each.other_due),
    RegisterColumn("На контроле с", 14, OfDuty(lambda duty: duty.controlled_since)),
    RegisterColumn("Раздел", 20, OfDuty(place), is_clipped=True),
    RegisterColumn("Документ", 29, OfDuty(lambda duty: duty.plan.order), is_clipped=True),
    RegisterColumn("Наименование документа", 24, OfDuty(lambda duty: duty.plan.title), is_clipped=True),
    KEY,
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What programs take for the start of a formula, full-width forms for those set to Asian languages."""

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
MARKS = tuple(column.heading for column in COLUMNS if isinstance(column.content, ControlMark))
"""Headings of the columns in which the control writes."""
DATE_MARKS = frozenset(column.heading for column in COLUMNS if column.content is ControlMark.DATE)
"""Those in which it writes days."""


_OF_DUTY = tuple(
    (at, column.content.content) for at, column in enumerate(COLUMNS) if isinstance(column.content, OfDuty)
)
_OF_DATE = tuple(
    (at, column.content)
    for at, column in enumerate(COLUMNS)
    if not isinstance(column.content, OfDuty | ControlMark)
)


def rows(occurrences: Iterable[OccurrenceView]) -> Iterator[list[Value]]:
    """Their rows in the register, without marks; what stands there of a duty is made once."""
    known: dict[int, list[Value]] = {}
    for occurrence in occurrences:
        duty = occurrence.duty
        if id(duty) not in known:
            known[id(duty)] = of_duty = list[Value]([None]) * len(COLUMNS)
            for at, content in _OF_DUTY:
                of_duty[at] = content(duty)
        row = known[id(duty)].copy()
        for at, of_date in _OF_DATE:
            row[at] = of_date(occurrence)
        yield row


def undated_row(undated: UndatedView) -> Row:
    """What the register could say of a duty without a date, by heading."""
    of_duty = {
        column.heading: column.content.content(undated.duty)
        for column in COLUMNS
        if isinstance(column.content, OfDuty)
    }
    return of_duty | {PHRASE.heading: f"без даты: {undated.why}"}


def is_formula_like(text: str) -> bool:
    """Whether a program could run the text, when it is opened or edited."""
    return text.startswith(_FORMULA_STARTS)
