"""Free cells of a measure table as their columns print them, and the sums of those that are added up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from roadmapc.model.codes import WRONG_TOTAL
from roadmapc.model.columns import ColumnKind, printed_cells
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import cells_of, mappings, scalars, text_of
from roadmapc.model.from_tree.measure_columns import MeasureColumns
from roadmapc.model.from_tree.table_fields import report_unsummed
from roadmapc.model.plan import Column, Total
from roadmapc.model.table_codes import CELL_OF_OTHER_KIND, TOTAL_OF_WHAT
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.numbers import NOTHING, blank, printed, read_figure

Printed = Mapping[int, str]
"""What free cells print, by where they begin in the file."""


class _Cell(NamedTuple):
    """A free cell, of a measure or of a total."""

    key: str
    node: ScalarNode
    is_added: bool
    """Whether it is of a measure and not joined to the cell above, which is added up already."""


def read_cells(context: Context, table: MeasureColumns, node: MappingNode) -> Printed:
    """The cells of all rows and totals under a node with `sections`, as the kinds of columns print them.

    Columns of one kind under one head are read together: a sum has as many decimals as the longest of them.
    """
    by_key: defaultdict[str, list[_Cell]] = defaultdict(list)
    for cell in _cells(node):
        by_key[cell.key].append(cell)
    found = {cell.node.start: context.text(cell.node) for cells in by_key.values() for cell in cells}
    alike: defaultdict[tuple[str, ColumnKind], list[tuple[str, str]]] = defaultdict(list)
    for column, path in zip(table.columns, table.paths, strict=True):
        alike[path[0], column.kind].append((column.key, " ".join(path)))
    for (_, kind), columns in alike.items():
        nodes = [cell.node for key, _ in columns for cell in by_key[key]]
        said = " ".join(path for _, path in columns)
        cells = printed_cells(kind, [found[each.start] for each in nodes], said)
        for fault in cells.faults:
            context.report(CELL_OF_OTHER_KIND, fault.message, nodes[fault.at].span, fault.advice)
        if not context.is_as_signed:
            found |= zip((each.start for each in nodes), cells.texts, strict=True)
    return found


def _cells(node: MappingNode) -> Iterator[_Cell]:
    """In the order of writing."""
    for measure in mappings(node, "measures"):
        joined = frozenset(map(text_of, scalars(measure, "joined")))
        for key, cell in cells_of(measure):
            yield _Cell(key, cell, key not in joined)
    for section in mappings(node, "sections"):
        yield from _cells(section)
    total = node.get("total")
    for key, cell in cells_of(total) if isinstance(total, MappingNode) else ():
        yield _Cell(key, cell, is_added=False)


class Totals:
    """Reads the totals of sections and of their table."""

    def __init__(self, context: Context, columns: tuple[Column, ...], cells: Printed) -> None:
        """Nothing is reported until a total is read."""
        self._context = context
        self._cells = cells
        self._summed = {column.key: column for column in columns if column.is_summed}
        self._has_place = bool(columns) and not columns[0].is_summed
        """Whether a column before the sums is left for the name of a total."""

    def read(self, node: MappingNode) -> Total | None:
        """The total of all rows under a section, or under the table; `None` if the author wants none."""
        written = node.get("total")
        if written is None:
            return None
        if not self._summed or not self._has_place:
            report_unsummed(self._context, node.key_span("total"), has_sums=bool(self._summed))
        addends = self._addends(node)
        holder, name = (written, "title") if isinstance(written, MappingNode) else (node, "total")
        typed = dict(cells_of(holder)) if name == "title" else {}
        if self._summed and not addends and not typed:
            hint = "над итогом нет строк с числами: проверьте, где он стоит"
            self._context.report(TOTAL_OF_WHAT, "итогу складывать нечего", node.key_span("total"), hint)
        for key in typed.keys() - self._summed.keys():
            message = f"графу «{key}» итог не складывает"
            hint = "добавьте графе total: sum или уберите ячейку"
            self._context.report(TOTAL_OF_WHAT, message, typed[key].span, hint)
        cells = tuple((key, self._sum(key, addends[key], typed.get(key))) for key in self._summed)
        return Total(self._context.field(holder, name), cells, written)

    def _addends(self, node: MappingNode) -> defaultdict[str, list[Decimal]]:
        """The numbers of summed columns; one that only bounds a number is told, since it would be lost."""
        found: defaultdict[str, list[Decimal]] = defaultdict(list)
        for key, cell, is_added in _cells(node):
            figure = read_figure(self._cells[cell.start]) if key in self._summed and is_added else None
            if figure is None:
                continue
            if figure.is_amount:
                found[key].append(figure.value)
            else:
                hint = "уберите total: sum у графы или запишите число"
                self._context.report(TOTAL_OF_WHAT, f"«{cell.text}» к итогу не прибавить", cell.span, hint)
        return found

    def _sum(self, key: str, addends: list[Decimal], typed: ScalarNode | None) -> str:
        """As printed; what the author typed is compared with the sum of the rows, unless it is «х»."""
        total = sum(addends, Decimal(0))
        if typed is None:
            return printed(total) if addends else NOTHING
        written = self._cells[typed.start]
        figure = read_figure(written)
        is_right = figure.is_amount and figure.value == total if figure else not addends
        if not is_right and (figure or blank(written) in ("", NOTHING)):  # words are told as such already
            right = printed(total)
            message = f"сумма не сходится: {f'«{written}»' if written else 'пустая ячейка'} вместо {right}"
            hint = f"запишите {right} или проверьте строки, которые складываются"
            self._context.report(WRONG_TOTAL, message, typed.span, hint)
        return written
