"""Properties of runs and paragraphs as far as they decide whether words are read.

A look is what a set of properties states; looks of styles are put under those of the text itself.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from roadmapc.wordprocessing import colours, vocabulary
from roadmapc.wordprocessing.colours import AUTO, Theme
from roadmapc.wordprocessing.reading import Effect
from roadmapc.wordprocessing.xml import VAL, W14, Element, W, is_on, is_true, twips, value, whole

Look: TypeAlias = Mapping[str, str | int | bool]
"""What is stated, by name; what is not there is inherited."""

PLAIN: Look = {}
TOGGLES = ("strike", "vanish", "bold")
"""Properties that two styles over each other switch off (17.7.3)."""
_TINY = 10
"""Half-points: letters below 5 pt are not read."""
_NARROW = 33
"""Per cent of a letter's width."""
_HUGE = 288
"""Half-points: a page holds few letters of 144 pt."""
_CROWDED, _STREWN = 0.2, 4
"""Of a letter's size, that its place may lack, and that may be added to it."""
_OFF_LINE = 4
"""Half-points above or below the line from which letters read as an exponent or an index."""
_USUAL_SIZE = 20
_HUNDREDTH = 2.4
"""Twips of a letter or a line of 12 points."""
_SYMBOLS = frozenset(
    (
        *("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "zapf dingbats"),
        *("marlett", "bookshelf symbol 7", "ms outlook", "mt extra", "opensymbol", "starsymbol", "dingbats"),
    )
)
"""Typefaces in which a letter is a picture."""


def run_look(properties: Iterable[Element] | None, theme: Theme) -> Look:
    """What the elements of a `w:rPr` state."""
    look: dict[str, str | int | bool] = {}
    for each in () if properties is None else properties:
        read = _RUN.get(each.tag)
        if read is not None:
            look |= read(each, theme)
        elif each.tag not in vocabulary.RUN and is_on(each):
            look["strange"] = True
    return look


def paragraph_look(properties: Iterable[Element] | None, theme: Theme) -> Look:
    """What the elements of a `w:pPr` state."""
    look: dict[str, str | int | bool] = {}
    for each in () if properties is None else properties:
        read = _PARAGRAPH.get(each.tag)
        if read is not None:
            look |= read(each, theme)
        elif each.tag not in vocabulary.PARAGRAPH and is_on(each):
            look["strange"] = True
    return look


def shade_of(properties: Iterable[Element] | None, theme: Theme) -> str:
    """The ground that the properties of a table or of a cell give; automatic if they give none."""
    shading = next((each for each in properties or () if each.tag == f"{W}shd"), None)
    return AUTO if shading is None else str(_shade(shading, theme)["shade"])


def size_of(look: Look) -> int:
    """Of letters, in half-points; those of scripts that are written otherwise have one of their own."""
    is_of_others = look.get("cs script") or look.get("rtl")
    return int(look.get("size of others" if is_of_others else "size", _USUAL_SIZE))


def typefaces(look: Look) -> set[str]:
    """Those in which words of a look may be printed."""
    is_of_others = look.get("cs script") or look.get("rtl")
    slots = ("cs",) if is_of_others else ("ascii", "hAnsi", "of the East")
    return {str(look[slot]) for slot in slots if look.get(slot)}


def effects(look: Look, grounds: Iterable[str]) -> frozenset[Effect]:
    """How words of a look are read on a ground that may be of any of some colours."""
    size = size_of(look)
    own = str(look.get("highlight", AUTO))
    own = own if own != AUTO else str(look.get("shade", AUTO))
    behind = grounds if own == AUTO else (own,)
    letters = str(look.get("colour", AUTO))
    is_blackened = letters == AUTO and look.get("highlight") == colours.HIGHLIGHTS["black"]
    raised = int(look.get("position", 0))
    is_fitted = bool(look.get("fit") or look.get("combine"))  # into a width that may be of one letter
    is_apart = not -_CROWDED <= int(look.get("spacing", 0)) / (10 * max(size, 1)) <= _STREWN
    is_odd = not _TINY <= size <= _HUGE or int(look.get("scale", 100)) < _NARROW
    found = {
        Effect.STRUCK: bool(look.get("strike") or look.get("dstrike")),
        Effect.HIDDEN: bool(look.get("vanish")),
        Effect.PALE: is_blackened
        or bool(look.get("clear"))
        or not all(colours.is_legible(letters, each) for each in behind),
        Effect.TINY: is_odd or is_apart or is_fitted,
        Effect.RAISED: look.get("vertical") == "superscript" or raised >= _OFF_LINE,
        Effect.LOWERED: look.get("vertical") == "subscript" or raised <= -_OFF_LINE,
        Effect.SYMBOLS: any(name.lower() in _SYMBOLS for name in typefaces(look)),
        Effect.REVERSED: bool(look.get("rtl")),
        Effect.STRANGE: bool(look.get("strange")),
    }
    return frozenset(effect for effect, is_there in found.items() if is_there)


_Property: TypeAlias = Callable[[Element, Theme], dict[str, str | int | bool]]


def _colour(element: Element, theme: Theme) -> dict[str, str | int | bool]:
    name, tint, shade = (element.get(f"{W}{each}", "") for each in ("themeColor", "themeTint", "themeShade"))
    return {"colour": colours.themed(theme, name, tint, shade, value(element))}


def _shade(element: Element, theme: Theme) -> dict[str, str | int | bool]:
    """The ground of a shading (17.3.5): its fill, under a pattern of another colour."""
    fill, colour = (
        colours.themed(theme, *(element.get(W + name, "") for name in names))
        for names in (
            ("themeFill", "themeFillTint", "themeFillShade", "fill"),
            ("themeColor", "themeTint", "themeShade", "color"),
        )
    )
    return {"shade": colours.mixed(fill, colour, _pattern(value(element)))}


def _pattern(name: str) -> float:
    """The part of a ground that a pattern (17.18.78) takes: per cent, all, none, or stripes of one half."""
    if name.startswith("pct"):
        return min(max(whole(name.removeprefix("pct")), 0), 100) / 100
    return {"": 0, "clear": 0, "nil": 0, "solid": 1}.get(name, 0.5)


def _fill(element: Element, theme: Theme) -> dict[str, str | int | bool]:
    """A filling of letters (`w14:textFill`), which goes before their colour."""
    if element.find(f"{W14}noFill") is not None:
        return {"clear": True}
    alpha = element.find(f"{W14}solidFill//{W14}alpha")
    if alpha is not None and whole(alpha.get(f"{W14}val")) >= 85_000:
        return {"clear": True}
    found = [
        colours.themed(theme, name if colour.tag == f"{W14}schemeClr" else "", "", "", name)
        for way in (f"{W14}solidFill/*", f".//{W14}gs/*")
        for colour in element.iterfind(way)
        if (name := colour.get(f"{W14}val", ""))
    ]
    pale = (each for each in found if not colours.is_legible(each, AUTO))
    return {"colour": next(pale, found[0])} if found else {}


def _font(element: Element, theme: Theme) -> dict[str, str | int | bool]:
    """Typefaces of Latin letters and figures, of other letters, and of scripts that are written otherwise."""
    look: dict[str, str | int | bool] = {}
    for slot, of_theme in (("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme")):
        name = theme.get(element.get(W + of_theme, "")) or element.get(W + slot)
        if name:
            other = theme.get(colours.typeface(name), "")
            look[slot] = other if other.lower() in _SYMBOLS else name
    if element.get(f"{W}hint") == "eastAsia":  # it is given to Russian letters then (17.3.2.26)
        look["of the East"] = element.get(f"{W}eastAsia", "")
    return look


def _switch(name: str) -> _Property:
    return lambda element, _: {name: is_on(element)}


def _number(name: str, unit: int = 1) -> _Property:
    """A measure in units of so many twips; one without a unit is counted as it stands."""

    def read(element: Element, _: Theme) -> dict[str, str | int | bool]:
        text = value(element)
        return {name: twips(text) // unit if text[-1:].isalpha() else whole(text)}

    return read


def _word(name: str) -> _Property:
    return lambda element, _: {name: value(element)}


_RUN: dict[str, _Property] = {
    **{f"{W}{name}": _switch(name) for name in ("strike", "dstrike", "vanish")},
    f"{W}specVanish": lambda element, _: {"vanish": True} if is_on(element) else {},
    f"{W}b": _switch("bold"),
    f"{W}rtl": _switch("rtl"),
    f"{W}cs": _switch("cs script"),
    f"{W}fitText": lambda element, _: {"fit": twips(element.get(VAL))},
    f"{W}eastAsianLayout": lambda element, _: {
        "combine": any(is_true(element.get(W + name, "")) for name in ("combine", "vert"))
    },
    f"{W}color": _colour,
    f"{W}sz": _number("size", unit=10),
    f"{W}szCs": _number("size of others", unit=10),
    f"{W}highlight": lambda element, _: {"highlight": colours.HIGHLIGHTS.get(value(element), AUTO)},
    f"{W}shd": _shade,
    f"{W}rFonts": _font,
    f"{W}vertAlign": _word("vertical"),
    f"{W}position": _number("position", unit=10),
    f"{W}w": _number("scale"),
    f"{W}spacing": _number("spacing"),
    f"{W14}textFill": _fill,
    f"{W}rStyle": _word("style"),
}


def _lines(element: Element, _: Theme) -> dict[str, str | int | bool]:
    look: dict[str, str | int | bool] = {
        name: found for name in ("before", "after") if (found := _side(element, name, "Lines")) is not None
    }
    if element.get(f"{W}line") is not None:
        look |= {"line": twips(element.get(f"{W}line")), "rule": element.get(f"{W}lineRule", "auto")}
    return look


def _indent(element: Element, _: Theme) -> dict[str, str | int | bool]:
    """Sides have two names each, and a measure in letters goes over one in twips (17.3.1.12)."""
    left, start, right, end, first, hanging = (
        _side(element, name, "Chars") for name in ("left", "start", "right", "end", "firstLine", "hanging")
    )
    left, right = start if left is None else left, end if right is None else right
    look: dict[str, str | int | bool] = {} if left is None else {"left": left}
    if right is not None:
        look["right"] = right
    if first is not None or hanging is not None:
        look["first"] = (first or 0) - (hanging or 0)
    return look


def _side(element: Element, name: str, unit: str) -> int | None:
    """A measure in twips, over which goes one in hundredths of letters or lines; `None` if there is none."""
    counted = whole(element.get(f"{W}{name}{unit}"))
    if counted:
        return round(counted * _HUNDREDTH)
    said = element.get(W + name)
    return None if said is None else twips(said)


def _tabs(element: Element, _: Theme) -> dict[str, str | int | bool]:
    """The furthest place that a tab goes to."""
    stops = [twips(stop.get(f"{W}pos")) for stop in element if value(stop) != "clear"]
    look: dict[str, str | int | bool] = {"tab": max(stops)} if stops else {}
    is_crossed = any(value(stop) == "bar" for stop in element)  # a line down through the words
    return look | {"strange": True} if is_crossed else look


def _numbering(element: Element, _: Theme) -> dict[str, str | int | bool]:
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    look: dict[str, str | int | bool] = {} if number is None else {"list": value(number)}
    return look if level is None else look | {"level": whole(level.get(VAL))}


def _frame(element: Element, _: Theme) -> dict[str, str | int | bool]:
    """A frame with its exact height, and where its corner is."""
    look: dict[str, str | int | bool] = {"framed": True}
    if element.get(f"{W}w") is not None:
        look["width"] = twips(element.get(f"{W}w"))
    if element.get(f"{W}hRule") == "exact":
        look["height"] = twips(element.get(f"{W}h"))
    for side in ("x", "y"):
        if element.get(f"{W}{side}") is not None:
            look[side] = twips(element.get(f"{W}{side}"))
    return look | {"of page": element.get(f"{W}vAnchor") == "page"}


_PARAGRAPH: dict[str, _Property] = {
    f"{W}shd": _shade,
    f"{W}spacing": _lines,
    f"{W}ind": _indent,
    f"{W}tabs": _tabs,
    f"{W}numPr": _numbering,
    f"{W}framePr": _frame,
    f"{W}bidi": _switch("bidi"),
    f"{W}jc": _word("alignment"),
    f"{W}pageBreakBefore": _switch("page"),
    f"{W}pStyle": _word("style"),
}
