"""The clauses of an act: numbers typed or automatic, lists, and paragraphs that go on with what is above."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from roadmapc.incoming.blocks import Paragraph
from roadmapc.recognition.lines import Line, Words, rows_of


class Mark(Enum):
    """What begins a paragraph."""

    NUMBER = auto()
    """«7.1.»: a clause."""
    ITEM = auto()
    """«а)», «1)», «–»: a line of a list."""
    NOTHING = auto()


class Unit(NamedTuple):
    """A paragraph of the operative part."""

    mark: Mark
    label: str
    """As typed or as counted by the list: «7.1.», «а)»."""
    words: Words
    """After the label."""

    @property
    def path(self) -> tuple[str, ...]:
        """«7», «1» of «7.1.»."""
        return tuple(filter(None, re.split(r"[\s.]+", self.label.rstrip(".)"))))


class Clause(NamedTuple):
    """A clause with what hangs on it."""

    unit: Unit
    lines: tuple[Unit, ...]
    """Paragraphs and items that go on with it, in order."""
    clauses: tuple["Clause", ...]

    def walk(self) -> Iterator["Clause"]:
        """This clause and those within it, in order."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()


_DASHED = r"(?:[-–—•·▪]\s*)?"
_NUMBER = re.compile(
    rf"{_DASHED}(?P<label>(?:\d{{1,2}}|[IVX]{{1,5}}(?=\s?\.))(?:\s?\.\s?\d{{1,2}}){{0,4}}(?P<stop>\s?\.)?)"
    r"\s*(?=[^\d\s.,)%/])"
)
_ITEM = re.compile(r"(?P<label>(?:\d{1,2}|[а-яёa-z])\)|[-–—•·▪●*](?=\s|[а-яёА-ЯЁ«\"]))\s*")
_AUTOMATIC = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){0,4}\.?")


def numbered(text: str) -> re.Match[str] | None:
    """The number that begins a clause: «7.1», or a single figure with its full stop."""
    found = _NUMBER.match(text)
    return found if found and (found["stop"] or "." in found["label"]) else None


def units(paragraphs: Iterable[Paragraph], first: int = 0) -> Iterator[Unit]:
    """Each paragraph, and each line of one that begins with a number or the mark of a list."""
    for at, paragraph in enumerate(paragraphs, start=first):
        pending: list[Line] = []
        for line in rows_of(paragraph, at):
            if pending and (numbered(line.text) or _ITEM.match(line.text)):
                yield _unit(pending)
                pending = []
            pending.append(line)
        if pending:
            yield _unit(pending)


def _unit(lines: list[Line]) -> Unit:
    first, *others = lines
    label = first.paragraph.label if first.begins else ""
    if label:
        is_number = not first.paragraph.is_bullet and _AUTOMATIC.fullmatch(label)
        return Unit(Mark.NUMBER if is_number else Mark.ITEM, label, Words.of(lines))
    for mark, found in ((Mark.NUMBER, numbered(first.text)), (Mark.ITEM, _ITEM.match(first.text))):
        if found is not None:
            rest = first._replace(text=first.text[found.end() :])
            return Unit(mark, found["label"], Words.of([rest, *others]))
    return Unit(Mark.NOTHING, "", Words.of(lines))


def tree(found: Iterable[Unit]) -> tuple[Clause, ...]:
    """Clauses within clauses by their numbers; what has no number goes on with the clause above it.

    In an act without numbers each paragraph is a clause.
    """
    whole = list(found)
    rows: list[tuple[int, Unit, list[Unit]]] = []
    beginning = Mark.NUMBER if any(unit.mark is Mark.NUMBER for unit in whole) else Mark.NOTHING
    for unit in whole:
        if unit.mark is beginning or not rows:
            rows.append((len(unit.path) or 1, unit, []))
        else:
            rows[-1][2].append(unit)
    return _within(rows, 0, len(rows))


def _within(rows: list[tuple[int, Unit, list[Unit]]], start: int, end: int) -> tuple[Clause, ...]:
    """The rows of a stretch, each with those that lie deeper after it."""
    clauses = []
    while start < end:
        level, unit, lines = rows[start]
        after = next((at for at in range(start + 1, end) if rows[at][0] <= level), end)
        clauses.append(Clause(unit, tuple(lines), _within(rows, start + 1, after)))
        start = after
    return tuple(clauses)
