"""What another table without duties means: which cells read otherwise, which rows have come or gone."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from roadmapc.diff.changes import ValueChange
from roadmapc.diff.judgement import JudgedField, Judgement, Meaning
from roadmapc.diff.provision import Provision
from roadmapc.diff.texts import judgements
from roadmapc.model.parts import Composition, Table, TableRow
from roadmapc.model.plan import AppendixPart
from roadmapc.model.printed import column_names, head_text, part_text
from roadmapc.text.shorten import shortened

TEXT = "text"
"""The field of an appendix that its tables belong to."""
ROW = "Строка таблицы"
"""What differs where cells cannot be told apart."""
ABOUT = 50
"""Characters of a row's title that stand beside its number."""


class _Row(NamedTuple):
    """A row as a reader finds it."""

    number: str
    """What the first cell says if it is a number, «2.»; else empty."""
    title: str
    """The first cell that says more than a number."""
    cells: tuple[str | None, ...]
    """One for each column; `None` where another cell reaches over it."""

    @property
    def whole(self) -> str:
        """Its own cells from left to right."""
        return " | ".join(cell for cell in self.cells if cell is not None)

    @property
    def called(self) -> str:
        """«строка 2 «Печать программы»»."""
        quoted = f"«{shortened(self.title, ABOUT)}»" if self.title else ""
        return " ".join(filter(None, ("строка", self.number.rstrip("."), quoted)))


def judged(before: Provision, after: Provision) -> tuple[JudgedField, ...]:
    """The text of an appendix by rows and cells; nothing if more than rows and cells of tables differs."""
    if _around(before) != _around(after):
        return ()
    pairs = list(zip(before.tables, after.tables, strict=True))
    names = [f"таблица {number}" if len(pairs) > 1 else "" for number in range(1, len(pairs) + 1)]
    return tuple(field for name, pair in zip(names, pairs, strict=True) for field in _of_table(*pair, name))


def _around(appendix: Provision) -> list[object]:
    """All that an appendix says apart from the rows of its tables."""
    return [_frame(part) for part in appendix.parts if not isinstance(part, Composition)]


def _frame(part: AppendixPart) -> object:
    if isinstance(part, Table):
        return part.above, tuple(map(head_text, part.columns)), part.notes
    return part_text(part)


def _of_table(before: Table, after: Table, name: str) -> Iterator[JudgedField]:
    """Rows are laid side by side by their titles; where as many differ at one place, one by one.

    `name` is which table it is of those that the appendix has; empty for the only one.
    """
    headings = column_names(after.columns)
    old, new = ([_row(row) for row in table.rows] for table in (before, after))
    renumbered: list[tuple[str, str]] = []
    beside = SequenceMatcher(None, [row.title for row in old], [row.title for row in new], autojunk=False)
    for kind, start, end, new_start, new_end in beside.get_opcodes():
        gone, come = old[start:end], new[new_start:new_end]
        if kind == "equal" or len(gone) == len(come):
            for pair in zip(gone, come, strict=True):
                yield from _cells(*pair, headings, name)
                numbers = (pair[0].number, pair[1].number)
                renumbered += [numbers] if all(numbers) and numbers[0] != numbers[1] else []
        else:
            yield from (_judged(ROW, row.whole, "", name) for row in gone)
            yield from (_judged(ROW, "", row.whole, name) for row in come)
    if renumbered:
        was, now = (", ".join(side) for side in zip(*renumbered, strict=True))
        yield JudgedField(ValueChange(TEXT, "Номера строк", was, now, name), (Judgement(Meaning.NUMBER),))


def _row(row: TableRow) -> _Row:
    first, *others = cells = tuple(cell.text if cell else None for cell in row.cells)
    is_numbered = first is not None and first.replace(".", "").isdigit()
    title = next(filter(None, others if is_numbered else cells), "")
    return _Row(first if first and is_numbered else "", " ".join(title.split()), cells)


def _cells(before: _Row, after: _Row, headings: tuple[str, ...], name: str) -> Iterator[JudgedField]:
    """What differs in a row that both tables have; its number is told with those of the other rows."""
    place = ", ".join(filter(None, (name, after.called)))
    is_numbered = bool(before.number and after.number)
    cells = list(zip(headings, before.cells, after.cells, strict=True))[is_numbered:]
    if any((old is None) != (new is None) for _, old, new in cells):  # a cell reaches further than it did
        yield _judged(ROW, before.whole, after.whole, place)
        return
    yield from (_judged(heading, old or "", new or "", place) for heading, old, new in cells if old != new)


def _judged(heading: str, before: str, after: str, place: str) -> JudgedField:
    value = ValueChange(TEXT, heading, before, after, place)
    return JudgedField(value, judgements(value))
