"""The rows of a table without duties: cells by the kinds of their columns, computed totals."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from roadmapc.model.columns import ColumnKind, printed_cells
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.merging import Line, Place, owners, reaches
from roadmapc.model.from_tree.table_fields import report_unsummed
from roadmapc.model.parts import Head, TableCell, TableRow
from roadmapc.model.sums import TOTALS, RowKind, says_part, says_total, sums
from roadmapc.model.table_codes import AS_TYPED, CELL_OF_OTHER_KIND, TOTAL_OF_WHAT
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.numbers import NOTHING, blank, printed, read_figure
from roadmapc.text.regex import regex

_OF_CODES = regex(
    r"№|п/п|номер|пункт|раздел|код|год|дата|срок|индекс|телефон|сч[её]т|инн|кпп|огрн|окпо|октмо|бик|кбк",
    re.IGNORECASE,
)
"""Headings of columns whose figures are no amounts: there «1.10» and «102030» are right."""
_OF_YEARS = regex(r"год(?:а|ы|ов)?(?!\w)(?!.*\d)", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")
_UNRUSSIAN = regex(r"\d+\.\d+|\d{5,}(?:,\d+)?")
_SURELY_DECIMAL = regex(r"0\.\d+|\d{3,}\.\d+|\d+\.\d{3,}|\d+\.(?:3[2-9]|[4-9]\d)")
"""What is neither a day («01.09») nor the number of a clause («2.1»)."""


def read_rows(
    context: Context, heads: Sequence[Head], lines: Sequence[Line], unit: str
) -> tuple[TableRow, ...]:
    """The rows as printed, each with a cell or the reach of another for every column.

    `unit` is what the line above the table says that its numbers count.
    """
    reader = _Reader(context, heads, lines, unit)
    reader.add_up()
    reader.print_by_kinds()
    return reader.rows()


class _Reader:
    """The cells of one table on their way from what is written to what is printed."""

    def __init__(self, context: Context, heads: Sequence[Head], lines: Sequence[Line], unit: str) -> None:
        """Everything is read as written; a computed total is called by its name from the first column on."""
        self._context = context
        self._lines = lines
        self._heads = heads
        self._leaves = tuple(leaf for head in heads for leaf in head.leaves)
        self._headings = tuple(heading for head in heads for heading in _headings(head, unit))
        """All that is said over each column: the headings from the top, the unit of the table."""
        self._summed = [at for at, leaf in enumerate(self._leaves) if leaf.is_summed]
        reach = max(1, self._summed[0]) if self._summed else 1
        self._owners = owners(context, lines, len(self._leaves), reach)
        self._reaches = reaches(self._owners)
        self._texts = {place: self._written(place) for place in self._reaches}
        by_words = (
            RowKind.SUBTOTAL if says_total(self._label(row)) else RowKind.ITEM for row in range(len(lines))
        )
        self._kinds = [line.kind or kind for line, kind in zip(lines, by_words, strict=True)]
        """As the author said, else by the words: «Итого» is added to nothing."""

    def _written(self, place: Place) -> str:
        line = self._lines[place.row]
        if line.is_filled:
            return line.name if place.column == 0 else ""
        return "" if line.mark(place.column) else self._context.text(line.cell(place.column))

    def _label(self, row: int) -> str:
        """What a row is about: its first cell with letters."""
        texts = (self._texts[place] for place in self._owners[row] if place.row == row)
        return next((text for text in texts if any(map(str.isalpha, text))), "")

    # Totals

    def add_up(self) -> None:
        """Fill the totals that the author left to the program."""
        filled = [row for row, line in enumerate(self._lines) if line.is_filled and line.kind in TOTALS]
        if not filled:
            return
        if self._summed[:1] in ([], [0]):
            report_unsummed(self._context, self._span(filled[0]), has_sums=bool(self._summed))
            return
        self._check_parts()
        for column in self._summed:
            addends = [self._addend(Place(row, column)) for row in range(len(self._lines))]
            totals = sums(self._kinds, addends)
            for row in filled:
                total = totals[row]
                self._texts[Place(row, column)] = NOTHING if total is None else self._sum(total)
        for row in filled:
            if all(self._texts[Place(row, column)] == NOTHING for column in self._summed):
                message = f"итогу «{self._lines[row].name}» складывать нечего"
                hint = "над итогом нет строк с числами: проверьте, после каких строк он стоит"
                self._context.report(TOTAL_OF_WHAT, message, self._span(row), hint)

    def _sum(self, total: Decimal) -> str:
        """A number that is yet to be printed as its column has it; a signed act has no such step."""
        return printed(total) if self._context.is_as_signed else f"{total:f}"

    def _addend(self, place: Place) -> Decimal | None:
        """The number of a place; a bound, a share or a number over columns is told: it would be lost."""
        line, text = self._lines[place.row], self._texts.get(place, "")
        figure = None if line.is_filled else read_figure(text)
        if figure is None or (figure.is_amount and not self._is_wide(place)):
            return figure and figure.value
        if self._kinds[place.row] is RowKind.ITEM:
            message = f"«{text}» к итогу не прибавить"
            hint = f"уберите total: sum у графы «{self._leaves[place.column].text}» или запишите число"
            self._context.report(TOTAL_OF_WHAT, message, self._span(*place), hint)
        return None

    def _check_parts(self) -> None:
        """Whether a row «в том числе» is a part of the one above or is added up, only the author knows."""
        is_open = False
        for row, line in enumerate(self._lines):
            if line.kind is None and (is_open or says_part(self._label(row))):
                message = f"строка «{self._label(row)}» прибавится к итогу, хотя названа частью"
                hint = "часть строки, которая уже сосчитана, пишут так: {cells: […], kind: part}"
                self._context.report(TOTAL_OF_WHAT, message, self._span(row), hint)
            has_number = any(read_figure(self._texts.get(Place(row, at), "")) for at in self._summed)
            is_open = line.kind is RowKind.PART and not has_number

    # Kinds

    def print_by_kinds(self) -> None:
        """Print every cell as its column has it; a cell over several columns is words.

        Sums under one head are read across, so they have as many decimals as one another.
        """
        for kind, columns in self._alike():
            places = [place for column in columns for place in self._own(column)]
            written = [self._texts[place] for place in places]
            cells = printed_cells(kind, written, self._headings[columns[0]])
            for fault in cells.faults:
                self._context.report(
                    CELL_OF_OTHER_KIND, fault.message, self._span(*places[fault.at]), fault.advice
                )
            if kind is ColumnKind.TEXT:
                self._check_as_typed(columns[0], places, written)
            elif kind is ColumnKind.NUMBER and _OF_YEARS.match(self._leaves[columns[0]].text):
                self._check_years(places, written)
            if not self._context.is_as_signed:
                self._texts |= dict(zip(places, cells.texts, strict=True))

    def _alike(self) -> Iterator[tuple[ColumnKind, list[int]]]:
        """Columns of money under one head together, all others alone."""
        start = 0
        for head in self._heads:
            columns = list(range(start, start + head.width))
            start += head.width
            money = [at for at in columns if self._leaves[at].kind is ColumnKind.MONEY]
            yield from ((self._leaves[at].kind, [at]) for at in columns if at not in money)
            if money:
                yield ColumnKind.MONEY, money

    def _own(self, column: int) -> list[Place]:
        """The places of a column that its cells take, without the names of what the program fills."""
        places = (Place(row, column) for row in range(len(self._lines)))
        return [
            place
            for place in places
            if self._owners[place.row][column] == place
            and not self._is_wide(place)
            and not (self._lines[place.row].is_filled and column == 0)
        ]

    def _is_wide(self, place: Place) -> bool:
        return self._reaches.get(place, (1, 1))[0] > 1

    def _check_as_typed(self, column: int, places: Sequence[Place], written: Sequence[str]) -> None:
        """Ask once of a column that would print numbers as programs do; among words, of sure decimals."""
        told = [(place, text) for place, text in zip(places, written, strict=True) if blank(text) is None]
        form = _UNRUSSIAN if all(read_figure(text) for _, text in told) else _SURELY_DECIMAL
        odd = next(((place, text) for place, text in told if form.fullmatch(text)), None)
        if odd is None or _OF_CODES.search(self._headings[column]):
            return
        place, text = odd
        look = "с точкой" if "." in text else "без пробелов"
        hint = (
            f"назовите графу числовой: {{heading: {self._leaves[column].text}, kind: number}}, деньги – money"
        )
        if form is _SURELY_DECIMAL:
            hint = f'дробь отделяют запятой, в кавычках: "{text.replace(".", ",")}"'
        self._context.report(AS_TYPED, f"«{text}» напечатается {look}", self._span(*place), hint)

    def _check_years(self, places: Sequence[Place], written: Sequence[str]) -> None:
        """A year is no amount: as a number it would be printed with a space."""
        odd = next(
            ((place, text) for place, text in zip(places, written, strict=True) if _YEAR.fullmatch(text)),
            None,
        )
        if odd is not None:
            place, text = odd
            message = f"год {text} в графе чисел напечатался бы как «{text[0]} {text[1:]}»"
            self._context.report(
                CELL_OF_OTHER_KIND, message, self._span(*place), "у графы годов уберите kind"
            )

    # Rows

    def rows(self) -> tuple[TableRow, ...]:
        """All of them, top to bottom."""
        cells = {place: TableCell(text, *self._reaches[place]) for place, text in self._texts.items()}
        columns = range(len(self._leaves))
        return tuple(
            TableRow(kind, tuple(cells.get(Place(row, column)) for column in columns), line.is_bold)
            for row, (kind, line) in enumerate(zip(self._kinds, self._lines, strict=True))
        )

    def _span(self, row: int, column: int = 0) -> Span:
        """Where a cell is written; of a row that the program fills, its name."""
        line = self._lines[row]
        if isinstance(line.node, MappingNode):
            return next(key.span for key, _ in line.node.fields.values())
        node = line.cell(column)
        return node.span if node else line.node.span


def _headings(head: Head, above: str) -> Iterator[str]:
    said = f"{above} {head.text}"
    if not head.columns:
        yield said
    for column in head.columns:
        yield from _headings(column, said)
