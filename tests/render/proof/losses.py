"""What becomes of templates that lose a piece: four blanks, each without each of its pieces in turn.

    python tests/render/proof/losses.py

prints, for each blank, how many losses `template check` refuses, how many more a build refuses, and how
many do no harm: then every requisite is in the order all the same, which `test_losses.py` looks at.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml.parser import parse_xml
from lxml import etree

from roadmapc.assets import asset
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.specimen import SPECIMENS, specimens
from roadmapc.render.proof.document import proved
from roadmapc.source.package import stored

MAIN = "word/document.xml"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
with ZipFile(BytesIO(asset("templates", "order.docx"))) as shipped:
    PARTS = {name: shipped.read(name) for name in shipped.namelist()}

TRIALS = specimens(("sitting", "agreements"), ())
"""Orders that have all that the shipped template prints."""

Element = Any
Blank = Callable[[Element], None]


def text_of(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def is_service(paragraph: Element) -> bool:
    return text_of(paragraph).startswith(("{%", "{#"))


def paragraph_with(body: Element, text: str) -> Element:
    return next(each for each in body.iterchildren(f"{W}p") if text in text_of(each))


def table_of(*columns: tuple[int, list[Element]]) -> Element:
    """A borderless table of one row; a column is its width in twips and its paragraphs."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr></w:tc>' for width, _ in columns
    )
    table = parse_xml(f'<w:tbl xmlns:w="{NS}"><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>')
    for cell, (_, paragraphs) in zip(table.iter(f"{W}tc"), columns, strict=True):
        cell.extend(paragraphs)
    return table


def plain_paragraph(text: str) -> Element:
    return parse_xml(f'<w:p xmlns:w="{NS}"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')


def shipped_blank(body: Element) -> None:
    """The template as it comes."""


def table_blank(body: Element) -> None:
    """Date and number, and post and name of who signs, in the cells of two tables."""
    dated, signed = paragraph_with(body, "{{ date }}"), paragraph_with(body, "{{ signature.name }}")
    style = signed.find(f"{W}pPr")
    body.replace(
        dated, table_of((4800, [plain_paragraph("{{ date }}")]), (4800, [plain_paragraph("№ {{ number }}")]))
    )
    post, name = plain_paragraph("{{ signature.post }}"), plain_paragraph("{{ signature.name }}")
    name.insert(0, deepcopy(style))
    body.replace(signed, table_of((4800, [post]), (4800, [name])))


def corner_blank(body: Element) -> None:
    """All that stands above the title in the left cell of a table."""
    title = paragraph_with(body, "{{ title }}")
    above = [each for each in body.iterchildren() if body.index(each) < body.index(title)]
    dated = paragraph_with(body, "{{ date }}")
    above = [plain_paragraph("{{ date }} № {{ number }}") if each is dated else each for each in above]
    body.remove(dated)
    body.insert(0, table_of((4800, above), (4800, [plain_paragraph("")])))


def controlled_blank(body: Element) -> None:
    """Everything that is printed in a content control of its own, but the places of our own tables."""
    for paragraph in list(body.iterchildren(f"{W}p")):
        text = text_of(paragraph)
        if text and not is_service(paragraph) and text not in ("{{ appendix.content }}", "{{ clause.text }}"):
            control = parse_xml(f'<w:sdt xmlns:w="{NS}"><w:sdtPr/><w:sdtContent/></w:sdt>')
            body.replace(paragraph, control)
            control[1].append(paragraph)


BLANKS: dict[str, Blank] = {
    "shipped": shipped_blank,
    "table": table_blank,
    "corner": corner_blank,
    "controls": controlled_blank,
}


@cache
def blank(name: str) -> bytes:
    """The main part of a blank."""
    tree = parse_xml(PARTS[MAIN])
    BLANKS[name](tree[0])
    return etree.tostring(tree)


@dataclass(frozen=True)
class Loss:
    """A piece that a blank is without."""

    name: str
    template: bytes


def template(tree: Element) -> bytes:
    return stored({**PARTS, MAIN: etree.tostring(tree)})


def losses(name: str) -> Iterator[Loss]:
    """Every field, paragraph, loop, condition, cell and table of a blank, one at a time."""
    for at, text in enumerate(parse_xml(blank(name)).iter(f"{W}t")):
        for tag in dict.fromkeys(each for each in _fields(text.text or "")):
            tree = parse_xml(blank(name))
            there = list(tree.iter(f"{W}t"))[at]
            there.text = (there.text or "").replace(tag, "", 1)
            yield Loss(f"field {tag} of {at}", template(tree))
    for kind in ("p", "tc", "tbl", "sdt"):
        for at, each in enumerate(parse_xml(blank(name)).iter(W + kind)):
            if kind == "p" and (not text_of(each) or text_of(each).startswith("{#")):
                continue
            tree = parse_xml(blank(name))
            _remove(list(tree.iter(W + kind))[at])
            yield Loss(f"{kind} {text_of(each)[:50]!r}", template(tree))
    for at, end in _blocks(blank(name)):
        tree = parse_xml(blank(name))
        paragraphs = list(tree.iter(f"{W}p"))
        what = text_of(paragraphs[at])
        for paragraph in paragraphs[at : end + 1]:
            _remove(paragraph)
        yield Loss(f"block {what}", template(tree))


def _fields(text: str) -> Iterator[str]:
    while "{{" in text:
        start = text.index("{{")
        end = text.index("}}", start) + 2
        yield text[start:end]
        text = text[end:]


def _blocks(content: bytes) -> Iterator[tuple[int, int]]:
    """First and last paragraphs of loops and conditions, by their places among all paragraphs."""
    open_tags: list[int] = []
    for at, paragraph in enumerate(parse_xml(content).iter(f"{W}p")):
        text = text_of(paragraph)
        if text.startswith(("{%p for", "{%p if")):
            open_tags.append(at)
        elif text.startswith("{%p end"):
            yield open_tags.pop(), at


def _remove(element: Element) -> None:
    """An element gone, with an empty paragraph where the markup demands one."""
    parent = element.getparent()
    if element.tag == f"{W}tc" and len(parent.findall(f"{W}tc")) == 1:
        return _remove(parent)
    parent.remove(element)
    if parent.tag == f"{W}tc" and parent.find(f"{W}p") is None:
        parent.append(plain_paragraph(""))
    if parent.tag == f"{W}tr" and parent.find(f"{W}tc") is None:
        _remove(parent)
    return None


def outcome(loss: Loss, order: OrderView) -> str | bytes:
    """Who refuses a template: `check` or `build`; else the document that it makes of an order."""
    if any(proved(each, loss.template).value is None for each in TRIALS):
        return "check"
    made = proved(order, loss.template).value
    return "build" if made is None else made


def main() -> None:
    """Print the table."""
    print(f"{'blank':10}{'pieces':>8}{'check':>8}{'build':>8}{'harmless':>10}")
    for name in BLANKS:
        results = [outcome(loss, SPECIMENS[1]) for loss in losses(name)]
        counts = [len(results), results.count("check"), results.count("build")]
        harmless = sum(isinstance(result, bytes) for result in results)
        print(f"{name:10}{counts[0]:8}{counts[1]:8}{counts[2]:8}{harmless:10}")


if __name__ == "__main__":
    main()
