"""A clerk's Word template: opened, checked, filled by docxtpl, its places for our own XML found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple, get_type_hints

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx import anchors, codes, held, layout, links, placeholders, room, sections
from roadmapc.render.docx.fields import OrderFields, from_view, own_fields
from roadmapc.render.docx.formatting import Lists, Styles
from roadmapc.render.docx.grammar import ForbiddenActionError, Grammar
from roadmapc.render.docx.oxml import bound
from roadmapc.render.docx.styles import lend, lists_of, styles_of
from roadmapc.source.file import SourceFile
from roadmapc.source.package import stored
from roadmapc.text.shorten import shortened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_FIRST_BOOKMARK = 10_001
"""Numbers of bookmarks are one to a document; a template has a few of its own."""
_MARGINS = ("header", "footer")
_GRAMMAR = Grammar()


class _Place(NamedTuple):
    """A place that a template must have."""

    code: Code
    """Of a template without it."""
    message: str
    """After the template's name."""
    hint: str


_IN_DIRECTORY = {
    "second_head": "впишите second_name организации и органа-автора, second_post должностного лица",
    "second_kind": "впишите в справочник: second_kinds: вид документа: его слово на втором языке",
}
"""Where the directory says what does not stand among the requisites of its blanks."""

_CONTENT = _Place(
    codes.NO_CONTENT_PLACE,
    "не найдено место содержания приложения",
    "нужен один отдельный абзац «{{ appendix.content }}» внутри {%p for appendix in appendices %}",
)
_QUOTES = _Place(
    codes.NO_QUOTE_PLACE,
    "негде напечатать строки, которые пункт приказа приводит в кавычках",
    "пункты приказа – отдельные абзацы; у абзаца вида continuation в тексте только «{{ clause.text }}»",
)
_HISTORY = _Place(
    codes.NO_HISTORY_PLACE,
    "негде напечатать перечень изменяющих актов",
    "под заголовком нужен абзац «{{ amendments }}» между {%p if amendments %} и {%p endif %}",
)


class Filled(NamedTuple):
    """A template whose placeholders are filled and whose contents are still to be written."""

    document: Document
    contents: list[Any]
    """The paragraphs that the contents of appendices replace."""
    quotes: list[Any]
    """The paragraphs that rows in quotes replace."""
    styles: Styles
    lists: Lists
    bookmarks: Iterator[int]
    """Numbers of the next bookmarks."""


def opened(parts: Mapping[str, bytes], look: Layout) -> DocxTemplate | None:
    """The template in a profile's look; `None` if its parts are not what a document is made of."""
    form = DocxTemplate(BytesIO(stored(parts)))
    try:
        form.init_docx()
        lend(form.docx)
        layout.apply(form.docx, look)
        sections.settle(form.docx)
    except Exception:  # the libraries raise whatever they meet in a stranger's file
        return None
    return form if all(isinstance(part, XmlPart) for part in related(form.docx, *_MARGINS)) else None


def fill(form: DocxTemplate, view: OrderView, look: Layout, name: str) -> Outcome[Filled]:
    """A template filled with an order, or what is wrong with it; `name` is for messages.

    It is the clerk's program: it may fail in any way at all.
    """
    styles = styles_of(form.docx, name)
    parts = (form.docx.part, *related(form.docx, *_MARGINS))
    texts = [SourceFile(name, "\n".join(_paragraphs(part.element))) for part in parts]
    shapes = get_type_hints(OrderFields) | {"fields": own_fields(view)}
    faults = [each for text in texts for each in placeholders.problems(text, shapes, _GRAMMAR)]
    problems = (*faults, *styles.diagnostics)
    if problems or styles.value is None:
        return Outcome(None, problems)
    values = from_view(view, look)
    if unsaid := tuple(_unsaid(texts, values, name)):
        return Outcome(None, unsaid)
    form.render({field.name: getattr(values, field.name) for field in fields(values)}, _GRAMMAR)
    part = form.docx.part
    # docxtpl leaves a body of lxml's own parser in the tree. It is a `CT_Body` of python-docx only when
    # nobody, such as a profiler that holds a frame, has a reference to it, so it is parsed once more.
    part._element = parse_xml(part.blob)
    filled = _with_places(part.document, view, styles.value, name)
    for each in (part, *related(part.document, *_MARGINS)):
        held.hold(each.element)
    return filled


def _unsaid(texts: Iterable[SourceFile], values: OrderFields, name: str) -> Iterator[Diagnostic]:
    """Requisites that the blank prints and the directory does not give: a label would stand with nothing."""
    empty = [field.name for field in fields(values.blank) if not getattr(values.blank, field.name)]
    for each in sorted(set().union(*(placeholders.unsaid(text, "blank", empty, _GRAMMAR) for text in texts))):
        message = f"шаблон «{name}» печатает blank.{each}, а справочник этого не говорит"
        hints = (
            _IN_DIRECTORY.get(each, f"впишите в справочник: blank: {each}: …"),
            f"или печатайте, только если есть: {{%p if blank.{each} %}} … {{%p endif %}}",
        )
        yield Diagnostic(codes.UNSAID, message, None, hints)


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


def _with_places(document: Document, view: OrderView, styles: Styles, name: str) -> Outcome[Filled]:
    """The filled document with the places of what is still to be written, or which of them it lacks."""
    anchors.keep_signature(document, styles)
    anchors.sink_foot(document)
    room.hold_tabs(document)
    contents = anchors.contents(document, len(view.appendices))
    quotes = anchors.quotes(document, len(view.quotes))
    has_history = all(anchors.says(document, bound(note.text)) for note in view.amendments)
    has_place = {_CONTENT: contents is not None, _QUOTES: quotes is not None, _HISTORY: has_history}
    lacking = tuple(
        Diagnostic(place.code, f"в шаблоне «{name}» {place.message}", None, (place.hint,))
        for place, is_there in has_place.items()
        if not is_there
    )
    lists = lists_of(document, styles, name)
    lacking += tuple(_narrow(each, name) for each in room.cramped(document, styles.appendix_mark))
    if lacking or contents is None or quotes is None or lists.value is None:
        return Outcome(None, (*lacking, *lists.diagnostics))
    bookmarks = count(_FIRST_BOOKMARK)
    links.link(document, view, contents, styles, bookmarks)
    return Outcome(Filled(document, contents, quotes, styles, lists.value, bookmarks))


def _narrow(found: room.Cramped, name: str) -> Diagnostic:
    message = f"в шаблоне «{name}» тесно: «{shortened(found.text, 60)}» – {found.why}"
    hint = f"уменьшите отступы стиля «{found.style}» или расширьте место, где стоит строка"
    return Diagnostic(codes.CRAMPED, message, None, (hint,))


def related(document: Document, *kinds: str) -> list[Any]:
    """The parts of some kinds (the ends of the types of relationships) that belong to the main part."""
    relations = [relation for relation in document.part.rels.values() if not relation.is_external]
    return [each.target_part for each in relations if each.reltype.rpartition("/")[2] in kinds]


def failed(name: str, error: Exception) -> Diagnostic:
    """That a template could not be filled, and what of it is the clerk's to mend."""
    if isinstance(error, ForbiddenActionError):  # in no paragraph: in the name of a picture
        message = f"подстановка в шаблоне «{name}» {error.message}"
        return Diagnostic(codes.ACTION, message, None, (placeholders.WHAT_MAY_STAND,))
    reason = error.message if isinstance(error, TemplateError) else "разметка не такая, какую пишет Word"
    message = f"шаблон «{name}» не удалось заполнить: {reason}"
    hint = "оставьте в скобках только имена полей, откройте шаблон в Word и сохраните заново"
    return Diagnostic(codes.BROKEN, message, None, (hint,))
