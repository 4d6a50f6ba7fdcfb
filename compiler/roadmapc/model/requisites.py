"""Requisites of an act that are more than a word (ГОСТ Р 7.0.97)."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

DEFAULT_MARK = "Приложение"
"""Of an appendix that is no approved document of its own."""
MARKS = (DEFAULT_MARK, "УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ")
"""Those that are composed by the rules; a signed act may have another, in its own words."""


class ExecutorMark(NamedTuple):
    """Who drew the document up (ГОСТ Р 7.0.97, requisite 25)."""

    name: str
    """Surname, first name, patronymic in full."""
    phone: str
    email: str
    """Empty if the author gave none."""


@dataclass(frozen=True, slots=True)
class DistributionLine:
    """Who gets copies of the order, and how many."""

    to: str
    count: int


class Sanction(NamedTuple):
    """An act of another body, by which it approves or agrees (ГОСТ Р 7.0.97, requisites 16 and 20)."""

    act: str
    """In the instrumental, with the name of the body: «решением Думы города»."""
    date: date | None
    """`None`, with a finding, if there is no such day."""
    number: str
    written: str = ""
    """The day as typed, which a signed act prints even if there is no such day; empty for a draft."""


class Command(NamedTuple):
    """The operative words, at the end of the preamble."""

    speaker: str
    """Who commands in the third person: «администрация города»; empty where the signatory does himself."""
    word: str
    """«приказываю», «постановляет», «решила»; empty where an act has none, as a directive."""
