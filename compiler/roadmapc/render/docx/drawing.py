"""A picture in the line of a paragraph (ECMA-376, part 1, 20.4.2.8): its size on the page, its XML."""

from typing import NamedTuple

from roadmapc.render.docx.formatting import Page
from roadmapc.render.docx.oxml import escaped, legible
from roadmapc.source.image import Image

_INCH = 914_400
"""In EMU, the unit of drawings."""
_TWIPS = 1440
"""In an inch, the unit of pages."""
_TALLEST = 0.85
"""Of the height of a page: its caption stands on it, too."""
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"


class Size(NamedTuple):
    """Of a picture on paper, in EMU."""

    width: int
    height: int


def size(image: Image, page: Page) -> Size:
    """As large as its own resolution has it, and no larger than the page."""
    inches = image.printed(page.width / _TWIPS, page.height / _TWIPS * _TALLEST)
    return Size(*(max(1, round(length * _INCH)) for length in inches))


def drawing(number: int, relationship: str, extent: Size, description: str) -> str:
    """`w:r` with a picture; `number` is its own among all drawings of the document."""
    measures = f'cx="{extent.width}" cy="{extent.height}"'
    name = f'id="{number}" name="Рисунок {number}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent {measures}/>'
        f'<wp:docPr {name} descr="{escaped(legible(description))}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWINGML}/main">'
        f'<a:graphicData uri="{_DRAWINGML}/picture"><pic:pic xmlns:pic="{_DRAWINGML}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {measures}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
