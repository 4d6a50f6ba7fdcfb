"""«УТВЕРЖДАЮ» and «СОГЛАСОВАНО» over a plan that no order approves: the word, a post, a name, a day."""

import re
from collections.abc import Iterator, Sequence

from roadmapc.recognition.lines import Line
from roadmapc.recognition.people import PERSON
from roadmapc.recognition.registered import day_in

_WORD = re.compile(r"утверждаю[:.]?", re.IGNORECASE)
_AGREED = re.compile(r"согласован[оы]?[:.]?", re.IGNORECASE)
_PERSON = re.compile(PERSON)
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
        if line is not first and _is_day(line):
            return


def agreements_of(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of each «СОГЛАСОВАНО», as far as a name and the day or the place for one under it."""
    starts = [at for at, line in enumerate(lines[: 2 * _REACH]) if _AGREED.fullmatch(line.text)]
    for start, end in zip(starts, (*starts[1:], len(lines)), strict=False):
        heading, *under = lines[start : min(end, start + _REACH)]
        named = next((at for at, line in enumerate(under) if _PERSON.search(line.text)), None)
        if named is not None:
            # whoever agrees begins under the word, in a paragraph of his own or not
            yield from (heading, under[0]._replace(begins=True), *under[1 : named + 1])
            yield from (line for line in under[named + 1 : named + 2] if _is_day(line))


def _is_day(line: Line) -> bool:
    return day_in(line.text) is not None or _BLANKS.fullmatch(line.text) is not None
