"""Where things are written: a stretch of a scalar's value, the mark of an item."""

import unicodedata
from dataclasses import replace
from functools import lru_cache

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode


def relocated(diagnostic: Diagnostic, file: SourceFile, node: ScalarNode | MappingNode) -> Diagnostic:
    """A finding about the words of a scalar, moved to where the scalar is written."""
    place = diagnostic.place
    related = tuple(Label(_moved(label.place, file, node), label.text) for label in diagnostic.related)
    moved = Place(file, node.span) if place is None else _moved(place, file, node)
    return replace(diagnostic, place=moved, related=related)


def _moved(place: Place, file: SourceFile, node: ScalarNode | MappingNode) -> Place:
    return Place(file, locate(file, node, place.file.text, place.span))


def locate(file: SourceFile, node: ScalarNode | MappingNode, text: str, span: Span) -> Span:
    """The written place of `span` of `text`, which is the value of the node, spaces aside.

    A text that fields amount to is written nowhere: the name of the first field stands for it.

    Folding changes only white space, so text and source are walked together, letter by letter;
    a value with escapes is given as a whole.
    """
    if isinstance(node, MappingNode):
        return next(iter(node.fields.values()))[0].span
    written = _written(text, file.text[node.start : node.end])
    if isinstance(written, int):
        return span.shifted(node.start + written)
    if not written:
        return node.span
    last = node.start + written[max(span.end - 1, 0)] + 1
    while unicodedata.combining(file.text[last : last + 1] or " "):
        last += 1
    return Span(node.start + written[span.start], last)


def dash(file: SourceFile, item: Node) -> int | None:
    """The mark of an item of a list; `None` if it is not the first thing of its line, as in brackets."""
    at = file.text.rfind("-", 0, item.start)
    line = file.text.rfind("\n", 0, at) + 1
    is_first = not file.text[line:at].strip(" ") and not file.text[at + 1 : item.start].strip(" ")
    return at if at >= 0 and is_first else None


@lru_cache(maxsize=256)  # a text is asked for as often as something is found in it
def _written(text: str, source: str) -> int | list[int]:
    """Where the text stands in its source as it reads; else the offset of each of its characters.

    None of them if the source has escapes. A letter may be written in parts.
    """
    at = 1 if source[:1] in ('"', "'") else 0
    if source[:1] in ("|", ">"):
        at = source.find("\n") + 1
    exact = source.find(text, at)
    if exact >= 0:
        return exact
    places: list[int] = []
    for character in text:
        if not character.isspace():
            while source[at : at + 1].isspace():
                at += 1
            parts = (character, unicodedata.normalize("NFD", character))
            written = next((each for each in parts if source.startswith(each, at)), None)
            if written is None:
                return []
            places.append(at)
            at += len(written)
        else:
            places.append(min(at, len(source) - 1))
    return places
