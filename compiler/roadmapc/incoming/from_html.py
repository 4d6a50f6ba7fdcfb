"""A page of HTML to blocks, as a browser lays it out."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from roadmapc.incoming.assembly import assembled
from roadmapc.incoming.blocks import Alignment, Aside, Incoming
from roadmapc.incoming.html_styles import Declarations, Element, StyleSheet, millimetres
from roadmapc.incoming.html_tables import Spanning, placed
from roadmapc.incoming.typed import TypedAside, TypedBlock, TypedCell, TypedParagraph, TypedTable
from roadmapc.text.blocks import letter

_SILENT = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "object", "embed", "xml", "colgroup")
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *(
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
        ),
        *("legend", "li", "main", "nav", "ol", "p", "pre", "section", "ul", "caption", "summary"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "menu", "dir", "option", "optgroup", "select"),
    )
)
_BOLD = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "justify": Alignment.JUSTIFIED,
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
}
_SPACES = re.compile("[ \t\n\r\f]+")
_NOTE = re.compile(r"(?:_?ftn|sdfootnote|_?edn|sdendnote|fn|footnote-?)(\d+)(?:sym)?")
"""The name of a footnote, as word processors write it."""
_EDGES = {"header": "верхний колонтитул", "footer": "нижний колонтитул"}
_COUNTED: dict[str, Callable[[int], str]] = {
    "a": lambda number: chr(ord("a") + (number - 1) % 26),
    "A": lambda number: chr(ord("A") + (number - 1) % 26),
    "а": letter,
}


class _Around(NamedTuple):
    """What words take from that in which they stand."""

    alignment: Alignment = Alignment.LEFT
    indent: float = 0.0
    is_bold: bool = False
    is_preformatted: bool = False
    kind: Aside | None = None
    """What they are if they are not read."""


def from_html(name: str, text: str) -> Incoming:
    """The blocks of a page."""
    page = _Page(text)
    content = page.content()
    return assembled(name, content, page.asides)


def _parsed(text: str) -> Element | None:
    """The tree of a page; `None` if it has no element."""
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\0", ""))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    return etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None


class _Page:
    """Goes through the elements in their order and breaks their words into paragraphs."""

    def __init__(self, text: str) -> None:
        self._root = _parsed(text)
        sheets = () if self._root is None else self._root.iter("style")
        self._styles = StyleSheet("".join(each.text or "" for each in sheets))
        self._out: list[TypedBlock] = []
        holders = () if self._root is None else self._root.iter("div", "p", "li", "aside")
        self._notes = {found[1]: each for each in holders if (found := _NOTE.fullmatch(each.get("id", "")))}
        """Elements of footnotes by their numbers."""
        self._referred: set[str] = set()
        self._items: dict[Element, int] = {}
        """The number of the last item of each list."""
        self.asides: list[TypedAside] = []
        self._begin(_Around())

    def content(self) -> list[TypedBlock]:
        """The blocks of the page."""
        if self._root is not None:
            self._element(self._root, _Around())
            self._flush(_Around())
        for number in sorted(self._notes.keys() - self._referred):
            self.asides.append(self._note(number))
        return self._out

    # Paragraphs

    def _begin(self, around: _Around) -> None:
        self._pieces: list[str] = []
        self._unread: dict[Aside, list[str]] = {}
        self._weights: set[bool] = set()
        self._beside: list[TypedAside] = []
        self._things: list[str] = []
        self._around = around
        self._label = ""
        self._begins_page = False

    def _flush(self, around: _Around) -> None:
        """End a paragraph; the next one stands in other surroundings."""
        begins_page = self._begins_page
        text = "".join(self._pieces)
        asides = [TypedAside(kind, "".join(texts)) for kind, texts in self._unread.items()]
        has_words = bool(text.strip())
        if has_words or self._things or any(each.text.strip() for each in asides):
            label = self._label if has_words else ""
            self._out.append(
                TypedParagraph(
                    text,
                    label,
                    label in _BULLETS,
                    self._around.alignment,
                    self._around.indent,
                    self._weights == {True},
                    begins_page,
                    asides=(*self._beside, *asides),
                    things=tuple(self._things),
                )
            )
            begins_page = False
        label = "" if has_words else self._label
        self._begin(around)
        self._label, self._begins_page = label, begins_page

    def _say(self, text: str | None, around: _Around) -> None:
        """Words of the paragraph, with spaces as a browser shows them; unread ones stand beside it."""
        if not text:
            return
        if around.kind is not None:
            self._unread.setdefault(around.kind, []).append(_SPACES.sub(" ", text))
            return
        if not around.is_preformatted:
            text = _SPACES.sub(_as_seen, text)
            if text[0] in " \t" and (not self._pieces or self._pieces[-1][-1] in " \n"):
                text = text[1:]
        if text:
            self._pieces.append(text)
        if text.strip():
            self._weights.add(around.is_bold)

    # Elements

    def _element(self, element: Element, around: _Around) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        declared = self._styles.of(element)
        if self._is_aside(element, declared):
            return
        inner = self._inner(element, declared, around)
        if declared.get("page-break-before") == "always" or declared.get("break-before") == "page":
            self._flush(inner)
            self._begins_page = True
        is_block = tag in _BLOCKS or declared.get("display") == "block"
        handle = _HANDLERS.get(tag, _Page._block if is_block else _Page._inline)
        handle(self, element, declared, inner, around)

    def _break(self, element: Element, declared: Declarations, inner: _Around, around: _Around) -> None:
        self._pieces.append("\n")

    def _picture(self, element: Element, declared: Declarations, inner: _Around, around: _Around) -> None:
        self._things.append("рисунок")

    def _block(self, element: Element, declared: Declarations, inner: _Around, around: _Around) -> None:
        self._flush(inner)
        self._label = self._marked(element) or self._label
        self._children(element, inner)
        self._flush(around)

    def _inline(self, element: Element, declared: Declarations, inner: _Around, around: _Around) -> None:
        """Words of a paragraph; Word writes the mark of a list among them and says so."""
        if declared.get("mso-list", "") == "ignore":
            self._label = " ".join("".join(element.itertext()).split())
        else:
            self._children(element, inner)

    def _children(self, element: Element, around: _Around) -> None:
        self._say(element.text, around)
        for child in element:
            self._element(child, around)
            self._say(child.tail, around)

    def _inner(self, element: Element, declared: Declarations, around: _Around) -> _Around:
        """What the content of an element takes from it."""
        tag = element.tag
        own = "text-align" in element.get("style", "") or "align" not in element.attrib
        aligned = declared.get("text-align", "") if own else element.get("align").lower()
        if tag == "center":
            aligned = tag
        weight = declared.get("font-weight", "")
        is_bold = around.is_bold or tag in _BOLD
        if weight:
            is_bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        kind = around.kind
        if tag == "del":
            kind = Aside.DELETED
        elif (
            declared.get("display") == "none"
            or declared.get("visibility") == "hidden"
            or "hidden" in element.attrib
        ):
            kind = Aside.HIDDEN
        indent = around.indent + millimetres(declared.get("margin-left", ""))
        if tag in ("p", "div"):
            indent += millimetres(declared.get("text-indent", ""))
        return _Around(
            _ALIGNMENTS.get(aligned, around.alignment) if tag not in ("table", "img") else around.alignment,
            indent,
            is_bold,
            around.is_preformatted or tag in ("pre", "textarea"),
            kind,
        )

    def _marked(self, element: Element) -> str:
        """The mark of an item of a list."""
        if element.tag != "li":
            return ""
        holder = element.getparent()
        if holder is None or holder.tag != "ol":
            return "–"
        own, start = element.get("value", ""), holder.get("start", "1")
        first = int(start) if start.isdecimal() else 1
        number = int(own) if own.isdecimal() else self._items.get(holder, first - 1) + 1
        self._items[holder] = number
        return f"{_COUNTED.get(holder.get('type', ''), str)(number)}."

    # What stands beside the text

    def _is_aside(self, element: Element, declared: Declarations) -> bool:
        """Whether an element is a note, a reference to one, a running head; it is taken then."""
        number = _NOTE.fullmatch(element.get("id", ""))
        if number is not None and self._notes.get(number[1]) is element:
            return True
        reference = _NOTE.fullmatch(element.get("href", "").lstrip("#")) if element.tag == "a" else None
        if reference is not None and reference[1] in self._notes:
            if reference[1] not in self._referred:  # a note stands beside the first paragraph that names it
                self._referred.add(reference[1])
                self._beside.append(self._note(reference[1]))
            return True
        edge = _EDGES.get(element.get("title", "")) if element.tag == "div" else None
        if edge is not None or ("mso-element" in declared and declared["mso-element"] in _EDGES):
            where = edge or _EDGES[declared["mso-element"]]
            self.asides.append(TypedAside(Aside.RUNNING_HEAD, self._words(element), where))
            return True
        return False

    def _note(self, number: str) -> TypedAside:
        text = re.sub(rf"^\[?{number}\]?\.?\s*", "", self._words(self._notes[number]))
        return TypedAside(Aside.FOOTNOTE, text, f"сноска {number}")

    def _words(self, element: Element) -> str:
        texts = (text for text in element.itertext() if text.strip())
        return " ".join(_SPACES.sub(" ", text).strip() for text in texts)

    # Tables

    def _table(self, element: Element, declared: Declarations, inner: _Around, around: _Around) -> None:
        """A table: rows of a head are said to be or are of cells of headings alone; a border is drawn."""
        self._flush(around)
        rows = list(_rows(element))
        for caption in element.iterchildren("caption"):
            self._element(caption, inner)
            self._flush(inner)
        before, self._out = self._out, []
        has_lines = _draws(declared) or element.get("border", "0") not in ("", "0")
        cells: list[TypedCell] = []
        heads = 0
        places = placed([[_spanning(cell) for cell in row] for row in rows])
        for at, (row, spans) in enumerate(zip(rows, places, strict=True)):
            is_head = row and (
                row[0].getparent().getparent().tag == "thead" or all(cell.tag == "th" for cell in row)
            )
            heads += bool(is_head and heads == at)
            for cell, place in zip(row, spans, strict=True):
                own = self._styles.of(cell)
                has_lines = has_lines or _draws(own)
                cells.append(TypedCell(*place, self._cell(cell, self._inner(cell, own, inner))))
        self._out = before
        self._out.append(TypedTable(tuple(cells), heads, has_lines, around.alignment, around.indent))
        self._begin(around)

    def _cell(self, cell: Element, around: _Around) -> tuple[TypedBlock, ...]:
        self._out = []
        around = around._replace(indent=0.0)
        self._begin(around)
        self._children(cell, around)
        self._flush(around)
        return tuple(self._out)


_HANDLERS = {"br": _Page._break, "img": _Page._picture, "table": _Page._table}
_BULLETS = frozenset(("–", "•", "·", "o", "§", "-"))


def _as_seen(spaces: re.Match[str]) -> str:
    """A space for what a browser shows as one; a tab between words was typed as such."""
    return "\t" if "\t" in spaces[0] and "\n" not in spaces[0] and "\r" not in spaces[0] else " "


def _rows(table: Element) -> Iterator[list[Element]]:
    """The rows of a table itself, not of those in its cells."""
    for each in table:
        if each.tag == "tr":
            yield [cell for cell in each if cell.tag in ("td", "th")]
        elif each.tag in ("thead", "tbody", "tfoot"):
            yield from ([cell for cell in row if cell.tag in ("td", "th")] for row in each.iterchildren("tr"))


def _spanning(cell: Element) -> Spanning:
    columns, rows = (cell.get(name, "1").strip() for name in ("colspan", "rowspan"))
    return Spanning(int(rows) if rows.isdecimal() else 1, int(columns) if columns.isdecimal() else 1)


def _draws(declared: Declarations) -> bool:
    """Whether a border is declared that is seen."""
    borders = (
        value for name, value in declared.items() if name.startswith("border") and "collapse" not in name
    )
    return any(
        not re.search(r"\bnone\b|\bhidden\b|^0", value)
        for value in borders
        if re.search("solid|double|dotted|dashed|px|pt", value)
    )
