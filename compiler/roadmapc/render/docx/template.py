"""A clerk's Word template: opened, checked, filled by docxtpl, cut where our own XML goes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.docx import anchors, codes, layout, placeholders, sections, styles
from roadmapc.render.docx.anchors import Cut
from roadmapc.render.docx.content import is_wide
from roadmapc.render.docx.fields import OrderFields, from_view
from roadmapc.render.docx.grammar import ForbiddenActionError, Grammar
from roadmapc.render.docx.lists import Lists
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.sections import Place, Sections
from roadmapc.render.docx.sheet import bound
from roadmapc.render.docx.styles import NAMES, Styles
from roadmapc.render.view import OrderView
from roadmapc.source.file import SourceFile
from roadmapc.source.package import stored

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"


@dataclass(frozen=True, slots=True)
class Filled:
    """A template whose placeholders are filled and whose contents are still to be written."""

    document: Cut
    """The main part, cut at the rows in quotes, then at the contents of appendices."""
    page: Page
    """Of the order, on which rows in quotes are printed."""
    places: tuple[Place, ...]
    numbering: Cut
    """The part of list definitions, cut where new lists go."""
    lists: Lists
    others: dict[str, bytes]
    """Headers, footers and styles by part name."""
    styles: Styles


def fill(parts: Mapping[str, bytes], view: OrderView, look: Layout, name: str) -> Outcome[Filled]:
    """The template in a profile's look filled with an order, or what is wrong with it.

    `name` is for messages.
    """
    form = _opened(parts, look)
    if form is None:
        return Outcome(None, (unreadable(name, "его части не складываются в документ"),))
    try:
        return _filled(form, view, look, name)
    except Exception as error:  # a template is the clerk's program: that it fails is no bug of ours
        return Outcome(None, (_failed(name, error),))


def _filled(form: DocxTemplate, view: OrderView, look: Layout, name: str) -> Outcome[Filled]:
    environment = Grammar(undefined=StrictUndefined, autoescape=True)
    named = styles.from_document(form.docx, name)
    problems = (*_problems(form.docx, environment, name), *named.diagnostics)
    if problems or named.value is None:
        return Outcome(None, problems)
    values = from_view(view, look)
    form.render({field.name: getattr(values, field.name) for field in fields(values)}, environment)
    part = form.docx.part
    # docxtpl leaves a body of lxml's own parser in the tree. It is a `CT_Body` of python-docx only when
    # nobody, such as a profiler that holds a frame, has a reference to it, so it is parsed once more.
    part._element = parse_xml(part.blob)
    return _cut(part.document, view, named.value, name)


def _opened(parts: Mapping[str, bytes], look: Layout) -> DocxTemplate | None:
    """The template in a profile's look; `None` if its parts are not what a document is made of."""
    form = DocxTemplate(BytesIO(stored(parts)))
    try:
        form.init_docx()
        layout.apply(form.docx, look)
        sections.settle(form.docx)
    except Exception:  # the libraries raise whatever they meet in a stranger's file
        return None
    return form if all(isinstance(part, XmlPart) for part in _margins(form.docx)) else None


def _problems(document: Document, environment: Grammar, name: str) -> Iterator[Diagnostic]:
    for part in (document.part, *_margins(document)):
        text = SourceFile(name, "\n".join(_paragraphs(part.element)))
        yield from placeholders.problems(text, OrderFields, environment)


def _paragraphs(tree: Any) -> Iterator[str]:
    """Texts of the paragraphs of a part; one inside another, as in a text box, ends what stands before it."""
    text: list[str] = []
    for element in tree.iter(_PARAGRAPH, _TEXT):
        if element.tag == _TEXT:
            text.append(element.text or "")
        elif text:
            yield "".join(text)
            text.clear()
    yield "".join(text)


def _margins(document: Document) -> list[Any]:
    """Headers and footers."""
    return _related(document, "header", "footer")


def _related(document: Document, *kinds: str) -> list[Any]:
    """The parts of some kinds that belong to the main part."""
    related = [rel for rel in document.part.rels.values() if not rel.is_external]
    return [rel.target_part for rel in related if rel.reltype.rpartition("/")[2] in kinds]


def _cut(document: Document, view: OrderView, named: Styles, name: str) -> Outcome[Filled]:
    anchors.keep_signature(document, named)
    anchors.sink_foot(document)
    holders, lists = _holders(document, view, name), anchors.lists(document, named, name)
    if holders.value is None or lists.value is None:
        return Outcome(None, (*holders.diagnostics, *lists.diagnostics))
    contents, quotes = holders.value
    pages = Sections(document, contents)
    places = _places(document, view, pages, named)
    for paragraph in (*quotes, *contents):
        anchors.mark(paragraph)
    return Outcome(
        Filled(
            document=anchors.cut(document.part),
            page=pages.page,
            places=tuple(places),
            numbering=anchors.cut(anchors.numbering_part(document)),
            lists=lists.value,
            others=_others(document),
            styles=named,
        )
    )


def _holders(document: Document, view: OrderView, name: str) -> Outcome[tuple[list[Any], list[Any]]]:
    """The paragraphs that contents of appendices and rows in quotes replace, or what has no place."""
    contents = anchors.contents(document, len(view.appendices))
    quotes = anchors.quotes(document, len(view.quotes))
    has_history = all(anchors.says(document, bound(note.text)) for note in view.amendments)
    if contents is not None and quotes is not None and has_history:
        return Outcome((contents, quotes))
    found = (contents is not None, quotes is not None, has_history)
    lacking = (place for place, is_there in zip(_PLACES, found, strict=True) if not is_there)
    return Outcome(None, tuple(place.lacking(name) for place in lacking))


def _others(document: Document) -> dict[str, bytes]:
    parts = (*_margins(document), *_related(document, "styles"))
    return {anchors.part_name(part): part.blob for part in parts}


def _places(document: Document, view: OrderView, pages: Sections, named: Styles) -> list[Place]:
    wide = [is_wide(appendix, pages.page, named) for appendix in view.appendices]
    pages.shift_marks(wide, document.styles[NAMES["appendix_mark"]])
    return pages.divide(wide)


def unreadable(name: str, reason: str) -> Diagnostic:
    """That a template is left unread."""
    message = f"шаблон «{name}» не открывается как документ Word: {reason}"
    return Diagnostic(codes.UNREADABLE, message, None, ("сохраните его как «Документ Word (.docx)»",))


def _failed(name: str, error: Exception) -> Diagnostic:
    if isinstance(error, ForbiddenActionError):  # in no paragraph: in the name of a picture
        message = f"подстановка в шаблоне «{name}» {error.message}"
        return Diagnostic(codes.ACTION, message, None, (placeholders.WHAT_MAY_STAND,))
    reason = error.message if isinstance(error, TemplateError) else "разметка не такая, какую пишет Word"
    message = f"шаблон «{name}» не удалось заполнить: {reason}"
    hint = "оставьте в скобках только имена полей, откройте шаблон в Word и сохраните заново"
    return Diagnostic(codes.BROKEN, message, None, (hint,))


class _Needed(NamedTuple):
    """A place that a template must have."""

    code: Code
    """Of a template without it."""
    message: str
    """After the template's name."""
    hint: str

    def lacking(self, name: str) -> Diagnostic:
        """That a template does not have it."""
        return Diagnostic(self.code, f"в шаблоне «{name}» {self.message}", None, (self.hint,))


_PLACES = (
    _Needed(
        codes.NO_CONTENT_PLACE,
        "не найдено место содержания приложения",
        "нужен один отдельный абзац «{{ appendix.content }}» внутри {%p for appendix in appendices %}",
    ),
    _Needed(
        codes.NO_QUOTE_PLACE,
        "негде напечатать строки, которые пункт приказа приводит в кавычках",
        "пункты приказа – отдельные абзацы; у абзаца вида continuation в тексте только «{{ clause.text }}»",
    ),
    _Needed(
        codes.NO_HISTORY_PLACE,
        "негде напечатать перечень изменяющих приказов",
        "под заголовком нужен абзац «{{ amendments }}» между {%p if amendments %} и {%p endif %}",
    ),
)
"""Of contents, of rows in quotes, of the history."""
