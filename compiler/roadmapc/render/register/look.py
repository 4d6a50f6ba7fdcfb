"""How people have made cells look: from the styles of a workbook to properties of a format."""

import colorsys
import re
from typing import Any, Final

from roadmapc.render.register.kept import Look

_BORDERS: Final = (
    "thin",
    "medium",
    "dashed",
    "dotted",
    "thick",
    "double",
    "hair",
    "mediumDashed",
    "dashDot",
    "mediumDashDot",
    "dashDotDot",
    "mediumDashDotDot",
    "slantDashDot",
)
"""Lines of a border by their numbers, from 1 (ECMA-376, part 1, 18.18.3)."""
_UNDERLINES: Final = {"single": 1, "double": 2, "singleAccounting": 33, "doubleAccounting": 34}
_PLAIN_NUMBERS: Final = frozenset({"General", "@", "dd.mm.yyyy", "mm-dd-yy"})
"""Formats of values that registers have by themselves; the last is the day of the reader's country."""
_OFFICE: Final = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31"),
    *("A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
)
"""Colours of a book that names none, by their numbers in a theme."""
_THEME_COLOUR = re.compile(rb'<a:(?:sysClr[^>]*?lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')
_RGB = re.compile(r"[0-9A-Fa-f]{6}")


class Looks:
    """The looks of a book's cells."""

    def __init__(self, book: Any) -> None:
        """`book` is one of openpyxl."""
        theme = [found.decode() for found in _THEME_COLOUR.findall(book.loaded_theme or b"")[: len(_OFFICE)]]
        dark, light, second_dark, second_light, *accents = theme if len(theme) == len(_OFFICE) else ("",) * 4
        self._theme = (light, dark, second_light, second_dark, *accents) if accents else _OFFICE
        self._plain = book._fonts[0]
        self._known: dict[tuple[int, bool], Look] = {}

    def of(self, styled: Any, *, is_whole: bool = False) -> Look:
        """What a cell, row or column has that plain ones have not; as a `whole` its alignment, too."""
        key = styled.style_id, is_whole
        if key not in self._known:
            found = self._font(styled.font) | self._frame(styled) | _placing(styled.alignment, is_whole)
            if styled.number_format not in (("General",) if is_whole else _PLAIN_NUMBERS):
                found["num_format"] = styled.number_format
            self._known[key] = tuple(sorted(found.items()))
        return self._known[key]

    def _font(self, font: Any) -> dict[str, Any]:
        """What differs from the workbook's usual letters: only that did a person choose."""
        found: dict[str, Any] = {}
        for name, property_ in (("b", "bold"), ("i", "italic"), ("strike", "font_strikeout")):
            if getattr(font, name):
                found[property_] = True
        if font.u in _UNDERLINES:
            found["underline"] = _UNDERLINES[font.u]
        for name, property_ in (("name", "font_name"), ("sz", "font_size")):
            value = getattr(font, name)
            if value and value != getattr(self._plain, name):
                found[property_] = value
        colour = self.colour(font.color)
        if colour and colour != self.colour(self._plain.color):
            found["font_color"] = colour
        return found

    def _frame(self, styled: Any) -> dict[str, Any]:
        """Fill and borders."""
        found: dict[str, Any] = {}
        fill = styled.fill
        colour = self.colour(fill.fgColor) if getattr(fill, "patternType", None) else ""
        if colour:
            found["bg_color"] = colour
        for side in ("left", "right", "top", "bottom"):
            line = getattr(styled.border, side)
            if line is not None and line.style in _BORDERS:
                found[side] = _BORDERS.index(line.style) + 1
                if self.colour(line.color):
                    found[f"{side}_color"] = self.colour(line.color)
        return found

    def colour(self, colour: Any) -> str:
        """A colour as «#RRGGBB»; empty if a book has it by itself."""
        if colour is None:
            return ""
        found = ""
        if colour.type == "rgb":
            found = str(colour.rgb)[-6:]
        elif colour.type == "theme" and 0 <= colour.theme < len(self._theme):
            found = _tinted(self._theme[colour.theme], colour.tint or 0.0)
        elif colour.type == "indexed":
            from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415 - for filled registers only

            found = COLOR_INDEX[colour.indexed][-6:] if 0 <= colour.indexed < len(COLOR_INDEX) else ""
        return f"#{found.upper()}" if _RGB.fullmatch(found) else ""


def _placing(alignment: Any, is_whole: bool) -> dict[str, Any]:
    """How text stands in a cell; registers place it by themselves, but for the sides."""
    found: dict[str, Any] = {}
    if alignment.horizontal in ("center", "right", "justify", "fill") or (
        is_whole and alignment.horizontal == "left"
    ):
        found["align"] = alignment.horizontal
    if is_whole:
        if alignment.vertical in ("top", "center", "justify"):
            found["valign"] = {"center": "vcenter", "justify": "vjustify"}.get(alignment.vertical, "top")
        if alignment.wrap_text:
            found["text_wrap"] = True
        if alignment.text_rotation and 0 < alignment.text_rotation <= 90:
            found["rotation"] = alignment.text_rotation
        if alignment.indent:
            found["indent"] = int(alignment.indent)
    return found


def _tinted(colour: str, tint: float) -> str:
    """A colour of the theme made darker or lighter (ECMA-376, part 1, 18.8.3)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    made = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "".join(f"{round(each * 255):02X}" for each in made)
