"""What the struck out words of the old document refer to: its pictures, its footnotes, their styles."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

MAIN, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_CONTENTS, _FOOTNOTES, _STYLES = "[Content_Types].xml", "word/footnotes.xml", "word/styles.xml"
_FORMER = 16_384
"""Added to numbers of the old document's footnotes and drawings; an id of a footnote is 32,767 at most."""

Parts = Mapping[str, bytes]


def set_apart(main: Any) -> None:
    """Give footnotes and drawings of the old document's text numbers that the new one has not."""
    for reference in main.iter(qn("w:footnoteReference")):
        reference.set(qn("w:id"), _former(reference.get(qn("w:id"))))
    for properties in main.iter(qn("wp:docPr")):
        properties.set("id", _former(properties.get("id")))


def unlink(main: Any) -> None:
    """Take away the links inside a text and what they lead to: words are compared through them."""
    for link in list(main.iter(qn("w:hyperlink"))):
        if link.get(qn("w:anchor")):
            for child in list(link):
                link.addprevious(child)
            link.getparent().remove(link)
    for start in list(main.iter(qn("w:bookmarkStart"))):
        end = start.getnext()
        if end is not None and end.tag == qn("w:bookmarkEnd"):  # it marks a place, not words
            start.getparent().remove(start)
            end.getparent().remove(end)


def footnotes(old: Parts, new: Parts) -> dict[str, Any]:
    """The footnotes of both documents (`w:footnote`) by the ids under which texts refer to them."""
    own = {note.get(qn("w:id")): note for note in _notes(new)}
    for note in _notes(old):
        note.set(qn("w:id"), _former(note.get(qn("w:id"))))
        own[note.get(qn("w:id"))] = note
    return own


def _notes(parts: Parts) -> Iterator[Any]:
    """Footnotes, without the lines between them and the text."""
    root = parse_xml(parts[_FOOTNOTES]) if _FOOTNOTES in parts else ()
    return (note for note in root if note.get(qn("w:type")) is None)


def _former(number: str) -> str:
    return str(int(number) + _FORMER)


def joined(old: Parts, new: Parts, main: Any, notes: Mapping[str, Any]) -> dict[str, bytes]:
    """The parts of the new document with those of the old one that `main`, made of both, refers to."""
    parts = {**old, **new, MAIN: serialize_part_xml(main)}
    for path in (LINKS, _CONTENTS, _STYLES):
        parts[path] = _with_others(new[path], old[path])
    if _FOOTNOTES in parts:
        root = parse_xml(parts[_FOOTNOTES])
        for note in list(root):
            if note.get(qn("w:type")) is None:
                root.remove(note)
        # in the order of reading, by which LibreOffice finds them
        referred = (each.get(qn("w:id")) for each in main.iter(qn("w:footnoteReference")))
        root.extend(notes[name] for name in referred if name in notes)
        parts[_FOOTNOTES] = serialize_part_xml(root)
    return parts


def _with_others(new: bytes, old: bytes) -> bytes:
    """A part with the elements that only the old document's has, known by their names."""
    root = parse_xml(new)
    known = set(map(_name, root))
    others = [each for each in parse_xml(old) if _name(each) is not None and _name(each) not in known]
    root.extend(others)
    return serialize_part_xml(root) if others else new


def _name(element: Any) -> str | None:
    names = (element.get(name) for name in ("Id", "PartName", qn("w:styleId")))
    return next(filter(None, names), None)
