"""Styles with all that they inherit (ECMA-376, part 1, 17.7)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from roadmapc.wordprocessing import vocabulary
from roadmapc.wordprocessing.colours import AUTO, Theme, is_legible
from roadmapc.wordprocessing.looks import PLAIN, TOGGLES, Look, paragraph_look, run_look, shade_of
from roadmapc.wordprocessing.vocabulary import unlisted
from roadmapc.wordprocessing.xml import Element, W, by_tag, child, is_on, twips, value

Lines: TypeAlias = Mapping[str, bool]
"""Which sides of cells are drawn, by their tags."""
Margins: TypeAlias = Mapping[str, int]
"""What is left free in cells at their sides, in twips; a side that is not there is inherited."""

_DEEPEST = 64
"""Styles under one another; the shipped template has three."""


class Style(NamedTuple):
    """The looks that a style gives."""

    run: Look
    paragraph: Look
    lines: Lines
    """Of a table, as is what follows."""
    grounds: tuple[str, ...]
    """Colours that some of its cells may have."""
    margins: Margins
    table: Mapping[str, Element]
    """Its properties."""


_ANYWHERE = ("strike", "dstrike", "vanish", "clear", "size", "rtl", "ascii", "hAnsi", "strange")
"""What no style of tables does to a part of a table for the sake of its look."""
NO_MARGINS: Margins = {}
NO_STYLE = Style(PLAIN, PLAIN, {}, (), NO_MARGINS, {})
_NO_LINE = ("", "nil", "none")


class Styles:
    """All styles of a document."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        """`root` is that of the part of styles, `None` if there is none."""
        elements = () if root is None else root.iterfind(f"{W}style")
        self._elements = {each.get(f"{W}styleId", ""): each for each in elements}
        self._theme = theme
        self._known: dict[str, Style] = {}
        defaults = child(root, "docDefaults")
        self._defaults = run_look(child(defaults, "rPrDefault", "rPr"), theme)
        self._all = paragraph_look(child(defaults, "pPrDefault", "pPr"), theme)
        """Of all paragraphs."""
        self._usual = {
            kind: name for name, each in self._elements.items() if (kind := _usual_of(each)) is not None
        }

    def of(self, name: str, kind: str = "paragraph") -> Style:
        """A style by its id; that of all paragraphs, or of all tables, if there is none of that id."""
        return self._style(name if name in self._elements else self._usual.get(kind, ""), _DEEPEST)

    def paragraph(self, own: Style, table: Style) -> Look:
        """The look of a paragraph of a style, in a table of a style."""
        return {**self._all, **table.paragraph, **own.paragraph}

    def run(self, paragraph: Style, direct: Look, table: Style) -> Look:
        """The look of a run in a paragraph of a style, in a table of a style."""
        name = direct.get("style", "")
        own = self._style(str(name), _DEEPEST).run if name else PLAIN
        layers = (table.run, paragraph.run, own)
        styled: dict[str, str | int | bool] = {**self._defaults, **table.run, **paragraph.run, **own}
        for toggle in TOGGLES:
            stated = sum(bool(layer.get(toggle)) for layer in layers)
            styled[toggle] = bool(self._defaults.get(toggle)) or stated % 2 == 1
        return {**styled, **direct}

    def _style(self, name: str, levels: int) -> Style:
        """What a style states over those that it is based on (17.7.4.3), up to so many levels."""
        known = self._known.get(name)
        element = self._elements.get(name)
        if known is not None or element is None or levels == 0:
            return known or NO_STYLE
        base = value(element.find(f"{W}basedOn"))
        under = self._style(base, levels - 1) if base else NO_STYLE
        run = run_look(element.find(f"{W}rPr"), self._theme)
        paragraph = paragraph_look(element.find(f"{W}pPr"), self._theme)
        run = {**run, **_of_rows(element)}
        drawn = {**under.lines, **lines(child(element, "tblPr", "tblBorders"))}
        free = {**under.margins, **margins(element.find(f"{W}tcPr"))}
        grounds = {shade_of(each, self._theme) for way in _GROUNDS for each in element.iterfind(way)}
        for part in element.iterfind(f"{W}tblStylePr"):
            own = {**run_look(part.find(f"{W}rPr"), self._theme), **_of_rows(part)}
            is_whole = part.get(f"{W}type") == "wholeTable"
            shade = shade_of(part.find(f"{W}tcPr"), self._theme)
            paragraph = {**paragraph_look(part.find(f"{W}pPr"), self._theme), **paragraph}
            free |= margins(part.find(f"{W}tcPr"))
            if not is_legible(str(own.get("colour", AUTO)), shade):
                run = {**run, "colour": own["colour"]}
            drawn |= {
                side: True for side, is_drawn in lines(child(part, "tcPr", "tcBorders")).items() if is_drawn
            }
            run = {**run, **{name: own[name] for name in own if is_whole or name in _ANYWHERE}}
        style = Style(
            {**under.run, **run},
            {**under.paragraph, **paragraph},
            drawn,
            (*under.grounds, *(grounds - {AUTO})),
            free,
            {**under.table, **by_tag(element.find(f"{W}tblPr"))},
        )
        self._known[name] = style
        return style


def lines(borders: Element | None) -> Lines:
    """What `w:tblBorders` or `w:tcBorders` states."""
    return {} if borders is None else {each.tag: value(each) not in _NO_LINE for each in borders}


def is_crossed(borders: Element | None) -> bool:
    """Whether lines go from corner to corner, through the words of a cell."""
    drawn = lines(borders)
    return any(drawn.get(W + name) for name in ("tl2br", "tr2bl"))


def margins(properties: Iterable[Element] | None) -> Margins:
    """What `w:tblPr`, `w:tblPrEx` or `w:tcPr` says of the margins of cells."""
    own = next((each for each in properties or () if each.tag in _OF_CELLS), None)
    return {} if own is None else {_SIDES.get(each.tag, each.tag): twips(each.get(f"{W}w")) for each in own}


def _of_rows(style: Element) -> Look:
    """What a style does to rows and cells that takes words away, or that nobody knows."""
    look: dict[str, str | int | bool] = {}
    if is_on(child(style, "trPr", "hidden")):
        look["vanish"] = True
    if is_crossed(child(style, "tcPr", "tcBorders")):
        look["dstrike"] = True
    for name, listed in _HOLDERS.items():
        if unlisted(style.find(name), listed):
            look["strange"] = True
    return look


_GROUNDS = (f"{W}tcPr", f"{W}tblStylePr/{W}tblPr", f"{W}tblStylePr/{W}tcPr")
_HOLDERS = {
    f"{W}tblPr": vocabulary.TABLE,
    f"{W}trPr": vocabulary.ROW_OF_STYLE,
    f"{W}tcPr": vocabulary.CELL_OF_STYLE,
}
_OF_CELLS = (f"{W}tblCellMar", f"{W}tcMar")
_SIDES = {f"{W}{old}": f"{W}{new}" for old, new in (("start", "left"), ("end", "right"))}


def _usual_of(style: Element) -> str | None:
    """Of what a style is the default one."""
    is_default = style.get(f"{W}default", "0") not in ("0", "false", "off")
    return style.get(f"{W}type", "paragraph") if is_default else None


def is_even_and_odd(settings: Element | None) -> bool:
    """Whether even pages have headers of their own."""
    return is_on(child(settings, "evenAndOddHeaders"))
