"""Pictures that a plan names: in parts of their own, and between the paragraphs of its prose."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.files import path_of
from roadmapc.model.from_tree.fields import mapping, mappings, optional_scalar, scalar
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.markdown_parts import pictures


class PictureReference(NamedTuple):
    """Where a plan names a picture."""

    path: str
    """From the plan's folder."""
    place: Place


def picture_references(
    plan: SourceFile, node: MappingNode, texts: Mapping[str, SourceFile]
) -> Iterator[PictureReference]:
    """Every place of a plan that names a picture; `texts` are its files of prose by its references."""
    for part in (part for appendix in mappings(node, "appendices") for part in mappings(appendix, "parts")):
        if "picture" in part.fields:
            file = scalar(mapping(part, "picture"), "file")
            yield PictureReference(path_of(file.text, ""), Place(plan, file.span))
        own, named = optional_scalar(part, "text"), optional_scalar(part, "file")
        if own is not None:
            yield from _of_prose(plan, own, "")
        elif named is not None and named.text in texts:
            file_of_text = texts[named.text]
            whole = ScalarNode(file_of_text.text, 0, len(file_of_text.text), is_plain=True)
            yield from _of_prose(file_of_text, whole, named.text)


def _of_prose(file: SourceFile, node: ScalarNode, text: str) -> Iterator[PictureReference]:
    for each in pictures(node.text):
        place = Place(file, locate(file, node, node.text, Span(*each.span)))
        yield PictureReference(path_of(each.file, text), place)
