"""The register as a workbook (ECMA-376, SpreadsheetML)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.agenda.load import load
from roadmapc.render.agenda.view import AgendaView, Assignee, OccurrenceView
from roadmapc.render.register.columns import (
    COLUMNS,
    HEADINGS,
    KEY,
    NUMBER,
    REGISTER,
    REMOVED,
    TEXT,
    Value,
    place,
)
from roadmapc.render.register.control import add_colours, add_marks
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.sheet import A3, Sheet, SheetLayout, SheetNames, cell_formats
from roadmapc.render.register.summary import write_summary
from roadmapc.text.shorten import shortened

_HEADER = 60
"""Characters of each text in the header of a page: the header has 255, and a «&» takes two of them."""
_OWN_WIDTH = 20
"""Of a column that people have added, in characters."""
_UNDATED = SheetLayout(
    (
        "Документ",
        "Раздел",
        "№",
        "Мероприятие",
        "Ответственный исполнитель",
        "Срок в документе",
        "Почему нет даты",
    ),
    (29, 20, 7, 60, 28, 30, 40),
    clipped=frozenset({0, 1}),
)
_EXTRACT = SheetLayout(
    ("№", "Мероприятие", "Для кого", "Роль", "Начало", "Исполнить до", "Срок в документе", "Документ"),
    (7, 56, 20, 16, 14, 14, 24, 29),
)


def workbook(agenda: AgendaView, day: date, filled: FilledRegister = UNTOUCHED) -> bytes:
    """The register, a summary, what has no date, and an extract for each body; `day` dates the file."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": agenda.title, "created": datetime(day.year, day.month, day.day)})
    writer = _BookWriter(book, agenda.title)
    writer.register(agenda, filled)
    write_summary(book, writer.worksheet("Сводка"), writer.formats, load(agenda))
    writer.undated(agenda)
    writer.removed(agenda, filled)
    writer.extracts(agenda)
    book.close()
    return stream.getvalue()


class _BookWriter:
    """Sheet after sheet."""

    def __init__(self, book: Workbook, title: str) -> None:
        self.formats = cell_formats(book)
        self._names = SheetNames()
        self._book = book
        self._title = title

    def worksheet(self, name: str) -> Worksheet:
        """A sheet that says on every page of paper whose it is, and of what plan."""
        worksheet = self._book.add_worksheet(self._names.name(name))
        worksheet.set_header(f"&L{_in_header(name)}&R{_in_header(self._title)}")
        return worksheet

    def register(self, agenda: AgendaView, filled: FilledRegister) -> None:
        sheet = self._control_sheet(REGISTER, filled.own, map(filled.row, agenda.occurrences))
        sheet.worksheet.repeat_columns(COLUMNS.index(NUMBER), COLUMNS.index(TEXT))
        if agenda.occurrences:
            add_marks(sheet.worksheet, self.formats, sheet.last_row)
            add_colours(sheet.worksheet, self.formats, sheet.last_row)

    def removed(self, agenda: AgendaView, filled: FilledRegister) -> None:
        """What people have written of dates that are no more."""
        headings, keys = (*HEADINGS, *filled.own), {each.uid for each in agenda.occurrences}
        rows = [list(map(row.get, headings)) for row in filled.removed(keys)]
        if rows:
            self._control_sheet(REMOVED, filled.own, rows)

    def undated(self, agenda: AgendaView) -> None:
        rows = (
            (duty.plan.order, place(duty), duty.number, duty.text, duty.lead, phrase, reason)
            for duty, phrase, reason in agenda.undated
        )
        self._sheet("Без даты", _UNDATED, rows)

    def extracts(self, agenda: AgendaView) -> None:
        """What each body has to do, to be printed and handed over; marks are made in the register alone."""
        bodies = [assignee for assignee in agenda.assignees if not assignee.is_official]
        rows: dict[Assignee, list[tuple[Value, ...]]] = {body: [] for body in bodies}
        for occurrence in agenda.occurrences:
            for assignee in occurrence.duty.assignees:
                if assignee in rows:
                    rows[assignee].append(_extract_row(assignee, occurrence))
        for body in bodies:
            self._sheet(body.name, _EXTRACT, rows[body])

    def _control_sheet(self, name: str, own: tuple[str, ...], rows: Iterable[Sequence[Value]]) -> Sheet:
        layout = SheetLayout(
            headings=(*HEADINGS, *own),
            widths=(*(column.width for column in COLUMNS), *(_OWN_WIDTH for _ in own)),
            clipped=frozenset(at for at, column in enumerate(COLUMNS) if column.is_clipped),
            paper=A3,
            pages=2,
        )
        sheet, key = self._sheet(name, layout, rows), COLUMNS.index(KEY)
        sheet.worksheet.set_column(key, key, KEY.width, None, {"hidden": True})
        return sheet

    def _sheet(self, name: str, layout: SheetLayout, rows: Iterable[Sequence[Value]]) -> Sheet:
        sheet = Sheet(self.worksheet(name), self.formats, layout)
        sheet.rows(rows)
        sheet.finish()
        return sheet


def _in_header(text: str) -> str:
    """A text as headers want it: «&» begins a code in them."""
    return shortened(text, _HEADER).replace("&", "&&")


def _extract_row(assignee: Assignee, occurrence: OccurrenceView) -> tuple[Value, ...]:
    duty = occurrence.duty
    role = "ответственный" if duty.assignees[0] == assignee else "соисполнитель"
    days = (occurrence.window_start, occurrence.due, occurrence.phrase)
    return (duty.number, duty.text, occurrence.audience, role, *days, duty.plan.order)
