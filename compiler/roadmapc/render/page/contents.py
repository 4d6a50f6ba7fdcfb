"""A page that leads to other pages: to municipalities, to those who have duties, to years of theirs."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.render.web import page


class PageLink(NamedTuple):
    """A page that can be opened."""

    address: str
    """From the page that leads there; empty if there is nothing to open but what stands below."""
    label: str
    note: str
    """How much is to be found there."""
    below: tuple["PageLink", ...] = ()
    """Parts of it."""


class ContentsView(NamedTuple):
    """The page."""

    title: str
    totals: str
    links: Sequence[PageLink]


def contents_page(view: ContentsView) -> bytes:
    """The whole page."""
    return page("contents", {"page": view}).encode()
