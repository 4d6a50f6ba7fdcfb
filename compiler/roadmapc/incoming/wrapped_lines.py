"""Lines that a width has broken, as the paragraphs that they were."""

import re
from collections.abc import Iterable, Sequence

from roadmapc.incoming.typed import TypedParagraph

_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[а-яёa-z]\)|[-–—•*·])\s")
"""How an item of a list begins."""
_BROKEN_WORD = re.compile(r"[а-яё]-\Z", re.IGNORECASE)
_LAST_WORD, _FIRST_WORD = re.compile(r"(?<!\w)\w+\Z"), re.compile(r"\w+")
_NUMBER = re.compile(r"[\d.]+")
_SOFT_HYPHEN = "\u00ad"


def joined_lines(lines: Iterable[str], room: int = 0) -> str:
    """Lines of one paragraph; a word that one breaks has a soft hyphen then, so that its mending is told.

    In a cell, where there is so much room, words may be broken without a hyphen.
    """
    pieces: list[str] = []
    before = ""
    for line in filter(None, (line.strip() for line in lines)):
        if _BROKEN_WORD.search(before[-2:]) and line[0].islower():
            if _is_broken(before, line):
                pieces[-1] = before[:-1] + _SOFT_HYPHEN
        elif pieces:
            pieces.append(_SOFT_HYPHEN if 0 < room <= len(before) and _is_cut(before, line) else " ")
        pieces.append(line)
        before = line
    return "".join(pieces)


def _is_broken(before: str, line: str) -> bool:
    """Whether the hyphen is that of a word broken by its line, not one of its own: «учебно-методический»."""
    first, rest = _LAST_WORD.search(before[:-1]), _FIRST_WORD.match(line)
    if first is None or rest is None:
        return False
    return not _is_word(f"{first[0]}-{rest[0]}") and _is_word(first[0] + rest[0])


def _is_cut(before: str, line: str) -> bool:
    """Whether a line that fills its cell ends within a word or a number."""
    first, rest = _LAST_WORD.search(before), _FIRST_WORD.match(line)
    if before.endswith(".") and _NUMBER.fullmatch(before) and _NUMBER.fullmatch(line):
        return True
    if first is None or rest is None or not line[0].islower():
        return False
    return _is_word(first[0] + rest[0]) and not (_is_word(first[0]) and _is_word(rest[0]))


def _is_word(word: str) -> bool:
    from roadmapc.language.morphology import is_known  # noqa: PLC0415 - few documents need the dictionary

    return is_known(word.lower())


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
    return tuple(TypedParagraph(joined_lines(each, room)) for each in found)
