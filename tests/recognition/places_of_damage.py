"""Where in a document damage is done: marks, tables with their headings, rows, sections, pieces of text."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).parents[1] / "verify"))  # packages are opened there, too

from editing import Element, Package, W, add_properties, said, xml  # noqa: F401 - damages take them from here

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Damage = Callable[[Package, Random], tuple[str, ...]]
"""What is done to a document; what it adds to the document's words."""


def lines_of(package: Package) -> list[Element]:
    """Paragraphs of the main text that stand in no table."""
    return package.body.findall(f"{W}p")


def plan_tables(package: Package) -> list[Element]:
    """Those with three columns and three rows at least."""
    tables = package.body.findall(f"{W}tbl")
    return [each for each in tables if len(each.findall(f"{W}tr")) >= 3 and columns_of(each) >= 3]


def duty_tables(package: Package) -> list[Element]:
    """Tables whose first column is of numbers."""
    return [each for each in plan_tables(package) if re.match(r"№|N", said(each.find(f"{W}tr")).strip())]


def columns_of(table: Element) -> int:
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def across(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def head_rows(table: Element) -> list[Element]:
    """Rows at the top that are headings."""
    rows = table.findall(f"{W}tr")
    marked = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    if marked:
        return marked
    deep = any(cell.find(f"{W}tcPr/{W}vMerge") is not None for cell in rows[0].iter(f"{W}tc"))
    return rows[: 2 if deep else 1]


def measure_rows(table: Element) -> list[Element]:
    """Rows below the headings with a cell a column, none of them merged."""
    return [
        row
        for row in table.findall(f"{W}tr")
        if row not in head_rows(table)
        and len(row.findall(f"{W}tc")) == columns_of(table)
        and row.find(f"{W}tc/{W}tcPr/{W}vMerge") is None
        and said(row.find(f"{W}tc")).strip()
    ]


def section_rows(table: Element) -> list[Element]:
    rows = table.findall(f"{W}tr")
    return [
        row
        for row in rows
        if len(cells := row.findall(f"{W}tc")) == 1 and across(cells[0]) == columns_of(table)
    ]


def pieces(package: Package) -> list[Element]:
    """Pieces of text with two Russian words at least: numbers and dates stay as they are."""
    return [
        text for text in package.tree().iter(f"{W}t") if len(re.findall(r"[а-яё]{3,}", text.text or "")) >= 2
    ]


def some(random: Random, all_of: list[Element], share: float = 0.2, least: int = 1) -> list[Element]:
    count = min(len(all_of), max(least, round(len(all_of) * share)))
    return random.sample(all_of, count)


def marks_of(package: Package) -> list[list[Element]]:
    """The paragraphs of each mark of an appendix."""
    marks: list[list[Element]] = []
    lines = lines_of(package)
    for at, line in enumerate(lines):
        if re.match(r"\s*(Приложение( (№|N) ?\d+)?$|Приложение|УТВЕРЖД)", spoken(line)) and is_right(line):
            if marks and line in marks[-1]:
                continue
            mark = [line]
            for following in lines[at + 1 :]:
                if not is_right(following) or not said(following).strip():
                    break
                mark.append(following)
            marks.append(mark)
    return marks


def spoken(paragraph: Element) -> str:
    """With line breaks."""
    parts = []
    for each in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "–"}
        parts.append(signs.get(each.tag, each.text or ""))
    return "".join(parts)


def is_right(paragraph: Element) -> bool:
    jc, ind = paragraph.find(f"{W}pPr/{W}jc"), paragraph.find(f"{W}pPr/{W}ind")
    if jc is not None and jc.get(f"{W}val") == "center":
        return False
    left = 0 if ind is None else int(ind.get(f"{W}left") or ind.get(f"{W}start") or 0)
    return left > 3000 or (jc is not None and jc.get(f"{W}val") in ("right", "end"))


def typed_line(text: str, align: str = "", properties: str = "") -> str:
    """A paragraph; a line break is a line break."""
    content = "".join(
        f"<w:br/><w:t xml:space='preserve'>{part}</w:t>" if at else f"<w:t xml:space='preserve'>{part}</w:t>"
        for at, part in enumerate(escaped(text).split("\n"))
    ).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{properties}{jc}</w:pPr><w:r>{content}</w:r></w:p>"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
