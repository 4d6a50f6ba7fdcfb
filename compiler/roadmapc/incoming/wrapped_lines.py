"""Lines that a width has broken, as the paragraphs that they were."""

import re
from collections.abc import Iterable, Sequence

from roadmapc.incoming.typed import TypedParagraph

_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[а-яёa-z]\)|[-–—•*·])\s")
"""How an item of a list begins."""
_BROKEN_WORD = re.compile(r"[а-яё]-\Z", re.IGNORECASE)
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<!\w)(\w+)-\Z"), re.compile(r"\w+")
_SOFT_HYPHEN = "\u00ad"


def joined_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph; a word that one breaks has a soft hyphen then, so that its mending is told."""
    pieces: list[str] = []
    before = ""
    for line in filter(None, (line.strip() for line in lines)):
        if _BROKEN_WORD.search(before[-2:]) and line[0].islower():
            if _is_broken(before, line):
                pieces[-1] = before[:-1] + _SOFT_HYPHEN
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
        before = line
    return "".join(pieces)


def _is_broken(before: str, line: str) -> bool:
    """Whether the hyphen is that of a word broken by its line, not one of its own: «учебно-методический»."""
    from roadmapc.language.morphology import is_known  # noqa: PLC0415 - few documents need the dictionary

    first, rest = _LAST_WORD.search(before), _FIRST_WORD.match(line)
    return first is not None and rest is not None and is_known((first[1] + rest[0]).lower())


def is_meant(line: str, following: str, width: int) -> bool:
    """Whether a line ends of its own: the first word of the next would have had room, or an item begins."""
    if _BROKEN_WORD.search(line.rstrip()[-2:]):
        return False
    words = following.split(maxsplit=1)
    return (
        not words
        or len(line.rstrip()) + 1 + len(words[0]) <= width
        or _MARK.match(following.lstrip()) is not None
    )


def paragraphs_of_cell(lines: Sequence[str], width: int) -> tuple[TypedParagraph, ...]:
    """What a drawn cell holds; `width` is that between its walls."""
    inner = [line.strip() for line in lines]
    room = max(map(len, inner), default=0)
    room = max(room, width - 3)
    found: list[list[str]] = []
    before = ""
    for line in inner:
        if not line:
            before = ""
            continue
        if before and not is_meant(before, line, room):
            found[-1].append(line)
        else:
            found.append([line])
        before = line
    return tuple(TypedParagraph(joined_lines(each)) for each in found)
