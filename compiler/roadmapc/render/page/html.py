"""The page as a file that needs nothing else: no network, no other files."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from roadmapc.assets import asset
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.page.from_agenda import page_view


def html(agenda: AgendaView) -> bytes:
    """Fill the template; the style and the script are written into it."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(_text("calendar.html.j2"))
    script = _text("calendar.js")
    page = template.render(
        page=page_view(agenda),
        style=Markup(_text("calendar.css")),
        script=Markup(script),
        digest=b64encode(sha256(script.encode()).digest()).decode(),
    )
    return page.encode()


def _text(name: str) -> str:
    return asset("templates", name).decode()
