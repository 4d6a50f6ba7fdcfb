"""XML of a package: parts to trees in one vocabulary, and values of attributes that never fail.

Strict Open XML (ECMA-376, part 1) and the transitional kind (part 4) differ in namespaces only, as far as a
reader goes: a strict part is read as if it were transitional.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

Element: TypeAlias = ET.Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
V = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"

_MICROSOFT = "http://schemas.microsoft.com/office/"
NAMESPACES = frozenset(
    (
        *(each.strip("{}") for each in (W, R, A, M, MC, W14, V)),
        *(f"urn:schemas-microsoft-com:office:{name}" for name in ("office", "word", "excel", "powerpoint")),
        *(
            f"http://schemas.openxmlformats.org/drawingml/2006/{name}"
            for name in (
                *("wordprocessingDrawing", "picture", "chart", "chartDrawing", "diagram", "compatibility"),
                *("lockedCanvas", "spreadsheetDrawing"),
            )
        ),
        *(
            f"{_MICROSOFT}word/{name}"
            for name in (
                *("2006/wordml", "2010/wordprocessingCanvas", "2010/wordprocessingDrawing"),
                *("2010/wordprocessingGroup", "2010/wordprocessingInk", "2010/wordprocessingShape"),
                *("2012/wordml", "2015/wordml/symex", "2016/wordml/cid", "2018/wordml", "2018/wordml/cex"),
                *("2020/wordml/sdtdatahash", "2023/wordml/word16du", "2024/wordml/sdtformatlock"),
                "2012/wordprocessingDrawing",
            )
        ),
        *(
            f"{_MICROSOFT}drawing/{name}"
            for name in (
                *("2007/8/2/chart", "2008/diagram", "2010/main", "2012/chart", "2012/main", "2014/main"),
                *("2014/chart", "2014/chartex", "2015/9/8/chartex", "2015/10/21/chartex", "2016/5/9/chartex"),
                *("2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex", "2016/5/13/chartex"),
                *("2016/5/14/chartex", "2016/SVG/main", "2016/ink", "2017/model3d", "2017/decorative"),
            )
        ),
    )
)
"""Those that word processors of today know."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPACES = " \t\r\n"
_MOST_IGNORING = 16
"""Elements of a part that name what others may ignore: word processors write one, its root."""
_NUMBERS = 1000
"""Attributes of one wording, of which a table has a few in all its cells."""
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/", "http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/", "http://schemas.openxmlformats.org/"),
)
_HOLDERS = {f"{W}{name}": f"{W}{name}Pr" for name in ("p", "r", "tc", "tr")}
"""Elements of which there are many, with the first of their children: their properties."""
_Stated: TypeAlias = tuple[Any, ...]
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_MEASURE = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|mm|cm|in|pc|pi)?\s*")
_TWIPS = {"pt": 20, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pc": 240, "pi": 240}
"""Of units that strict measures are written in."""


def parsed(part: bytes) -> Element | None:
    """The root of a part; `None` if it is no XML, or no word processor has written it."""
    content = _transitional(_utf8(part))
    try:
        root, is_compatible = _tree(content)
        if is_compatible:
            root, shared = _of_today(content), dict[_Stated, Element]()
            for each in root.iter():
                _share(each, shared)
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        return None
    _hand_down(root)
    return root


def _tree(content: bytes) -> tuple[Element, bool]:
    """The root, and whether a namespace that it declares is that of markup compatibility.

    The parser says so: a name may be written with references to characters, or in another encoding.
    """
    events: Any = ET.iterparse(BytesIO(content), ("start-ns", "end"))
    declared: set[str] = set()
    shared: dict[_Stated, Element] = {}
    for event, found in events:
        if event == "start-ns":
            declared.add(found[1])
        elif found.tag in _HOLDERS:
            _share(found, shared)
    return events.root, MC.strip("{}") in declared


def _of_today(content: bytes) -> Element:
    """The root of a part as a word processor of today has it (part 3, 10): what it does not know is out.

    Of alternatives that it does not know only their names are left in `Requires`.
    """
    events: Any = ET.iterparse(BytesIO(content), ("start", "start-ns", "end-ns"))
    opened: list[str] = []
    namespaces: defaultdict[str, list[str]] = defaultdict(lambda: [""])
    ignoring: list[tuple[Element, dict[str, str]]] = []
    for event, found in events:
        if event == "start-ns":
            prefix, uri = found
            opened.append(prefix)
            namespaces[prefix].append(uri)
        elif event == "end-ns":
            namespaces[opened.pop()].pop()
        elif found.get(f"{MC}Ignorable") is not None:
            if len(ignoring) == _MOST_IGNORING:
                raise ValueError(_MOST_IGNORING)
            ignoring.append((found, {prefix: uris[-1] for prefix, uris in namespaces.items()}))
        elif found.tag == f"{MC}Choice":
            needed = found.get("Requires", "").split()
            unknown = (each for each in needed if namespaces[each][-1] not in NAMESPACES)
            found.set("Requires", " ".join(unknown))
    for holder, known in ignoring:
        _ignore(holder, known)
    root: Element = events.root
    return root


def _share(holder: Element, shared: dict[_Stated, Element]) -> None:
    """Let it have the properties of another that say the same: a table has as many as cells, and few kinds.

    So they take little memory, and who reads them knows them again.
    """
    wanted = _HOLDERS.get(holder.tag)
    if wanted is not None and len(holder) and holder[0].tag == wanted:
        holder[0] = shared.setdefault((wanted, _stated(holder[0])), holder[0])


def _stated(properties: Element) -> _Stated:
    """Everything that properties say."""
    return tuple(
        [
            (each.tag, *each.items(), *_stated(each)) if len(each) else (each.tag, *each.items())
            for each in properties
        ]
    )


def _ignore(holder: Element, prefixes: Mapping[str, str]) -> None:
    """Drop what a word processor that does not know its namespace leaves out (part 3, 10.1)."""
    named = (each.partition(":") for each in holder.get(f"{MC}ProcessContent", "").split())
    kept = {f"{{{prefixes.get(prefix)}}}{name}" for prefix, _, name in named}
    ignored = {prefixes.get(prefix, "") for prefix in holder.get(f"{MC}Ignorable", "").split()}
    unknown = ignored - NAMESPACES - {""}
    for parent in list(holder.iter()) if unknown else ():
        for each in list(parent):
            namespace, brace, _ = each.tag.partition("}")
            if namespace[1:] in unknown and kept.isdisjoint((each.tag, f"{namespace}{brace}*")):
                parent.remove(each)


def _hand_down(root: Element) -> None:
    """Say of each element below what is said above it of the spaces in its text (2.10 of XML)."""
    for holder in root.iter():  # from above
        said = holder.get(_SPACE) if len(holder) else None
        if said is not None:
            for each in holder:
                each.attrib.setdefault(_SPACE, said)


def _utf8(part: bytes) -> bytes:
    if not part.startswith((b"\xff\xfe", b"\xfe\xff")):
        return part
    text = part.decode("utf-16", "replace").lstrip()
    declaration = _DECLARATION.match(text)
    return text[declaration.end() if declaration else 0 :].encode("utf-8", "replace")


def _transitional(part: bytes) -> bytes:
    if _STRICT in part:
        for strict, transitional in _TRANSITIONAL:
            part = part.replace(strict, transitional.strip("{}").encode())
    return part


def value(element: Element | None, default: str = "") -> str:
    """`w:val` of an element, which may be missing."""
    return default if element is None else element.get(VAL, default)


def is_on(element: Element | None) -> bool:
    """Whether a property that stands for yes by itself (17.17.4) is set."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off")


def is_true(text: str) -> bool:
    """Whether an attribute that stands for yes or no (22.9.2.7) says yes."""
    return text in ("1", "true", "on")


def typed(element: Element) -> str:
    """The text of an element; spaces at its ends count only where they are to be preserved (2.10 of XML)."""
    text = element.text or ""
    trimmed = text.strip(_SPACES)
    if text == trimmed:
        return text
    return text if element.get(_SPACE) == "preserve" else trimmed


@lru_cache(maxsize=_NUMBERS)
def whole(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute."""
    found = _MEASURE.fullmatch(text or "")
    return default if found is None else int(float(found[1]))


@lru_cache(maxsize=_NUMBERS)
def twips(text: str | None, default: int = 0) -> int:
    """A measure of an attribute: twentieths of a point, or a number with its unit."""
    found = _MEASURE.fullmatch(text or "")
    return default if found is None else int(float(found[1]) * _TWIPS.get(found[2], 1))


def child(element: Element | None, *names: str) -> Element | None:
    """An element down a way of `w:` names; `None` if there is none."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def by_tag(properties: Iterable[Element] | None) -> dict[str, Element]:
    """The properties that an element holds, each of which stands once."""
    return {} if properties is None else {each.tag: each for each in properties}


def unwrapped(element: Element, wanted: str, props: frozenset[str] = frozenset()) -> Iterator[Element]:
    """Children of a tag, those inside wrappers such as content controls included, in order."""
    for each in element:
        if each.tag == wanted:
            yield each
        elif each.tag not in props:
            yield from unwrapped(each, wanted, props)
