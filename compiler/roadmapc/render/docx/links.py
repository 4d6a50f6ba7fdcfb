"""Links and bookmarks in the filled template: its paragraphs are found by the words of the view.

A link looks as the words around it do: on paper it is none, on a screen it leads.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from roadmapc.render.document.view import Link, OrderView, ParagraphView
from roadmapc.render.docx import oxml
from roadmapc.render.docx.formatting import Styles
from roadmapc.render.docx.oxml import bound

_PARAGRAPH, _RUN, _TEXT = qn("w:p"), qn("w:r"), qn("w:t")
_LOOK, _LINK = qn("w:rPr"), qn("w:hyperlink")


def link(
    document: Document, view: OrderView, contents: Sequence[Any], styles: Styles, numbers: Iterator[int]
) -> None:
    """Mark clauses and appendices, and make links of words that lead to them.

    `contents` are the paragraphs that the contents of appendices replace, `numbers` those of the next
    bookmarks. A paragraph that the template prints otherwise has neither.
    """
    clauses = [part for part in view.clauses if isinstance(part, ParagraphView)]
    for clause, paragraph in _found(clauses, document.element.body):
        _link(paragraph, clause, styles.link)
        if clause.bookmark:
            _mark(paragraph, next(numbers), clause.bookmark)
    for appendix, start, end in zip(view.appendices, (None, *contents), contents, strict=False):
        first = _first_of(start, end, styles.appendix_mark)
        if first is not None and appendix.bookmark:
            _mark(first, next(numbers), appendix.bookmark)


def _found(clauses: Sequence[ParagraphView], body: Any) -> Iterator[tuple[ParagraphView, Any]]:
    """Each clause with its paragraph: the next one that has its words."""
    paragraphs = [(paragraph, _words(paragraph)) for paragraph in body.iter(_PARAGRAPH)]
    at = 0
    for clause in clauses:
        wanted = bound(clause.text)
        found = next((place for place in range(at, len(paragraphs)) if wanted in paragraphs[place][1]), None)
        if found is not None:
            yield clause, paragraphs[found][0]
            at = found + 1


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(_TEXT))


def _mark(paragraph: Any, number: int, name: str) -> None:
    """A bookmark at the beginning of a paragraph."""
    start = 1 if paragraph.pPr is not None else 0
    whole = f'<w:p xmlns:w="{oxml.NAMESPACE}">{oxml.bookmark(number, name)}</w:p>'
    for place, element in enumerate(list(parse_xml(whole)), start):
        paragraph.insert(place, element)


def _link(paragraph: Any, clause: ParagraphView, style: str) -> None:
    """The last link first: places before it stay as they are. Typography moves no letter."""
    begins = _words(paragraph).find(bound(clause.text))
    for each in reversed(clause.links):
        _wrap(paragraph, Link(begins + each.start, begins + each.end, each.bookmark), style)


def _wrap(paragraph: Any, each: Link, style: str) -> None:
    """Make a link of words that stand in one text of a run; what stands in several is left alone."""
    end = 0
    for text in paragraph.iter(_TEXT):
        start, end = end, end + len(text.text or "")
        run = text.getparent()
        if start <= each.start and each.end <= end and run.tag == _RUN and run.getparent() is paragraph:
            _divide(run, text, each._replace(start=each.start - start, end=each.end - start), style)
            return


def _divide(run: Any, text: Any, each: Link, style: str) -> None:
    """A run as three: what stands before some words of its text, the words in a link, what stands after."""
    inner = [child for child in run if child.tag != _LOOK]
    at, words = inner.index(text), text.text
    holder = run.makeelement(_LINK, {qn("w:anchor"): each.bookmark})
    linked = _piece(run, (_said(text, words[each.start : each.end]),))
    look = linked.get_or_add_rPr()
    if look.style is None:
        look.style = style
    holder.append(linked)
    before, after = _said(text, words[: each.start]), _said(text, words[each.end :])
    pieces = _piece(run, (*inner[:at], before)), holder, _piece(run, (after, *inner[at + 1 :]))
    for piece in pieces:
        run.addprevious(piece)
    run.getparent().remove(run)


def _piece(run: Any, children: Iterable[Any]) -> Any:
    piece = run.makeelement(_RUN)
    piece.extend(deepcopy(child) for child in run if child.tag == _LOOK)
    piece.extend(map(deepcopy, children))
    return piece


def _said(text: Any, words: str) -> Any:
    own = deepcopy(text)
    own.text = words
    own.set(qn("xml:space"), "preserve")
    return own


def _first_of(start: Any | None, end: Any, style: str) -> Any | None:
    """The first paragraph of a style after the content of one appendix and before that of the next."""
    found = None
    for element in end.itersiblings(preceding=True):
        if element is start:
            break
        inside = (paragraph for paragraph in element.iter(_PARAGRAPH) if paragraph.style == style)
        found = next(inside, found)
    return found
