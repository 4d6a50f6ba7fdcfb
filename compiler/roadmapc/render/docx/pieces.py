"""A filled template as text: cut where contents are to be written, and with what these are laid out.

No tree of a library is in it, so it can be kept from one build to the next (decision 0045).
"""

import json
import zlib
from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, TypeAlias

from roadmapc.render.docx.formatting import Face, ListKind, Page, Pages, Place, Styles

Orientations: TypeAlias = tuple[tuple[bool, ...], ...]
"""Of each appendix, whether its author turns a part of it; then, whether the page of each run is wide."""


class Pieces(NamedTuple):
    """A filled template."""

    parts: Mapping[str, tuple[bytes, ...]]
    """In the order of the archive.

    Between two pieces something is to be written; what has none is the order's own: properties, pictures.
    """
    document: str
    """The main part, cut at the rows in quotes, then at the contents of appendices."""
    numbering: str
    """That of list definitions, cut where new lists go."""
    pages: Pages
    shape: Orientations
    places: tuple[Place, ...]
    """Of the runs of all appendices."""
    styles: Styles
    definitions: Mapping[ListKind, str]
    """As `Lists` have them, as is what follows."""
    dash: int
    first: int
    bookmark: int
    """The first number that no bookmark has."""


def to_bytes(pieces: Pieces) -> bytes:
    """To be kept: a line of JSON, then the parts, all compressed."""
    lengths = [(name, [len(piece) for piece in part]) for name, part in pieces.parts.items()]
    head = json.dumps({**pieces._asdict(), "parts": lengths}, ensure_ascii=False).encode()
    content = b"".join(piece for part in pieces.parts.values() for piece in part)
    return zlib.compress(b"%b\n%b" % (head, content), level=1)


def from_bytes(kept: bytes) -> Pieces | None:
    """What was kept; `None` of anything else."""
    try:
        head, _, content = zlib.decompress(kept).partition(b"\n")
        return _pieces(json.loads(head), content)
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _pieces(found: dict[str, Any], content: bytes) -> Pieces:
    """JSON knows no tuples and no records; what lacks a field, or has one too many, is an error."""
    lengths = (length for _, part in found["parts"] for length in part)
    bounds = pairwise(accumulate(lengths, initial=0))
    pieces = iter([content[start:end] for start, end in bounds])
    face, small, *others = found["styles"]
    return Pieces(
        **found
        | {
            "parts": {name: tuple(next(pieces) for _ in part) for name, part in found["parts"]},
            "pages": Pages(*(Page(*page) for page in found["pages"])),
            "shape": tuple(map(tuple, found["shape"])),
            "places": tuple(Place(Page(*page), after) for page, after in found["places"]),
            "styles": Styles(Face(*face), Face(*small), *others),
            "definitions": {ListKind(kind): number for kind, number in found["definitions"].items()},
        }
    )
