"""The register as a workbook (ECMA-376, SpreadsheetML)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import chain

from xlsxwriter.workbook import Workbook

from roadmapc.render.agenda.load import acting, load
from roadmapc.render.agenda.view import AgendaView, Assignee, OccurrenceView, UndatedView
from roadmapc.render.register.columns import (
    AUDIENCE,
    COLUMNS,
    HEADINGS,
    KEY,
    MAIN,
    REGISTER,
    REMOVED,
    place,
)
from roadmapc.render.register.control import add_colours, add_marks, mark_format
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.kept import PADDING, KeptColumn, Line, Value
from roadmapc.render.register.row_sheet import RowSheet, StreamedWorkbook
from roadmapc.render.register.sheet import CellFormats, Sheet, SheetLayout, SheetNames, fitted
from roadmapc.render.register.summary import write_summary
from roadmapc.render.register.to_sheet import write_sheet
from roadmapc.text.shorten import shortened

_HEADER = 60
"""Characters of each text in the header of a page: the header has 255, and a «&» takes two of them."""
_OWN_WIDTH = 20
"""Of a column that people have added, in characters."""
_SAME = 0.5
"""Programs round widths by less than this."""
_UNDATED = SheetLayout(
    (
        "№",
        "Мероприятие",
        "Ответственный исполнитель",
        "Срок в документе",
        "Почему нет даты",
        "Раздел",
        "Документ",
    ),
    (7, 60, 28, 30, 40, 20, 29),
    clipped=frozenset({5}),
)
EXTRACT = SheetLayout(
    ("№", "Мероприятие", "Для кого", "Роль", "Начало", "Исполнить до", "Срок в документе", "Документ"),
    (7, 56, 20, 16, 14, 14, 24, 29),
)


def workbook(agenda: AgendaView, day: date, filled: FilledRegister = UNTOUCHED) -> bytes:
    """The register, a summary, what has no date, and an extract for each body; `day` dates the file."""
    stream = BytesIO()
    book = StreamedWorkbook(stream, {"in_memory": True})
    book.set_properties({"title": agenda.title, "created": datetime(day.year, day.month, day.day)})
    _write(book, agenda, filled)
    book.close()
    return stream.getvalue()


def _write(book: Workbook, agenda: AgendaView, filled: FilledRegister) -> None:
    """All sheets in their order."""
    writer = _BookWriter(book, agenda)
    name, *own_names = writer.taken([filled.name, *(sheet.name for sheet in filled.sheets)])
    writer.register(agenda, filled, name)
    write_summary(book, writer.worksheet("Сводка"), writer.formats, load(agenda))
    writer.undated(agenda)
    writer.removed(agenda, filled)
    writer.extracts(agenda)
    for own_name, sheet in zip(own_names, filled.sheets, strict=True):
        write_sheet(book.add_worksheet(own_name), writer.formats, sheet)


class _BookWriter:
    """Sheet after sheet."""

    def __init__(self, book: Workbook, agenda: AgendaView) -> None:
        self.formats = CellFormats(book)
        self._names = SheetNames()
        self._book = book
        self._title = agenda.title
        has_audiences = any(each.audience for each in agenda.occurrences)
        self._in_sight = {COLUMNS.index(AUDIENCE)} if has_audiences else set()
        """Columns beside the main ones without which rows could not be told apart."""

    def taken(self, names: Iterable[str]) -> list[str]:
        """The same names, as far as sheets may have them, which no other sheet gets any more."""
        return list(map(self._names.name, names))

    def worksheet(self, title: str, name: str = "") -> RowSheet:
        """A sheet that says on every page of paper whose it is, and of what plan; `name` was taken for it."""
        worksheet: RowSheet = self._book.add_worksheet(name or self._names.name(title), RowSheet)
        worksheet.set_header(f"&L{_in_header(title)}&R{_in_header(self._title)}")
        return worksheet

    def register(self, agenda: AgendaView, filled: FilledRegister, name: str) -> None:
        """Every occurrence, then what people have added; under the `name` that the sheet has."""
        worksheet = self.worksheet(REGISTER, name)
        lines = chain(filled.lines(agenda.occurrences), filled.added())
        sheet = self._control_sheet(worksheet, filled, lines)
        if sheet.last_row:
            add_marks(sheet.worksheet, sheet.last_row)
            add_colours(sheet.worksheet, self.formats, sheet.last_row)

    def removed(self, agenda: AgendaView, filled: FilledRegister) -> None:
        """What people have written of dates that are no more."""
        lines = list(filled.removed_lines({each.uid for each in agenda.occurrences}))
        if lines:
            self._control_sheet(self.worksheet(REMOVED), filled, lines)

    def undated(self, agenda: AgendaView) -> None:
        rows = (
            (duty.number, duty.text, duty.lead, phrase, reason, place(duty), duty.plan.order)
            for duty, phrase, reason, _ in agenda.undated
        )
        self._sheet("Без даты", _UNDATED, rows)

    def extracts(self, agenda: AgendaView) -> None:
        """What each has to do, to be printed and handed over; marks are made in the register alone."""
        duties: dict[Assignee, list[OccurrenceView | UndatedView]] = {each: [] for each in acting(agenda)}
        for each in chain[OccurrenceView | UndatedView](agenda.occurrences, agenda.undated):
            for executor in each.duty.executors:
                duties[executor].append(each)
        for executor, theirs in duties.items():
            self._sheet(executor.name, EXTRACT, (_extract_row(executor, each) for each in theirs))

    def _control_sheet(self, worksheet: RowSheet, filled: FilledRegister, lines: Iterable[Line]) -> Sheet:
        """The rows of the plan under its columns and those that people added, as wide as they left them."""
        headings = (*HEADINGS, *filled.own)
        own_widths = (_OWN_WIDTH for _ in filled.own)
        kept = {at: filled.columns[name] for at, name in enumerate(headings) if name in filled.columns}
        widths = (*(column.width for column in COLUMNS), *own_widths)
        key = COLUMNS.index(KEY)
        folded = frozenset(range(len(MAIN), key)) - self._in_sight
        layout = SheetLayout(
            headings=headings,
            widths=tuple(_width(width, kept.get(at)) for at, width in enumerate(widths)),
            clipped=frozenset(at for at, column in enumerate(COLUMNS) if column.is_clipped),
            hidden=frozenset({at for at in kept if kept[at].is_hidden} | ({*folded, key} - set(kept))),
            formats={at: name for at, column in enumerate(COLUMNS) if (name := mark_format(column))},
            folded=folded,
            frozen=len(MAIN),
        )
        trimmings = {at: each.heading for at, each in kept.items()}
        sheet = Sheet(worksheet, self.formats, layout, trimmings=trimmings)
        for line in lines:
            sheet.line(line)
        sheet.finish()
        return sheet

    def _sheet(self, name: str, layout: SheetLayout, rows: Iterable[Sequence[Value]]) -> Sheet:
        rows = list(rows)
        sheet = Sheet(self.worksheet(name), self.formats, fitted(layout, rows))
        sheet.rows(rows)
        sheet.finish()
        return sheet


def _width(width: float, kept: KeptColumn | None) -> float:
    """The width that people have given a column, if it is not the one that it has by itself."""
    theirs = kept.width - PADDING if kept and kept.width else width
    return theirs if abs(theirs - width) > _SAME and theirs > 0 else width


def _in_header(text: str) -> str:
    """A text as headers want it: «&» begins a code in them."""
    return shortened(text, _HEADER).replace("&", "&&")


def _extract_row(assignee: Assignee, each: OccurrenceView | UndatedView) -> tuple[Value, ...]:
    duty = each.duty
    role = "ответственный" if duty.assignees[0] == assignee else "соисполнитель"
    if isinstance(each, UndatedView):
        return (duty.number, duty.text, None, role, None, None, f"без даты: {each.why}", duty.plan.order)
    days = (each.window_start, each.due, each.phrase)
    return (duty.number, duty.text, each.audience, role, *days, duty.plan.order)
