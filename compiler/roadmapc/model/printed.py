"""What a plan prints, cell by cell, before any document lays it out."""

from collections.abc import Callable, Iterable, Iterator

from roadmapc.model.parts import Head, Heading, Passport, Prose, Table
from roadmapc.model.plan import AppendixPart, Clause, Executor, ListMarks, Measure, Term
from roadmapc.text.blocks import Block, BlockKind, letter, punctuated

_MARKS: dict[ListMarks, Callable[[int], str]] = {
    ListMarks.DASH: lambda ordinal: "",
    ListMarks.LETTER: lambda ordinal: f"{letter(ordinal)})",
    ListMarks.NUMBER: lambda ordinal: f"{ordinal})",
}
"""By the ordinal of an item, from 1."""

_CELLS: dict[str, Callable[[Measure], tuple[Block, ...]]] = {
    "number": lambda measure: paragraphs(measure.number),
    "measure": lambda measure: punctuated(measure.text),
    "deadline": lambda measure: paragraphs(*map(term_text, measure.terms)),
    "executors": lambda measure: paragraphs(*map(executor_text, measure.executors)),
    "participants": lambda measure: paragraphs(", ".join(measure.participants)),
    "document": lambda measure: paragraphs(measure.document),
    "result": lambda measure: punctuated(measure.result),
}
"""What each known column holds, a paragraph a thing."""
_SEPARATED = ("deadline", "executors")
"""Columns whose things are told apart by «;» in print: on paper a long one takes several lines."""


def term_text(term: Term) -> str:
    """A deadline after those whom it binds."""
    phrase = term.deadline.text
    return f"{term.audience}: {phrase}" if term.audience else phrase


def executor_text(executor: Executor) -> str:
    """An executor's name, its units in brackets, its qualifier after a comma."""
    units = f" ({', '.join(unit.short for unit in executor.units)})" if executor.units else ""
    qualifier = f", {executor.qualifier}" if executor.qualifier else ""
    return f"{executor.body.short}{units}{qualifier}"


def cell_blocks(measure: Measure, key: str) -> tuple[Block, ...]:
    """A cell of a measure by the key of its column, as it is printed; empty if nothing is."""
    blocks = _blocks(measure, key)
    return separated(blocks) if key in _SEPARATED else blocks


def _blocks(measure: Measure, key: str) -> tuple[Block, ...]:
    known = _CELLS.get(key)
    return known(measure) if known else paragraphs(dict(measure.cells).get(key, ""))


def separated(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Paragraphs with «;» after each but the last, unless it ends with a mark of its own."""
    return (*(_closed(block) for block in blocks[:-1]), *blocks[-1:])


def _closed(block: Block) -> Block:
    return block if block.text.endswith((".", ",", ";", ":")) else block._replace(text=f"{block.text};")


def cell_text(measure: Measure, key: str) -> str:
    """What a cell says, a line a thing, without the marks that print puts between them."""
    return blocks_text(_blocks(measure, key))


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Texts as paragraphs of a cell; nothing of empty ones."""
    return tuple([Block(BlockKind.PARAGRAPH, text) for text in texts if text])


def blocks_text(blocks: Iterable[Block]) -> str:
    """Paragraphs and list items with their marks, a line each."""
    lines, ordinal = [], 0
    for kind, text in blocks:
        ordinal = ordinal + 1 if kind is BlockKind.LETTER else 0
        mark = f"{letter(ordinal)}) " if kind is BlockKind.LETTER else "– " if kind is BlockKind.DASH else ""
        lines.append(mark + text)
    return "\n".join(lines)


def clause_text(clause: Clause) -> str:
    """A clause without its number and its sub-clauses, a line a paragraph."""
    items = [f"{mark or '–'} {text}" for mark, text in clause_items(clause)]
    return "\n".join((clause.text, *clause.paragraphs, *items))


def clause_items(clause: Clause) -> Iterator[tuple[str, str]]:
    """The items of a clause's list: the mark, «а)», «1)», empty for a dash; the text with what ends it."""
    for at, text in enumerate(clause.items, start=1):
        yield _MARKS[clause.marks](at), text + ("." if at == len(clause.items) else ";")


def part_text(part: AppendixPart) -> str:
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
