"""Whether letters can be told from what is behind them."""

import re
from collections.abc import Iterator, Mapping

from roadmapc.wordprocessing.xml import A, Element, W, value

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
_MAPPED = {
    "bg1": ("background1", "bg1"),
    "t1": ("text1", "tx1"),
    "bg2": ("background2", "bg2"),
    "t2": ("text2", "tx2"),
    "hyperlink": ("hyperlink",),
    "followedHyperlink": ("followedHyperlink",),
}
"""Names of colours to which a document may give others of its theme."""
_OF_SIGNS = ("02", "2")
"""The set of characters of typefaces of symbols (17.8.3.2)."""
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


def theme(root: Element | None, mapping: Element | None, fonts: Element | None) -> Theme:
    """The colours and typefaces that a theme gives, what a document calls them, and what stands for them.

    `mapping` is its `w:clrSchemeMapping` (17.15.1.20), `fonts` its table of fonts (17.8).
    """
    found = {} if root is None else dict(_typefaces(root))
    scheme = None if root is None else root.find(f".//{A}clrScheme")
    for slot in () if scheme is None else scheme:
        for colour in slot:
            rgb = colour.get("lastClr") or colour.get("val") or ""
            if _HEX.fullmatch(rgb):
                found[slot.tag.removeprefix(A)] = rgb
    changed = {} if mapping is None else dict(_renamed(found, mapping))
    return found | changed | dict(() if fonts is None else _of_signs(fonts))


def typeface(name: str) -> str:
    """Under what a theme knows that which stands for a typeface: no colour is called so."""
    return f"typeface {name.casefold()}"


def _renamed(colours: Theme, mapping: Element) -> Iterator[tuple[str, str]]:
    for key, names in _MAPPED.items():
        slot = mapping.get(W + key, "")
        colour = colours.get(_SLOTS.get(slot, slot))
        if colour is not None:
            yield from ((name, colour) for name in names)


def _of_signs(fonts: Element) -> Iterator[tuple[str, str]]:
    """Typefaces that print pictures by their own account, or by that of what stands for them."""
    for font in fonts.iterfind(f"{W}font"):
        name, other = font.get(f"{W}name", ""), value(font.find(f"{W}altName"))
        if value(font.find(f"{W}charset")) in _OF_SIGNS:
            yield typeface(name), "Symbol"
        elif other:
            yield typeface(name), other


def _typefaces(root: Element) -> Iterator[tuple[str, str]]:
    for name in ("major", "minor"):
        for script, slots in (("latin", ("Ascii", "HAnsi")), ("cs", ("Bidi",))):
            typeface = root.find(f".//{A}{name}Font/{A}{script}")
            if typeface is not None:
                yield from ((f"{name}{slot}", typeface.get("typeface", "")) for slot in slots)


def themed(colours: Theme, name: str, tint: str, shade: str, default: str) -> str:
    """A colour of the theme, lighter by a tint or darker by a shade, both hexadecimal."""
    rgb = colours.get(name) or colours.get(_SLOTS.get(name, name)) if name else None
    if rgb is None or not _HEX.fullmatch(rgb):
        return default if _HEX.fullmatch(default) else AUTO
    for amount, end in ((tint, 255), (shade, 0)):
        if re.fullmatch(r"[0-9A-Fa-f]{2}", amount):
            share = int(amount, 16) / 255
            rgb = "".join(f"{round(part * share + end * (1 - share)):02X}" for part in _parts(rgb))
    return rgb


def mixed(fill: str, colour: str, part: float) -> str:
    """The colour of a ground of which a pattern of another takes a part."""
    if part == 0:
        return fill
    ground, over = _parts("FFFFFF" if fill == AUTO else fill), _parts("000000" if colour == AUTO else colour)
    return "".join(
        f"{round(above * part + under * (1 - part)):02X}" for under, above in zip(ground, over, strict=True)
    )


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
