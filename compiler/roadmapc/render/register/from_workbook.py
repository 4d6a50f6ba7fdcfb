"""A register as people have filled it in, read back from the workbook.

Sheets are found by the heading of the keys, columns by their headings and rows by their keys: people sort
rows, rename sheets and add columns, and the programs that they use write the rest in their own ways.
"""

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from roadmapc.render.register.columns import HEADINGS, KEY, MARKS, REGISTER, REMOVED
from roadmapc.render.register.edits import edits, is_made
from roadmapc.render.register.filled import FilledRegister
from roadmapc.render.register.from_cell import CellReader
from roadmapc.render.register.kept import PLAIN, KeptColumn, KeptRow
from roadmapc.render.register.losses import losses_of_book, losses_of_control, losses_of_made, losses_of_sheet
from roadmapc.render.register.sheet import HEADING_LOOK
from roadmapc.source.package import WORKBOOK, Refusal, stored, unpacked

_NO_KEYS = f"в первой строке его листов нет графы «{KEY.heading}»"
_DAMAGED = "это не книга Excel, или она повреждена"
_DEEPEST = 20
"""Rows in which the headings are looked for, to say where they went."""


class _Control(NamedTuple):
    """A sheet that has rows of the register."""

    sheet: Any
    headings: Mapping[int, str]
    """By column, from 1."""


def from_workbook(content: bytes, built: bytes = b"") -> FilledRegister:
    """Everything that people have done in it; `built` is the table of the same build, if it is there."""
    parts = unpacked(content, WORKBOOK)
    if isinstance(parts, Refusal):
        return FilledRegister(content, rows=None, fault=f"файл не открывается: {parts.reason}")
    try:
        return _read(content, parts, built)
    except Exception:  # a damaged part may end in any exception of openpyxl, lxml or Python itself
        return FilledRegister(content, rows=None, fault=_DAMAGED)


def _read(content: bytes, parts: Mapping[str, bytes], built: bytes) -> FilledRegister:
    """Rows by their keys; what bears no key, or one of several rows, is somebody's own and is kept apart."""
    book, results = _books(parts)
    register = _register(book.worksheets)
    if isinstance(register, str):
        return FilledRegister(content, rows=None, fault=register)
    reader = CellReader(book, results)
    controls = [
        register,
        *filter(None, (_control(each) for each in book.worksheets if each.title == REMOVED)),
    ]
    rows = [row for control in controls for row in _rows(control, reader)]
    headings = dict.fromkeys(name for each in controls for name in each.headings.values())
    own = tuple(name for name in headings if name not in HEADINGS)
    keyed: dict[str, list[KeptRow]] = {}
    for row in rows:
        keyed.setdefault(str(row.values.get(KEY.heading) or ""), []).append(row)
    keyless = tuple(
        row for row in keyed.pop("", ()) if any(value is not None for value in row.values.values())
    )
    others = [each for each in book.worksheets if each not in [control.sheet for control in controls]]
    strange = [each for each in others if not is_made(each)]
    losses = (
        *(loss for each in controls for loss in losses_of_control(each.sheet)),
        *(loss for each in strange for loss in losses_of_sheet(each)),
        *(loss for each in others if each not in strange for loss in losses_of_made(each)),
        *losses_of_book(parts, book),
        *(edits(keyed, [each for each in others if each not in strange], built) if built else ()),
    )
    return FilledRegister(
        content,
        own,
        {key: tuple(found) for key, found in keyed.items() if len(found) > 1 or _is_filled(found[0], own)},
        keyless,
        _columns(register, reader),
        tuple(reader.sheet(each) for each in strange),
        register.sheet.title,
        losses=(*reader.losses, *losses),
    )


def _books(parts: Mapping[str, bytes]) -> tuple[Any, Any]:
    """The workbook, and the same with what its formulas have given."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second, for filled registers only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl passes over is told by `losses_of_book`
        archive = stored(parts)
        book = load_workbook(BytesIO(archive))
        has_formulas = any(b"<f" in part for name, part in parts.items() if "worksheets/" in name)
        return book, load_workbook(BytesIO(archive), data_only=True) if has_formulas else book


def _register(sheets: list[Any]) -> _Control | str:
    """The sheet of the register, or why there is none; a copy that people have made of it is theirs."""
    found = [control for sheet in sheets if sheet.title != REMOVED and (control := _control(sheet))]
    named = [control for control in found if control.sheet.title == REGISTER]
    if named or len(found) == 1:
        return (named or found)[0]
    if found:
        names = ", ".join(f"«{each.sheet.title}»" for each in found)
        return f"листа «{REGISTER}» в нём нет, а графа «{KEY.heading}» есть на нескольких: {names}"
    for sheet in sheets:
        for at, cells in enumerate(sheet.iter_rows(max_row=_DEEPEST, values_only=True)):
            if KEY.heading in cells:
                return f"на листе «{sheet.title}» над заголовками граф вставлены строки: {at}"
    return _NO_KEYS


def _control(sheet: Any) -> _Control | None:
    """The sheet with its headings; `None` if it has no keys."""
    cells = next(sheet.iter_rows(max_row=1, values_only=True), ())
    headings = {at: str(name).strip() for at, name in enumerate(cells, start=1) if name is not None}
    return _Control(sheet, headings) if KEY.heading in headings.values() else None


def _rows(control: _Control, reader: CellReader) -> Iterator[KeptRow]:
    """What stands under the headings of a sheet."""
    sheet = control.sheet
    for at in range(2, sheet.max_row + 1):
        values, trimmings = {}, {}
        for column, heading in control.headings.items():
            value, found = reader.cell(sheet, at, column, control.headings)
            values[heading] = value
            if found != PLAIN:
                trimmings[heading] = found
        yield KeptRow(values, trimmings)


def _is_filled(row: KeptRow, own: tuple[str, ...]) -> bool:
    """Whether people have done anything in it."""
    marks = (row.values.get(name) for name in (*MARKS, *own))
    return bool(row.trimmings) or any(mark is not None for mark in marks)


def _columns(control: _Control, reader: CellReader) -> dict[str, KeptColumn]:
    stretches = {
        at: each for each in reader.columns(control.sheet) for at in range(each.first, each.last + 1)
    }
    columns = {}
    for at, heading in control.headings.items():
        _, trimmings = reader.cell(control.sheet, 1, at, control.headings)
        theirs = tuple(each for each in trimmings.look if each not in HEADING_LOOK)
        trimmings = trimmings._replace(look=theirs)
        stretch = stretches.get(at - 1)
        columns[heading] = KeptColumn(
            stretch.size if stretch else None, bool(stretch and stretch.is_hidden), trimmings
        )
    return columns
