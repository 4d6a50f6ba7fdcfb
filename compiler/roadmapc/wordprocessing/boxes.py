"""Where text boxes stand and how large they are, in DrawingML and VML."""

import re
from collections.abc import Sequence

from roadmapc.wordprocessing.room import Outline
from roadmapc.wordprocessing.xml import A, Element, V, twips, whole

EMU = 635
"""In a twip."""
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFFSETS = (f"{_WP}positionH", f"{_WP}positionV")
_RULE = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+)")


def box(seen: Sequence[Element]) -> Outline:
    """The place of a text box by the elements of its drawing; one that fits its words has no height."""
    extent = next((each for each in seen if each.tag == f"{_WP}extent"), None)
    if extent is None:
        styles = (each.get("style", "") for each in seen if each.tag.startswith(V))
        return _of_style(dict(_RULE.findall(next(filter(None, styles), ""))))
    x, y = (_offset(seen, way) for way in _OFFSETS)
    fits = any(each.tag == f"{A}spAutoFit" for each in seen)
    width, height = (max(1, whole(extent.get(name)) // EMU) for name in ("cx", "cy"))
    return Outline(x, y, width, 0 if fits else height)


def _offset(seen: Sequence[Element], way: str) -> int:
    holder = next((each for each in seen if each.tag == way), None)
    offset = None if holder is None else holder.find(f"{_WP}posOffset")
    return 0 if offset is None else whole(offset.text) // EMU


def _of_style(rules: dict[str, str]) -> Outline:
    """Of the style of a shape of VML; sides of a group's parts have no units and say nothing."""
    x, y, width, height = (
        twips(said) if (said := rules.get(name, "").strip())[-1:].isalpha() else 0
        for name in ("margin-left", "margin-top", "width", "height")
    )
    return Outline(x, y, width, 0 if rules.get("mso-fit-shape-to-text", "") == "t" else height)
