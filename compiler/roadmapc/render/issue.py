"""The formats of calendars and registers: what each makes of an agenda.

Each is imported when it is asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.ics.event import EVENTS, EntryForm
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister

REGISTER = "register.xlsx"

Pieces = Sequence[bytes]
"""The content of a file, in order; files that say the same in places share those pieces."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An agenda about to be published."""

    agenda: AgendaView
    day: date
    """The day that the files bear."""
    earlier: Mapping[str, bytes] = field(default_factory=dict)
    """Calendar files of the last issue by name; empty for the first one."""
    form: EntryForm = EVENTS
    """How occurrences are written in calendar files."""
    kept: FilledRegister = UNTOUCHED
    """What people have written into the register of the last issue."""


def _ics(issue: Issue) -> Mapping[str, Pieces]:
    from roadmapc.render.ics.files import calendars  # noqa: PLC0415

    return calendars(issue.agenda, issue.day, issue.earlier, issue.form)


def _workbook(issue: Issue) -> Mapping[str, Pieces]:
    from roadmapc.render.register.workbook import workbook  # noqa: PLC0415

    return {REGISTER: (workbook(issue.agenda, issue.day, issue.kept),)}


def _csv(issue: Issue) -> Mapping[str, Pieces]:
    from roadmapc.render.register.csv_file import csv_file  # noqa: PLC0415

    return {NAMES["csv"]: (csv_file(issue.agenda, issue.kept),)}


def _xlsx(issue: Issue) -> Mapping[str, Pieces]:
    return {**_workbook(issue), **_csv(issue)}


def _html(issue: Issue) -> Mapping[str, Pieces]:
    from roadmapc.render.page.html import html  # noqa: PLC0415

    return {"calendar.html": (html(issue.agenda),)}


FORMATS: dict[str, Callable[[Issue], Mapping[str, Pieces]]] = {"ics": _ics, "xlsx": _xlsx, "html": _html}
"""Files by name, for one plan and for several together."""

FILES: dict[str, Callable[[Issue], Mapping[str, Pieces]]] = {"ics": _ics, "xlsx": _workbook, "csv": _csv}
"""What makes one file and not those beside it, by its extension; `ics` has the officers' files too."""
NAMES = {"ics": "calendar.ics", "xlsx": REGISTER, "csv": "register.csv"}
"""How that file is called in a build."""
