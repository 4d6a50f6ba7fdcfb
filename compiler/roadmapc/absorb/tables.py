"""Rows of tables without duties: their cells, whether words, numbers or dates; whole rows that are new."""

import re

from roadmapc.absorb.changes import FileEdit, NotPlacedError, plan_edit
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.items import in_brackets
from roadmapc.absorb.sources import Path, Sources
from roadmapc.syntax.to_yaml import sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.verify.passage import Unit

_NUMBER = re.compile(r"[-−]?\d[\d \u00a0]*(?:,\d+)?")
_FARTHEST = 20
"""Rows on either side among which one like a new row is sought."""
_MERGED = frozenset({"^", "<"})


def cells_of(sources: Sources, path: Path) -> tuple[ScalarNode, ...]:
    """The cells of a row as they are written; none if the path leads to no row of a table."""
    row = sources.node(path)
    if len(path) < 2 or path[-2] != "rows":
        return ()
    cells = row.get("cells") if isinstance(row, MappingNode) else row
    if not isinstance(cells, SequenceNode):
        return ()
    return tuple(cell for cell in cells.items if isinstance(cell, ScalarNode))


def cell(sources: Sources, path: Path, unit: Unit, at: int, words: str) -> FileEdit | None:
    """The edit of a cell that is written anew as a whole; `None` if there is no such cell."""
    cells = cells_of(sources, path)
    column = unit.shape[at].column
    if column >= len(cells) or cells[column].text in _MERGED or "{" in cells[column].text:
        return None
    written = cells[column]
    return plan_edit(written.span, in_brackets(typed(words, written)))


def typed(words: str, like: ScalarNode) -> ScalarNode:
    """A cell as the one before has it: a number with a point for a comma, without spaces and quotes."""
    if _NUMBER.fullmatch(words) is None:
        return text(words)
    bare = words
    if "," not in like.text:
        bare = words.replace(" ", "").replace("\u00a0", "").replace("−", "-").replace(",", ".")
    return text(bare)._replace(is_plain=like.is_plain and "," not in bare and " " not in bare)


def row(sources: Sources, path: Path, texts: tuple[str, ...]) -> Node:
    """A new row like another."""
    *_, last = path
    at = last if isinstance(last, int) else 0
    for distance in range(_FARTHEST):
        for other in (at - distance, at + distance):
            cells = cells_of(sources, (*path[:-1], other)) if other >= 0 else ()
            if len(cells) == len(texts) and all(each.text not in _MERGED for each in cells):
                pairs = zip(texts, cells, strict=True)
                return sequence(tuple(typed(words, like) for words, like in pairs))
    why = "ячейки соседних строк объединены или их другое число"
    raise NotPlacedError(NO_PLACE, why, "впишите строку в план сами")
