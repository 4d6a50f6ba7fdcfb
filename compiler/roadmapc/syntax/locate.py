"""From a stretch of a scalar's value to the place where it is written."""

from __future__ import annotations

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import ScalarNode


def relocated(diagnostic: Diagnostic, file: SourceFile, node: ScalarNode) -> Diagnostic:
    """A finding about the value of a scalar, moved to where the scalar is written."""
    if diagnostic.place is None:
        return diagnostic.at(Place(file, node.span))
    return diagnostic.at(Place(file, locate(file, node, diagnostic.place.span)))


def locate(file: SourceFile, node: ScalarNode, span: Span) -> Span:
    """The written place of `span` of the value.

    Folding changes only white space, so value and source are walked together, letter by letter;
    a value with escapes is given as a whole.
    """
    source = file.text[node.start : node.end]
    exact = source.find(node.text)
    if exact >= 0:
        return span.shifted(node.start + exact)
    places = _places(node.text, source)
    if places is None:
        return node.span
    return Span(node.start + places[span.start], node.start + places[max(span.end - 1, 0)] + 1)


def _places(value: str, source: str) -> list[int] | None:
    """Offset in the source of each character of the value; `None` if the value has escapes."""
    places: list[int] = []
    at = _content_start(source)
    for character in value:
        if not character.isspace():
            while at < len(source) and source[at].isspace():
                at += 1
            if at >= len(source) or source[at] != character:
                return None
            places.append(at)
            at += 1
        else:
            places.append(min(at, len(source) - 1))
    return places or None


def _content_start(source: str) -> int:
    """Past the quote or the line of the block indicator."""
    if source[:1] in "|>":
        return source.find("\n") + 1
    return 1 if source[:1] in "\"'" else 0
