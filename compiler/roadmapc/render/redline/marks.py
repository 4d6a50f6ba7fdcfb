"""Tracked insertions and deletions of runs, paragraph marks and rows."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

AUTHOR = "roadmapc"
"""Whose changes they are, as Word shows it."""

MarkKind = Literal["ins", "del"]


@dataclass(frozen=True, slots=True)
class Marker:
    """Writes marks."""

    _moment: str
    """When the changes were made, ISO 8601, the same for all of them."""
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def _mark(self, kind: MarkKind) -> Any:
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(next(self._ids)))
        mark.set(qn("w:author"), AUTHOR)
        mark.set(qn("w:date"), self._moment)
        return mark

    def runs(self, kind: MarkKind, runs: list[Any]) -> Any:
        """Runs under one mark."""
        mark = self._mark(kind)
        for run in runs:
            mark.append(_as_deleted(run) if kind == "del" else run)
        return mark

    def content(self, kind: MarkKind, paragraph: Any) -> None:
        """Mark every run of a paragraph where it stands."""
        for run in list(paragraph.iter(qn("w:r"))):
            place = run.getparent()
            mark = self._mark(kind)
            place.replace(run, mark)
            mark.append(_as_deleted(run) if kind == "del" else run)

    def paragraph_mark(self, kind: MarkKind, paragraph: Any) -> None:
        """Mark the end of a paragraph: without it the next one continues this one."""
        _of_mark(paragraph).insert(0, self._mark(kind))

    def row(self, kind: MarkKind, row: Any) -> None:
        """Mark a row with all that it holds."""
        row.get_or_add_trPr().append(self._mark(kind))
        for paragraph in row.iter(qn("w:p")):
            self.content(kind, paragraph)


def move_paragraph_mark(source: Any, target: Any) -> None:
    """Take the mark of one paragraph's end to another's."""
    _of_mark(target).insert(0, _of_mark(source)[0])


def _of_mark(paragraph: Any) -> Any:
    """The properties of a paragraph's end."""
    properties = paragraph.get_or_add_pPr()
    look = properties.find(qn("w:rPr"))
    if look is None:
        look = OxmlElement("w:rPr")
        properties.insert_element_before(look, "w:sectPr", "w:pPrChange")
    return look


def _as_deleted(run: Any) -> Any:
    """A run whose text is deleted text; Word does not show `w:t` inside `w:del`."""
    run = deepcopy(run)
    for text in list(run.iter(qn("w:t"))):
        deleted = OxmlElement("w:delText")
        deleted.text = text.text
        deleted.set(qn("xml:space"), "preserve")
        text.getparent().replace(text, deleted)
    return run
