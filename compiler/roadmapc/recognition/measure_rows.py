"""Rows of a plan's table made whole: torn ones joined, merged cells given to each row, sections in levels."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from roadmapc.recognition.account import Account
from roadmapc.recognition.asking import Asker, Place
from roadmapc.recognition.continuation import joined_text
from roadmapc.recognition.grid import TableLine, in_one_line, spans, where_of
from roadmapc.recognition.number_forms import NO_NUMBER, Form, Number
from roadmapc.recognition.roles import ColumnRoles, Role
from roadmapc.recognition.table_rows import Row, RowKind, is_whole
from roadmapc.text.shorten import shortened

_DEEPEST = 6
"""Levels of headings; what would stand deeper stands beside the last."""
_JOIN, _APART = "продолжение строки выше", "строка сама по себе"


@dataclass(slots=True)
class MeasureRow:
    """A measure: what its cells say."""

    line: TableLine
    texts: list[str]
    """By columns."""
    joined: frozenset[int]
    """Columns whose cell is one with that of the row above."""


@dataclass(slots=True)
class SectionRows:
    """A heading and what stands under it; without a title, rows that no heading stands over."""

    number: Number = NO_NUMBER
    title: str = ""
    where: str = ""
    measures: list[MeasureRow] = field(default_factory=list)
    sections: "list[SectionRows]" = field(default_factory=list)
    total: Row | None = None

    @property
    def last(self) -> "MeasureRow | None":
        """Its last measure, wherever it stands."""
        return (self.sections[-1].last if self.sections else None) or (
            self.measures[-1] if self.measures else None
        )


@dataclass(slots=True)
class TableRows:
    """All that stands under the head of a plan's table."""

    top: SectionRows
    """Whose sections are those of the highest level."""
    notes: list[str] = field(default_factory=list)


class RowsReader:
    """Puts the rows of one table together."""

    def __init__(self, roles: ColumnRoles, account: Account, asker: Asker) -> None:
        """`roles` are of the table's columns."""
        self._roles = roles
        self._width = len(roles.roles)
        self._account = account
        self._asker = asker
        self._found = TableRows(SectionRows())
        self._open: list[SectionRows] = [self._found.top]
        """Headings that the next row stands under, from the top."""
        self._above: MeasureRow | None = None
        self._last_total: Row | None = None
        """The last row, if it is a total."""

    def read(self, rows: Iterator[Row]) -> TableRows:
        """All rows, in order; each character of them is claimed."""
        put: dict[RowKind, Callable[[Row], None]] = {
            RowKind.MEASURE: self._measure,
            RowKind.SECTION: self._section,
            RowKind.TOTAL: self._total,
            RowKind.NOTE: self._note,
            RowKind.CONTINUED: self._continued,
            RowKind.SLIPPED: self._continued,
            RowKind.REPEATED: partial(self._leave, "шапка таблицы повторена"),
            RowKind.RULE: partial(self._leave, "черта под таблицей"),
        }
        for row in rows:
            if row.kind in put:
                put[row.kind](row)
        return self._ended()

    def _note(self, row: Row) -> None:
        self._take(row)
        self._found.notes.append("\n".join(row.line.text(cell.column) for cell in row.line.filled))

    def _leave(self, why: str, row: Row) -> None:
        for span in spans(*row.line.own):
            self._account.leave(span, row.line.where, why)

    def _section(self, row: Row) -> None:
        """A heading under the one that it belongs to: of a sibling's form, or deeper than the one above."""
        self._take(row)
        self._above = self._last_total = None
        self._open = self._open[: min(self._level(row.number), _DEEPEST)]
        section = SectionRows(row.number, in_one_line(row.title), row.line.where)
        self._open[-1].sections.append(section)
        self._open.append(section)

    def _level(self, number: Number) -> int:
        """How many open headings a new one stands under, the table itself counted.

        It goes on with the innermost that it is the next of, of its own form first («II.» after «I.», but
        also after «1.» under a «II.»); else with one of its form; a smaller depth closes what is deeper.
        """
        opened = list(enumerate(self._open))[1:]
        next_of = [(at, section.number) for at, section in reversed(opened) if number.follows(section.number)]
        if next_of:
            return min(next_of, key=lambda each: each[1].form is not number.form)[0]
        for at, section in opened:
            other = section.number
            is_shorter = number.form is other.form is Form.ARABIC and number.depth < other.depth
            is_alike = _form(other) == _form(number) or is_shorter
            if is_alike and other.parts[: number.depth] <= number.parts:
                return at
        return len(self._open)

    def _total(self, row: Row) -> None:
        """A total ends the innermost open heading that has none; what comes after it stands under another."""
        self._take(row)
        self._above = None
        self._last_total = row
        if len(self._open) == 1 and self._found.top.measures:
            rows = SectionRows(measures=self._found.top.measures)
            self._found.top.measures = []
            self._found.top.sections.append(rows)
            self._open.append(rows)
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].total is None:
                self._open[at].total = row
                self._open = self._open[:at]
                return
        self._open = self._open[:1]
        self._found.top.sections.append(SectionRows(total=row))

    def _ended(self) -> TableRows:
        """The rows, a last total that ends no section of its own made that of the table.

        Rows that no heading stands over are a section without a title.
        """
        top, last = self._found.top, self._last_total
        if top.measures or not top.sections:
            top.sections.insert(0, SectionRows(measures=top.measures))
            top.measures = []
        if last is not None and top.sections and top.sections[-1].total is last:
            section = top.sections[-1]
            is_alone = not (section.measures or section.sections or section.title) and is_whole(last.title)
            if is_alone or (len(top.sections) == 1 and not section.title):
                top.total, section.total = last, None
            if is_alone:
                top.sections.pop()
        return self._found

    def _measure(self, row: Row) -> None:
        line = row.line
        above, self._last_total = self._above, None
        self._take(row)
        from_above = frozenset(at for at in range(self._width) if line.is_from_above(at))
        for at in sorted(from_above):
            cell = line.cells[at]
            if cell is not None and cell.column == at:
                for span in spans(cell):
                    self._account.leave(span, where_of(line, at), "повторено: ячейка объединена с верхней")
        measure = MeasureRow(line, list(line.said), frozenset())
        holder = self._open[-1]
        if above is not None and holder.measures and holder.measures[-1] is above:
            measure.joined = frozenset(at for at in from_above if measure.texts[at] == above.texts[at])
        if holder.sections:  # rows after a total, or after sections of a lower level
            holder.sections.append(SectionRows())
            holder = holder.sections[-1]
            self._open.append(holder)
        holder.measures.append(measure)
        self._above = measure

    def _continued(self, row: Row) -> None:
        """The rest of a row, or of a heading: joined to it if its text goes on, else a person is asked."""
        above = self._above
        if above is None and self._open[-1].title:
            self._take(row)
            self._open[-1].title += f" {in_one_line(row.line.words[row.line.filled[0].column])}"
            return
        if above is None:
            self._measure(row)
            return
        if not row.is_sure:
            words = shortened(in_one_line(" ".join(row.line.text(cell.column) for cell in row.line.filled)))
            question = f"«{words}» – продолжение строки выше?"
            if self._asker.choose(row.line.where, row.line.where, question, _JOIN, _APART) == _APART:
                self._measure(row)
                return
        self._take(row)
        for cell in row.line.filled:
            at = cell.column
            if row.kind is RowKind.SLIPPED:
                at = self._roles.at(Role.MEASURE) or 0
            above.texts[at] = joined_text(above.texts[at], row.line.text(cell.column))
            above.joined -= {at}  # it says more than the cell above it

    def _take(self, row: Row) -> None:
        self._account.take(*spans(*row.line.own))


def _form(number: Number) -> tuple[Form, int, str]:
    """What siblings have in common."""
    return number.form, number.depth, number.word


def placed(section: SectionRows, place: Place) -> Iterator[tuple[MeasureRow, Place]]:
    """The measures of a section and of what stands under it, each with its place in the plan."""
    for at, row in enumerate(section.measures):
        yield row, (*place, "measures", at)
    for at, each in enumerate(section.sections):
        yield from placed(each, (*place, "sections", at))
