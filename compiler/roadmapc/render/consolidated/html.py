"""The edition as a file that needs nothing else: no network, no other files, no script."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from roadmapc.assets import asset
from roadmapc.model.printed import blocks_text
from roadmapc.render import view as views
from roadmapc.render.consolidated.heads import levels
from roadmapc.render.consolidated.prose import to_html
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


def html(view: views.OrderView) -> bytes:
    """Fill the template; the style is written into it."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"bound": bind, "cell": blocks_text, "prose": to_html, "levels": levels}
    environment.tests |= {name: _is(kind) for name, kind in KINDS.items()}
    template = environment.from_string(asset("templates", "edition.html.j2").decode())
    style = Markup(asset("templates", "edition.css").decode())
    return template.render(view=view, style=style).encode()


def _is(kind: type) -> Callable[[object], bool]:
    return lambda part: isinstance(part, kind)
