"""A sheet that people have added, written anew."""

from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.register.kept import PADDING, KeptSheet, Stretch
from roadmapc.render.register.sheet import CellFormats, CellWriter

_AS_THEY_ARE: Final = ""
"""The name of the format without properties: cells of such a sheet bring all of theirs along."""


def write_sheet(worksheet: Worksheet, formats: CellFormats, sheet: KeptSheet) -> None:
    """All of it."""
    for each in sheet.columns:
        width = max(each.size - PADDING, 0) if each.size else None
        worksheet.set_column(each.first, each.last, width, *_settings(each, formats))
    for each in sheet.rows:
        worksheet.set_row(each.first, each.size, *_settings(each, formats))
    looks = {(cell.row, cell.column): cell.trimmings.look for cell in sheet.cells}
    for area in sheet.merged:
        worksheet.merge_range(*area, "", formats(_AS_THEY_ARE, looks.get(area[:2], ())))
    writer = CellWriter(worksheet, formats)
    for cell in sheet.cells:
        writer.put(cell.row, cell.column, cell.value, cell.trimmings, _AS_THEY_ARE)
    if any(sheet.frozen):
        worksheet.freeze_panes(*sheet.frozen)
    if sheet.tab:
        worksheet.set_tab_color(sheet.tab)
    if sheet.is_hidden:
        worksheet.hide()


def _settings(stretch: Stretch, formats: CellFormats) -> tuple[Format | None, dict[str, bool]]:
    look = formats(_AS_THEY_ARE, stretch.look) if stretch.look else None
    return look, {"hidden": stretch.is_hidden}
