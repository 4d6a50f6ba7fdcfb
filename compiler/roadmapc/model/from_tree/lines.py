"""A text of several lines as the paragraphs of a cell."""

from roadmapc.model.from_tree.context import Context
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.blocks import Block, BlockKind


def blocks_of(context: Context, node: ScalarNode) -> tuple[Block, ...]:
    """Paragraphs and list items; of a signed act every line is a paragraph, with the marks around it."""
    text = context.lines(node)
    if not context.is_as_signed:
        return context.blocks(text)
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in map(str.strip, text.split("\n")) if line)
