"""A form: blanks as lines of underscores, captions small under the middle of each."""

import re
from collections.abc import Iterator

from roadmapc.model.parts import FormLine, FormLineKind
from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.formatting import Formatting
from roadmapc.render.docx.oxml import bound

_SIDES = {
    FormLineKind.TEXT: "left",
    FormLineKind.LINE: "left",
    FormLineKind.RIGHT: "right",
    FormLineKind.CENTRE: "center",
    FormLineKind.TITLE: "center",
}
_BLANK = re.compile("_{2,}")
_SHORTEST = 3
"""Underscores of a blank where there is no room for more."""
_SMALL = 4
"""Points by which a caption is smaller than the line above it."""
_SMALLEST = 8.0
_SPARE = 40
"""Twips that a line leaves empty, so that another face of the same width does not break it."""


def form(lines: tuple[FormLine, ...], formatting: Formatting) -> Iterator[str]:
    """A paragraph (`w:p`) for each line, and one for the captions under it."""
    style, size, width = formatting.styles.paragraph, formatting.styles.size, formatting.page.width
    for line in lines:
        text = _with_blanks(line, size, width)
        runs = (oxml.run(text, bold=line.kind is FormLineKind.TITLE),)
        yield oxml.set_apart(style, runs, side=_SIDES[line.kind], keeps=bool(line.captions))
        if line.captions:
            yield _captions(line.captions, text, formatting)


def _with_blanks(line: FormLine, size: float, width: int) -> str:
    """The text, and blanks that share the rest of the line evenly."""
    text = bound(line.text)
    if not line.to_edge:
        return text
    taken = metrics.width(f"{text} " if text else "", size)
    room = width - _SPARE - taken - (line.to_edge - 1) * metrics.width(" ", size)
    count = int(room / line.to_edge / metrics.width("____", size) * 4)
    return " ".join(filter(None, (text, *["_" * max(count, _SHORTEST)] * line.to_edge)))


def _captions(captions: tuple[str, ...], text: str, formatting: Formatting) -> str:
    """Each caption at a tab under the middle of its blank; under a text of several lines, in the middle."""
    styles, width = formatting.styles, formatting.page.width
    small = max(styles.size - _SMALL, _SMALLEST)
    if metrics.width(text, styles.size) > width:
        return oxml.set_apart(styles.paragraph, (oxml.run(" ".join(captions), size=small),), side="center")
    places = [
        metrics.width(text[: blank.start()], styles.size) + metrics.width(blank[0], styles.size) // 2
        for blank in _BLANK.finditer(text)
    ]
    stops = [("center", place) for place in places]
    words = "".join(f"\t{bound(caption)}" for caption in captions)
    return oxml.set_apart(styles.paragraph, (oxml.run(words, size=small),), tabs=stops)
