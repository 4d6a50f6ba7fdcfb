"""How a printed order is set: what its lines break, how far its words stand apart, how full its pages are.

The paragraphs of the DOCX, as python-docx reads them, are found again in the words of the PDF, which poppler
gives in the order of writing with their boxes. So every end of a line is known with the paragraph around it.

    python tests/render/docx/printed.py build/*/order.docx    # beside each its order.pdf
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

HTML = "{http://www.w3.org/1999/xhtml}"
MM = 72 / 25.4
"""Points in a millimetre."""
TOP_MARGIN = 19
"""Millimetres from the upper edge that belong to the number of a page."""
RIVER = 3
"""Normal spaces; a wider gap of a justified line is seen as a hole."""
SPACE = 0.25
"""Width of a normal space of Times New Roman, in sizes of type."""
LINE = 1.3
"""Height of the box of a word, in sizes of type."""

HYPHENS = "\u2011-"
DASHES = "–—"
SHORT = "а|в|во|для|до|за|и|из|к|ко|на|не|о|об|от|по|при|с|со|у"

DEFECTS: dict[str, tuple[str, str]] = {
    "range broken": (rf"\d[{DASHES}{HYPHENS}]$", r"^\d"),
    "dash at the beginning of a line": (r".", rf"^[{DASHES}]\s"),
    "short word before a date or a number": (rf"(?i)(?:^|[\s(«])(?:{SHORT}) ?$", r"^[\d№]"),
    "one-letter word after a full stop": (r"(?:^|[.!?:;] )[А-ЯЁ] $", r"^."),
    "«не» parted from its word": (r"(?:^|[\s(«])[Нн]е $", r"^\w"),
    "initials parted": (r"(?:^|[\s(«])[А-ЯЁ]\. ?$", r"^[А-ЯЁ][а-яё.]"),
    "initials after their surname": (r"[А-ЯЁ][а-яё]+ $", r"^[А-ЯЁ]\. ?[А-ЯЁ]\."),
    "number sign parted": (r"[№§] ?$", r"^."),
    "number of a law broken": (rf"\d[{HYPHENS}]$", r"^(?:[А-ЯЁ]{1,4}|[а-яё]{1,2})(?![а-яё])"),
    "date parted": (r"\d ?$", r"^(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|г\.|гг\.|год)"),
    "surname before initials hyphenated": (r"[А-ЯЁ][а-яё]*$", r"^[а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\."),
    "surname after initials hyphenated": (r"[А-ЯЁ]\. [А-ЯЁ][а-яё]+$", r"^[а-яё]"),
    "month hyphenated": (r"\d (?:янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек)[а-я]*$", r"^[а-я]"),
    "word broken": (r"[А-Яа-яЁё]$", r"^[А-Яа-яЁё]"),
}
"""What an end of a line breaks, by the text before and behind it; a space before the end is kept."""


class Mark(NamedTuple):
    """A printed character that is no space."""

    text: str
    line: int
    """Ordinal of its line in the document."""
    page: int


class Box(NamedTuple):
    """A printed word, in points from the left upper corner of its page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Text(NamedTuple):
    """A paragraph of the DOCX."""

    text: str
    style: str
    is_justified: bool
    is_in_table: bool


@dataclass
class Report:
    """What was found in a document."""

    defects: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    unfound: list[str] = field(default_factory=list)
    """Paragraphs that were not found in print: the report says nothing of them."""
    justified: int = 0
    """Justified lines, the last ones of paragraphs not among them."""
    rivers: list[str] = field(default_factory=list)
    """Those with a gap wider than `RIVER`, with the gap in normal spaces."""
    hyphenated: int = 0
    """Lines that end within a word, outside of tables."""
    fills: tuple[int, ...] = ()
    """Of each page, the share of its height that is used, in per cent."""


def pages(pdf: Path) -> list[tuple[float, list[Box]]]:
    """The height and the words of each page, in the order of writing."""
    command = ["pdftotext", "-raw", "-bbox", str(pdf), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    tree = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", printed))
    return [(float(page.get("height")), [_box(word) for word in page]) for page in tree.iter(f"{HTML}page")]


def _box(word: Any) -> Box:
    return Box(*(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")), word.text or "")


def lines(words: list[Box]) -> list[list[Box]]:
    """Words of a page by line: each begins where a word stands lower, higher or to the left."""
    found: list[list[Box]] = []
    for word in words:
        last = found[-1][-1] if found else None
        is_next = last and abs(last.bottom - word.bottom) < 1 and word.left > last.right - 1
        if is_next:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def texts(document: Any) -> Iterator[Text]:
    """The paragraphs of a document with text, those of cells in their order."""
    for block in document.iter_inner_content():
        yield from _of_table(block) if isinstance(block, Table) else _of(block, is_in_table=False)


def _of_table(table: Table) -> Iterator[Text]:
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            for element in cell.iter(qn("w:p")):
                yield from _of(Paragraph(element, table), is_in_table=True)


def _of(paragraph: Any, *, is_in_table: bool) -> Iterator[Text]:
    text = re.sub(r"\s+", " ", paragraph.text).strip()
    style, justified = paragraph.style, paragraph.alignment
    while justified is None and style is not None:
        justified, style = style.paragraph_format.alignment, style.base_style
    if text:
        yield Text(text, paragraph.style.name, justified == 3, is_in_table)


def heads(document: Any) -> list[str]:
    """The heads of tables, which are printed again on each page, without spaces."""
    tables = [table._tbl.xpath("./w:tr[./w:trPr/w:tblHeader]") for table in document.tables]
    return ["".join(_plain("".join(row.itertext())) for row in rows) for rows in tables if rows]


def _plain(text: str) -> str:
    """What is looked for: without spaces, and without hyphens, which the end of a line may add."""
    return re.sub(rf"[\s{HYPHENS}]", "", text).casefold()


def report(document: Path, pdf: Path) -> Report:
    """What is found in an order and in its PDF."""
    source, found = docx.Document(str(document)), Report()
    sheets = pages(pdf)
    found.fills = tuple(_fill(height, words) for height, words in sheets)
    printed: list[list[Box]] = []
    marks: list[Mark] = []
    repeated = heads(source)
    seen: set[str] = set()
    for number, (_, words) in enumerate(sheets):
        own = [word for word in words if word.top > TOP_MARGIN * MM or not word.text.isdigit()]
        page_marks = []
        for line in lines(own):
            page_marks += [Mark(each, len(printed), number) for each in _plain("".join(w.text for w in line))]
            printed.append(line)
        text = "".join(mark.text for mark in page_marks)
        again = next((head for head in repeated if head in seen and text.startswith(head)), "")
        seen.update(head for head in repeated if head in text)
        marks += page_marks[len(again) :]
    _walk(list(texts(source)), marks, printed, found)
    return found


def _fill(height: float, words: list[Box]) -> int:
    """A share of what the margins of 20 mm leave."""
    lowest = max((word.bottom for word in words), default=0.0)
    return round(100 * (lowest - 20 * MM) / (height - 40 * MM))


def _walk(paragraphs: list[Text], marks: list[Mark], printed: list[list[Box]], found: Report) -> None:
    stream, at = "".join(mark.text for mark in marks), 0
    for paragraph in paragraphs:
        wanted = _plain(paragraph.text)
        place = stream.find(wanted, at)
        if place < 0 or (place - at > 600 and len(wanted) < 12):
            found.unfound.append(paragraph.text)
            continue
        at = place + len(wanted)
        own = marks[place:at]
        _breaks(paragraph, own, found)
        if paragraph.is_justified:
            _rivers(own, printed, found)


def _breaks(paragraph: Text, own: list[Mark], found: Report) -> None:
    """Count what the ends of a paragraph's lines break."""
    places = [index for index, each in enumerate(paragraph.text) if _plain(each)]
    for before, behind in pairwise(range(len(own))):
        if own[before].line == own[behind].line:
            continue
        left, right = paragraph.text[: places[behind]], paragraph.text[places[behind] :]
        for name, (ending, beginning) in DEFECTS.items():
            if re.search(ending, left) and re.search(beginning, right):
                if name == "word broken" and not paragraph.is_in_table:
                    found.hyphenated += 1
                    continue
                found.defects[name] += 1
                found.examples.setdefault(name, []).append(f"{left[-30:]}/{right[:30]}")


def _rivers(own: list[Mark], printed: list[list[Box]], found: Report) -> None:
    numbers = [number for number, _ in groupby(mark.line for mark in own)]
    for number in numbers[:-1]:
        line = printed[number]
        size = max(word.bottom - word.top for word in line) / LINE
        gaps = [after.left - before.right for before, after in pairwise(line)]
        widest = max(gaps, default=0.0) / (size * SPACE)
        found.justified += 1
        if widest > RIVER:
            found.rivers.append(f"{widest:.1f}: {' '.join(word.text for word in line)}")


def main(documents: list[str]) -> None:
    total = Counter[str]()
    for name in documents:
        document = Path(name)
        found = report(document, document.with_suffix(".pdf"))
        share = len(found.rivers) / found.justified if found.justified else 0
        print(f"{name}: {len(found.fills)} p., fill {', '.join(map(str, found.fills))} %")
        print(f"  rivers: {len(found.rivers)} of {found.justified} justified lines ({share:.0%})")
        for river in found.rivers:
            print(f"      {river}")
        print(f"  lines hyphenated: {found.hyphenated}; paragraphs not found: {len(found.unfound)}")
        for defect, count in found.defects.most_common():
            print(f"  {count:3} {defect}: {'; '.join(found.examples[defect][:4])}")
        total.update(found.defects)
        total.update(rivers=len(found.rivers), justified=found.justified, pages=len(found.fills))
    print(dict(total))


if __name__ == "__main__":
    main(sys.argv[1:])
