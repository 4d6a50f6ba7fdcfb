"""Findings without the files that they were found in: of these they keep the lines that a report shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.excerpt import Excerpt, excerpt
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

_OPENS_BLOCK = (">", "|", "-", "+")
"""How a line ends whose text may begin below it, where a report shows it."""


def excerpted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same findings, as every report prints them, with excerpts for files."""
    found = tuple(diagnostics)
    numbers: defaultdict[SourceFile, set[int]] = defaultdict(set)
    for file, span in (place for each in found for place in _places(each)):
        numbers[file] |= set(_shown(file, span))
    files = {file: excerpt(file, lines) for file, lines in numbers.items()}
    return tuple(_moved(each, files) for each in found)


def _places(one: Diagnostic) -> Iterator[Place]:
    """Everywhere that a finding points to; its correction is a place of its file."""
    if one.place is not None:
        yield one.place
        if one.edit is not None:
            yield Place(one.place.file, one.edit.span)
    yield from (label.place for label in one.related)


def _shown(file: SourceFile, span: Span) -> Iterator[int]:
    """The line that a place begins on, perhaps the one below it, and the line that it ends on."""
    first = file.position(span.start).line
    yield first
    if file.line(first).rstrip().endswith(_OPENS_BLOCK):
        yield first + 1
    yield file.position(span.end).line


def _moved(one: Diagnostic, files: dict[SourceFile, Excerpt]) -> Diagnostic:
    def moved(place: Place) -> Place:
        file, (start, end) = place
        return Place(files[file], files[file].span(file.position(start), file.position(end)))

    related = tuple(Label(moved(label.place), label.text) for label in one.related)
    if one.place is None:
        return replace(one, related=related)
    edit = one.edit and one.edit._replace(span=moved(Place(one.place.file, one.edit.span)).span)
    return replace(one, place=moved(one.place), related=related, edit=edit)
