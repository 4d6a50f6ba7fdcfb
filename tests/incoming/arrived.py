"""Documents as they arrive, and what is read of them in lines that a person can dispute."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from roadmapc.incoming.blocks import Block, Cell, Incoming, Paragraph, Table
from roadmapc.incoming.from_file import read
from roadmapc.office import to_docx
from roadmapc.source.package import stored

sys.path.append(str(Path(__file__).parents[1] / "wordprocessing"))  # small documents by hand are known there

from written import parts


def docx(body: str, others: Mapping[str, str] = {}) -> bytes:
    """A Word document with a body, and with parts named by their kinds."""
    return stored(parts(body, others))


def arrived(content: bytes, name: str = "приказ.docx") -> Incoming:
    document = read(name, content, to_docx).value
    assert document is not None
    hold_to_account(document)
    return document


def hold_to_account(document: Incoming) -> None:
    """Every character of the text belongs to one paragraph, or parts two."""
    at = 0
    for paragraph in all_paragraphs(document):
        start, end = paragraph.span
        assert start == at
        assert document.text[start:end] == paragraph.text
        at = end + 1
    assert at in (0, len(document.text) + 1)


def all_paragraphs(document: Incoming) -> Iterator[Paragraph]:
    for block in document.blocks:
        yield from _paragraphs(block)
    yield from (margin.paragraph for margin in document.margins)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (paragraph for cell in block.cells for paragraph in cell.paragraphs)


def told(document: Incoming) -> list[str]:
    """Blocks one a line, tables row by row, margins after them."""
    lines: list[str] = []
    for block in document.blocks:
        lines += _table(block) if isinstance(block, Table) else [_line(block)]
    lines += (
        f"({margin.kind}) {margin.paragraph.where}: {margin.paragraph.text}" for margin in document.margins
    )
    return lines


def _line(paragraph: Paragraph) -> str:
    text = paragraph.text.replace("\n", "⏎").replace("\t", "→")
    return f"{paragraph.label} {text}" if paragraph.label else text


def _table(table: Table) -> Iterator[str]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    yield f"{table.where}:" if table.has_lines else f"{table.where} без линий:"
    for row, cells in sorted(rows.items()):
        mark = "=" if row < table.heads else "|"
        yield f"{mark} " + f" {mark} ".join(map(_cell, cells))


def _cell(cell: Cell) -> str:
    text = "¶".join(map(_line, cell.paragraphs))
    spans = f"{{{cell.rows}×{cell.columns}}}" if (cell.rows, cell.columns) != (1, 1) else ""
    return text + spans
