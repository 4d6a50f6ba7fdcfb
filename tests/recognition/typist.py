"""Orders as people type them in Word: no styles, spaces and tabs for a layout, one hand unlike another.

The package is written by hand, so that nothing in it is what our own documents have.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from io import BytesIO
from itertools import count
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from content import Appendix, Cells, Content, Head, Heading, Line, Section, Sheet

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


@dataclass(frozen=True)
class Hand:
    """How somebody types."""

    kind: str = "plain"
    """`plain` «ПРИКАЗ», `spaced` «П Р И К А З», `lower` «Приказ»."""
    requisites: str = "tab"
    """Where date and number stand: `tab` on a line, `lines`, `table`, `one` «от … № …»."""
    date: str = "digits"
    """`digits`, `verbal` «18 марта 2021 г.», `bare` without «г.», `quoted` «от «08» 02 2022г.»."""
    number: str = "№ {}"
    title: str = "paragraph"
    """`paragraph`, or `lines`: cut into short lines by hand, each a paragraph; `breaks` within one."""
    verb: str = "inline"
    """`inline`, `line`: on its own line; `spaced` letters at the end of the preamble; `bold`."""
    labels: str = "typed"
    """Of clauses: `typed`, `tight` «1.Утвердить», `tab` between label and text, `automatic`."""
    mark: str = "right"
    """Of appendices: `right`, `indent`, `tabs`, `spaces`, `table`, `box`, `breaks` in one paragraph."""
    signature: str = "tabs"
    """`tabs`, `spaces`, `table`, `lines`: the post above, the name below."""
    section: str = "merged"
    """`merged`, `beside`: the number in its own cell, `first`, `second`: other cells are empty."""
    numbers: str = "typed"
    """In the first column: `typed`, `automatic`, `dot` after each, `nodot`."""
    heads: str = "plain"
    """`plain`, `repeat`: said to repeat on pages."""
    breaks: bool = False
    """Whether lines of a cell are cut by line breaks instead of paragraphs."""
    empty_lines: bool = True
    """Whether empty paragraphs make distances."""
    separate: str = "{}"
    """What stands around an appendix: `page` break, `section`, or nothing."""


def hand_of(told: Mapping[str, Any]) -> Hand:
    known = {each.name for each in fields(Hand)}
    return Hand(**{name: value for name, value in told.items() if name in known})


def typed(content: Content, hand: Hand) -> bytes:
    """The document."""
    return Typist(content, hand).package()


def typed_date(day: date | None, form: str) -> str:
    if day is None:
        return "«___» __________ 20__ г."
    match form:
        case "verbal":
            return f"{day.day} {MONTHS[day.month - 1]} {day.year} г."
        case "bare":
            return f"от {day.day} {MONTHS[day.month - 1]} {day.year}"
        case "quoted":
            return f"от «{day:%d}» {day:%m} {day.year}г."
        case "year":
            return f"{day:%d} {MONTHS[day.month - 1]} {day.year} года"
        case _:
            return f"{day:%d.%m.%Y}"


def spaced(word: str) -> str:
    """With a space between letters, and three between words."""
    return "   ".join(" ".join(part) for part in word.split(" "))


NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
    "</Types>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
LINK = f'<Relationship Id="{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'


def run(text: str, *, bold: bool = False, size: int = 28) -> str:
    """Runs of a text; a tab is a tab, «\\v» a line break."""
    looks = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'
    words = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    words = words.replace("\v", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f"<w:r>{looks}<w:t xml:space='preserve'>{words}</w:t></w:r>" if text else ""


def paragraph(
    text: str = "",
    align: str = "",
    *,
    bold: bool = False,
    left: int = 0,
    first: int = 0,
    number: tuple[int, int] | None = None,
    new_page: bool = False,
) -> str:
    """A paragraph; `number` is a list and its level."""
    looks = "<w:pageBreakBefore/>" if new_page else ""
    if number:
        looks += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    if left or first:
        looks += f'<w:ind w:left="{left}" w:firstLine="{first}"/>'
    if align:
        looks += f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{looks}</w:pPr>{run(text, bold=bold)}</w:p>"


def cell(content: str, width: int, across: int = 1, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = {"begin": '<w:vMerge w:val="restart"/>', "go": "<w:vMerge/>"}.get(merge, "")
    looks = f'<w:tcPr><w:tcW w:w="{width * across}" w:type="dxa"/>{span}{down}</w:tcPr>'
    return f"<w:tc>{looks}{content or '<w:p/>'}</w:tc>"


def table(rows: list[str], columns: int, *, lines: bool = True) -> str:
    width = 9600 // columns
    edges = "".join(
        f'<w:{edge} w:val="{"single" if lines else "nil"}" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f"<w:gridCol w:w='{width}'/>" * columns
    looks = f'<w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: str, *, head: bool = False) -> str:
    looks = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{looks}{cells}</w:tr>"


def text_box(content: str) -> str:
    """A box with its older twin, as Word writes both."""
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        "<wp:extent cx='2500000' cy='900000'/><wp:docPr id='7' name='Надпись 7'/><a:graphic>"
        "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def cut(text: str, width: int = 42) -> list[str]:
    """Short lines."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


class Typist:
    """One document."""

    def __init__(self, content: Content, hand: Hand) -> None:
        self.content, self.hand = content, hand
        self._lists = count(10)
        self._numbering: list[str] = []

    def package(self) -> bytes:
        blocks = "".join(self.blocks())
        page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        document = f"<w:document {NAMESPACES}><w:body>{blocks}{page}</w:body></w:document>"
        numbering = f"<w:numbering {NAMESPACES}>{self._lists_part()}</w:numbering>"
        parts = {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": LINKS.format(LINK.format("rId1", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": LINKS.format(LINK.format("rId1", "numbering", "numbering.xml")),
            "word/document.xml": document,
            "word/numbering.xml": numbering,
        }
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return buffer.getvalue()

    # Lists

    def _list(self, *levels: tuple[str, str, int]) -> int:
        """A list of its own; a level is a format, a text and what it begins with."""
        number = next(self._lists)
        drawn = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for at, (form, text, start) in enumerate(levels)
        )
        self._numbering.append(f'<w:abstractNum w:abstractNumId="{number}">{drawn}</w:abstractNum>')
        return number

    def _lists_part(self) -> str:
        numbers = range(10, 10 + len(self._numbering))
        used = (f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in numbers)
        return "".join((*self._numbering, *used))

    # The order

    def blocks(self) -> Iterator[str]:
        yield from self.head()
        yield from self.title()
        yield from self.preamble()
        yield from self.clauses()
        yield from self.gap()
        for post, name in self.content.signatures:
            yield from self.signature(post, name)
        yield from self.gap()
        yield from (paragraph(line) for line in (*self.content.executor, *self.content.distribution))
        for appendix in self.content.appendices:
            yield from self.appendix(appendix)

    def gap(self) -> Iterator[str]:
        if self.hand.empty_lines:
            yield paragraph()

    def head(self) -> Iterator[str]:
        yield from (paragraph(line, "center", bold=True) for line in self.content.head)
        yield from self.gap()
        kind = self.content.kind.upper()
        kind = {"spaced": spaced(kind), "lower": kind.capitalize()}.get(self.hand.kind, kind)
        yield paragraph(kind, "center", bold=True)
        yield from self.gap()
        day = typed_date(self.content.date, self.hand.date)
        number, place = self.hand.number.format(self.content.number), self.content.place
        match self.hand.requisites:
            case "lines":
                yield from (paragraph(day), paragraph(number))
            case "one":
                yield paragraph(f"{'' if day.startswith('от') else 'от '}{day} {number}", "center")
            case "table":
                cells = (day, place, number)
                drawn = "".join(cell(paragraph(each, "center"), 3200) for each in cells)
                yield table([row(drawn)], 3, lines=False)
                place = ""
            case "spaces":
                yield paragraph(f"{day}{' ' * 60}{number}")
            case _:
                yield paragraph(f"{day}\t\t\t\t\t{number}")
        if place:
            yield paragraph(place, "center")
        yield from self.gap()

    def title(self) -> Iterator[str]:
        lines = cut(self.content.title)
        match self.hand.title:
            case "lines":
                yield from (paragraph(line) for line in lines)
            case "breaks":
                yield paragraph("\v".join(lines))
            case _:
                yield paragraph(self.content.title, "center", bold=True)
        yield from self.gap()

    def preamble(self) -> Iterator[str]:
        preamble, verb = self.content.preamble, self.content.verb
        if not verb:
            yield from [paragraph(f"{preamble}:", "both", first=709)] if preamble else []
            return
        match self.hand.verb:
            case "line":
                yield paragraph(preamble, "both", first=709)
                yield paragraph(f"{verb.upper()}:", "center" if self.hand.kind == "plain" else "")
            case "spaced":
                yield paragraph(f"{preamble} {spaced(verb)}:".strip(), "both", first=709)
            case "spaced_line":
                yield paragraph(preamble, "both", first=709)
                yield paragraph(f"{spaced(verb.upper())}:", "center")
            case _:
                yield paragraph(f"{preamble} {verb}:".strip(), "both", first=709)

    def clauses(self) -> Iterator[str]:
        if self.hand.labels == "automatic":
            yield from self._automatic_clauses()
            return
        between = {"tight": "", "tab": "\t"}.get(self.hand.labels, " ")
        for line in self.content.clauses:
            words = f"{line.label}{between}{line.text}" if line.label else line.text
            yield paragraph(words, "both", first=709)

    def _automatic_clauses(self) -> Iterator[str]:
        """Numbers by Word; a number that does not follow from the ones above is typed."""
        numbers = self._list(("decimal", "%1.", 1), ("decimal", "%1.%2.", 1), ("decimal", "%1.%2.%3.", 1))
        dashes = self._list(("bullet", "–", 1))
        counted: list[int] = []
        for line in self.content.clauses:
            parts = line.label.rstrip(".").split(".")
            if line.label in ("–", "-", "•"):
                yield paragraph(line.text, "both", number=(dashes, 0))
                continue
            if line.label.endswith(".") and all(part.isdecimal() for part in parts):
                told = [int(part) for part in parts]
                above = (counted + [0] * len(told))[: len(told)]
                follows = [*above[:-1], above[-1] + 1] == told and len(told) <= len(counted) + 1
                if follows:
                    counted = told
                    yield paragraph(line.text, "both", number=(numbers, len(told) - 1))
                    continue
            yield paragraph(line.words, "both", first=709)

    def signature(self, post: str, name: str) -> Iterator[str]:
        match self.hand.signature:
            case "spaces":
                yield paragraph(f"{post}{' ' * 40}{name}")
            case "table":
                lines = "".join(paragraph(line) for line in cut(post, 28)) if post else ""
                yield table([row(cell(lines, 4800) + cell(paragraph(name, "right"), 4800))], 2, lines=False)
            case "lines":
                yield from (paragraph(line) for line in cut(post, 34))
                yield paragraph(name, "right")
            case "cut":
                *above, last = cut(post, 34)
                yield from (paragraph(line) for line in above)
                yield paragraph(f"{last}\t\t\t\t{name}")
            case _:
                yield paragraph(f"{post}\t\t\t{name}" if post else f"\t\t\t\t\t\t{name}")

    # Appendices

    def appendix(self, appendix: Appendix) -> Iterator[str]:
        yield from self.mark(appendix.mark)
        yield from self.gap()
        for line in cut(appendix.title, 60) if self.hand.title == "lines" else [appendix.title]:
            yield paragraph(line, "center", bold=True)
        yield from self.gap()
        for part in appendix.parts:
            match part:
                case Heading(text):
                    yield paragraph(text, "center", bold=True)
                case Line():
                    yield paragraph(part.words, "both", first=709)
                case Sheet():
                    yield self.sheet(part)
                    yield from (paragraph(note) for note in part.notes)
                    yield from self.gap()

    def mark(self, lines: tuple[str, ...]) -> Iterator[str]:
        """The first of its paragraphs begins a page."""
        if not lines:
            yield paragraph(new_page=True)
            return
        match self.hand.mark:
            case "box":
                yield paragraph(new_page=True)
                yield text_box("".join(paragraph(line, "right") for line in lines))
            case "table":
                yield paragraph(new_page=True)
                right = "".join(paragraph(line) for line in lines)
                yield table([row(cell("", 4800) + cell(right, 4800))], 2, lines=False)
            case "breaks":
                yield paragraph("\v".join(lines), "right", new_page=True)
            case form:
                before = {"tabs": "\t" * 7, "spaces": " " * 70}.get(form, "")
                left, align = (5100 if form == "indent" else 0), ("right" if form == "right" else "")
                for at, line in enumerate(lines):
                    yield paragraph(before + line, align, left=left, new_page=at == 0)

    # Tables

    def sheet(self, sheet: Sheet) -> str:
        columns = sheet.width
        rows = list(self.heads(sheet.heads, columns))
        if sheet.column_numbers:
            rows.append(row("".join(self.cell(str(at + 1), columns) for at in range(columns))))
        automatic = self.number_column(sheet)
        for each in sheet.rows:
            if isinstance(each, Section):
                rows.append(self.section(each, columns))
            else:
                rows.append(self.measure(each, columns, automatic))
        return table(rows, columns)

    def heads(self, heads: tuple[Head, ...], columns: int) -> Iterator[str]:
        """Heads in levels: a head with nothing under it reaches down to the last."""
        depth, width = max((head.depth for head in heads), default=0), 9600 // columns
        for level in range(depth):
            cells = "".join(_head_cells(heads, level, depth, width))
            yield row(cells, head=self.hand.heads == "repeat")

    def number_column(self, sheet: Sheet) -> Callable[[str], tuple[int, int] | None]:
        """Which list and level gives the number that stands in a first cell."""
        if self.hand.numbers != "automatic" or not sheet.has_duties:
            return lambda _: None
        plain = all("." not in each[0].rstrip(".") for each in sheet.rows if not isinstance(each, Section))
        dot = (
            "." if any(each[0].endswith(".") for each in sheet.rows if not isinstance(each, Section)) else ""
        )
        lists: dict[str, tuple[int, int]] = {}
        last = [0]

        def place(number: str) -> tuple[int, int] | None:
            bare = number.rstrip(".")
            if not bare.replace(".", "").isdecimal():
                return None
            section, _, own = bare.rpartition(".")
            key = "" if plain else section
            if key not in lists or int(own) != last[0] + 1:
                before = f"{section}." if section else ""
                made = self._list(("decimal", f"{before}%1{dot}", int(own)))
                lists[key] = (made, 0)
            last[0] = int(own)
            return lists[key]

        return place

    def section(self, section: Section, columns: int) -> str:
        width = 9600 // columns
        number, _, words = section.text.partition(" ")
        is_numbered = number[:1].isdigit() or set(number.rstrip(".")) <= set("IVX")
        empty = [cell("", width)] * columns
        match self.hand.section:
            case "beside" if is_numbered and columns > 1:
                return row(
                    cell(paragraph(number), width) + cell(paragraph(words, bold=True), width, columns - 1)
                )
            case "first":
                return row("".join([cell(paragraph(section.text, bold=True), width), *empty[1:]]))
            case "second" if columns > 2:
                left = cell(paragraph(number), width) if is_numbered else empty[0]
                text = words if is_numbered else section.text
                return row("".join([left, cell(paragraph(text, bold=True), width), *empty[2:]]))
            case _:
                return row(cell(paragraph(section.text, "center", bold=True), width, columns))

    def measure(self, cells: Cells, columns: int, automatic: Callable[[str], tuple[int, int] | None]) -> str:
        drawn = []
        for at, text in enumerate(cells):
            place = automatic(text) if at == 0 else None
            drawn.append(
                cell(paragraph(number=place), 9600 // columns) if place else self.cell(text, columns)
            )
        return row("".join(drawn))

    def cell(self, text: str, columns: int) -> str:
        width = 9600 // columns
        if self.hand.breaks:
            return cell(paragraph(text.replace("\n", "\v")), width)
        return cell("".join(paragraph(line) for line in text.split("\n")), width)


def _head_cells(heads: tuple[Head, ...], level: int, depth: int, width: int) -> Iterator[str]:
    """The cells of a level; those that reach down are merged."""
    for head in heads:
        if level == 0:
            is_deep = not head.columns and depth > 1
            yield cell(
                paragraph(head.text, "center", bold=True), width, len(head.leaves), "begin" if is_deep else ""
            )
        elif head.columns:
            yield from _head_cells(head.columns, level - 1, depth - 1, width)
        else:
            yield cell("", width, merge="go")
