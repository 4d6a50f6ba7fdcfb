"""The name and the manual page of a kind of problem."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """What to do: an error forbids signing, a warning is asked about, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        """What readers see."""
        return self.forms[0]

    @property
    def forms(self) -> tuple[str, str, str]:
        """The word after one, after few, after many."""
        return _FORMS[self]


_FORMS = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("замечание", "замечания", "замечаний"),
    Severity.NOTE: ("справка", "справки", "справок"),
}


class Group(StrEnum):
    """What a reader does with a finding; the report of `check` goes in this order."""

    ERRORS = "errors"
    """Do not sign."""
    MEANING = "meaning"
    """The author is asked: a date, a body, a number, a reference may be another than was meant."""
    LAYOUT = "layout"
    """Signs, letters and spaces: whoever types the document decides, `--fix` repairs most."""
    READINGS = "readings"
    """How words of a deadline that allow for two days were read."""
    UNDATED = "undated"
    """Duties that no calendar will remind of."""

    @property
    def heading(self) -> str:
        """What readers see."""
        return _HEADINGS[self]


_HEADINGS = {
    Group.ERRORS: "Не подписывать",
    Group.MEANING: "Меняет смысл: спросить автора",
    Group.LAYOUT: "Оформление",
    Group.READINGS: "Как прочитаны сроки",
    Group.UNDATED: "Без контрольной даты",
}


class About(StrEnum):
    """What an error lies in: whether whoever meets it may put it right."""

    ACT = "act"
    """The words of the act. Those of a signed one stay, so there it is a question, answered once."""
    RECORD = "record"
    """How the act is written down, what it is read with, what is made of it: the program cannot go on."""


class Code(NamedTuple):
    """A kind of problem, declared once, never reused for another.

    The letter of `id` names the subject: Y YAML, S schema, M references of the model, D deadlines
    and dates, E executors, N numbering, L legal references, F figures, P personal data, T wording,
    G grammar and spelling, R rendering, W files, A amending orders, V returned documents, I documents that
    come in.
    """

    id: str
    """A letter and three digits: `D305`."""
    name: str
    """English, hyphenated; reads well after "allow": `impossible-date`."""
    severity: Severity
    manual: str
    """The page of `roadmapc explain`, in Russian: a title line, then Почему, Плохо, Хорошо, Основание."""
    concerns: Group = Group.MEANING
    """Where a report tells it unless it is an error."""
    about: About = About.RECORD

    @property
    def of_signed(self) -> "Code":
        """The same in the plan of a signed act, which nobody mends: a question, or advice for the next."""
        if self.severity is Severity.ERROR and self.about is About.ACT:
            return self._replace(severity=Severity.WARNING)
        if self.severity is Severity.WARNING and self.concerns is Group.LAYOUT:
            return self._replace(severity=Severity.NOTE)
        return self

    @property
    def group(self) -> Group:
        """Where a report tells it: an error before all else, whatever it concerns."""
        return Group.ERRORS if self.severity is Severity.ERROR else self.concerns

    @property
    def title(self) -> str:
        """The first line of the manual page."""
        return self.manual.strip().partition("\n")[0]
