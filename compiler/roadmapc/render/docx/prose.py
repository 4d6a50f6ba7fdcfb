"""Prose of an appendix as Word's paragraphs."""

from collections.abc import Iterator

from roadmapc.render.document.view import ProseBlock, ProseKind, Run
from roadmapc.render.docx import oxml
from roadmapc.render.docx.lists import ListKind
from roadmapc.render.docx.sheet import Sheet, bound

_TOP_LEVEL = 2
"""The level of headings right under the title of the appendix, as `##` has it."""


def heading(text: str, sheet: Sheet, level: int = _TOP_LEVEL) -> str:
    """A heading under the title of an appendix."""
    return oxml.paragraph(_heading_style(level, sheet), (oxml.run(bound(text)),))


def _heading_style(level: int, sheet: Sheet) -> str:
    return sheet.styles.heading if level <= _TOP_LEVEL else sheet.styles.subheading


def paragraphs(blocks: tuple[ProseBlock, ...], sheet: Sheet) -> Iterator[str]:
    """`w:p` for each block."""
    printer = _Printer(sheet)
    return (printer.paragraph(block) for block in blocks)


class _Printer:
    """Remembers which list is being counted at each level."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._counting: dict[int, int] = {}

    def paragraph(self, block: ProseBlock) -> str:
        styles = self._sheet.styles
        runs = map(_run, block.runs)
        match block.kind:
            case ProseKind.HEADING:
                return oxml.paragraph(_heading_style(block.level, self._sheet), runs)
            case ProseKind.PARAGRAPH:
                return oxml.paragraph(styles.paragraph, runs)
            case ProseKind.DASH:
                return oxml.paragraph(styles.dash_item, runs, self._sheet.lists.dash, block.level - 1)
            case ProseKind.NUMBER:
                return oxml.paragraph(styles.number_item, runs, self._number(block), block.level - 1)

    def _number(self, block: ProseBlock) -> int:
        if block.first is not None:
            lists = self._sheet.lists
            self._counting[block.level] = lists.begin(ListKind.NUMBER, block.level - 1, block.first)
        return self._counting[block.level]


def _run(run: Run) -> str:
    return oxml.run(bound(run.text), bold=run.is_bold, italic=run.is_italic)
