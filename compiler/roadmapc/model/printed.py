"""What a plan prints, cell by cell, before any document lays it out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from roadmapc.model.organisation import Body, Called, Executor
from roadmapc.model.parts import (
    Composition,
    Form,
    FormLine,
    Head,
    Heading,
    Member,
    Passport,
    Picture,
    Prose,
    Table,
    Verbatim,
)
from roadmapc.model.plan import Appendix, AppendixPart, Clause, Column, ListMarks, Measure, Term, Total
from roadmapc.model.requisites import Sanction
from roadmapc.text.blocks import Block, BlockKind, letter, punctuated
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital
from roadmapc.text.regex import regex

BLANK = "____"
"""A place to fill in, where its length is for the layout to decide."""
_MARKS: dict[ListMarks, Callable[[int], str]] = {
    ListMarks.DASH: lambda ordinal: "",
    ListMarks.LETTER: lambda ordinal: f"{letter(ordinal)})",
    ListMarks.NUMBER: lambda ordinal: f"{ordinal})",
    ListMarks.TYPED: lambda ordinal: "",
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
_ENDED = regex(r"(?:[,;:]|(?<![А-ЯЁ])(?<!\bг)(?<!\bгг)\.)$")
"""A mark that ends a sentence; the point of initials or of «2026 г.» ends a word."""
_SEPARATED = ("deadline", "executors")
"""Columns whose things are told apart by «;» in print: on paper a long one takes several lines."""


def term_text(term: Term) -> str:
    """A deadline after those whom it binds."""
    phrase = term.deadline.text
    return f"{term.audience}: {phrase}" if term.audience else phrase


def executor_text(executor: Executor) -> str:
    """An executor's name, its units in brackets, its qualifier after a comma, its proviso in brackets."""
    units = f" ({', '.join(unit.short for unit in executor.units)})" if executor.units else ""
    qualifier = f", {executor.qualifier}" if executor.qualifier else ""
    proviso = f" ({executor.proviso})" if executor.proviso else ""
    return f"{_called(executor)}{units}{qualifier}{proviso}"


def _called(executor: Executor) -> str:
    """A post begins the line, so it has a capital letter."""
    actor = executor.actor
    if isinstance(actor, Body) or executor.called is Called.NAME:
        return actor.short
    post = capital(actor.post)
    return post if executor.called is Called.POST else f"{post} {actor.name}"


def cell_blocks(measure: Measure, key: str) -> tuple[Block, ...]:
    """A cell of a measure by the key of its column, as it is printed; empty if nothing is."""
    blocks = _blocks(measure, key)
    return separated(blocks) if key in _SEPARATED and measure.as_signed is None else blocks


def _blocks(measure: Measure, key: str) -> tuple[Block, ...]:
    typed = dict(measure.as_signed or ())
    if key in typed:
        return typed[key]
    known = _CELLS.get(key)
    return known(measure) if known else paragraphs(dict(measure.cells).get(key, ""))


def separated(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Paragraphs with «;» after each but the last, unless it ends with a mark of its own."""
    return (*(_closed(block) for block in blocks[:-1]), *blocks[-1:])


def _closed(block: Block) -> Block:
    return block if _ENDED.search(block.text) else block._replace(text=f"{block.text};")


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
    dash = "" if clause.marks is ListMarks.TYPED else "–"
    items = [f"{mark or dash} {text}".lstrip() for mark, text in clause_items(clause)]
    return "\n".join((clause.text, *clause.paragraphs, *items))


def clause_items(clause: Clause) -> Iterator[tuple[str, str]]:
    """The items of a clause's list: the mark, «а)», «1)», empty for a dash; the text with what ends it."""
    if clause.marks is ListMarks.TYPED:
        yield from (("", text) for text in clause.items)
        return
    for at, text in enumerate(clause.items, start=1):
        yield _MARKS[clause.marks](at), text + ("." if at == len(clause.items) else ";")


def part_text(part: AppendixPart) -> str:
    """A part of an appendix, a line a paragraph or a row; nothing of its measures."""
    return "\n".join(_part_lines(part))


def _part_lines(part: AppendixPart) -> Iterator[str]:
    """Nothing of what is made of other parts."""
    match part:
        case Heading(text) | Prose(text):
            yield text
        case Verbatim(texts):
            yield from texts
        case Passport(rows):
            yield from (f"{name}: {blocks_text(value)}" for name, value in rows)
        case Composition():
            yield composition_text(part)
        case Form(lines):
            yield from map(form_line_text, lines)
        case Table():
            yield from _table_lines(part)
        case Picture(_, caption, description):
            yield f"[рисунок: {caption or description}]"


def _table_lines(table: Table) -> Iterator[str]:
    """The unit, the heads, the rows, the notes."""
    if table.above:
        yield table.above
    for texts in ([head_text(head) for head in table.columns], *(row.texts for row in table.rows)):
        yield " | ".join(texts)
    yield from table.notes


def total_text(total: Total, columns: Sequence[Column]) -> str:
    """A total with its sums by the headings of their columns, a line each."""
    headings = {column.key: column.heading for column in columns}
    return "\n".join((total.title, *(f"{headings[key]}: {text}" for key, text in total.cells)))


def standing(member: Member) -> str:
    """What a member is: post, role in the group, a note in brackets."""
    said = ", ".join(filter(None, (member.post, member.role)))
    return f"{said} ({member.note})" if member.note else said


def member_text(member: Member) -> str:
    """A member in one line: «Образцова А. Б. – начальник отдела»; a seat of a post is the post alone."""
    return f"{member.name} – {standing(member)}" if member.name else standing(member)


def composition_text(part: Composition) -> str:
    """Heads of groups and members, a line each."""
    lines = ((group.head, *map(member_text, group.members)) for group in part.groups)
    return "\n".join(line for group in lines for line in group if line)


def form_line_text(line: FormLine) -> str:
    """A line of a form with its captions in one line; «____» stands for a blank to the right edge."""
    return " ".join(filter(None, (line.text, *[BLANK] * line.to_edge, *map(caption_text, line.captions))))


def caption_text(caption: str) -> str:
    """What stands under a blank: «(подпись)»."""
    return f"({caption})"


def pictures_text(appendix: Appendix) -> str:
    """Its pictures, a line each: what is seen and of which file, known by the beginning of its SHA-256."""
    pictures = (part for part in appendix.parts if isinstance(part, Picture))
    return "\n".join(map(_picture, pictures))


def _picture(picture: Picture) -> str:
    kind, content, width, height, *_ = picture.image
    mark = sha256(content).hexdigest()[:8]
    return f"«{picture.description}» – {kind.upper()}, {width} × {height}, файл {mark}"


def head_text(head: Head) -> str:
    """A heading with those under it in brackets."""
    under = ", ".join(head_text(column) for column in head.columns)
    return f"{head.text} ({under})" if under else head.text


def column_names(heads: tuple[Head, ...]) -> tuple[str, ...]:
    """Each column by its own heading, or with all over it if another column has the same."""
    paths = [path for head in heads for path in _paths(head)]
    own = Counter(path[-1] for path in paths)
    return tuple(path[-1] if own[path[-1]] == 1 else ", ".join(path) for path in paths)


def _paths(head: Head) -> Iterator[tuple[str, ...]]:
    if not head.columns:
        yield (head.text,)
    for column in head.columns:
        yield from ((head.text, *path) for path in _paths(column))


def sanction_text(sanction: Sanction) -> str:
    """An act of another body with its requisites."""
    day = digits(sanction.date) if sanction.date else ""
    return f"{sanction.act} от {day} № {sanction.number}"
