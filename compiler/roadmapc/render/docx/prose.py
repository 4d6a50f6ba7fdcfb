"""Prose of an appendix as Word's paragraphs."""

from collections.abc import Iterator

from roadmapc.render.document.view import ProseBlock, ProseKind
from roadmapc.render.docx import oxml
from roadmapc.render.docx.formatting import Formatting, ListKind

_TOP_LEVEL = 2
"""The level of headings right under the title of the appendix, as `##` has it."""


def heading(text: str, formatting: Formatting) -> str:
    """A heading right under the title of an appendix."""
    return oxml.paragraph(formatting.styles.heading, (oxml.run(oxml.bound(text)),))


def paragraphs(blocks: tuple[ProseBlock, ...], formatting: Formatting) -> Iterator[str]:
    """`w:p` for each block."""
    styles, lists = formatting.styles, formatting.lists
    counting: dict[int, int] = {}
    """The list that is being counted at each level."""
    for block in blocks:
        runs = [oxml.run(oxml.bound(run.text), bold=run.is_bold, italic=run.is_italic) for run in block.runs]
        match block.kind:
            case ProseKind.HEADING:
                is_top = block.level <= _TOP_LEVEL
                yield oxml.paragraph(styles.heading if is_top else styles.subheading, runs)
            case ProseKind.PARAGRAPH:
                yield oxml.paragraph(styles.paragraph, runs)
            case ProseKind.DASH:
                yield oxml.paragraph(styles.dash_item, runs, lists.dash, block.level - 1)
            case ProseKind.NUMBER:
                if block.first is not None:  # an item that begins a list
                    counting[block.level] = lists.begin(ListKind.NUMBER, block.level - 1, block.first)
                yield oxml.paragraph(styles.number_item, runs, counting[block.level], block.level - 1)
