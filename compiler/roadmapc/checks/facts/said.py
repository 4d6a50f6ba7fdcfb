"""A fact of a plan: what is said, where it is written, and of what record it is said."""

from typing import Generic, NamedTuple, TypeVar

from roadmapc.checks.texts import Text
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Appendix, Clause, Measure, Section

Value = TypeVar("Value")


class Home(NamedTuple):
    """The innermost record of a plan that holds a text; all `None` for a requisite of the order."""

    clause: Clause | None = None
    appendix: Appendix | None = None
    section: Section | None = None
    measure: Measure | None = None

    @property
    def name(self) -> str:
        """What a message calls it: «пункт 3», «мероприятие 1.2»."""
        if self.clause is not None:
            return f"пункт {self.clause.number}"
        if self.measure is not None:
            return f"мероприятие {self.measure.number}"
        if self.section is not None and self.section.number:
            return f"раздел {self.section.number}"
        return "приложение" if self.appendix is not None else "приказ"


class Said(NamedTuple, Generic[Value]):
    """One fact."""

    value: Value
    text: Text
    start: int
    """Of the words that say it, in the text."""
    end: int
    home: Home

    @property
    def words(self) -> str:
        """As it is written, line breaks aside."""
        return " ".join(self.text.words[self.start : self.end].split())

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.text.at(self.start, self.end)

    @property
    def label(self) -> Label:
        """As the other place of a finding."""
        return Label(self.place, self.home.name)
