"""What the control does in the register: marks to choose, colours by the day it is looked at."""

from datetime import date
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from roadmapc.render.register.columns import (
    COLUMNS,
    DUE,
    NEW_DUE,
    NUMBER,
    STATUS,
    STATUSES,
    ControlMark,
    RegisterColumn,
)
from roadmapc.render.register.sheet import CellFormats

_SOON: Final = 14
"""Days before a due day in which the register warns of it."""

_RULES: Final = {
    ControlMark.STATUS: {
        "validate": "list",
        "source": list(STATUSES),
        "error_message": "Выберите статус из списка",
    },
    ControlMark.DATE: {
        "validate": "date",
        "criteria": ">=",
        "value": date(2000, 1, 1),
        "error_message": "Нужна дата, например 01.09.2025",
    },
}
"""What may be written; a text is not checked."""


def add_marks(worksheet: Worksheet, last_row: int) -> None:
    """Let statuses be chosen from a list and days be written only as days."""
    for at, column in enumerate(COLUMNS):
        if isinstance(column.content, ControlMark) and column.content in _RULES:
            worksheet.data_validation(1, at, last_row, at, _RULES[column.content])


def mark_format(column: RegisterColumn) -> str:
    """The name of the format of a column in which people write; empty for the others."""
    if not isinstance(column.content, ControlMark):
        return ""
    return "day" if column.content is ControlMark.DATE else "text"


def conditions(due: str, new_due: str, status: str) -> tuple[str, str, str]:
    """When a duty is closed, overdue, or due soon, by the addresses of its cells."""
    term = f"IF({new_due}>0,{new_due},{due})"
    closed = ",".join(f'{status}="{name}"' for name, is_open in STATUSES.items() if not is_open)
    return f"OR({closed})", f"{term}<TODAY()", f"{term}<=TODAY()+{_SOON}"


def add_colours(worksheet: Worksheet, formats: CellFormats, last_row: int) -> None:
    """Tell closed duties, overdue ones, and those that are due soon."""
    cells = (f"${xl_col_to_name(COLUMNS.index(each))}2" for each in (DUE, NEW_DUE, STATUS))
    # the number, the day and the status: a wholly red row is hard to read
    columns = [COLUMNS.index(each) for each in (NUMBER, DUE, STATUS, NEW_DUE)]
    ranges = " ".join(f"{name}2:{name}{last_row + 1}" for name in map(xl_col_to_name, columns))
    for condition, name in zip(conditions(*cells), ("done", "overdue", "soon"), strict=True):
        rule = {"type": "formula", "criteria": f"={condition}", "format": formats(name), "stop_if_true": True}
        worksheet.conditional_format(1, columns[0], last_row, columns[0], {**rule, "multi_range": ranges})
