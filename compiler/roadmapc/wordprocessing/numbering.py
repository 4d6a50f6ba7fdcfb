"""Marks that lists print, computed as a word processor does (ECMA-376, part 1, 17.9)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from roadmapc.text.blocks import letter
from roadmapc.wordprocessing.looks import PLAIN, Look, paragraph_look
from roadmapc.wordprocessing.xml import VAL, Element, W, child, is_on, value, whole

_LEVELS = 9
_SLOT = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"
"""Printed for a bullet of a typeface of symbols, whose code is a private one."""
_HIGHEST = 3999
"""The greatest number in Roman figures, and more than any list has."""


class Level(NamedTuple):
    """A level of a list definition (`w:lvl`)."""

    start: int
    form: str
    """`decimal`, `russianLower`, `bullet`."""
    text: str
    """With `%1` where the number of a level stands."""
    restart: int | None
    """The level, from 1, after which it begins anew; 0 for never, `None` for any above it."""
    is_legal: bool
    """Whether all numbers in it are Arabic figures."""
    is_hidden: bool
    style: str
    """The paragraph style that is on this level."""
    letters: Element | None
    """The `w:rPr` of its marks."""
    indents: Look
    """What it gives to its paragraphs."""
    is_picture: bool


class Label(NamedTuple):
    """The mark of a paragraph."""

    text: str
    is_bullet: bool
    letters: Element | None = None
    """The properties of its letters beside those of the paragraph."""
    is_picture: bool = False
    """Whether a picture stands in its place."""


NO_LABEL = Label("", is_bullet=False)


class _List(NamedTuple):
    """An instance of a definition (`w:num`)."""

    definition: str
    starts: dict[int, int]
    """Numbers that levels begin with, where the instance says so."""
    levels: dict[int, Level]


class Numbering:
    """The lists of a document while it is read from its beginning."""

    def __init__(self, root: Element | None) -> None:
        """`root` is that of the part of list definitions, `None` if there is none."""
        definitions = () if root is None else root.iterfind(f"{W}abstractNum")
        self._definitions = {each.get(f"{W}abstractNumId", ""): each for each in definitions}
        self._linked = {
            value(link): name
            for name, each in self._definitions.items()
            if (link := each.find(f"{W}styleLink")) is not None
        }
        instances = () if root is None else root.iterfind(f"{W}num")
        self._instances = {each.get(f"{W}numId", ""): each for each in instances}
        self._levels: dict[str, dict[int, Level]] = {}
        """Of definitions: each has many lists."""
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, number: str, level: int | None, style: str) -> Label:
        """The mark of the next paragraph of a list; without a level, that of its style, else the first."""
        if number not in self._instances:
            return NO_LABEL
        found = self._list(number)
        level = _level_of(found, level, style)
        own = found.levels.get(level)
        if own is None:
            return NO_LABEL
        counts = self._counted(number, found, level)  # what is hidden is counted all the same
        if own.is_hidden or (own.form == "none" and not _SLOT.sub("", own.text)):
            return NO_LABEL
        is_bullet = own.form == "bullet"
        if is_bullet:
            text = _PRIVATE.sub(_BULLET, own.text)
        else:
            text = _SLOT.sub(lambda slot: _printed(found, own, counts, int(slot[1]) - 1), own.text)
        return Label(text, is_bullet, own.letters, own.is_picture)

    def indents(self, number: str, level: int | None, style: str) -> Look:
        """What a list gives to paragraphs of a level."""
        if number not in self._instances:
            return PLAIN
        found = self._list(number)
        own = found.levels.get(_level_of(found, level, style))
        return PLAIN if own is None else own.indents

    def _counted(self, number: str, found: _List, level: int) -> list[int | None]:
        """Numbers of all levels once one more paragraph of a level is counted."""
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        before = counts[level]
        if level in found.starts and (number, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = found.levels[level].start if before is None else before + 1
        self._begun.add((number, level))
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[deeper] = None
        return counts

    def _list(self, number: str) -> _List:
        if number not in self._lists:
            instance = self._instances[number]
            name = value(instance.find(f"{W}abstractNumId"))
            definition = self._definitions.get(name)
            link = value(child(definition, "numStyleLink"))
            if link in self._linked:
                name = self._linked[link]
            if name not in self._levels:
                self._levels[name] = _levels(self._definitions.get(name))
            levels = self._levels[name].copy()
            starts = {}
            for override in instance.iterfind(f"{W}lvlOverride"):
                at = whole(override.get(f"{W}ilvl"))
                if (start := override.find(f"{W}startOverride")) is not None:
                    starts[at] = whole(start.get(VAL))
                levels |= _levels(override)
            self._lists[number] = _List(name, starts, levels)
        return self._lists[number]


def _level_of(found: _List, level: int | None, style: str) -> int:
    """That of a paragraph: its own, that of its style, else the first."""
    if level is not None:
        return level
    return next((at for at, each in found.levels.items() if style and each.style == style), 0)


def _levels(holder: Element | None) -> dict[int, Level]:
    found = () if holder is None else holder.iterfind(f"{W}lvl")
    return {at: _level(each) for each in found if 0 <= (at := whole(each.get(f"{W}ilvl"))) < _LEVELS}


def _level(element: Element) -> Level:
    restart = element.find(f"{W}lvlRestart")
    return Level(
        start=whole(value(element.find(f"{W}start"), "0")),
        form=value(element.find(f"{W}numFmt"), "decimal"),
        text=value(element.find(f"{W}lvlText")),
        restart=None if restart is None else whole(restart.get(VAL)),
        is_legal=is_on(element.find(f"{W}isLgl")),
        is_hidden=is_on(child(element, "rPr", "vanish")),
        style=value(element.find(f"{W}pStyle")),
        letters=element.find(f"{W}rPr"),
        indents=paragraph_look(element.find(f"{W}pPr"), {}),
        is_picture=element.find(f"{W}lvlPicBulletId") is not None,
    )


def _printed(found: _List, own: Level, counts: list[int | None], level: int) -> str:
    """The number of a level in a mark; one that was not counted yet has its first."""
    known = found.levels.get(level)
    if known is None:
        return ""
    count = counts[level]
    return _in_form(known.start if count is None else count, "decimal" if own.is_legal else known.form)


def _in_form(count: int, form: str) -> str:
    """A number in the form of a level; in figures where the form is one that no order has."""
    write = _FORMS.get(form)
    return write(count) if write is not None and 0 < count <= _HIGHEST else str(count)


def _roman(count: int) -> str:
    numeral = ""
    for worth, sign in _ROMAN:
        numeral += sign * (count // worth)
        count %= worth
    return numeral


def _latin(count: int) -> str:
    """A letter; after «z» come «aa», «bb»."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "lowerLetter": _latin,
    "lowerRoman": _roman,
    "none": lambda _: "",
    "russianLower": letter,
    "russianUpper": lambda count: letter(count).upper(),
    "upperLetter": lambda count: _latin(count).upper(),
    "upperRoman": lambda count: _roman(count).upper(),
}
