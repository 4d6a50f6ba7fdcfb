"""The order with its appendices as one DOCX.

The clerk's template is filled, the contents of appendices are written into it, the package is closed.
Imports docxtpl, which takes a tenth of a second: import this module where a document is really wanted.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice
from typing import NamedTuple

from roadmapc.assets import ORDER_TEMPLATE
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.archive import ArchivePart, archive
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx import anchors, oxml, package, titles
from roadmapc.render.docx.anchors import Cut
from roadmapc.render.docx.attachments import Attachment, attachments
from roadmapc.render.docx.codes import NO_LANDSCAPE
from roadmapc.render.docx.content import content, quotes
from roadmapc.render.docx.formatting import Formatting, Page
from roadmapc.render.docx.inspection import inspected, unreadable
from roadmapc.render.docx.pages import PageRun, Pages, must_lie, page_runs
from roadmapc.render.docx.sections import Place, Sections
from roadmapc.render.docx.styles import NAMES, numbering_part
from roadmapc.render.docx.template import Filled, failed, fill, opened, related
from roadmapc.render.docx.typed import with_typed_words

DEFAULT_LAYOUT = Layout()
"""Nothing but what the template has."""
SHIPPED = f"templates/{ORDER_TEMPLATE}"
"""The name of the template that comes with the compiler."""

_FIRST_DRAWING = 10_001
"""Numbers of drawings are one to a document; a template has a few of its own."""
_PIECES_AT_ONCE = 64
"""Rows and paragraphs that are compressed together: few enough to take little memory, enough to be quick."""


class _Pieces(NamedTuple):
    """A filled template cut where contents are to be written."""

    filled: Filled
    document: Cut
    """The main part, cut at the rows in quotes, then at the contents of appendices."""
    page: Page
    """Of the order, on which rows in quotes are printed."""
    appendices: list[list[tuple[PageRun, Place]]]
    """What each appendix is printed in."""
    numbering: Cut
    """The part of list definitions, cut where new lists go."""
    others: dict[str, bytes]
    """Headers, footers, styles and settings by part name."""
    attachments: tuple[Attachment, ...]
    """Pictures and footnotes."""


def render(
    view: OrderView, template: bytes, *, template_name: str = SHIPPED, layout: Layout = DEFAULT_LAYOUT
) -> Outcome[bytes]:
    """The DOCX of an order, or what is wrong with the template; `template_name` is for messages."""
    view = with_typed_words(view)
    return inspected(template, template_name).then(
        lambda parts: _pieces(parts, view, layout, template_name).then(
            lambda pieces: Outcome(archive(_parts(view, parts, pieces)))
        )
    )


def _pieces(parts: Mapping[str, bytes], view: OrderView, look: Layout, name: str) -> Outcome[_Pieces]:
    """The template in a profile's look, filled with the order and cut."""
    form = opened(parts, look)
    if form is None:
        return Outcome(None, (unreadable(name, "его части не складываются в документ"),))
    try:
        return fill(form, view, look, name).then(lambda filled: _cut(filled, view, name))
    except Exception as error:  # a template is the clerk's program: that it fails is no bug of ours
        return Outcome(None, (failed(name, error),))


def _cut(filled: Filled, view: OrderView, name: str) -> Outcome[_Pieces]:
    """Each run of an appendix gets its page, and the parts of the package are cut at their marks."""
    document, numbering = filled.document, numbering_part(filled.document)
    sections = Sections(document, filled.contents)
    if not sections.has_wide and any(map(must_lie, view.appendices)):
        message = f"в шаблоне «{name}» нет альбомной страницы, а часть приложения просит её"
        hint = "поверните страницу приложений в шаблоне или уберите orientation: landscape из плана"
        return Outcome(None, (Diagnostic(NO_LANDSCAPE, message, None, (hint,)),))
    pages = Pages(sections.page, sections.wide)
    found = [page_runs(appendix, pages, filled.styles) for appendix in view.appendices]
    sections.shift_marks([first.is_wide for first, *_ in found], document.styles[NAMES["appendix_mark"]])
    places = iter(sections.divide([run.is_wide for appendix in found for run in appendix]))
    appendices = [[(run, next(places)) for run in runs] for runs in found]
    starts = [first.page for (_, first), *_ in appendices]
    titles.balance(document, filled.contents, sections.page, starts)
    for paragraph in (*filled.quotes, *filled.contents):
        paragraph.getparent().replace(paragraph, anchors.mark())
    numbering.element.num_lst[-1].addnext(anchors.mark())
    others = related(document, "header", "footer", "styles", "settings")
    pieces = _Pieces(
        filled=filled,
        document=anchors.cut(document.part),
        page=sections.page,
        appendices=appendices,
        numbering=anchors.cut(numbering),
        others={anchors.part_name(part): part.blob for part in others},
        attachments=attachments(view, document, filled.styles),
    )
    return Outcome(pieces)


def _parts(view: OrderView, template: Mapping[str, bytes], pieces: _Pieces) -> Iterator[ArchivePart]:
    """The parts in their order; numbering comes last, when it is known how many lists there are."""
    others = package.template_parts(template) | pieces.others
    del others[pieces.document.name], others[pieces.numbering.name]
    attached = {each.name: each.content for each in pieces.attachments}
    others |= attached | package.links(pieces.document.name, template, pieces.attachments)
    yield from package.own_parts(view, template, pieces.document.name, pieces.attachments)
    yield from ((name, (content,)) for name, content in others.items())
    yield pieces.document.name, _document(view, pieces)
    before, after = pieces.numbering.pieces
    lists = "".join(oxml.list_instance(*instance) for instance in pieces.filled.lists.begun)
    yield pieces.numbering.name, (before, lists.encode(), after)


def _document(view: OrderView, pieces: _Pieces) -> Iterator[bytes]:
    before, *after = pieces.document.pieces
    yield before
    for content_of_place, following in zip(_contents(view, pieces), after, strict=True):
        texts = iter(content_of_place)
        while batch := "".join(islice(texts, _PIECES_AT_ONCE)):
            yield batch.encode()
        yield following


def _contents(view: OrderView, pieces: _Pieces) -> Iterator[Iterable[str]]:
    """What goes between the pieces of the template: rows in quotes, then the contents of appendices."""
    filled = pieces.filled
    on_order = Formatting(pieces.page, filled.styles, filled.lists, count(_FIRST_DRAWING), filled.bookmarks)
    yield from quotes(view.quotes, on_order)
    for appendix in pieces.appendices:
        yield chain.from_iterable(
            chain(content(each.parts, each.caption, on_order._replace(page=place.page)), (place.after,))
            for each, place in appendix
        )
