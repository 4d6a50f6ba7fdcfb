"""The page of dates with its script, which the page itself vouches for by its digest."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from markupsafe import Markup

from roadmapc.assets import asset
from roadmapc.render import web
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.page.from_agenda import page_view


def html(agenda: AgendaView) -> bytes:
    """The whole page."""
    return b"".join(pieces(agenda))


def pieces(agenda: AgendaView) -> Iterator[bytes]:
    """The page in pieces."""
    script = asset("templates", "calendar.js")
    values = {
        "page": page_view(agenda),
        "script": Markup(script.decode()),
        "digest": b64encode(sha256(script).digest()).decode(),
    }
    return web.pieces("calendar", values)
