"""A review side by side, as a page that needs nothing else."""

from __future__ import annotations

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from roadmapc.assets import asset
from roadmapc.render.changes.view import ReviewView
from roadmapc.render.changes.wording import ended


def to_html(review: ReviewView) -> str:
    """Fill the template; the style is written into it, and there is no script."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["ended"] = ended
    template = environment.from_string(asset("templates", "changes.html.j2").decode())
    style = Markup(asset("templates", "changes.css").decode())
    return template.render(review=review, style=style)
