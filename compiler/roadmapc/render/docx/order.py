"""The order with its appendices as one DOCX.

The clerk's template is filled, the contents of appendices are written into it, the package is closed. A
template that was filled with the same words before is taken from a store, as pieces.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, count, islice

from roadmapc.assets import ORDER_TEMPLATE
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.archive import ArchivePart, archive
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx import oxml
from roadmapc.render.docx.attachments import pictures
from roadmapc.render.docx.content import content, quotes
from roadmapc.render.docx.formatting import Formatting, Lists, Pages, Styles
from roadmapc.render.docx.front import Front
from roadmapc.render.docx.pages import PageRun, must_lie, page_runs
from roadmapc.render.docx.pieces import Orientations, Pieces, from_bytes, to_bytes
from roadmapc.render.docx.properties import CORE, CUSTOM, core, said
from roadmapc.render.docx.typed import with_typed_words
from roadmapc.render.store import NOTHING_STORED, Store

DEFAULT_LAYOUT = Layout()
"""Nothing but what the template has."""
SHIPPED = f"templates/{ORDER_TEMPLATE}"
"""The name of the template that comes with the compiler."""

_FIRST_DRAWING = 10_001
"""Numbers of drawings are one to a document; a template has a few of its own."""
_PIECES_AT_ONCE = 64
"""Rows and paragraphs that are compressed together: few enough to take little memory, enough to be quick."""


def render(
    view: OrderView,
    template: bytes,
    *,
    template_name: str = SHIPPED,
    layout: Layout = DEFAULT_LAYOUT,
    store: Store = NOTHING_STORED,
) -> Outcome[bytes]:
    """The DOCX of an order, or what is wrong with the template; `template_name` is for messages."""
    view = with_typed_words(view)
    front, arrangement = Front.of(view, template, layout), _Arrangement(view)
    pieces = _kept(front, arrangement, store)
    made = Outcome(pieces) if pieces else _filled(front, arrangement, template_name, store)
    return made.then(lambda pieces: Outcome(archive(_parts(view, pieces, arrangement))))


class _Arrangement:
    """How the contents of appendices lie on the pages of a template."""

    def __init__(self, view: OrderView) -> None:
        """That of an order."""
        self._appendices = view.appendices
        self.runs = cache(self._runs)

    def shape(self, pages: Pages, styles: Styles) -> Orientations:
        """What pages they want."""
        runs = self.runs(pages, styles)
        return tuple(
            (must_lie(appendix), *(run.is_wide for run in own))
            for appendix, own in zip(self._appendices, runs, strict=True)
        )

    def _runs(self, pages: Pages, styles: Styles) -> list[list[PageRun]]:
        """Of each appendix."""
        return [page_runs(appendix, pages, styles) for appendix in self._appendices]


def _kept(front: Front, arrangement: _Arrangement, store: Store) -> Pieces | None:
    """The template as it was filled before, if with the same words and for contents of the same shape."""
    found = store.get(front.digest)
    pieces = from_bytes(found) if found else None
    is_same = pieces and arrangement.shape(pieces.pages, pieces.styles) == pieces.shape
    return pieces if is_same else None


def _filled(front: Front, arrangement: _Arrangement, name: str, store: Store) -> Outcome[Pieces]:
    """The template filled anew, and kept unless there is something to be said of it."""
    from roadmapc.render.docx.filling import filled  # noqa: PLC0415 - docxtpl is slow to import

    made = filled(front, arrangement.shape, name)
    if made.value and not made.diagnostics:
        store.put(front.digest, to_bytes(made.value))
    return made


def _parts(view: OrderView, pieces: Pieces, arrangement: _Arrangement) -> Iterator[ArchivePart]:
    """The parts in their order; numbering comes last, when it is known how many lists there are."""
    lists = Lists(pieces.definitions, pieces.dash, pieces.first)
    folder = pieces.document.rpartition("/")[0]
    own = {each.attachment(folder).name: (file,) for each, file in pictures(view).items()}
    own[CORE] = (core(view).encode(),)
    between: dict[str, Iterable[Iterable[str]]] = {
        CUSTOM: ((said(view.digest),),),
        pieces.document: _contents(view, pieces, arrangement, lists),
        pieces.numbering: ((oxml.list_instance(*each) for each in lists.begun),),
    }
    for name, part in pieces.parts.items():
        yield name, _written(part, between.get(name, ())) if part else own[name]


def _written(pieces: tuple[bytes, ...], contents: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """A part, with what goes between its pieces."""
    before, *after = pieces
    yield before
    for content_of_place, following in zip(contents, after, strict=True):
        texts = iter(content_of_place)
        while batch := "".join(islice(texts, _PIECES_AT_ONCE)):
            yield batch.encode()
        yield following


def _contents(
    view: OrderView, pieces: Pieces, arrangement: _Arrangement, lists: Lists
) -> Iterator[Iterable[str]]:
    """What goes between the pieces of the main part: rows in quotes, then the contents of appendices."""
    styles, narrow = pieces.styles, pieces.pages.narrow
    on_order = Formatting(narrow, styles, lists, count(_FIRST_DRAWING), count(pieces.bookmark))
    yield from quotes(view.quotes, on_order)
    places = iter(pieces.places)
    for runs in arrangement.runs(pieces.pages, styles):
        yield chain.from_iterable(
            chain(content(each.parts, each.caption, on_order._replace(page=place.page)), (place.after,))
            for each, place in zip(runs, islice(places, len(runs)), strict=True)
        )
