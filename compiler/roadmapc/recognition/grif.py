"""«УТВЕРЖДАЮ» over a plan that no order approves: the word, a post, a name, a day."""

import re
from collections.abc import Iterator, Sequence

from roadmapc.recognition.lines import Line
from roadmapc.recognition.registered import day_in

_WORD = re.compile(r"утверждаю[:.]?", re.IGNORECASE)
_BLANKS = re.compile(r"[«\"]?_+[»\"]?.*(?:20_*|20\d\d)\s*(?:г\.?|года)?", re.IGNORECASE)
_REACH = 8
"""Lines that it may have, and lines of the document among which it begins."""


def approval_of(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the grif, as far as its day or the end of what stands beside it; none without one."""
    start = next((at for at, line in enumerate(lines[:_REACH]) if _WORD.fullmatch(line.text)), None)
    if start is None:
        return
    first = lines[start]
    for line in lines[start : start + _REACH]:
        if first.is_right and not line.is_right:
            return
        yield line
        if line is not first and (day_in(line.text) or _BLANKS.fullmatch(line.text)):
            return
