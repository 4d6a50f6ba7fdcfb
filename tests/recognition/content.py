"""What an order says, without how it is typed: what a hand types, and what an import must bring back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from roadmapc.compiled import Compiled
from roadmapc.model.parts import Head as PlannedHead
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import (
    AppendixView,
    CompositionView,
    FormView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    NoteView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    PartView,
    PassportView,
    ProseKind,
    ProseView,
    SectionRow,
    TableView,
    TotalRow,
)
from roadmapc.text.blocks import Block, BlockKind, letter


class Head(NamedTuple):
    """A heading over a column, or over the columns under it."""

    text: str
    columns: "tuple[Head, ...]" = ()

    @property
    def leaves(self) -> "tuple[Head, ...]":
        return tuple(leaf for head in self.columns for leaf in head.leaves) or (self,)

    @property
    def depth(self) -> int:
        return 1 + max((head.depth for head in self.columns), default=0)


class Section(NamedTuple):
    """A row over the whole width; its number is part of the text."""

    text: str
    level: int = 1


Cells: TypeAlias = tuple[str, ...]
"""A row; a line of a cell is a paragraph, its label is typed before it."""


class Sheet(NamedTuple):
    """A table: of measures, a passport, figures."""

    heads: tuple[Head, ...]
    """None for a table without a heading."""
    rows: tuple[Section | Cells, ...]
    has_duties: bool = False
    column_numbers: bool = False
    notes: tuple[str, ...] = ()
    """Under it."""

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(leaf.text for head in self.heads for leaf in head.leaves)

    @property
    def width(self) -> int:
        return len(self.headings) or max(len(row) for row in self.rows if not isinstance(row, Section))


class Heading(NamedTuple):
    """A heading between parts of an appendix."""

    text: str


class Line(NamedTuple):
    """A paragraph; an item of a list has its label: «1.», «–», «а)»."""

    text: str
    label: str = ""

    @property
    def words(self) -> str:
        return f"{self.label} {self.text}".strip()


Part: TypeAlias = Heading | Line | Sheet


class Appendix(NamedTuple):
    """A sheet after the order."""

    mark: tuple[str, ...]
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Content:
    """An order."""

    name: str
    head: tuple[str, ...]
    """Lines above the kind of the act."""
    kind: str
    """«приказ», «распоряжение», «постановление», «решение»."""
    date: date | None
    number: str
    place: str
    title: str
    preamble: str
    """Without the operative word."""
    verb: str
    clauses: tuple[Line, ...]
    """Those of all levels, their continuations and items, in the order of printing."""
    signatures: tuple[tuple[str, str], ...]
    """Post, name."""
    executor: tuple[str, ...] = ()
    distribution: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    hand: Mapping[str, Any] = field(default_factory=dict)
    """How it is typed; nothing of it is expected back."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(part for each in self.appendices for part in each.parts if isinstance(part, Sheet))


# From a file


def from_yaml(path: Path) -> Content:
    """The content of a file of `papers/`."""
    told = yaml.safe_load(path.read_text("utf-8"))
    return Content(
        name=path.stem,
        head=tuple(told["head"]),
        kind=told.get("kind", "приказ"),
        date=told.get("date"),
        number=str(told.get("number", "")),
        place=told.get("place", ""),
        title=_text(told["title"]),
        preamble=_text(told.get("preamble", "")),
        verb=told.get("verb", ""),
        clauses=tuple(_line(line) for line in told["clauses"]),
        signatures=tuple((post, name) for post, name in told["signatures"]),
        executor=tuple(told.get("executor", ())),
        distribution=tuple(told.get("distribution", ())),
        appendices=tuple(_appendix(each) for each in told.get("appendices", ())),
        hand=told.get("hand", {}),
    )


def _text(text: object) -> str:
    return re.sub(r"[ \n]+", " ", str(text)).strip()


_LABEL = re.compile(r"(\d+(?:\.\d+)*[.)]|[а-яё]\)|[-–•])\s+")


def _line(text: str) -> Line:
    words = _text(text)
    label = _LABEL.match(words)
    return Line(words[label.end() :], label[1]) if label else Line(words)


def _appendix(told: Mapping[str, Any]) -> Appendix:
    return Appendix(tuple(told.get("mark", ())), _text(told["title"]), tuple(_parts(told["parts"])))


def _parts(told: list[Mapping[str, Any]]) -> Iterator[Part]:
    for part in told:
        ((kind, value),) = part.items()
        if kind == "heading":
            yield Heading(_text(value))
        elif kind == "text":
            yield from (_line(line) for line in value)
        else:
            yield _sheet(value, has_duties=kind == "measures")


def _sheet(told: Mapping[str, Any], has_duties: bool) -> Sheet:
    return Sheet(
        heads=tuple(_head(head) for head in told.get("heads", ())),
        rows=tuple(_row(row) for row in told["rows"]),
        has_duties=has_duties,
        column_numbers=told.get("column_numbers", False),
        notes=tuple(map(_text, told.get("notes", ()))),
    )


def _head(told: str | Mapping[str, Any]) -> Head:
    if isinstance(told, str):
        return Head(told)
    ((text, columns),) = told.items()
    return Head(text, tuple(_head(column) for column in columns))


def _row(told: str | list[Any]) -> Section | Cells:
    if isinstance(told, str):
        number = re.match(r"[\d.]*\d|[IVX]+", told)
        return Section(_text(told), 1 + (number[0].count(".") if number else 0))
    return tuple("" if cell is None else str(cell).strip() for cell in told)


# From a plan


def from_compiled(name: str, compiled: Compiled) -> Content:
    """What the document of a plan says."""
    plan = compiled.plan
    view = order_view(plan, compiled.of_text, plan.order.date or plan.period.first_day)
    content = from_view(name, view)
    return replace(content, date=plan.order.date)


def from_view(name: str, view: OrderView) -> Content:
    """Everything but the day; a preamble that was typed whole stands before the clauses."""
    parts = tuple(_clause(part) for part in view.clauses if isinstance(part, ParagraphView | NoteView))
    typed = 0
    while not view.preamble and typed < len(parts) and not parts[typed].label:
        typed += 1
    return Content(
        name=name,
        head=view.head,
        kind=str(view.kind),
        date=None,
        number=view.number,
        place=view.place,
        title=view.title,
        preamble=view.preamble or " ".join(line.text for line in parts[:typed]),
        verb=view.verb,
        clauses=parts[typed:],
        signatures=tuple((each.post, each.name) for each in view.signatures),
        executor=view.executor_mark,
        distribution=tuple(f"{line.to} – {line.count}" for line in view.distribution),
        appendices=tuple(_planned_appendix(each) for each in view.appendices),
    )


def _clause(part: ParagraphView | NoteView) -> Line:
    if isinstance(part, NoteView):
        return Line(part.text)
    if part.kind is ParagraphKind.ITEM and not _LABEL.match(part.text):
        return Line(part.text, "–")
    return Line(part.text, part.number)


def _planned_appendix(view: AppendixView) -> Appendix:
    return Appendix(view.mark, view.title, tuple(_planned_parts(view.parts)))


def _planned_parts(parts: tuple[PartView, ...]) -> Iterator[Part]:
    for part in parts:
        match part:
            case PassportView(rows):
                yield Sheet((), tuple((name, _cell(blocks)) for name, blocks in rows))
            case TableView():
                yield _table(part)
            case MeasuresView():
                yield _measures(part)
            case ProseView():
                yield from _prose(part)
            case _:
                yield from _planned_lines(part)


def _planned_lines(part: PartView) -> Iterator[Part]:
    match part:
        case HeadingView(text):
            yield Heading(text)
        case CompositionView(groups):
            yield from _members(groups)
        case FormView(lines):
            yield from (Line(f"{line.text}{' ____' * line.to_edge}".strip()) for line in lines)
        case NoteView():
            yield Line(part.text)
        case _:
            pass  # a picture has no words


def _prose(view: ProseView) -> Iterator[Part]:
    counted: dict[int, int] = {}
    for block in view.blocks:
        text = "".join(run.text for run in block.runs)
        label = ""
        if block.kind is ProseKind.DASH:
            label = "–"
        elif block.kind is ProseKind.NUMBER:
            counted[block.level] = block.first if block.first is not None else counted.get(block.level, 0) + 1
            label = f"{counted[block.level]}."
        yield Heading(text) if block.kind is ProseKind.HEADING else Line(text, label)
    for note in view.footnotes:
        yield Line("".join(run.text for run in note.runs))


def _members(groups: Any) -> Iterator[Part]:
    for group in groups:
        if group.head:
            yield Line(group.head)
        for seat in group.seats:
            yield Line(f"{seat.name} – {seat.post}" if seat.name else seat.post)


def _cell(blocks: tuple[Block, ...]) -> str:
    lines, ordinal = [], 0
    for block in blocks:
        ordinal = ordinal + 1 if block.kind is BlockKind.LETTER else 0
        mark = {BlockKind.DASH: "– ", BlockKind.LETTER: f"{letter(ordinal)}) "}.get(block.kind, "")
        lines.append(mark + block.text)
    return "\n".join(lines)


def _planned_head(head: PlannedHead) -> Head:
    return Head(head.text, tuple(_planned_head(column) for column in head.columns))


def _table(view: TableView) -> Sheet:
    """A cell over several rows says the same of each; one over several columns stands in the first."""
    below: dict[int, tuple[int, str]] = {}
    rows: list[Section | Cells] = []
    for row in view.rows:
        if len(row.texts) == 1 and len(row.cells) > 1 and not below:
            rows.append(Section(row.texts[0]))
            continue
        texts = []
        for at, cell in enumerate(row.cells):
            left, said = below.pop(at, (0, ""))
            if cell is not None:
                left, said = cell.down, cell.text
                below |= {at + other: (cell.down, "") for other in range(1, cell.across)}
            if left > 1:
                below[at] = (left - 1, said)
            texts.append(said)
        rows.append(tuple(texts))
    heads = tuple(_planned_head(head) for head in view.heads)
    return Sheet(heads, tuple(rows), notes=view.notes, column_numbers=bool(view.numbers))


def _measures(view: MeasuresView) -> Sheet:
    rows: list[Section | Cells] = []
    for row in view.rows:
        match row:
            case SectionRow(title, level):
                rows.append(Section(title, level))
            case MeasureRow():
                rows.append(_measure(row, rows))
            case TotalRow(title, cells):
                rows.append((title, *[""] * (len(view.columns) - 1 - len(cells)), *cells))
            case _:
                rows.append(Section(row.note.text))
    heads = tuple(_planned_head(head) for head in view.heads) or tuple(
        Head(each.heading) for each in view.columns
    )
    return Sheet(heads, tuple(rows), has_duties=True, notes=view.notes, column_numbers=bool(view.numbers))


def _measure(row: MeasureRow, above: list[Section | Cells]) -> Cells:
    """A cell that is one with the one above says the same."""
    spans = row.spans or (1,) * len(row.cells)
    last = above[-1] if above else ()
    return tuple(
        last[at] if span == 0 and not isinstance(last, Section) and at < len(last) else _cell(blocks)
        for at, (blocks, span) in enumerate(zip(row.cells, spans, strict=True))
    )
