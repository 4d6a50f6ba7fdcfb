"""What a plan prints, cell by cell, before any document lays it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from roadmapc.model.plan import (
    Clause,
    Executor,
    Head,
    Heading,
    ListMarks,
    Measure,
    Part,
    Passport,
    Prose,
    Table,
    Term,
)
from roadmapc.text.blocks import LETTERS, Block, BlockKind, punctuated


def term_text(term: Term) -> str:
    """A deadline after those whom it binds."""
    phrase = term.deadline.text
    return f"{term.audience}: {phrase}" if term.audience else phrase


def executor_text(executor: Executor) -> str:
    """An executor's name, its units in brackets, its qualifier after a comma."""
    units = f" ({', '.join(unit.short for unit in executor.units)})" if executor.units else ""
    qualifier = f", {executor.qualifier}" if executor.qualifier else ""
    return f"{executor.body.short}{units}{qualifier}"


def cell_text(measure: Measure, key: str) -> str:
    """A cell of a measure by the key of its column, a line a paragraph; empty if nothing is printed."""
    known = _CELLS.get(key)
    return known(measure) if known else dict(measure.cells).get(key, "")


def blocks_text(blocks: Iterable[Block]) -> str:
    """Paragraphs and list items with their marks, a line each."""
    lines, ordinal = [], 0
    for kind, text in blocks:
        ordinal = ordinal + 1 if kind is BlockKind.LETTER else 0
        lines.append(_marks(kind, ordinal) + text)
    return "\n".join(lines)


def _marks(kind: BlockKind, ordinal: int) -> str:
    if kind is BlockKind.LETTER:
        return f"{LETTERS[(ordinal - 1) % len(LETTERS)]}) "
    return "– " if kind is BlockKind.DASH else ""


def clause_text(clause: Clause) -> str:
    """A clause without its number and its sub-clauses, a line a paragraph."""
    items = [_item(clause, at, text) for at, text in enumerate(clause.items, start=1)]
    return "\n".join((clause.text, *clause.paragraphs, *items))


def _item(clause: Clause, at: int, text: str) -> str:
    marks = {
        ListMarks.DASH: "– ",
        ListMarks.LETTER: f"{LETTERS[(at - 1) % len(LETTERS)]}) ",
        ListMarks.NUMBER: f"{at}) ",
    }
    end = "." if at == len(clause.items) else ";"
    return f"{marks[clause.marks]}{text}{end}"


def part_text(part: Part) -> str:
    """A part of an appendix, a line a paragraph or a row; nothing of its measures."""
    match part:
        case Heading(text) | Prose(text):
            return text
        case Passport(rows):
            return "\n".join(f"{name}: {blocks_text(value)}" for name, value in rows)
        case Table(columns, rows):
            return "\n".join(" | ".join(row) for row in ([head_text(head) for head in columns], *rows))
        case _:
            return ""


def head_text(head: Head) -> str:
    """A heading with those under it in brackets."""
    under = ", ".join(head_text(column) for column in head.columns)
    return f"{head.text} ({under})" if under else head.text


_CELLS: dict[str, Callable[[Measure], str]] = {
    "number": lambda measure: measure.number,
    "measure": lambda measure: blocks_text(punctuated(measure.text)),
    "deadline": lambda measure: "\n".join(term_text(term) for term in measure.terms),
    "executors": lambda measure: "\n".join(executor_text(executor) for executor in measure.executors),
    "participants": lambda measure: ", ".join(measure.participants),
    "document": lambda measure: measure.document,
    "result": lambda measure: blocks_text(punctuated(measure.result)),
}
"""What each known column prints."""
