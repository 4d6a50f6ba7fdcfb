"""Drawings, in DrawingML and VML: which words they bear, and what else is seen in them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from roadmapc.wordprocessing.boxes import box
from roadmapc.wordprocessing.package import Package
from roadmapc.wordprocessing.reading import Kind
from roadmapc.wordprocessing.room import Outline
from roadmapc.wordprocessing.xml import MC, A, Element, R, V, W, parsed, whole

BOX = f"{W}txbxContent"
_SHAPES = frozenset(
    (
        "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}wsp",
        *(
            f"{V}{name}"
            for name in ("arc", "curve", "line", "oval", "polyline", "rect", "roundrect", "shape")
        ),
    )
)
_CHARTS = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
    )
)
_LINES = ("line", "straightConnector1")
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DIAGRAM_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}t"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_INK = frozenset((f"{W}contentPart", "{http://schemas.microsoft.com/office/word/2010/wordml}contentPart"))
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWN = f"{_WP}docPr"
_TEXTS = (f"{W}t", f"{A}t")
_TURNS = ("rot", "flipH", "flipV")
_EXTENSIONS = f"{A}extLst"
_NO_EFFECT = "{http://schemas.microsoft.com/office/drawing/2010/main}useLocalDpi"
"""The one extension of `a:blip` that shows nothing else in its place (MS-ODRAWXML, 2.3.1)."""
_CHANGING = frozenset(
    f"{A}{name}"
    for name in (
        *("blur", "custGeom", "effectDag", "fillOverlay", "glow", "gradFill", "grpFill", "innerShdw"),
        *("outerShdw", "pattFill", "prstShdw", "reflection", "scene3d", "softEdge", "sp3d", "tile"),
    )
)
"""What covers a picture, cuts it, or bends it."""
_LINKS = (f"{A}hlinkClick", f"{A}hlinkHover")


class Seen(NamedTuple):
    """Something in a drawing that is no text."""

    kind: Kind
    digest: str
    width: int = 0
    """Of a picture, in English Metric Units, as is its height; 0 if its drawing does not say."""
    height: int = 0
    said: str = ""
    """The description of a picture, the words of a link."""


class Drawing(NamedTuple):
    """What a drawing holds."""

    boxes: tuple[Element, ...]
    """Text boxes, to be read as stories."""
    texts: tuple[str, ...]
    """Paragraphs of other texts: of WordArt, of SmartArt."""
    things: tuple[Seen, ...]
    is_hidden: bool = False
    place: Outline = Outline(0, 0, 0, 0)
    """Of its text boxes."""


def drawing(element: Element, package: Package, part: str) -> Drawing:
    """What `w:drawing`, `w:pict` or `w:object` of a part holds."""
    seen = list(_seen(element))
    texts = [text for each in seen for text in _texts(each)]
    things = []
    for kind, reference in (thing for each in seen for thing in _things(each)):
        content = _content(package, part, reference)
        if kind is Kind.DIAGRAM:
            texts.extend(_words(content))
        way = "".join(map(_shown, seen)) if kind is Kind.PICTURE else ""
        digest = sha256((content or reference.encode()) + way.encode()).hexdigest()
        of_picture = (*_size(seen), _description(seen)) if kind is Kind.PICTURE else ()
        things.append(Seen(kind, digest, *of_picture))
    leads = ((each.get(f"{R}id", ""), _description(seen)) for each in seen if each.tag in _LINKS)
    things += [
        Seen(Kind.LINK, _content(package, part, reference).decode(errors="replace"), said=said)
        for reference, said in leads
    ]
    bare = (each for each in seen if each.tag in _SHAPES and _is_bare(each))
    things += [Seen(Kind.SHAPE if _is_filled(each) else Kind.LINE, "") for each in bare]
    objects = [thing for thing in things if thing.kind is Kind.OBJECT]  # with a picture of itself
    boxes = tuple(each for each in seen if each.tag == BOX)
    return Drawing(
        boxes=boxes,
        texts=tuple(filter(str.strip, texts)),
        things=tuple(objects or things),
        is_hidden=any(each.tag == _DRAWN and each.get("hidden") in ("1", "true", "on") for each in seen),
        place=box(seen) if boxes else Outline(0, 0, 0, 0),
    )


def _texts(element: Element) -> Iterator[str]:
    """Words that an element bears itself."""
    if element.tag == f"{V}textpath":
        yield element.get("string", "")
    elif element.tag == f"{A}p":
        yield _words_of(element)


def _words_of(paragraph: Element) -> str:
    """The text of a paragraph of DrawingML."""
    return "".join(text.text or "" for text in paragraph.iter(f"{A}t"))


def chosen(element: Element) -> Element | None:
    """The branch of `mc:AlternateContent` that word processors of today take."""
    for choice in element.iterfind(f"{MC}Choice"):
        if not choice.get("Requires"):
            return choice
    return element.find(f"{MC}Fallback")


def is_told_otherwise(element: Element) -> bool:
    """Whether branches of `mc:AlternateContent` have different words; a picture may stand for any.

    Programs choose by what they know, some by a prefix alone: no two need show the same branch.
    """
    said = {
        "".join("".join(text.text or "" for tag in _TEXTS for text in branch.iter(tag)).split())
        for branch in element
    }
    has_picture = any(next(element.iter(tag), None) is not None for tag in (f"{A}blip", f"{V}imagedata"))
    return len(said - {""} if has_picture else said) > 1


def _seen(element: Element) -> Iterator[Element]:
    """The elements of a drawing in their order, of alternatives one; text boxes are left closed."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == f"{MC}AlternateContent":
            branch = chosen(each)
            waiting += () if branch is None else (branch,)
            continue
        yield each
        if each.tag not in (BOX, f"{A}p"):
            waiting += reversed(each)


def _is_bare(shape: Element) -> bool:
    """Whether a shape has no words of its own, but may lie over those of others."""
    boxed = any(text.text and text.text.strip() for tag in _TEXTS for text in shape.iter(tag))
    return not boxed and shape.find(f".//{V}imagedata") is None and shape.find(f".//{V}textpath") is None


def _is_filled(shape: Element) -> bool:
    """Whether a shape covers what is under it."""
    if shape.tag.startswith(V):
        return shape.tag != f"{V}line" and shape.get("filled", "t") not in ("f", "false", "0")
    is_line = any(each.get("prst", "") in _LINES for each in shape.iter(f"{A}prstGeom"))
    return not is_line and not any(each.find(f"{A}noFill") is not None for each in shape)


def _things(element: Element) -> Iterator[tuple[Kind, str]]:
    """What an element shows, with the id of the part that it shows."""
    if element.tag == f"{A}blip":
        yield Kind.PICTURE, element.get(f"{R}embed") or element.get(f"{R}link") or ""
    elif element.tag == f"{V}imagedata":
        yield Kind.PICTURE, element.get(f"{R}id", "")
    elif element.tag in _CHARTS:
        yield Kind.CHART, element.get(f"{R}id", "")
    elif element.tag == _DIAGRAM:
        yield Kind.DIAGRAM, element.get(f"{R}dm", "")
    elif element.tag in (_OLE, f"{W}control"):
        yield Kind.OBJECT, element.get(f"{R}id", "")
    elif element.tag in _INK:
        yield Kind.INK, element.get(f"{R}id", "")


def _shown(element: Element) -> str:
    """What an element changes in a picture that is shown: its sides, colours, direction; a place of its own.

    By 20.1.8.55, 20.1.8.13, 20.1.7.6 and 20.4.2.3; empty if it changes nothing.
    """
    said: Iterable[tuple[str, str]] = ()
    if element.tag in (f"{A}srcRect", f"{A}fillRect"):
        said = ((f"{element.tag}{name}", how) for name, how in element.items())
    elif element.tag == f"{A}xfrm":
        said = ((name, element.get(name, "0")) for name in _TURNS)
    elif element.tag == f"{A}blip":
        changes = (*element, *element.iterfind(f"{_EXTENSIONS}/*/*"))
        untold = (_EXTENSIONS, _NO_EFFECT)
        said = ((each.tag, str(sorted(each.items()))) for each in changes if each.tag not in untold)
        if element.get(f"{R}link") and element.get(f"{R}embed"):  # one may be put in the place of the other
            said = (*said, (f"{R}link", "too"))
    elif element.tag == f"{_WP}anchor" or "position:absolute" in element.get("style", ""):
        said = ((element.tag, "placed"),)
    elif element.tag == f"{A}prstGeom":
        said = () if element.get("prst") == "rect" else ((element.tag, element.get("prst", "")),)
    elif element.tag in _CHANGING:
        said = ((element.tag, str(sorted(element.items()))),)
    return " ".join(f"{name}{how}" for name, how in sorted(said) if how not in ("", "0", "false"))


def _size(seen: Iterable[Element]) -> tuple[int, int]:
    """Of what is drawn; of a picture among others in a group, that of the group."""
    sizes = (
        (max(1, whole(each.get("cx"))), max(1, whole(each.get("cy"))))
        for each in seen
        if each.tag == f"{_WP}extent"
    )
    return next(sizes, (0, 0))


def _description(seen: Iterable[Element]) -> str:
    """The words that stand for a picture where it is not seen (20.4.2.5, `alt` of VML)."""
    said = (
        f"{each.get('title', '')} {each.get('descr', '')}" if each.tag == _DRAWN else each.get("alt", "")
        for each in seen
    )
    return next((" ".join(text.split()) for text in said if text.strip()), "")


def _content(package: Package, part: str, reference: str) -> bytes:
    """The part that an id stands for, or the address outside; empty if it stands for nothing."""
    link = package.relationships(part).get(reference)
    if link is None:
        return b""
    return link.target.encode() if link.is_external else package.content(link.target) or b""


def _words(content: bytes) -> Iterator[str]:
    """Paragraphs of the data of a diagram."""
    root = parsed(content) if content else None
    for point in () if root is None else root.iter(_DIAGRAM_TEXT):
        for paragraph in point.iter(f"{A}p"):
            yield _words_of(paragraph)
