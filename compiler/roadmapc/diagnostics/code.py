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


class Code(NamedTuple):
    """A kind of problem, declared once, never reused for another.

    The letter of `id` names the subject: Y YAML, S schema, M references of the model, D deadlines
    and dates, E executors, N numbering, L legal references, T wording, R rendering, W files, A amending
    orders, V returned documents, G grammar and spelling.
    """

    id: str
    """A letter and three digits: `D305`."""
    name: str
    """English, hyphenated; reads well after "allow": `impossible-date`."""
    severity: Severity
    manual: str
    """The page of `roadmapc explain`, in Russian: a title line, then Почему, Плохо, Хорошо, Основание."""

    @property
    def title(self) -> str:
        """The first line of the manual page."""
        return self.manual.strip().partition("\n")[0]
