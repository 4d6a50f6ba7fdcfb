"""The edition as a page without a script."""

from collections.abc import Callable

from roadmapc.model.printed import blocks_text
from roadmapc.render.consolidated.heads import levels
from roadmapc.render.consolidated.prose import to_html
from roadmapc.render.document import view as views
from roadmapc.render.web import Filters, page
from roadmapc.text.typography import bind

KINDS = {
    "note": views.NoteView,
    "section_row": views.SectionRow,
    "note_row": views.NoteRow,
    "measures_view": views.MeasuresView,
    "quote_view": views.QuoteView,
    "heading_view": views.HeadingView,
    "prose_view": views.ProseView,
    "passport_view": views.PassportView,
    "table_view": views.TableView,
}
"""What the template asks of a part: `{% if part is note %}`."""


FILTERS: Filters = {"bound": bind, "cell": blocks_text, "prose": to_html, "levels": levels}
"""How the template has texts, cells, prose and heads of tables written."""


def html(view: views.OrderView) -> bytes:
    """The whole page."""
    tests = {name: _is(kind) for name, kind in KINDS.items()}
    return page("edition", {"view": view}, filters=FILTERS, tests=tests).encode()


def _is(kind: type) -> Callable[[object], bool]:
    return lambda part: isinstance(part, kind)
