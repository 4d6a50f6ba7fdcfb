"""The text of a document, passage by passage, without what it looks like."""

from dataclasses import dataclass
from typing import NamedTuple


class Passage(NamedTuple):
    """A paragraph, or a cell of a table."""

    place: str
    """For a reader: «приложение № 1, строка 2.3, графа «Сроки»»."""
    text: str
    """With plain spaces and hyphens, a line a paragraph; never empty."""
    row: str = ""
    """The row of a cell: «приложение № 1, строка «2.3»»; empty for a paragraph."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a DOCX says."""

    passages: tuple[Passage, ...]
    """In the order of reading."""
    digest: str
    """Of the plan it was built from; empty if some program has dropped the property."""
