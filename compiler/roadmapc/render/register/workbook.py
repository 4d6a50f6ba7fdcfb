"""The register as a workbook (ECMA-376, SpreadsheetML)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.agenda.load import load
from roadmapc.render.agenda.view import AgendaView, Assignee, OccurrenceView
from roadmapc.render.register.columns import COLUMNS, HEADINGS, KEY, NUMBER, TEXT, Value, place
from roadmapc.render.register.control import add_colours, add_marks
from roadmapc.render.register.kept import NOTHING, Kept
from roadmapc.render.register.names import REGISTER, REMOVED, SheetNames
from roadmapc.render.register.sheet import A3, Layout, Sheet, styles
from roadmapc.render.register.summary import write_summary
from roadmapc.text.shorten import shortened

_HEADER = 60
"""Characters of each text in the header of a page: the header has 255, and a «&» takes two of them."""
_OWN_WIDTH = 20
"""Of a column that people have added, in characters."""
_UNDATED = Layout(
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
_EXTRACT = Layout(
    ("№", "Мероприятие", "Для кого", "Роль", "Начало", "Исполнить до", "Срок в документе", "Документ"),
    (7, 56, 20, 16, 14, 14, 24, 29),
)


def workbook(agenda: AgendaView, day: date, kept: Kept = NOTHING) -> bytes:
    """The register, a summary, what has no date, and an extract for each body; `day` dates the file."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": agenda.title, "created": datetime(day.year, day.month, day.day)})
    writer = _Writer(book, agenda.title)
    writer.register(agenda, kept)
    write_summary(book, writer.worksheet("Сводка"), writer.styles, load(agenda))
    writer.undated(agenda)
    writer.removed(agenda, kept)
    for assignee, occurrences in _of_bodies(agenda).items():
        writer.extract(assignee, occurrences)
    book.close()
    return stream.getvalue()


def _of_bodies(agenda: AgendaView) -> dict[Assignee, list[OccurrenceView]]:
    found: dict[Assignee, list[OccurrenceView]] = {
        each: [] for each in agenda.assignees if not each.is_official
    }
    for occurrence in agenda.occurrences:
        for assignee in occurrence.duty.assignees:
            if not assignee.is_official:
                found[assignee].append(occurrence)
    return found


class _Writer:
    """Sheet after sheet."""

    def __init__(self, book: Workbook, title: str) -> None:
        self.styles = styles(book)
        self._names = SheetNames()
        self._book = book
        self._title = title

    def worksheet(self, name: str) -> Worksheet:
        """A sheet that says on every page of paper whose it is, and of what plan."""
        worksheet = self._book.add_worksheet(self._names.name(name))
        worksheet.set_header(f"&L{_in_header(name)}&R{_in_header(self._title)}")
        return worksheet

    def register(self, agenda: AgendaView, kept: Kept) -> None:
        sheet = self._control_sheet(REGISTER, kept.own, map(kept.row, agenda.occurrences))
        sheet.sheet.repeat_columns(COLUMNS.index(NUMBER), COLUMNS.index(TEXT))
        if agenda.occurrences:
            add_marks(sheet.sheet, self.styles, sheet.last_row)
            add_colours(sheet.sheet, self.styles, sheet.last_row)

    def removed(self, agenda: AgendaView, kept: Kept) -> None:
        """What people have written of dates that are no more."""
        headings = (*HEADINGS, *kept.own)
        rows = [
            list(map(row.get, headings)) for row in kept.removed({each.uid for each in agenda.occurrences})
        ]
        if rows:
            self._control_sheet(REMOVED, kept.own, rows)

    def _control_sheet(self, name: str, own: tuple[str, ...], rows: Iterable[Sequence[Value]]) -> Sheet:
        sheet = self._sheet(name, _control_layout(own))
        sheet.rows(rows)
        sheet.finish()
        key = COLUMNS.index(KEY)
        sheet.sheet.set_column(key, key, KEY.width, None, {"hidden": True})
        return sheet

    def undated(self, agenda: AgendaView) -> None:
        sheet = self._sheet("Без даты", _UNDATED)
        sheet.rows(
            (duty.plan.order, place(duty), duty.number, duty.text, duty.lead, phrase, reason)
            for duty, phrase, reason in agenda.undated
        )
        sheet.finish()

    def extract(self, assignee: Assignee, occurrences: list[OccurrenceView]) -> None:
        """What a body has to do, to be printed and handed over; marks are made in the register alone."""
        sheet = self._sheet(assignee.name, _EXTRACT)
        sheet.rows(_extract_row(assignee, each) for each in occurrences)
        sheet.finish()

    def _sheet(self, name: str, layout: Layout) -> Sheet:
        return Sheet(self.worksheet(name), self.styles, layout)


def _in_header(text: str) -> str:
    """A text as headers want it: «&» begins a code in them."""
    return shortened(text, _HEADER).replace("&", "&&")


def _control_layout(own: tuple[str, ...]) -> Layout:
    return Layout(
        headings=(*HEADINGS, *own),
        widths=(*(column.width for column in COLUMNS), *(_OWN_WIDTH for _ in own)),
        clipped=frozenset(at for at, column in enumerate(COLUMNS) if column.is_clipped),
        paper=A3,
        pages=2,
    )


def _extract_row(assignee: Assignee, occurrence: OccurrenceView) -> tuple[Value, ...]:
    duty = occurrence.duty
    role = "ответственный" if duty.assignees[0] == assignee else "соисполнитель"
    start = occurrence.first_day if occurrence.first_day < occurrence.due else None
    days = (start, occurrence.due, occurrence.phrase)
    return (duty.number, duty.text, occurrence.audience, role, *days, duty.plan.order)
