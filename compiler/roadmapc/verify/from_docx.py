"""A DOCX to its passages. Tracked insertions count as text, tracked deletions do not."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.package import DOCUMENT, Refusal, unpacked
from roadmapc.text.shorten import shortened
from roadmapc.text.typography import plain
from roadmapc.verify.codes import NOT_A_DOCUMENT
from roadmapc.verify.passage import Document, Passage

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_UNSEEN = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}instrText", f"{_W}fldChar"})
"""What holds no text of the document as it reads now."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DIGEST = re.compile(r'name="roadmapc\.content".*?>([0-9a-f]{64})<', re.DOTALL)
_APPENDIX = re.compile(r"(?:Приложение|УТВЕРЖД\w+)(?: № (\d+))?", re.IGNORECASE)
_SHEET = re.compile(r"Лист (?:согласования|ознакомления)\b", re.IGNORECASE)


def from_docx(content: bytes) -> Outcome[Document]:
    """The text of a document; no value if the file is none."""
    parts = unpacked(content, DOCUMENT)
    if isinstance(parts, Refusal):
        return _not_a_document(parts.reason)
    try:
        body = ElementTree.fromstring(parts["word/document.xml"])[0]
        passages = tuple(_BodyReader().passages(body))
    except (KeyError, IndexError, ElementTree.ParseError, ValueError, RecursionError):
        return _not_a_document("его части не складываются в документ")
    digest = _DIGEST.search(parts.get("docProps/custom.xml", b"").decode("utf-8", "replace"))
    return Outcome(Document(passages, digest[1] if digest else ""))


def _not_a_document(reason: str) -> Outcome[Document]:
    message, hint = f"файл не читается как документ Word: {reason}", "сохраните его как .docx"
    return Outcome(None, (Diagnostic(NOT_A_DOCUMENT, message, None, hints=(hint,)),))


class _BodyReader:
    """Goes through the body, remembering in which appendix it is."""

    def __init__(self) -> None:
        self._appendix = ""

    def passages(self, body: ElementTree.Element) -> Iterator[Passage]:
        for element in body:
            if element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag == f"{_W}sdt":
                yield from self.passages(_content(element))
            elif element.tag == f"{_W}p" and (text := _text(element)):
                yield self._paragraph(text)

    def _paragraph(self, text: str) -> Passage:
        if sheet := _SHEET.match(text):
            self._appendix = f"{sheet[0].lower()}, "
        if (mark := _APPENDIX.match(text)) and "\nк " in text:  # «Приложение № 1» over «к приказу …»
            self._appendix = f"приложение № {mark[1]}, " if mark[1] else "приложение, "
        return Passage(f"{self._appendix}абзац «{shortened(text, 40)}»", text)

    def _table(self, table: ElementTree.Element) -> Iterator[Passage]:
        headings: dict[int, str] = {}
        has_head = table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None
        for row in table.iter(f"{_W}tr"):
            cells = list(_cells(row))
            number = cells[0][1] if cells else ""  # in quotes the first one begins with the mark
            for column, text in cells:
                heading = headings.setdefault(column, text) if has_head else ""
                if text:
                    place = f"{self._appendix}строка «{shortened(number.removeprefix('«'), 30)}»"
                    # rows in quotes have no headings
                    name = f"графа «{shortened(heading, 30)}»" if heading else f"{column + 1}-я графа"
                    yield Passage(f"{place}, {name}", text, place)


def _content(element: ElementTree.Element) -> ElementTree.Element:
    """What a content control holds."""
    content = element.find(f"{_W}sdtContent")
    return element if content is None else content


def _cells(row: ElementTree.Element) -> Iterator[tuple[int, str]]:
    """The text of each cell by the column of the grid where it begins."""
    column = 0
    for cell in row.iter(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        texts = (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))
        yield column, "\n".join(filter(None, texts))
        column += 1 if span is None else int(span.get(f"{_W}val", "1"))


def _text(paragraph: ElementTree.Element) -> str:
    """As it is read: kinds of spaces, hyphens and breaks between runs are nothing that anybody reads."""
    lines = plain("".join(_runs(paragraph))).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _runs(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _UNSEEN and child.tag != _FALLBACK:
            yield from _runs(child)
