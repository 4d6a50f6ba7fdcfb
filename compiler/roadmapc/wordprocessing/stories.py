"""Stories block by block: paragraphs, tables, and whatever may wrap them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from roadmapc.wordprocessing.colours import AUTO
from roadmapc.wordprocessing.drawings import Drawing, chosen, is_told_otherwise
from roadmapc.wordprocessing.fields import Fields
from roadmapc.wordprocessing.looks import PLAIN, Look, paragraph_look
from roadmapc.wordprocessing.numbering import NO_LABEL, Label, Numbering
from roadmapc.wordprocessing.reading import (
    ABSENT,
    USUAL,
    Cell,
    Effect,
    Kind,
    Layout,
    Paragraph,
    Place,
    Run,
    Story,
    Table,
    Thing,
)
from roadmapc.wordprocessing.runs import NOTHING, Around, Document, Lettering, RunReader, controlled
from roadmapc.wordprocessing.styles import lines
from roadmapc.wordprocessing.tables import Box, Row, TableReader
from roadmapc.wordprocessing.xml import MC, VAL, Element, M, R, W, by_tag, child, is_on, twips, value

_LINE, _LETTER = 200, 90
"""Twips that a line of small type takes, and a letter in it."""
_FARTHEST = 31_680
"""The widest page that word processors know, in twips: 22 inches."""


class Section(NamedTuple):
    """A stretch of the main text with its page and its headers."""

    properties: Element
    number: int
    """From 1."""
    width: int
    """From the left margin to the right edge of the page, in twips."""
    begins_page: bool

    @classmethod
    def of(cls, properties: Element, number: int) -> "Section":
        """A section by its `w:sectPr`."""
        page, margins = child(properties, "pgSz"), child(properties, "pgMar")
        across = _FARTHEST if page is None else twips(page.get(f"{W}w"), _FARTHEST)
        left = 0 if margins is None else twips(margins.get(f"{W}left"))
        return cls(properties, number, across - left, value(child(properties, "type")) != "continuous")


class _Setting(NamedTuple):
    """What the properties of a paragraph come to, wherever it stands."""

    look: Look
    lettering: Lettering
    layout: Layout
    is_placed: bool
    """Whether where it stands, or on what, may do something to its words."""
    tab: int
    """The furthest place that a tab goes to, in twips."""
    is_withdrawn: bool
    """Whether its end mark is deleted."""
    ends_section: bool


class Collected:
    """What has been read of a document so far."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.paragraphs: list[Paragraph] = []
        self.cells: list[Cell] = []
        self.things: list[Thing] = []
        self.revisions = 0
        self.tables: list[Table] = []
        self.last_table = 0


class StoryReader:
    """Reads the stories of one part."""

    def __init__(
        self,
        document: Document,
        part: str,
        numbering: Numbering,
        collected: Collected,
        sections: tuple[Section, ...] = (),
    ) -> None:
        """`sections` are those of the main text."""
        self._document = document
        self._numbering = numbering
        self._out = collected
        self.runs = RunReader(document, part)
        self._part = part
        self._sections = list(reversed(sections))
        self._joined: tuple[Run, ...] = ()
        """Of paragraphs whose end is deleted: they go on in the next."""
        self._begins_page = False
        """Whether a section has ended since the last paragraph."""
        self._settings: dict[Element | None, _Setting] = {}
        """By the properties, which most paragraphs share."""
        self._tables = TableReader(document.theme)

    def read(self, story: Element, place: Place) -> None:
        """The blocks of a story."""
        self._blocks(story, Around(place, NOTHING, "", AUTO, PLAIN))
        self._out.revisions += self.runs.revisions
        self.runs.revisions = 0

    @property
    def _width(self) -> int:
        """Of the page that is being read."""
        return self._sections[-1].width if self._sections else _FARTHEST

    def _blocks(self, element: Element, around: Around) -> None:
        """A story or a cell: the last of its paragraphs have nothing to go on in."""
        self._within(element, around)
        if any(not run.effects & ABSENT for run in self._joined):
            self._out.paragraphs.append(Paragraph(around.place, *NO_LABEL, self._joined))
        self._joined = ()

    def _within(self, element: Element, around: Around) -> None:
        """Everything in an element; a wrapper of an unknown name is read through."""
        for each in element:
            handle = _HANDLERS.get(each.tag)
            if handle is not None:
                handle(self, each, around)
            elif each.tag not in _SILENT:
                self._within(each, around)

    def _control(self, element: Element, around: Around) -> None:
        content = child(element, "sdtContent")
        if content is not None:
            self._within(content, controlled(element, around))

    def _alternatives(self, element: Element, around: Around) -> None:
        if is_told_otherwise(element):
            self._out.things.append(Thing(Kind.CHOICE, "", around.place, around.control))
        branch = chosen(element)
        if branch is not None:
            self._within(branch, around)

    def _foreign(self, element: Element, around: Around) -> None:
        link = self._document.package.relationships(self._part).get(element.get(f"{R}id", ""))
        thing = Thing(Kind.FOREIGN, link.target if link else "", around.place, around.control)
        self._out.things.append(thing)

    def _loose(self, element: Element, around: Around) -> None:
        """Runs that stand in no paragraph, which a schema allows and few programs write."""
        if all(next(element.iter(block), None) is None for block in (_PARAGRAPH, _TABLE)):
            runs = self.runs.runs((element,), Lettering("", self._document.styles.of(""), 0), around)
            self._out.paragraphs.append(Paragraph(around.place, *NO_LABEL, runs))
            for found, where in self.runs.drawings:
                self._drawing(found, where)
        else:
            self._within(element, self.runs.revised(element, around))

    # Paragraphs

    def _paragraph(self, element: Element, around: Around) -> None:
        """A paragraph whose end mark is deleted goes on in the next one (17.13.5.15)."""
        setting = self._setting(element.find(_PARAGRAPH_PROPERTIES))
        if setting.is_placed:
            around = self._placed(setting.look, around)
        runs = self.runs.runs(element, setting.lettering, around)
        if around.width and setting.tab > around.width and any("\t" in run.text for run in runs):
            runs = tuple(run._replace(effects=run.effects | {Effect.OFF_PAGE}) for run in runs)
        drawings = self.runs.drawings
        if setting.is_withdrawn:
            self._out.revisions += 1
            self._joined += runs
        else:
            label, layout = self._label(setting), setting.layout
            if self._begins_page:
                layout, self._begins_page = layout._replace(begins_page=True), False
            references, self.runs.references = tuple(self.runs.references), []
            self._out.paragraphs.append(
                Paragraph(around.place, *label, self._joined + runs, layout, self.runs.is_bold, references)
            )
            self._joined = ()
        for found, where in drawings:
            self._drawing(found, where, runs)
        if setting.ends_section:
            del self._sections[-1:]
            self._begins_page = bool(self._sections) and self._sections[-1].begins_page

    def _setting(self, properties: Element | None) -> _Setting:
        known = self._settings.get(properties)
        if known is None:
            known = self._settings[properties] = _setting(by_tag(properties), self._document)
        return known

    def _label(self, setting: _Setting) -> Label:
        number = setting.look.get("list", "0")
        if not number or number == "0":
            return NO_LABEL
        level = setting.look.get("level")
        return self._numbering.label(
            str(number), None if level is None else int(level), setting.lettering.name
        )

    def _placed(self, look: Look, around: Around) -> Around:
        """What the words of a paragraph take from its place and its ground as well."""
        aside = self._aside(look, around.width)
        if look.get("bidi"):
            aside = aside | {Effect.REVERSED}
        shade = str(look.get("shade", AUTO))
        ground = around.ground if shade == AUTO else shade
        return around._replace(ground=ground, effects=around.effects | aside)

    def _aside(self, look: Look, width: int) -> frozenset[Effect]:
        """What the place of a paragraph on the page, or in a cell of a width, does to its words."""
        if not look.keys() & _ASIDE:
            return NOTHING
        left, right = int(look.get("left", 0)), int(look.get("right", 0))
        begins = left + int(look.get("first", 0))
        if max(left, begins) >= self._width or min(left, begins) <= -self._width:
            return frozenset((Effect.OFF_PAGE,))
        indents = max(left, begins) + right
        if indents > 0 and indents > (width or self._width) - 2 * _LETTER:  # a letter a line is no word
            return frozenset((Effect.CUT,))
        if int(look.get("top", 0)) <= -2 * _LINE:
            return frozenset((Effect.OFF_PAGE,))
        if abs(int(look.get("x", 0))) >= self._width or abs(int(look.get("y", 0))) >= _FARTHEST // 2:
            return frozenset((Effect.OFF_PAGE,))
        return frozenset((Effect.CUT,)) if int(look.get("height", _LINE)) < _LINE // 2 else NOTHING

    def _drawing(self, found: Drawing, around: Around, beside_it: tuple[Run, ...] = ()) -> None:
        """Words of a drawing in the main text are a story of their own; a header keeps them."""
        place, in_main = around.place, around.place.story is Story.MAIN
        beside = "".join(run.text for run in beside_it if run.control != around.control)
        paragraph = len(self._out.paragraphs) - 1 if in_main else None
        for kind, digest, width in found.things:
            if kind is not Kind.PICTURE or not around.effects & _UNSEEN:
                self._out.things.append(Thing(kind, digest, place, around.control, beside, paragraph, width))
        for text in found.texts:
            run = Run(text, around.effects, around.control)
            there = place._replace(story=Story.DIAGRAM) if in_main else place
            self._out.paragraphs.append(Paragraph(there, *NO_LABEL, (run,)))
        fields, self.runs.fields = self.runs.fields, Fields()
        joined, self._joined = self._joined, ()
        for box in found.boxes:
            there = place._replace(story=Story.TEXT_BOX) if in_main else place
            self._blocks(box, around._replace(place=there, ground=AUTO, table=PLAIN, width=0))
        self.runs.fields, self._joined = fields, joined

    # Tables

    def _table(self, element: Element, around: Around) -> None:
        self._out.last_table += 1
        number = self._out.last_table
        properties = child(element, "tblPr")
        style = self._document.styles.of(value(child(properties, "tblStyle")), "table")
        inner = around._replace(
            table=style.run or around.table, effects=around.effects | self._table_aside(properties)
        )
        has_lines = any({**style.lines, **lines(child(properties, "tblBorders"))}.values())
        first = len(self._out.paragraphs)
        for row in self._tables.rows(element, number):
            self._row(row, inner)
            has_lines = has_lines or any(box.properties.has_lines for box in row.boxes)
        is_blank = not any(paragraph.text.strip() for paragraph in self._out.paragraphs[first:])
        if is_blank and child(properties, "tblpPr") is not None:  # it lies over the words of others
            self._out.things.append(Thing(Kind.SHAPE, "", around.place, around.control))
        indent = child(properties, "tblInd")
        self._out.tables.append(
            Table(
                number,
                around.place.cell,
                has_lines,
                value(child(properties, "jc")),
                0 if indent is None else twips(indent.get(f"{W}w")),
            )
        )

    def _table_aside(self, properties: Element | None) -> frozenset[Effect]:
        indent, floating = child(properties, "tblInd"), child(properties, "tblpPr")
        offsets = [0 if indent is None else twips(indent.get(f"{W}w"))]
        if floating is not None:
            offsets += [twips(floating.get(f"{W}{name}")) for name in ("tblpX", "tblpY")]
        aside = frozenset((Effect.OFF_PAGE,)) if max(map(abs, offsets)) >= self._width else NOTHING
        return aside | {Effect.REVERSED} if is_on(child(properties, "bidiVisual")) else aside

    def _row(self, row: Row, around: Around) -> None:
        properties = child(row.element, "trPr")
        found = around.effects
        if is_on(child(properties, "hidden")):
            found = found | {Effect.HIDDEN}
        for name, effect in (("del", Effect.DELETED), ("ins", Effect.INSERTED)):
            if child(properties, name) is not None:
                self._out.revisions += 1
                found = found | {effect}
        height = child(properties, "trHeight")
        exact = height is not None and height.get(f"{W}hRule") == "exact"
        most = twips(height.get(VAL)) if exact and height is not None else 0
        around = around._replace(effects=found)
        for box in row.boxes:
            self._cell(box, around, exact, most)

    def _cell(self, box: Box, around: Around, is_exact: bool, height: int) -> None:
        """A cell hides its words when it is covered or deleted, narrower than a letter, or cut by its row."""
        cell, element, own = box
        found = around.effects
        if cell.is_covered:
            found = found | {Effect.COVERED}
        if own.is_deleted:
            self._out.revisions += 1
            found = found | {Effect.DELETED}
        if not found & ABSENT:
            self._out.cells.append(cell)
        if 0 < own.width < _LETTER:
            found = found | {Effect.CUT}
        ground = around.ground if own.shade == AUTO else own.shade
        story, number, pages, _ = around.place
        place = Place(story, number, pages, cell)
        inner = Around(place, found, around.control, ground, around.table, own.width)
        before = len(self._out.paragraphs)
        self._blocks(element, inner)
        if is_exact and height < self._least(element, before):
            for at in range(before, len(self._out.paragraphs)):
                self._out.paragraphs[at] = _cut(self._out.paragraphs[at])
        element.clear()  # what is read of the next cell takes its place in memory

    def _least(self, cell: Element, first: int) -> int:
        """Twips that the words of a cell take at the very least, paragraphs counted from `first`."""
        width = child(cell, "tcPr", "tcW")
        across = max(_LETTER, _FARTHEST if width is None else twips(width.get(f"{W}w"), _FARTHEST))
        texts = (paragraph.text for paragraph in self._out.paragraphs[first:])
        return sum(_LINE * -(-_LETTER * len(text) // across) for text in texts if text.strip())


def _setting(own: Mapping[str, Element], document: Document) -> _Setting:
    direct = paragraph_look(own.values(), document.theme)
    name = str(direct.get("style", ""))
    style = document.styles.of(name)
    look = {**style.paragraph, **direct}
    line = int(look.get("line", 0)) if look.get("is_exact") else 0
    mark = by_tag(own.get(f"{W}rPr"))
    is_withdrawn = f"{W}del" in mark or f"{W}moveFrom" in mark
    layout = Layout(
        str(look.get("alignment", "")),
        int(look.get("left", 0)) + int(look.get("first", 0)),
        bool(look.get("page")),
    )
    is_placed = bool(look.keys() & _ASIDE or look.get("bidi") or look.get("shade", AUTO) != AUTO)
    return _Setting(
        look,
        Lettering(name, style, line),
        layout if layout != USUAL else USUAL,
        is_placed,
        int(look.get("tab", 0)),
        is_withdrawn,
        f"{W}sectPr" in own,
    )


def _cut(paragraph: Paragraph) -> Paragraph:
    runs = (run._replace(effects=run.effects | {Effect.CUT}) for run in paragraph.runs)
    return paragraph._replace(runs=tuple(runs))


_UNSEEN = frozenset((Effect.HIDDEN, Effect.DELETED, Effect.OFF_PAGE, Effect.COVERED))
_ASIDE = frozenset(("left", "right", "first", "x", "y", "height"))
_PARAGRAPH, _PARAGRAPH_PROPERTIES, _TABLE = f"{W}p", f"{W}pPr", f"{W}tbl"
_HANDLERS: dict[str, Callable[[StoryReader, Element, Around], None]] = {
    _PARAGRAPH: StoryReader._paragraph,
    _TABLE: StoryReader._table,
    f"{W}sdt": StoryReader._control,
    **{f"{W}{name}": StoryReader._loose for name in ("r", "ins", "del", "moveFrom", "moveTo")},
    **dict.fromkeys((f"{M}oMath", f"{M}oMathPara", f"{W}hyperlink", f"{W}fldSimple"), StoryReader._loose),
    f"{W}altChunk": StoryReader._foreign,
    f"{MC}AlternateContent": StoryReader._alternatives,
}
_SILENT = frozenset(
    f"{W}{name}" for name in ("sectPr", "tcPr", "sdtPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)
