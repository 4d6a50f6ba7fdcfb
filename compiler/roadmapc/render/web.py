"""Pages that need nothing else: no network, no other files."""

from collections.abc import Callable, Mapping

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from roadmapc.assets import asset

Filters = Mapping[str, Callable[..., object]]
Tests = Mapping[str, Callable[..., bool]]


def page(
    name: str, values: Mapping[str, object], *, filters: Filters | None = None, tests: Tests | None = None
) -> str:
    """Fill `templates/NAME.html.j2`; the style, `templates/NAME.css`, is written into it.

    `filters` and `tests` are words of the template's own besides those of Jinja.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= filters or {}
    environment.tests |= tests or {}
    template = environment.from_string(asset("templates", f"{name}.html.j2").decode())
    return template.render(values, style=Markup(asset("templates", f"{name}.css").decode()))
