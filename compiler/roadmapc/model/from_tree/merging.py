"""Which cell takes each place of a table: a cell may reach over the places right of it and under it.

The author marks such a place, so every row is written with as many cells as there are columns, and two
cells cannot claim one place. What is left to check is that each cell is a rectangle.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import ABOVE, LEFT, is_taken
from roadmapc.model.sums import RowKind
from roadmapc.model.table_codes import IMPOSSIBLE_MERGE
from roadmapc.syntax.tree import MappingNode, ScalarNode, SequenceNode


class Place(NamedTuple):
    """A place of a table: its row and its column, from 0."""

    row: int
    column: int


class Line(NamedTuple):
    """A row as written."""

    kind: RowKind | None
    """`None` where the author did not say: then its words do."""
    node: SequenceNode | MappingNode
    """The list of its cells, or the fields of a row that the program fills."""
    cells: tuple[ScalarNode, ...]
    """None of a row that the program fills."""
    name: str = ""
    """Of a row that the program fills: a title, or what a computed total is called."""
    is_bold: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether the program fills its cells."""
        return isinstance(self.node, MappingNode)

    def cell(self, column: int) -> ScalarNode | None:
        """What is written in a column; `None` in a row that is too short, or that the program fills."""
        return self.cells[column] if column < len(self.cells) else None

    def mark(self, column: int) -> str:
        """The mark of a place that another cell takes; empty for a cell of its own."""
        node = self.cell(column)
        return node.text if node and is_taken(node) else ""


Owners = list[list[Place]]
"""By row and column, the place of the cell that takes it; each is the first of its cell."""


def owners(context: Context, lines: Sequence[Line], width: int, reach: int) -> Owners:
    """Who takes which place; `reach` is how many columns the name of a computed total takes."""
    found: Owners = []
    for row, line in enumerate(lines):
        if line.is_filled:
            name = width if line.kind is RowKind.GROUP else reach
            found.append([Place(row, 0 if column < name else column) for column in range(width)])
            continue
        own: list[Place] = []
        for column in range(width):
            own.append(_owner(context, lines, found, own, Place(row, column)))
        found.append(own)
    _check_rectangles(context, lines, found)
    return found


def _owner(
    context: Context, lines: Sequence[Line], above: Owners, before: Sequence[Place], place: Place
) -> Place:
    """Who takes a place, if those above and before it are known."""
    line = lines[place.row]
    mark = line.mark(place.column)
    if mark == LEFT and before:
        return before[-1]
    if mark == ABOVE and place.row > 0 and not lines[place.row - 1].is_filled:
        return above[-1][place.column]
    if mark:
        where = "слева от знака <" if mark == LEFT else "над знаком ^"
        _report(context, line, place.column, f"{where} нет ячейки, которая заняла бы это место")
    return place


def _check_rectangles(context: Context, lines: Sequence[Line], owners: Owners) -> None:
    """Tell cells that are no rectangles, and leave each of their places to itself."""
    for places in _by_owner(owners):
        rows, columns = {place.row for place in places}, {place.column for place in places}
        if len(places) != len(rows) * len(columns):
            last = places[-1]
            message = "объединённая ячейка не прямоугольник: в её строках занято разное число граф"
            _report(context, lines[last.row], last.column, message)
            for place in places:
                owners[place.row][place.column] = place
    for row, line in enumerate(lines):
        if line.cells and all(owner.row < row for owner in owners[row]):
            _report(context, line, 0, "вся строка занята ячейками сверху, своей ячейки в ней нет")


def _by_owner(owners: Owners) -> list[list[Place]]:
    found: defaultdict[Place, list[Place]] = defaultdict(list)
    for row, own in enumerate(owners):
        for column, owner in enumerate(own):
            found[owner].append(Place(row, column))
    return list(found.values())


def reaches(owners: Owners) -> dict[Place, tuple[int, int]]:
    """How many columns and rows each cell takes, by its first place."""
    return {
        places[0]: (len({place.column for place in places}), len({place.row for place in places}))
        for places in _by_owner(owners)
    }


def _report(context: Context, line: Line, column: int, message: str) -> None:
    node = line.cell(column)
    span = node.span if node else line.node.span
    hint = 'знак < – место занято ячейкой слева, ^ – сверху; сам знак как текст – в кавычках: "<"'
    context.report(IMPOSSIBLE_MERGE, message, span, hint)
