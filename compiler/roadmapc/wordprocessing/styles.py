"""Styles with all that they inherit (ECMA-376, part 1, 17.7)."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from roadmapc.wordprocessing.colours import AUTO, Theme, is_legible
from roadmapc.wordprocessing.looks import PLAIN, TOGGLES, Look, paragraph_look, run_look
from roadmapc.wordprocessing.xml import Element, W, child, is_on, value

Lines: TypeAlias = Mapping[str, bool]
"""Which sides of cells are drawn, by their tags."""

_DEEPEST = 64
"""Styles under one another; the shipped template has three."""


class Style(NamedTuple):
    """The looks that a style gives."""

    run: Look
    paragraph: Look
    lines: Lines
    """Of a table."""


_ANYWHERE = ("strike", "dstrike", "vanish", "clear", "size", "rtl", "ascii", "hAnsi")
"""What no style of tables does to a part of a table for the sake of its look."""
_NOTHING = Style(PLAIN, PLAIN, {})
_NO_LINE = ("", "nil", "none")


class Styles:
    """All styles of a document."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        """`root` is that of the part of styles, `None` if there is none."""
        elements = () if root is None else root.iterfind(f"{W}style")
        self._elements = {each.get(f"{W}styleId", ""): each for each in elements}
        self._theme = theme
        self._known: dict[str, Style] = {}
        self._defaults = run_look(child(root, "docDefaults", "rPrDefault", "rPr"), theme)
        self._usual = {
            kind: name for name, each in self._elements.items() if (kind := _usual_of(each)) is not None
        }

    def of(self, name: str, kind: str = "paragraph") -> Style:
        """A style by its id; that of all paragraphs, or of all tables, if one names none."""
        return self._style(name or self._usual.get(kind, ""), _DEEPEST)

    def run(self, paragraph: Style, direct: Look, table: Look) -> Look:
        """The look of a run in a paragraph of a style, in a table of a style."""
        name = direct.get("style", "")
        own = self._style(str(name), _DEEPEST).run if name else PLAIN
        layers = (table, paragraph.run, own)
        styled: dict[str, str | int | bool] = {**self._defaults, **table, **paragraph.run, **own}
        for toggle in TOGGLES:
            stated = sum(bool(layer.get(toggle)) for layer in layers)
            styled[toggle] = bool(self._defaults.get(toggle)) or stated % 2 == 1
        return {**styled, **direct}

    def _style(self, name: str, levels: int) -> Style:
        """What a style states over those that it is based on (17.7.4.3), up to so many levels."""
        known = self._known.get(name)
        element = self._elements.get(name)
        if known is not None or element is None or levels == 0:
            return known or _NOTHING
        base = value(element.find(f"{W}basedOn"))
        under = self._style(base, levels - 1) if base else _NOTHING
        run = run_look(element.find(f"{W}rPr"), self._theme)
        paragraph = paragraph_look(element.find(f"{W}pPr"), self._theme)
        drawn = {**under.lines, **lines(child(element, "tblPr", "tblBorders"))}
        for part in element.iterfind(f"{W}tblStylePr"):
            own = run_look(part.find(f"{W}rPr"), self._theme)
            is_whole = part.get(f"{W}type") == "wholeTable"
            shade = run_look(part.find(f"{W}tcPr"), self._theme).get("shade", AUTO)
            if not is_legible(str(own.get("colour", AUTO)), str(shade)):
                run = {**run, "colour": own["colour"]}
            drawn |= {
                side: True for side, is_drawn in lines(child(part, "tcPr", "tcBorders")).items() if is_drawn
            }
            run = {**run, **{name: own[name] for name in own if is_whole or name in _ANYWHERE}}
        style = Style({**under.run, **run}, {**under.paragraph, **paragraph}, drawn)
        self._known[name] = style
        return style


def lines(borders: Element | None) -> Lines:
    """What `w:tblBorders` or `w:tcBorders` states."""
    return {} if borders is None else {each.tag: value(each) not in _NO_LINE for each in borders}


def _usual_of(style: Element) -> str | None:
    """Of what a style is the default one."""
    is_default = style.get(f"{W}default", "0") not in ("0", "false", "off")
    return style.get(f"{W}type", "paragraph") if is_default else None


def is_even_and_odd(settings: Element | None) -> bool:
    """Whether even pages have headers of their own."""
    return is_on(child(settings, "evenAndOddHeaders"))
