"""The formats of outputs, and what each makes of a release: the only list of them.

A new one is a renderer in a file of its own and an entry here. Renderers are imported when they are asked
for: some take a tenth of a second.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from roadmapc.render.ics.event import EVENTS, EntryForm
from roadmapc.render.unchanged import NOTHING, StillSo, Unchanged

if TYPE_CHECKING:  # a command that finds nothing to do imports no more than their names
    from roadmapc.render.agenda.view import AgendaView
    from roadmapc.render.document.view import OrderView
    from roadmapc.render.register.filled import FilledRegister

Pieces = Iterable[bytes]
"""The content of a file, in order; files that say the same in places share those pieces."""
Files = Iterator[tuple[str, Pieces | Unchanged]]
"""Names of files and their contents, each made when it is asked for: nobody has to hold all of them."""

REGISTER = "register.xlsx"
"""The file that the control fills in."""
REGISTER_TABLE = "register.csv"
PAGE = "calendar.html"
CALENDAR = "calendar.ics"
CALENDARS = ("*.ics", "officers/**/*.ics")
"""Patterns of the files that the next release goes on from."""


@dataclass(frozen=True, slots=True)
class Release:
    """What is about to be published of a plan, or of several together."""

    agenda: "AgendaView"
    day: date
    """The day that the files bear."""
    earlier: Mapping[str, bytes] = field(default_factory=dict)
    """Calendar files of the last release by name; empty for the first one."""
    still_so: StillSo = NOTHING
    """What the last build has made that need not be made anew."""
    form: EntryForm = EVENTS
    """How occurrences are written in calendar files."""
    register: "FilledRegister | None" = None
    """What people have written into the register of the last release; `None` for nothing."""
    order: "OrderView | None" = None
    """Of one plan; `None` for several together."""
    document: bytes = b""
    """The order as DOCX; empty if no wanted format is made of it."""
    printed: bytes = b""
    """The document as PDF, as LibreOffice prints it; empty if it is not wanted."""

    @property
    def document_name(self) -> str:
        """How the document is called: a plan with a history has no `order` (decision 0015)."""
        return "edition" if self.order and self.order.acts else "order"


def _docx(release: Release) -> Files:
    yield f"{release.document_name}.docx", (release.document,)


def _pdf(release: Release) -> Files:
    yield f"{release.document_name}.pdf", (release.printed,)


def _calendars(release: Release) -> Files:
    from roadmapc.render.ics.files import calendars  # noqa: PLC0415

    return calendars(release.agenda, release.day, release.earlier, release.form, release.still_so)


def _calendar(release: Release) -> Pieces:
    return next(pieces for _, pieces in _calendars(release) if not isinstance(pieces, Unchanged))


def _workbook(release: Release) -> Pieces:
    from roadmapc.render.register.filled import UNTOUCHED  # noqa: PLC0415
    from roadmapc.render.register.workbook import workbook  # noqa: PLC0415

    return (workbook(release.agenda, release.day, release.register or UNTOUCHED),)


def _table(release: Release) -> Pieces:
    from roadmapc.render.register.csv_file import csv_file  # noqa: PLC0415
    from roadmapc.render.register.filled import UNTOUCHED  # noqa: PLC0415

    return csv_file(release.agenda, release.register or UNTOUCHED)


def _registers(release: Release) -> Files:
    yield REGISTER, _workbook(release)
    yield REGISTER_TABLE, _table(release)


def _pages(release: Release) -> Files:
    if release.order is None:
        from roadmapc.render.page.pages import pages as joint_pages  # noqa: PLC0415

        yield from joint_pages(release.agenda, PAGE, release.still_so.pages)
        return
    from roadmapc.render.page.html import pieces  # noqa: PLC0415

    yield PAGE, pieces(release.agenda)
    if release.order.acts:
        from roadmapc.render.consolidated.html import html as edition  # noqa: PLC0415

        yield "edition.html", (edition(release.order),)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of output."""

    name: str
    """What `--format` calls it, and the extension of its files."""
    build: Callable[[Release], Files] | None = None
    """The files of a build; `None` if no build makes it."""
    alone: Callable[[Release], Pieces] | None = None
    """The one file that `calendar --format` writes; `None` if it writes none."""
    is_document: bool = False
    """Whether it is made of the document of one plan, and not of the dates of any number of plans."""
    is_default: bool = True
    """Whether a build makes it unasked."""
    beside: str = ""
    """The extension of another file that a build makes with it."""

    def makes(self, name: str) -> bool:
        """Whether files of such a name are its own."""
        return name.rpartition(".")[2] in {self.name, self.beside}


DOCX = Format("docx", build=_docx, is_document=True)
CSV = Format("csv", alone=_table)
ICS = Format("ics", build=_calendars, alone=_calendar)
XLSX = Format("xlsx", build=_registers, alone=_workbook, beside=CSV.name)
HTML = Format("html", build=_pages)
PDF = Format("pdf", build=_pdf, is_document=True, is_default=False)

FORMATS = (DOCX, CSV, ICS, XLSX, HTML, PDF)
"""All of them, in the order in which help lists them."""
OF_BUILD = {kind.name: kind for kind in FORMATS if kind.build}
"""What `build --format` takes, by name."""
OF_CALENDAR = {kind.name: kind for kind in FORMATS if kind.alone}
"""What `calendar --format` takes, by name."""
