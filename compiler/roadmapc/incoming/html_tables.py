"""Where the cells of an HTML table stand, some of which reach over others' columns and rows."""

from collections.abc import Sequence
from typing import NamedTuple

_WIDEST = 256
"""Columns that a cell takes: more are no table but an attack on those who count them."""
_MOST_REACHING = 256
"""Cells of one row that go on in the next."""


class Spanning(NamedTuple):
    """How many rows and columns a cell says that it takes."""

    rows: int
    columns: int


class GridPlace(NamedTuple):
    """Where a cell stands."""

    row: int
    column: int
    """Among the columns that some row begins a cell in."""
    rows: int
    columns: int


class _Reaching(NamedTuple):
    """A cell that goes on in the rows below."""

    start: int
    end: int
    last_row: int


def placed(rows: Sequence[Sequence[Spanning]]) -> list[list[GridPlace]]:
    """The places of the cells of each row."""
    found: list[list[GridPlace]] = []
    reaching: list[_Reaching] = []
    for at, row in enumerate(rows):
        reaching = [each for each in reaching if each.last_row >= at]
        places, reaching = _placed_row(at, row, sorted(reaching), len(rows))
        found.append(places)
    bounds = sorted(
        {bound for row in found for each in row for bound in (each.column, each.column + each.columns)}
    )
    columns = {bound: number for number, bound in enumerate(bounds)}
    return [
        [
            place._replace(
                column=columns[place.column],
                columns=columns[place.column + place.columns] - columns[place.column],
            )
            for place in row
        ]
        for row in found
    ]


def _placed_row(
    at: int, row: Sequence[Spanning], above: list[_Reaching], count: int
) -> tuple[list[GridPlace], list[_Reaching]]:
    """The places of a row in columns of the grid, and what reaches from it and from above into the next."""
    places: list[GridPlace] = []
    reaching = list(above)
    free = 0
    waiting = list(reversed(above))
    for cell in row:
        while waiting and waiting[-1].start <= free:
            free = max(free, waiting.pop().end)
        columns = max(1, min(cell.columns, _WIDEST))
        if waiting:
            columns = min(columns, waiting[-1].start - free)
        height = max(1, min(cell.rows or count, count - at))  # 0 stands for all
        if len(reaching) == _MOST_REACHING:
            height = 1
        places.append(GridPlace(at, free, height, columns))
        if height > 1:
            reaching.append(_Reaching(free, free + columns, at + height - 1))
        free += columns
    return places, reaching
