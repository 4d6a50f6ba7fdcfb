"""Pages that need nothing else: no network, no other files."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from roadmapc.assets import asset

Filters = Mapping[str, Callable[..., object]]
Tests = Mapping[str, Callable[..., bool]]

_AT_ONCE = 500
"""Texts and values of a template in a piece of its page."""


def page(
    name: str, values: Mapping[str, object], *, filters: Filters | None = None, tests: Tests | None = None
) -> str:
    """Fill `templates/NAME.html.j2`; the style, `templates/NAME.css`, is written into it.

    `filters` and `tests` are words of the template's own besides those of Jinja.
    """
    template = _template(name, tuple((filters or {}).items()), tuple((tests or {}).items()))
    return template.render(values, style=_style(name))


def pieces(name: str, values: Mapping[str, object]) -> Iterator[bytes]:
    """The same in pieces, for a page that is too large to be held at once."""
    stream = _template(name, (), ()).stream(values, style=_style(name))
    stream.enable_buffering(_AT_ONCE)
    return (piece.encode() for piece in stream)


def _style(name: str) -> Markup:
    return Markup(asset("templates", f"{name}.css").decode())


@cache  # to compile one takes as long as to fill it for a hundred measures
def _template(
    name: str,
    filters: tuple[tuple[str, Callable[..., object]], ...],
    tests: tuple[tuple[str, Callable[..., bool]], ...],
) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= dict(filters)
    environment.tests |= dict(tests)
    return environment.from_string(asset("templates", f"{name}.html.j2").decode())
