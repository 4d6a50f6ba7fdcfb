"""What a question is answered with: rows under named columns, and what of them is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


class Column(NamedTuple):
    """A column of an answer."""

    name: str
    """As programs have it."""
    type: str
    """As DuckDB calls it."""
    heading: str
    """As people read it."""


class Drawing(NamedTuple):
    """A chart of rows: a bar for each value of a column."""

    title: str
    by: str
    """The column whose values have a bar each."""
    within: tuple[str, ...] = ()
    """Columns that tell those of one name apart."""
    value: str = ""
    """The column that is added up; empty to count rows."""
    distinct: str = ""
    """The column whose values are counted, each once; empty to count rows."""
    of: str = ""
    """The column whose sum the value is a share of; empty for no shares."""
    step: int = 0
    """Days from bar to bar of a chart along time; 0 for bars that stand by their height."""


class Condition(NamedTuple):
    """What narrows a question."""

    option: str
    """As programs have it."""
    label: str
    """As people read it."""
    value: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows that answer a question."""

    question: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]]
    drawings: tuple[Drawing, ...] = ()
    asked: tuple[Condition, ...] = ()
