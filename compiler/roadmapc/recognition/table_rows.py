"""What each row of a plan's table is: a measure, a heading, a total, a note, the rest of a torn row."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from roadmapc.recognition.continuation import ITEM, goes_on
from roadmapc.recognition.grid import TableLine, in_one_line
from roadmapc.recognition.number_forms import (
    NO_NUMBER,
    Form,
    Number,
    leading_number,
    whole_number,
)
from roadmapc.recognition.roles import ColumnRoles, Role
from roadmapc.recognition.table_head import TableHead, is_count
from roadmapc.text.numbers import blank, read_figure


class RowKind(StrEnum):
    """What a row is."""

    MEASURE = "measure"
    SECTION = "section"
    TOTAL = "total"
    NOTE = "note"
    CONTINUED = "continued"
    """The rest of the row above: a page tore it."""
    SLIPPED = "slipped"
    """The same, its text in the column of numbers."""
    REPEATED = "repeated"
    """The headings, or the count of columns, once more."""
    RULE = "rule"
    """A line of dashes."""
    EMPTY = "empty"


class Row(NamedTuple):
    """A row and what it is."""

    kind: RowKind
    line: TableLine
    number: Number = NO_NUMBER
    title: str = ""
    """Of a section, without its number; of a total, its words."""
    is_sure: bool = True
    """Whether its shape leaves no doubt; of a continued one, whether its text goes on."""


_TOTAL = re.compile(r"(?:итого|всего|общий итог|в том числе|в т\. ?ч\.)(?!\w)", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=\s]{2,}")
_NOTE = re.compile(r"[*<†]|примечани|принятые сокращени|сокращени[ея]:", re.IGNORECASE)
_CONTINUED = re.compile(r"продолжение таблицы|окончание таблицы", re.IGNORECASE)


def is_whole(title: str) -> bool:
    """Whether a total says itself that it adds up: «Итого», «Всего», not a part of one."""
    return re.match(r"итого|всего|общий итог", title, re.IGNORECASE) is not None


def is_note(text: str) -> bool:
    """Whether a text under a table is a note to it."""
    return _NOTE.match(text) is not None


class RowReader:
    """Tells the rows of one table apart, from the first to the last."""

    def __init__(self, head: TableHead, roles: ColumnRoles) -> None:
        """`roles` are of the columns under the head."""
        self._head = head
        self._width = len(roles.roles)
        self._roles = roles
        self._deadline_at = roles.at(Role.DEADLINE)
        self._number_at = roles.at(Role.NUMBER)
        self._measure_at = roles.at(Role.MEASURE) or 0
        self._above: TableLine | None = None
        """The measure that this row may go on with."""
        self._before = RowKind.EMPTY
        self._title = ""
        """Of the heading right above."""
        self._number = NO_NUMBER
        """Of the last measure that has one."""

    def read(self, lines: Sequence[TableLine]) -> Iterator[Row]:
        """The rows of a table, in order."""
        last = max((at for at, line in enumerate(lines) if len(line.filled) > 1), default=-1)
        for at, line in enumerate(lines):
            row = self._row(line, lines[at + 1 : at + 3], is_after_all=at > last)
            if row.kind is RowKind.MEASURE:
                self._above = line
                self._number = row.number if row.number.parts else self._number
            elif row.kind in (RowKind.SECTION, RowKind.TOTAL, RowKind.NOTE):
                self._above = None
            self._before = row.kind
            self._title = row.title if row.kind is RowKind.SECTION else ""
            yield row

    def _row(self, line: TableLine, following: Sequence[TableLine], *, is_after_all: bool) -> Row:
        """What is sure whatever stands around comes first; a «total» with a deadline is a measure."""
        filled = line.filled
        if not filled:
            return Row(RowKind.EMPTY, line)
        if self._is_repeated(line):
            return Row(RowKind.REPEATED, line)
        if all(_RULE.fullmatch(line.text(cell.column)) for cell in filled):
            return Row(RowKind.RULE, line)
        worded = [cell.column for cell in filled if not self._is_number(line, cell.column)]
        words = next((in_one_line(line.text(at)) for at in worded), "")
        if (_TOTAL.match(words) or self._is_sum(line)) and self._sums_only(line, worded[1:]):
            return Row(RowKind.TOTAL, line, title=words)
        if len(filled) > 1:
            return self._of_cells(line, following)
        wide = self._of_wide_cell(line, is_after_all=is_after_all)
        return wide or self._of_one_cell(line, filled[0].column, words or line.text(filled[0].column))

    def _of_wide_cell(self, line: TableLine, *, is_after_all: bool) -> Row | None:
        """A heading over the whole table, or what stands under it; `None` if the cell is no wider."""
        (cell,) = line.filled
        text = in_one_line(line.text(cell.column))
        if cell.columns * 2 <= self._width and len(line.own) > 1:
            return None
        number, title = leading_number(text)
        if is_note(text) or (is_after_all and not number.parts):
            return Row(RowKind.NOTE, line)
        return Row(RowKind.SECTION, line, number, title) if len(line.own) < self._width else None

    def _of_one_cell(self, line: TableLine, at: int, text: str) -> Row:
        """A row with one cell filled, which is no wider than others: the rest of a row, or a heading.

        Reasons for what decides: a number alone is of a measure whose words were lost; beside merged cells
        a row is one of several under them; only the columns of numbers and measures can hold a heading.
        """
        above, (number, title) = self._above, leading_number(text)
        goes_with = self._measure_at if at == self._number_at else at
        goes = above is not None and goes_on(in_one_line(above.text(goes_with)), text)
        if self._is_number(line, at):
            return Row(RowKind.MEASURE, line, whole_number(text))
        if at == self._number_at:
            return Row(RowKind.SLIPPED if goes and not number.parts else RowKind.SECTION, line, number, title)
        if self._is_beside_merged(line):
            return Row(RowKind.MEASURE, line)
        if _is_bold(line) and not (above is not None and _is_bold(above)) and not goes_on(self._title, text):
            return Row(RowKind.SECTION, line, number, title)
        is_rest = at != self._measure_at or (not number.parts and (goes or ITEM.match(text)))
        if (above is not None and is_rest) or goes_on(self._title, text):
            return Row(RowKind.CONTINUED, line, is_sure=goes or above is None)
        kind = RowKind.MEASURE if at > self._measure_at else RowKind.SECTION
        return Row(kind, line, number, title)

    def _of_cells(self, line: TableLine, following: Sequence[TableLine]) -> Row:
        """A row that says several things: a measure, a heading with its number apart, the rest of a row."""
        at = self._number_at
        typed = line.text(at) if at is not None and line.begins(at) else ""
        number = whole_number(typed)
        if number.parts and self._is_heading(line, following, number):
            title = " ".join(in_one_line(line.text(cell.column)) for cell in line.filled if cell.column != at)
            return Row(RowKind.SECTION, line, number, title)
        above = self._above
        if typed or above is None or self._is_beside_merged(line):
            return Row(RowKind.MEASURE, line, number)
        goes = self._goes_on(above, line)
        said = line.text(self._measure_at) if line.begins(self._measure_at) else ""
        is_whole = len(line.filled) * 2 >= len(above.filled) if at is not None else True
        if said and is_whole and not (goes and len(line.filled) < len(above.filled)):
            return Row(RowKind.MEASURE, line)
        return Row(RowKind.CONTINUED, line, is_sure=goes)

    def _is_heading(self, line: TableLine, following: Sequence[TableLine], number: Number) -> bool:
        """Whether a number and one more text are a heading: merged to the end, bold, or its parts follow."""
        others = [cell for cell in line.filled if cell.column != self._number_at]
        if len(others) != 1 or self._is_beside_merged(line):
            return False
        if others[0].columns > 1 and others[0].column + others[0].columns == self._width:
            return True
        if others[0].column != self._measure_at:
            return False
        below, above = self._number_below(following), self._number
        if below.depth > number.depth:
            return below.parts[: number.depth] == number.parts
        if number.form is Form.ROMAN or _is_bold(line, others[0].column):
            return True
        # numbers of measures begin anew below it, or its own goes back behind theirs
        is_anew = below.depth == number.depth and below.parts[-1] == 1
        is_behind = number.depth == above.depth and number.parts <= above.parts
        return self._width > 3 and (is_anew or is_behind or number.depth < above.depth)

    def _number_below(self, following: Sequence[TableLine]) -> Number:
        """The number of the next row, or of the one after it: a page may have torn the heading."""
        at = self._number_at
        texts = (in_one_line(line.text(at)) for line in following if at is not None and line.begins(at))
        text = next(filter(None, texts), "")
        number = whole_number(text)
        return number if number.parts else leading_number(text)[0]

    def _goes_on(self, above: TableLine, line: TableLine) -> bool:
        """Whether what a row says goes on where the one above ends, in its measure or else anywhere.

        A list goes on, too, where its items have no deadline of their own.
        """
        cells = [cell.column for cell in line.filled]
        places = [self._measure_at] if self._measure_at in cells else cells
        if any(goes_on(in_one_line(above.text(at)), in_one_line(line.text(at))) for at in places):
            return True
        is_list = above.text(self._measure_at).endswith((":", ";")) and ITEM.match(
            line.text(self._measure_at)
        )
        return bool(is_list) and self._deadline_at is not None and self._deadline_at not in cells

    def _is_repeated(self, line: TableLine) -> bool:
        """Whether a row is the head, or its count of columns, once more, or says that a table goes on."""
        if self._head.is_repeated(line) or _CONTINUED.match(in_one_line(line.text(line.filled[0].column))):
            return True
        return is_count(line) and (self._head.counted is not None or self._before is RowKind.REPEATED)

    def _is_beside_merged(self, line: TableLine) -> bool:
        return any(map(line.is_from_above, range(self._width)))

    def _is_number(self, line: TableLine, column: int) -> bool:
        return column == self._number_at and bool(whole_number(line.text(column)).parts)

    def _sums_only(self, line: TableLine, columns: Sequence[int]) -> bool:
        """Whether a row has no number and, after its words, something in free columns and nowhere else."""
        is_numbered = any(self._is_number(line, cell.column) for cell in line.filled)
        others = [at for at in columns if blank(line.text(at)) is None]
        return bool(others) and not is_numbered and all(self._roles.roles[at] is Role.FREE for at in others)

    def _is_sum(self, line: TableLine) -> bool:
        """Whether a row under a total is a part of it: without a number, its words and sums only."""
        if self._before is not RowKind.TOTAL:
            return False
        _, *others = (line.text(cell.column) for cell in line.filled)
        return bool(others) and all(read_figure(text) or blank(text) is not None for text in others)


def _is_bold(line: TableLine, *columns: int) -> bool:
    """Whether all that a row says is bold, or all that some of its cells do."""
    cells = [cell for cell in line.filled if not columns or cell.column in columns]
    paragraphs = [each for cell in cells for each in cell.paragraphs if each.text.strip()]
    return bool(paragraphs) and all(each.is_bold for each in paragraphs)
