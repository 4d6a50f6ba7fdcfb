"""What each row of a plan's table is: a measure, a heading, a total, a note, the rest of a row that a page tore."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from roadmapc.recognition.column_roles import ColumnRoles, Role
from roadmapc.recognition.grid import TableLine, in_one_line
from roadmapc.recognition.number_forms import (
    NO_NUMBER,
    Form,
    Number,
    leading_number,
    whole_number,
)
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
_NOTE = re.compile(r"[*<†]|примечани|принятые сокращени|сокращени[ея]:", re.IGNORECASE)
_CONTINUED = re.compile(r"продолжение таблицы|окончание таблицы", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–—•*]|\w\)|\d+[.)])\s*")
_UNFINISHED = re.compile(
    r"(?:[,(«„–—-]|(?<!\w)(?:и|а|или|в|во|на|по|с|со|к|для|из|от|до|о|об|при|не|за|у|под|над|без|через|между|их|его))$",
    re.IGNORECASE,
)


def is_whole(title: str) -> bool:
    """Whether a total says itself that it adds up: «Итого», «Всего», not a part of one."""
    return re.match(r"итого|всего|общий итог", title, re.IGNORECASE) is not None


def is_note(text: str) -> bool:
    """Whether a text under a table is a note to it."""
    return _NOTE.match(text) is not None


def goes_on(above: str, below: str) -> bool:
    """Whether a text is the rest of another: it begins small, or the other breaks off.

    Items of lists begin small, too.
    """
    if not above or not below or _ITEM.match(below):
        return False
    if _UNFINISHED.search(above.rstrip()) or above.count("(") > above.count(")"):
        return True
    return below[0].islower() and above.rstrip()[-1] not in ".!?"


class RowReader:
    """Tells the rows of one table apart, from the first to the last."""

    def __init__(self, head: TableHead, roles: ColumnRoles) -> None:
        """`roles` are of the columns under the head."""
        self._head = head
        self._width = len(roles.roles)
        self._roles = roles
        self._number_at = roles.at(Role.NUMBER)
        self._measure_at = roles.at(Role.MEASURE) or 0
        self._above: TableLine | None = None
        self._is_after_head = self._is_after_total = False
        """What the row before this one is: a repeated head, a total."""
        self._depth = 0
        """Parts of the number of the last measure."""

    def read(self, lines: Sequence[TableLine]) -> Iterator[Row]:
        """The rows of a table, in order."""
        last = max((at for at, line in enumerate(lines) if len(line.filled) > 2), default=-1)
        for at, (line, following) in enumerate(pairwise([*lines, None])):
            assert line is not None, "only the last of the pairs has no row"
            row = self._row(line, following, is_after_all=at > last)
            if row.kind is RowKind.MEASURE:
                self._above = line
                self._depth = row.number.depth or self._depth
            elif row.kind in (RowKind.SECTION, RowKind.TOTAL, RowKind.NOTE):
                self._above = None
            self._is_after_head = row.kind is RowKind.REPEATED
            self._is_after_total = row.kind is RowKind.TOTAL
            yield row

    def _row(self, line: TableLine, following: TableLine | None, *, is_after_all: bool) -> Row:
        filled = line.filled
        first = in_one_line(line.text(filled[0].column)) if filled else ""
        if not filled:
            return Row(RowKind.EMPTY, line)
        if self._head.is_repeated(line) or (is_count(line) and (self._head.counted or self._is_after_head)):
            return Row(RowKind.REPEATED, line)
        if len(filled) == 1 and _CONTINUED.match(first):
            return Row(RowKind.REPEATED, line)
        words = next(
            (
                in_one_line(line.text(cell.column))
                for cell in filled
                if not self._is_number(line, cell.column)
            ),
            "",
        )
        if (_TOTAL.match(words) or self._is_sum(line)) and not self._has_deadline(line):
            return Row(RowKind.TOTAL, line, title=words)
        if len(filled) == 1:
            return self._of_one_cell(line, following, first, is_after_all=is_after_all)
        if self._number_at is None:
            return self._unnumbered(line)
        return self._numbered(line, following)

    def _of_one_cell(
        self, line: TableLine, following: TableLine | None, text: str, *, is_after_all: bool
    ) -> Row:
        """A row that says one thing: a heading, a note, the rest of a cell."""
        cell = line.filled[0]
        is_wide = cell.columns * 2 > self._width or len(line.own) == 1
        if _NOTE.match(text) or (
            is_after_all and is_wide and text.endswith(".") and not leading_number(text)[0].parts
        ):
            return Row(RowKind.NOTE, line)
        number, title = leading_number(text)
        if is_wide and len(line.own) < self._width:
            return Row(RowKind.SECTION, line, number, title)
        above = self._above
        if cell.column == self._number_at:
            if self._is_number(line, cell.column):
                return Row(RowKind.MEASURE, line, whole_number(text), is_sure=False)
            if above is not None and goes_on(in_one_line(above.text(self._measure_at)), text):
                return Row(RowKind.SLIPPED, line)
            return Row(RowKind.SECTION, line, number, title)
        if any(map(line.is_from_above, range(self._width))):
            return Row(RowKind.MEASURE, line)
        if above is not None and cell.column != self._measure_at:
            return Row(RowKind.CONTINUED, line, is_sure=goes_on(in_one_line(above.text(cell.column)), text))
        if (
            above is not None
            and not number.parts
            and goes_on(in_one_line(above.text(self._measure_at)), text)
        ):
            return Row(RowKind.CONTINUED, line)
        if cell.column > self._measure_at and not _is_bold(line):
            return Row(RowKind.MEASURE, line, is_sure=False)
        if _ITEM.match(text) and not number.parts and above is not None:
            return Row(RowKind.CONTINUED, line, is_sure=False)
        return Row(RowKind.SECTION, line, number, title, is_sure=_is_bold(line) or bool(number.parts))

    def _unnumbered(self, line: TableLine) -> Row:
        """A row of a table without a column of numbers."""
        above = self._above
        if above is not None and len(line.filled) < self._width and not line.text(self._measure_at):
            if not any(map(line.is_from_above, range(self._width))):
                return Row(RowKind.CONTINUED, line, is_sure=self._goes_on(above, line))
        elif above is not None and len(line.filled) < len(above.filled) and self._goes_on(above, line):
            return Row(RowKind.CONTINUED, line)
        return Row(RowKind.MEASURE, line)

    def _numbered(self, line: TableLine, following: TableLine | None) -> Row:
        """A row of a table with a column of numbers that says several things."""
        at = self._number_at
        assert at is not None, "the caller has seen it"
        text = line.text(at) if line.begins(at) else ""
        number = whole_number(text)
        if line.is_from_above(at):
            return Row(RowKind.MEASURE, line, NO_NUMBER)
        if number.parts and self._is_heading(line, following, number):
            title = " ".join(in_one_line(line.text(cell.column)) for cell in line.filled if cell.column != at)
            return Row(RowKind.SECTION, line, number, title)
        above = self._above
        if text or above is None:
            return Row(RowKind.MEASURE, line, number)
        said = line.text(self._measure_at) if line.begins(self._measure_at) else ""
        if said and not self._goes_on(above, line) and len(line.filled) * 2 >= len(above.filled):
            return Row(RowKind.MEASURE, line)
        if not said and any(line.is_from_above(each) for each in range(self._width)):
            return Row(RowKind.MEASURE, line)
        return Row(RowKind.CONTINUED, line, is_sure=self._goes_on(above, line))

    def _is_heading(self, line: TableLine, following: TableLine | None, number: Number) -> bool:
        """Whether a number and one more text are a heading: merged to the end, bold, or its parts follow."""
        others = [cell for cell in line.filled if cell.column != self._number_at]
        is_rest_empty = not any(
            line.text(at)
            for at in range(self._width)
            if at not in (self._number_at, others[0].column) and line.is_from_above(at)
        )
        if len(others) != 1 or not is_rest_empty:
            return False
        if others[0].columns > 1 and others[0].column + others[0].columns == self._width:
            return True
        if others[0].column != self._measure_at:
            return False
        if number.form is Form.ROMAN or _is_bold(line):
            return True
        below = self._number_below(following)
        if below.depth > number.depth:
            return below.parts[: number.depth] == number.parts
        return self._depth > number.depth

    def _number_below(self, following: TableLine | None) -> Number:
        if following is None or self._number_at is None or not following.begins(self._number_at):
            return NO_NUMBER
        text = in_one_line(following.text(self._number_at))
        number = whole_number(text)
        return number if number.parts else leading_number(text)[0]

    def _goes_on(self, above: TableLine, line: TableLine) -> bool:
        """Whether what a row says goes on where the one above ends, in its measure or else anywhere."""
        cells = [cell.column for cell in line.filled]
        places = [self._measure_at] if self._measure_at in cells else cells
        return any(goes_on(in_one_line(above.text(at)), in_one_line(line.text(at))) for at in places)

    def _is_number(self, line: TableLine, column: int) -> bool:
        return column == self._number_at and bool(whole_number(line.text(column)).parts)

    def _is_sum(self, line: TableLine) -> bool:
        """Whether a row under a total is a part of it: without a number, its words and sums only."""
        if not self._is_after_total or any(self._is_number(line, cell.column) for cell in line.filled):
            return False
        _, *others = (line.text(cell.column) for cell in line.filled)
        return bool(others) and all(read_figure(text) or blank(text) is not None for text in others)

    def _has_deadline(self, line: TableLine) -> bool:
        at = self._roles.at(Role.DEADLINE)
        return at is not None and line.begins(at) and bool(line.text(at))


def _is_bold(line: TableLine) -> bool:
    paragraphs = [each for cell in line.filled for each in cell.paragraphs if each.text.strip()]
    return bool(paragraphs) and all(each.is_bold for each in paragraphs)
