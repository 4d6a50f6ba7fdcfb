"""Tables that only place what stands in them: their content is read as if they were not there."""

from collections.abc import Iterable, Iterator

from roadmapc.incoming.blocks import Alignment
from roadmapc.incoming.typed import TypedBlock, TypedCell, TypedParagraph, TypedTable


def without_layout_tables(content: Iterable[TypedBlock]) -> Iterator[TypedBlock]:
    """The blocks with the content of such tables in their place, cell by cell."""
    for block in content:
        if isinstance(block, TypedParagraph):
            yield block
            continue
        cells = tuple(
            cell._replace(content=tuple(without_layout_tables(cell.content))) for cell in block.cells
        )
        table = block._replace(cells=cells)
        if not _is_layout(table):
            yield table
            continue
        for cell in cells:
            yield from (_placed(each, table) for each in cell.content)


def _is_layout(table: TypedTable) -> bool:
    """One cell holds the whole page, or one column without lines does, or tables stand in its cells."""
    if len(table.cells) <= 1:
        return True
    if table.has_lines:
        return _holds_tables(table.cells) and not _is_filled(table.cells)
    return len({cell.column for cell in table.cells}) == 1 or _holds_tables(table.cells)


def _holds_tables(cells: Iterable[TypedCell]) -> bool:
    return any(isinstance(each, TypedTable) for cell in cells for each in cell.content)


def _is_filled(cells: Iterable[TypedCell]) -> bool:
    """Whether more than one cell has words: then lines part what it says."""
    return (
        sum(any(isinstance(each, TypedTable) or each.text.strip() for each in cell.content) for cell in cells)
        > 1
    )


def _placed(block: TypedBlock, table: TypedTable) -> TypedBlock:
    """A block where the table stood: what is at its left edge begins where that does."""
    if isinstance(block, TypedParagraph) and block.alignment is Alignment.LEFT:
        return block._replace(alignment=table.alignment, indent=block.indent + table.indent)
    return block
