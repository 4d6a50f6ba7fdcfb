"""Paragraphs of prose put in and taken out: a text of Markdown, in a file of its own or in the plan."""

import re

from roadmapc.absorb.changes import FileEdit
from roadmapc.absorb.passages import LABEL
from roadmapc.absorb.provenance import Written, origins_of
from roadmapc.absorb.scalars import written
from roadmapc.absorb.sources import Value
from roadmapc.source.span import Span

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]) ")


def lines_of(own: Written, value: Value) -> Span:
    """The lines of a text that a paragraph is printed from, with the break after them."""
    offsets = [origin.offset for origin in origins_of([own])]
    source = value.file.text
    start = max(source.rfind("\n", 0, min(offsets)) + 1, value.span.start)
    end = source.find("\n", max(offsets))
    return Span(start, value.span.end if end < 0 else min(end + 1, value.span.end))


def without(file: int, own: Written, value: Value) -> FileEdit:
    """A text without a paragraph, and without the empty line that parted it from the next one."""
    span, source = lines_of(own, value), value.file.text
    end = span.end
    is_item = _ITEM.match(source, span.start) is not None
    while (
        not is_item and (line := source.find("\n", end, value.span.end)) >= 0 and not source[end:line].strip()
    ):
        end = line + 1
    return FileEdit(file, Span(span.start, end), "")


def after(file: int, own: Written, value: Value, paragraph: str) -> FileEdit:
    """A text with a new paragraph under another, or with a new item where both are of a list."""
    span, source = lines_of(own, value), value.file.text
    label = LABEL.match(paragraph)
    words = _SPECIAL.sub(r"\\\1", LABEL.sub("", paragraph, count=1).strip())
    opening = _ITEM.match(source, span.start)
    if label and opening:
        line = source[span.start : opening.end()] + words
        is_closed = source[span.end - 1] == "\n"
        return FileEdit(file, Span(span.end, span.end), f"{line}\n" if is_closed else f"\n{line}")
    mark = "" if label is None else "- " if label[0] in "–—-" else f"{label[0]} "
    last = max(origin.offset for origin in origins_of([own]))
    end = source.find("\n", last, value.span.end)
    place = value.span.end if end < 0 else end
    return FileEdit(file, Span(place, place), written(value, f"\n\n{mark}{words}"))
