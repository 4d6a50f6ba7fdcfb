"""What of a returned document is a change of the sources, and what is not brought home."""

from typing import NamedTuple

from roadmapc.diagnostics.code import Code
from roadmapc.source.span import Span


class FileEdit(NamedTuple):
    """A stretch of a file that is written otherwise."""

    file: int
    """The ordinal of the file among the sources."""
    span: Span
    text: str
    is_yaml: bool = False
    """Whether it is written as it stands, quotes and all; else it is words within a text."""


def plan_edit(span: Span, text: str) -> FileEdit:
    """A stretch of the plan that is written as it stands, quotes and all."""
    return FileEdit(0, span, text, is_yaml=True)


class Change(NamedTuple):
    """A change of one passage, or of a row or a paragraph as a whole."""

    place: str
    """In the document, for messages."""
    words: str
    """What the document says there; what the plan says if the document has no such place."""
    edits: tuple[FileEdit, ...]


class Left(NamedTuple):
    """A change that a person has to bring home."""

    code: Code
    place: str
    words: str
    """As in a change."""
    why: str
    advice: str = ""


class NotPlacedError(Exception):
    """A change that has no sure place in the sources."""

    def __init__(self, code: Code, why: str, advice: str = "") -> None:
        """`why` and `advice` go on a sentence that begins with the place and the words."""
        super().__init__(why)
        self.code, self.why, self.advice = code, why, advice
