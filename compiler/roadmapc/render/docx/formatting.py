"""What the content of an appendix is laid out with."""

from typing import NamedTuple

from roadmapc.render.docx import oxml
from roadmapc.render.docx.lists import Lists
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.styles import Styles
from roadmapc.text import typography


class Sheet(NamedTuple):
    """The page, the styles and the lists of a template."""

    page: Page
    styles: Styles
    lists: Lists


def bound(text: str) -> str:
    """A text as it is printed: legible, with its no-break spaces."""
    return typography.bind(oxml.legible(text))
