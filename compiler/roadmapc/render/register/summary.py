"""The sheet of the summary: load by month and body, a chart over the table."""

from typing import Final

from xlsxwriter.workbook import Workbook

from roadmapc.render.agenda.load import Load
from roadmapc.render.register.row_sheet import RowSheet
from roadmapc.render.register.sheet import CellFormats, Sheet, SheetLayout
from roadmapc.text.dates import month_and_year

_CHARTED: Final = 12
"""Bodies in the chart, the most loaded; more cannot be told apart by colour."""
_TOP: Final = 25
"""Row of the table's headings, under the chart."""

_NARROWEST: Final = 16
_MARGIN: Final = 5
"""Characters that a bold word takes more than its letters."""


def write_summary(book: Workbook, worksheet: RowSheet, formats: CellFormats, load: Load) -> None:
    """Months down, bodies across; the whole in the second column and the last row."""
    headings = ("Месяц", "Всего", *(body.name for body in load.of_executor))
    # enough for the longest word of a name, which a program would break anywhere
    longest = [max(len(word) + _MARGIN for word in name.split()) for name in headings[2:]]
    widths = (16, 10, *(max(_NARROWEST, width) for width in longest))
    sheet = Sheet(worksheet, formats, SheetLayout(headings, widths), _TOP)
    counts = [load.totals, *load.of_executor.values()]
    rows = [(month_and_year(month), [each[month] for each in counts]) for month in load.months]
    rows.append(("Всего", [each.total() for each in counts]))
    for at, (label, numbers) in enumerate(rows, start=_TOP + 1):
        worksheet.write_string(at, 0, label, formats("text"))
        for column, number in enumerate(numbers, start=1):
            worksheet.write_number(at, column, number, formats("count"))
    if load.months:
        _add_chart(book, sheet, load)


def _add_chart(book: Workbook, sheet: Sheet, load: Load) -> None:
    name = sheet.worksheet.get_name()
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    first, last = _TOP + 1, _TOP + len(load.months)
    for column in range(2, 2 + min(len(load.of_executor), _CHARTED)):
        chart.add_series(
            {
                "name": [name, _TOP, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "gap": 40,
            }
        )
    chart.set_title({"name": "Нагрузка по месяцам и исполнителям", "overlay": False})
    chart.set_y_axis({"name": "Сроков в месяце", "min": 0})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 1100, "height": 480})
    alternative = {"description": "Столбцы: число сроков по месяцам и исполнителям; числа в таблице ниже"}
    sheet.worksheet.insert_chart(0, 0, chart, alternative)
