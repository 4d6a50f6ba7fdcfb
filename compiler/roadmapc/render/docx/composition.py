"""The composition of a commission: names, a dash, posts, in columns without rules."""

import re
from collections.abc import Iterator

from roadmapc.render.document.view import SeatsView, SeatView
from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.formatting import Formatting
from roadmapc.render.docx.oxml import bound
from roadmapc.text.typography import EN_DASH, NO_BREAK_SPACE

_WIDEST = 0.45
"""Share of the page that the column of names may take."""
_NOTE = re.compile(r"\([^()]{1,24}\)$")
_SIDE = 57
"""Margin of a cell on either hand, in twips: 1 mm."""
_GAP = 57
"""Above and below the text of a cell, where space alone parts the rows, in twips."""


def composition(groups: tuple[SeatsView, ...], caption: str, formatting: Formatting) -> Iterator[str]:
    """`w:tbl` in pieces, a piece a row, and the paragraph that Word wants after it."""
    table = _Table(groups, formatting)
    margins = oxml.margins(_SIDE, _GAP)
    yield oxml.table_start(table.widths, oxml.legible(caption), "Имена и должности", margins=margins)
    for head, seats in groups:
        if head:
            yield table.whole(head, keeps=True)
        yield from map(table.row, seats)
    yield oxml.TABLE_END
    yield oxml.spacer()


class _Table:
    """Three columns in the type of prose; the first is as wide as the names."""

    def __init__(self, groups: tuple[SeatsView, ...], formatting: Formatting) -> None:
        size, page = formatting.styles.size, formatting.page
        names = [_lines(seat.name) for _, seats in groups for seat in seats]
        longest = max((metrics.width(line, size) for lines in names for line in lines), default=0)
        margins = oxml.cell_margins(_SIDE)
        name = min(longest + margins, int(page.width * _WIDEST))
        dash = metrics.width(EN_DASH, size) + margins
        self.widths = (name, dash, page.width - name - dash)
        self._style = formatting.styles.paragraph

    def row(self, seat: SeatView) -> str:
        """A member; a seat that goes with a post has no name before a dash."""
        if not seat.name:
            return self.whole(seat.post)
        texts = (" ".join(_lines(seat.name)), EN_DASH, _with_whole_note(seat.post))
        cells = map(self._cell, self.widths, texts)
        return f"{oxml.row_start()}{''.join(cells)}{oxml.ROW_END}"

    def whole(self, text: str, *, keeps: bool = False) -> str:
        """A text over all columns; a head of a group `keeps` to the row under it."""
        cell = self._cell(sum(self.widths), bound(text), span=len(self.widths), keeps=keeps)
        return f"{oxml.row_start()}{cell}{oxml.ROW_END}"

    def _cell(self, width: int, text: str, *, span: int = 1, keeps: bool = False) -> str:
        paragraph = oxml.set_apart(self._style, (oxml.run(text),), keeps=keeps)
        return f"{oxml.cell_start(width, span=span)}{paragraph}{oxml.CELL_END}"


def _with_whole_note(post: str) -> str:
    """A post whose short remark in brackets is not parted: «(по согласованию)»."""
    return _NOTE.sub(lambda note: note[0].replace(" ", NO_BREAK_SPACE), bound(post))


def _lines(name: str) -> tuple[str, ...]:
    """What of a name is not parted: the surname, the first name with the patronymic; initials go with it."""
    surname, _, others = bound(name).partition(" ")
    return tuple(filter(None, (surname, others.replace(" ", NO_BREAK_SPACE))))
