"""Whether letters can be told from what is behind them."""

import re
from collections.abc import Iterator, Mapping

from roadmapc.wordprocessing.xml import A, Element

AUTO = "auto"
"""Black, or white where the word processor finds its ground dark."""
_LEGIBLE = 1.5
"""The least contrast (WCAG 2, from 1 to 21) of letters that a reader notices; light grey on white has 1.4."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SLOTS = {
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""What documents call some colours of a theme."""
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "00008B",
    "darkCyan": "008B8B",
    "darkGreen": "006400",
    "darkMagenta": "800080",
    "darkRed": "8B0000",
    "darkYellow": "808000",
    "darkGray": "A9A9A9",
    "lightGray": "D3D3D3",
}
"""Colours of `w:highlight` (17.18.40)."""

Theme = Mapping[str, str]
"""Colours of a theme by their names in it, and its typefaces by the names that documents call them."""


def theme(root: Element | None) -> Theme:
    """The colours and typefaces that a theme part gives."""
    found = {} if root is None else dict(_typefaces(root))
    scheme = None if root is None else root.find(f".//{A}clrScheme")
    for slot in () if scheme is None else scheme:
        for colour in slot:
            rgb = colour.get("lastClr") or colour.get("val") or ""
            if _HEX.fullmatch(rgb):
                found[slot.tag.removeprefix(A)] = rgb
    return found


def _typefaces(root: Element) -> Iterator[tuple[str, str]]:
    for name in ("major", "minor"):
        for script, slots in (("latin", ("Ascii", "HAnsi")), ("cs", ("Bidi",))):
            typeface = root.find(f".//{A}{name}Font/{A}{script}")
            if typeface is not None:
                yield from ((f"{name}{slot}", typeface.get("typeface", "")) for slot in slots)


def themed(colours: Theme, name: str, tint: str, shade: str, default: str) -> str:
    """A colour of the theme, lighter by a tint or darker by a shade, both hexadecimal."""
    rgb = colours.get(_SLOTS.get(name, name)) if name else None
    if rgb is None or not _HEX.fullmatch(rgb):
        return default if _HEX.fullmatch(default) else AUTO
    for amount, end in ((tint, 255), (shade, 0)):
        if re.fullmatch(r"[0-9A-Fa-f]{2}", amount):
            share = int(amount, 16) / 255
            rgb = "".join(f"{round(part * share + end * (1 - share)):02X}" for part in _parts(rgb))
    return rgb


def is_legible(letters: str, ground: str) -> bool:
    """Whether letters of one colour are seen on a ground of another; an automatic colour always is."""
    if letters == AUTO:
        return True
    dark, light = sorted(map(_luminance, (letters, "FFFFFF" if ground == AUTO else ground)))
    return (light + 0.05) / (dark + 0.05) >= _LEGIBLE


def _parts(rgb: str) -> tuple[int, int, int]:
    return int(rgb[:2], 16), int(rgb[2:4], 16), int(rgb[4:], 16)


def _luminance(rgb: str) -> float:
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
