"""The page of dates with its script, which the page itself vouches for by its digest."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from roadmapc.assets import asset
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.page.from_agenda import page_view
from roadmapc.render.web import page


def html(agenda: AgendaView) -> bytes:
    """The whole page."""
    script = asset("templates", "calendar.js")
    values = {
        "page": page_view(agenda),
        "script": Markup(script.decode()),
        "digest": b64encode(sha256(script).digest()).decode(),
    }
    return page("calendar", values).encode()
