"""Two texts word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from roadmapc.text.typography import NO_BREAK_SPACE

_SURNAME, _INITIALS = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_TOKEN = re.compile(
    rf"\b{_SURNAME}\s{_INITIALS}|\b{_INITIALS}\s{_SURNAME}|\b[А-ЯЁ]\."
    rf"|\d+(?:{NO_BREAK_SPACE}\d{{3}})+(?:,\d+)?|\w+(?:[-–.,]\w+)*|\s+|[^\w\s]"
)
"""A person, an initial, a number in groups of three, a word with what joins its parts, a space, a mark."""
_WORD = re.compile(r"\w")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CONTEXT = 60
"""Characters of common text that are shown on each side of a difference."""
_BRIDGE = 2
"""Common tokens between two differences, such as a space and a comma, that are marked with them."""


class Segment(NamedTuple):
    """A stretch of both texts: the same in both, or what the one has in place of the other's."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether both texts have it."""
        return self.before == self.after


def segments(before: str, after: str) -> tuple[Segment, ...]:
    """The stretches in order; their sides joined give the two texts."""
    if not before or not after:
        return (Segment(before, after),) if before != after else ()
    found: list[Segment] = []
    # lines come first, because words are compared in quadratic time
    for lines in _aligned(before, after, _LINE):
        found += [lines] if lines.is_same else _aligned(lines.before, lines.after, _TOKEN)
    return tuple(_bridged(found))


def _aligned(before: str, after: str, pattern: re.Pattern[str]) -> Iterator[Segment]:
    old, new = pattern.findall(before), pattern.findall(after)
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Segment("".join(old[start:end]), "".join(new[new_start:new_end]))


def _bridged(found: Sequence[Segment]) -> list[Segment]:
    """Differences joined over what is too short to be read between them."""
    joined: list[Segment] = []
    for segment in found:
        is_after_bridge = len(joined) > 1 and joined[-1].is_same and _is_bridge(joined[-1].before)
        if joined and segment.is_same == joined[-1].is_same:
            joined[-1:] = [_concatenated(joined[-1], segment)]
        elif is_after_bridge and not segment.is_same:
            joined[-2:] = [_concatenated(*joined[-2:], segment)]
        else:
            joined.append(segment)
    return joined


def _is_bridge(text: str) -> bool:
    return len(_TOKEN.findall(text)) <= _BRIDGE and "\n" not in text and not _WORD.search(text)


def _concatenated(*parts: Segment) -> Segment:
    return Segment("".join(part.before for part in parts), "".join(part.after for part in parts))


def near(found: Sequence[Segment]) -> tuple[Segment, ...]:
    """The differences with a little of what stands around them, «…» for the rest."""
    last = len(found) - 1
    return tuple(
        _cut(segment, has_before=at > 0, has_after=at < last) if segment.is_same else segment
        for at, segment in enumerate(found)
    )


def _cut(segment: Segment, *, has_before: bool, has_after: bool) -> Segment:
    """Common text without its middle: it is kept only where it touches a difference."""
    text = segment.before
    if len(text) <= _CONTEXT * (has_before + has_after):
        return segment
    head = text[:_CONTEXT].rpartition(" ")[0] if has_before else ""
    tail = text[-_CONTEXT:].partition(" ")[2] if has_after else ""
    short = " ".join(filter(None, (head, "…", tail)))
    return Segment(short, short)


def framed(text: str) -> tuple[str, str, str]:
    """The text parted into leading spaces, words and trailing spaces, for marks that have to touch words."""
    words = text.strip()
    start = text.index(words)
    return text[:start], words, text[start + len(words) :]
