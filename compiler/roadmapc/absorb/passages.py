"""Words changed inside a passage, as edits of the texts that they are written in."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from roadmapc.absorb.changes import FileEdit, NotPlacedError
from roadmapc.absorb.codes import NO_SOURCE
from roadmapc.absorb.marks import Origin
from roadmapc.absorb.provenance import Written
from roadmapc.absorb.scalars import written
from roadmapc.absorb.sources import Sources, Value
from roadmapc.source.span import Span
from roadmapc.verify.meaning import meaning

_TOKEN = re.compile(r"\w+(?:[-–.,/]\w+)*|\s+|[^\w\s]")
LABEL = re.compile(r"(?:(?:\d+|[IVXLC]+)(?:\.\d+)*\.?[¹²³⁴⁵⁶⁷⁸⁹⁰]*[.)]?|[а-яё]\)|[–—-])(?=\s)")
"""What a program prints before a paragraph: a number, a letter, a dash."""


_NOTHING = frozenset({"", "-", "–", "—"})


def is_empty(cell: str) -> bool:
    """Whether a cell says nothing, or says so by a dash."""
    return cell.strip() in _NOTHING


class Stretch(NamedTuple):
    """A stretch of a passage that reads otherwise."""

    start: int
    end: int
    words: str
    """What stands there now."""


def reworded(own: Written, new: str, sources: Sources) -> list[FileEdit]:
    """The edits that make a passage read so; refused if one of them has no sure place."""
    return [_edited(own, stretch, sources) for stretch in stretches(own.text, new)]


def stretches(before: str, after: str) -> Iterator[Stretch]:
    """What differs, word by word; what is only typed otherwise is no difference, nor is a printed label."""
    labels = LABEL.match(before), LABEL.match(after)
    at, start = (0 if label is None or not all(labels) else label.end() for label in labels)
    old, new = _TOKEN.findall(before, at), _TOKEN.findall(after, start)
    for _, first, last, new_first, new_last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words, other = "".join(old[first:last]), "".join(new[new_first:new_last])
        if words != other and meaning(words) != meaning(other):
            yield Stretch(at, at + len(words), other)
        at += len(words)


def _edited(own: Written, stretch: Stretch, sources: Sources) -> FileEdit:
    """The edit of a stretch whose every letter is written in one text, one after another."""
    places = [at for at in range(stretch.start, stretch.end) if not own.text[at].isspace()]
    if not places:
        return _inserted(own, stretch, sources)
    origins = [own.origins[at] for at in places]
    first, last = origins[0], origins[-1]
    if first is None or last is None or any(each is None for each in origins):
        raise NotPlacedError(NO_SOURCE, "этих слов в исходных файлах нет: их печатает программа или шаблон")
    value = sources.value_at(first)
    if value is None or value != sources.value_at(last) or first.offset > last.offset:
        why = "изменённые слова собраны из разных мест исходных файлов"
        raise NotPlacedError(NO_SOURCE, why, "внесите правку в план сами")
    span = Span(first.offset, last.offset + 1)
    if stretch.words.strip():
        return FileEdit(first.file, span, written(value, stretch.words.strip()))
    gone = own.text[stretch.start : stretch.end]
    return FileEdit(first.file, _with_space(value, span, gone), "")


def _with_space(value: Value, span: Span, words: str) -> Span:
    """A stretch with as much space around it as its words have, in a text that may break lines there."""
    source = value.file.text
    start, end = span
    while words[-1].isspace() and end < value.span.end and source[end].isspace():
        end += 1
    while words[0].isspace() and start > value.span.start and source[start - 1].isspace():
        start -= 1
    return Span(start, end)


def _inserted(own: Written, stretch: Stretch, sources: Sources) -> FileEdit:
    """New words beside what they stand at; in the plan rather than in a directory that others read, too."""
    left = _neighbour(own, range(stretch.start - 1, -1, -1))
    right = _neighbour(own, range(stretch.end, len(own.text)))
    before = None if left is None else own.origins[left]
    after = None if right is None else own.origins[right]
    if before and after and stretch.start < stretch.end:
        return _between(before, after, stretch.words, sources)
    sides = [
        (before, 1, stretch.words if left == stretch.start - 1 else f" {stretch.words.strip()}"),
        (after, 0, stretch.words if right == stretch.end else f"{stretch.words.strip()} "),
    ]
    if left != stretch.start - 1 and right == stretch.end:
        sides.reverse()
    for origin, step, words in sorted(sides, key=lambda side: side[0] is not None and side[0].file > 0):
        value = None if origin is None else sources.value_at(origin)
        if origin is not None and value is not None:
            at = origin.offset + step
            return FileEdit(origin.file, Span(at, at), written(value, words))
    raise NotPlacedError(NO_SOURCE, "слова вписаны рядом с тем, что печатает программа или шаблон")


def _between(before: Origin, after: Origin, words: str, sources: Sources) -> FileEdit:
    """A mark in the place of a space."""
    value = sources.value_at(before)
    if value is None or value != sources.value_at(after):
        raise NotPlacedError(NO_SOURCE, "знак вписан между словами из разных мест исходных файлов")
    return FileEdit(before.file, Span(before.offset + 1, after.offset), written(value, words))


def _neighbour(own: Written, places: range) -> int | None:
    return next((at for at in places if not own.text[at].isspace()), None)
