"""What the documents show: every word decided, nothing laid out.

A renderer may not compute a date, sort measures or inflect a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roadmapc.text.blocks import Block


class ParagraphKind(StrEnum):
    """What a paragraph of the order's text is."""

    CLAUSE = "clause"
    SUBCLAUSE = "subclause"
    CONTINUATION = "continuation"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the operative part."""

    kind: ParagraphKind
    number: str
    """Printed with its full stop, «7.1.»; empty for continuations and items."""
    text: str


@dataclass(frozen=True, slots=True)
class SignatureView:
    """The block under the text (ГОСТ Р 7.0.97, requisite 22)."""

    post: str
    """Empty on an official's blank, whose head already names the post."""
    name: str
    """Initials first: «А. Б. Образцова»."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a measure table."""

    key: str
    heading: str


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A row over the whole width: the title of a section with its number."""

    title: str
    level: int
    """1 for a section, 2 for its sub-sections and so on."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure: one cell a column, in the order of the columns; an empty cell has no blocks."""

    cells: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A measure table."""

    columns: tuple[ColumnView, ...]
    rows: tuple[SectionRow | MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class AppendixView:
    """An appendix: its mark in the corner, its title, its content."""

    mark: tuple[str, ...]
    """Lines of requisite 19: «Приложение», «к приказу …», «от … № …»."""
    title: str
    table: TableView


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with its appendices (ГОСТ Р 7.0.97)."""

    head: tuple[str, ...]
    """Lines of the blank above the kind of document: organisation, then post or unit."""
    date: str
    """«18.03.2021», or a blank to fill in."""
    number: str
    """Without «№»; or a blank to fill in."""
    place: str
    """«г. …», empty where the head already names it."""
    title: str
    """Title to the text, requisite 17."""
    preamble: str
    """Without the verb; empty if the order has none."""
    clauses: tuple[ParagraphView, ...]
    signature: SignatureView
    appendices: tuple[AppendixView, ...]
    author: str
    """Core property `creator`: the body that issues the order."""
    created: str
    """Core property, ISO 8601 in UTC: the order's date; a draft has the date of its source."""
    digest: str
    """SHA-256 of the plan's meaning, for the custom property that `verify` reads."""
