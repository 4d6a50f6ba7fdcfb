"""Stories block by block: paragraphs, tables, and whatever may wrap them."""

from collections.abc import Callable, Mapping

from roadmapc.wordprocessing import room
from roadmapc.wordprocessing.boxes import EMU
from roadmapc.wordprocessing.colours import AUTO
from roadmapc.wordprocessing.drawings import Drawing, chosen, is_told_otherwise
from roadmapc.wordprocessing.fields import Fields
from roadmapc.wordprocessing.looks import Look, shade_of
from roadmapc.wordprocessing.numbering import NO_LABEL, Label, Numbering
from roadmapc.wordprocessing.pages import Page, Section
from roadmapc.wordprocessing.paragraphs import Setting, setting
from roadmapc.wordprocessing.reading import (
    ABSENT,
    Cell,
    Effect,
    Kind,
    Paragraph,
    Place,
    Run,
    Story,
    Table,
    Thing,
)
from roadmapc.wordprocessing.room import LETTER, NOTHING
from roadmapc.wordprocessing.runs import Around, Document, Lettering, RunReader, controlled
from roadmapc.wordprocessing.styles import NO_STYLE, Style, lines, margins
from roadmapc.wordprocessing.tables import Box, Row, TableReader
from roadmapc.wordprocessing.vocabulary import ROW, TABLE, unlisted
from roadmapc.wordprocessing.xml import MC, VAL, Element, M, R, W, by_tag, child, is_on, twips, value


class Collected:
    """What has been read of a document so far."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.paragraphs: list[Paragraph] = []
        self.cells: list[Cell] = []
        self.things: list[Thing] = []
        self.revisions = 0
        self.typefaces: set[str] = set()
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
        """`sections` are those of the main text, or the first that prints a header."""
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
        self._settings: dict[tuple[Element | None, int], Setting] = {}
        """By the properties, which most paragraphs share, and the style of the table."""
        self._needs: list[int] | None = None
        """What the paragraphs of a cell of an exact height need."""
        self._tables = TableReader(document.theme)

    def read(self, story: Element, place: Place) -> None:
        """The blocks of a story."""
        self._blocks(story, Around(place, NOTHING, "", (self._document.paper,), NO_STYLE))
        self._out.revisions += self.runs.revisions
        self.runs.revisions = 0
        self._out.typefaces |= self.runs.typefaces

    @property
    def _page(self) -> Page:
        """That is being read."""
        return self._sections[-1].page if self._sections else Page()

    def _blocks(self, element: Element, around: Around) -> None:
        """A story or a cell: the last of its paragraphs have nothing to go on in."""
        self._within(element, around)
        if any(not run.effects & ABSENT for run in self._joined):
            self._out.paragraphs.append(Paragraph(around.place, "", is_bullet=False, runs=self._joined))
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
            runs = self.runs.runs((element,), Lettering("", self._document.styles.of("")), around)
            self._out.paragraphs.append(Paragraph(around.place, "", is_bullet=False, runs=runs))
            for found, where in self.runs.drawings:
                self._drawing(found, where)
        else:
            self._within(element, self.runs.revised(element, around))

    # Paragraphs

    def _paragraph(self, element: Element, around: Around) -> None:
        """A paragraph whose end mark is deleted, or hidden, goes on in the next one (17.13.5.15)."""
        setting = self._setting(element.find(_PARAGRAPH_PROPERTIES), around)
        if setting.is_placed:
            around = self._placed(setting.look, around)
        runs = self.runs.runs(element, setting.lettering, around)
        if setting.tab > (around.width or self._page.across):
            runs = _tabbed_away(runs)
        drawings = self.runs.drawings
        if setting.is_withdrawn:
            self._out.revisions += setting.is_deleted
            self._joined += runs
        else:
            self._end_paragraph(setting, self._joined + runs, around)
        if setting.look.get("framed") and _covers(setting.look, runs):
            self._out.things.append(Thing(Kind.SHAPE, "", around.place, around.control))
        for found, where in drawings:
            self._drawing(found, where, runs, setting.lettering.line)
        if setting.ends_section:
            del self._sections[-1:]
            self._begins_page = bool(self._sections) and self._sections[-1].begins_page

    def _end_paragraph(self, setting: Setting, runs: tuple[Run, ...], around: Around) -> None:
        label, layout = self._label(setting), setting.layout
        if self._begins_page:
            layout, self._begins_page = layout._replace(begins_page=True), False
        references, self.runs.references = tuple(self.runs.references), []
        self._out.paragraphs.append(
            Paragraph(
                around.place,
                label.text,
                label.is_bullet,
                runs,
                layout,
                self.runs.is_bold,
                references,
                NOTHING if label is NO_LABEL else self._of_label(label, setting, around),
            )
        )
        self._joined = ()
        if self._needs is not None:
            self._needs += self._needed(setting, around)

    def _setting(self, properties: Element | None, around: Around) -> Setting:
        key = (properties, id(around.table))
        known = self._settings.get(key)
        if known is None:
            known = self._settings[key] = setting(properties, self._document, self._numbering, around.table)
        return known

    def _of_label(self, label: Label, setting: Setting, around: Around) -> frozenset[Effect]:
        """What letters of its own do to a mark, which may be a picture."""
        if label.is_picture:
            return frozenset((Effect.STRANGE,))
        found, _ = self.runs.looked(label.letters, setting.lettering, around, is_mark=True)
        return found & _OF_BULLETS if label.is_bullet else found

    def _needed(self, setting: Setting, around: Around) -> tuple[int, ...]:
        """What the paragraph that was read last needs, if its row has no more than it says."""
        text, line = self._out.paragraphs[-1].text, setting.lettering.line
        if not text.strip():
            return ()
        return (room.least_height(text, self.runs.size, around.width, line),)

    def _label(self, setting: Setting) -> Label:
        number = setting.look.get("list", "0")
        if not number or number == "0":
            return NO_LABEL
        level = setting.look.get("level")
        return self._numbering.label(
            str(number), None if level is None else int(level), setting.lettering.name
        )

    def _placed(self, look: Look, around: Around) -> Around:
        """What the words of a paragraph take from its place and its ground as well."""
        aside = room.of_paragraph(look, self._page, around.width)
        for name, effect in (("bidi", Effect.REVERSED), ("strange", Effect.STRANGE)):
            if look.get(name):
                aside = aside | {effect}
        shade = str(look.get("shade", AUTO))
        grounds = around.grounds if shade == AUTO else (shade,)
        return around._replace(grounds=grounds, effects=around.effects | aside)

    def _drawing(
        self, found: Drawing, around: Around, beside_it: tuple[Run, ...] = (), line: int = 0
    ) -> None:
        """Words of a drawing in the main text are a story of their own; a header keeps them.

        A line of an exact height cuts a picture that is higher.
        """
        place, in_main = around.place, around.place.story is Story.MAIN
        beside = "".join(run.text for run in beside_it if run.control != around.control)
        paragraph = len(self._out.paragraphs) - 1 if in_main else None
        for kind, digest, width, height, said in found.things:
            is_cut = 0 < line < height // EMU
            if kind is not Kind.PICTURE or not (is_cut or around.effects & _UNSEEN):
                size = (width, height)
                self._out.things.append(
                    Thing(kind, digest, place, around.control, beside, paragraph, *size, said)
                )
        for text in found.texts:
            run = Run(text, around.effects, around.control)
            there = place._replace(story=Story.DIAGRAM) if in_main else place
            self._out.paragraphs.append(Paragraph(there, "", is_bullet=False, runs=(run,)))
        fields, self.runs.fields = self.runs.fields, Fields()
        joined, self._joined = self._joined, ()
        inside = around._replace(grounds=(self._document.paper,), table=NO_STYLE, width=0)
        if in_main:
            aside = room.of_box(found.place, self._page)
            inside = inside._replace(
                place=place._replace(story=Story.TEXT_BOX), effects=around.effects | aside
            )
        for box in found.boxes:
            self._blocks(box, inside)
        self.runs.fields, self._joined = fields, joined

    # Tables

    def _table(self, element: Element, around: Around) -> None:
        self._out.last_table += 1
        number = self._out.last_table
        properties = child(element, "tblPr")
        style = self._document.styles.of(value(child(properties, "tblStyle")), "table")
        has_lines = any({**style.lines, **lines(child(properties, "tblBorders"))}.values())
        first = len(self._out.paragraphs)
        whole = {**style.table, **by_tag(properties)}
        inner, frame = self._in_table(whole, style, around), room.of_table(whole, self._page)
        for row in self._tables.rows(element, number):
            exceptions = child(row.element, "tblPrEx")
            if exceptions is None:
                self._row(row, inner, frame)
            else:  # of this row alone (17.4.60)
                own = {**whole, **by_tag(exceptions)}
                self._row(row, self._in_table(own, style, around), room.of_table(own, self._page))
            has_lines = has_lines or any(box.properties.has_lines for box in row.boxes)
        is_blank = not any(paragraph.text.strip() for paragraph in self._out.paragraphs[first:])
        if is_blank and f"{W}tblpPr" in whole:  # it lies over the words of others
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

    def _in_table(self, properties: Mapping[str, Element], style: Style, around: Around) -> Around:
        """What the words of a table take from it."""
        found = around.effects | room.of_table(properties, self._page).effects
        if is_on(properties.get(f"{W}bidiVisual")):
            found = found | {Effect.REVERSED}
        if unlisted(properties.values(), TABLE):
            found = found | {Effect.STRANGE}
        shade = shade_of(properties.values(), self._document.theme)
        return around._replace(
            effects=found,
            table=style if style.run or style.paragraph else around.table,
            grounds=(*(around.grounds if shade == AUTO else (shade,)), *style.grounds),
            free=room.Free(spacing=_spacing(properties.get(f"{W}tblCellSpacing"))).with_margins(
                {**margins(properties.values()), **style.margins}
            ),
        )

    def _row(self, row: Row, around: Around, frame: room.Frame) -> None:
        """A row may be hidden or tracked as a whole, have a height of its own, and cells beyond the page."""
        properties = child(row.element, "trPr")
        found = around.effects
        if is_on(child(properties, "hidden")):
            found = found | {Effect.HIDDEN}
        if unlisted(properties, ROW):
            found = found | {Effect.STRANGE}
        for name, effect in (("del", Effect.DELETED), ("ins", Effect.INSERTED)):
            if child(properties, name) is not None:
                self._out.revisions += 1
                found = found | {effect}
        height = child(properties, "trHeight")
        down = 0 if height is None else twips(height.get(VAL))
        most = down if height is not None and height.get(f"{W}hRule") == "exact" else None
        if down >= self._page.height:
            found = found | {Effect.CUT}
        spacing = _spacing(child(properties, "tblCellSpacing"))
        free = around.free._replace(spacing=spacing) if spacing else around.free
        around = around._replace(effects=found, free=free)
        on_page = around.place.cell is None and around.place.story is Story.MAIN
        left = frame.left(row.width) if frame.alignment else frame.start
        for box in row.boxes:
            beyond = room.of_cell(left, box.span, self._page) if on_page else NOTHING
            self._cell(box, around._replace(effects=found | beyond) if beyond else around, most)

    def _cell(self, box: Box, around: Around, height: int | None) -> None:
        """A cell hides its words when it is covered or deleted, narrower than a letter, or cut by its row."""
        cell, element, own, span = box
        found = around.effects | own.effects if own.effects else around.effects
        if cell.is_covered:
            found = found | {Effect.COVERED}
        self._out.revisions += Effect.DELETED in own.effects
        if not found & ABSENT:
            self._out.cells.append(cell)
        free = around.free.with_margins(own.margins)
        across, down = free.inside(span.width), None if height is None else height - free.down
        if across is not None and across < LETTER:
            found = found | {Effect.CUT}
        if own.is_turned:
            across, down = (None, None) if down is None else (down, across)
        before, needs = len(self._out.paragraphs), self._needs
        self._needs = None if down is None and needs is None else []
        story, number, pages, _ = around.place
        place, width = Place(story, number, pages, cell), max(across or 0, 0)
        grounds = around.grounds if own.shade == AUTO else (own.shade,)
        inner = Around(place, found, around.control, grounds, around.table, width, around.free)
        self._blocks(element, inner)
        if down is not None and self._needs is not None and cell.rows * down < sum(self._needs):
            for at in range(before, len(self._out.paragraphs)):
                self._out.paragraphs[at] = _cut(self._out.paragraphs[at])
        if needs is not None and self._needs is not None and cell.column == 0:  # others stand beside it
            needs += self._needs
        self._needs = needs
        element.clear()  # what is read of the next cell takes its place in memory


def _tabbed_away(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Words that a tab takes beyond the page, if there is one."""
    if not any("\t" in run.text for run in runs):
        return runs
    return tuple(run._replace(effects=run.effects | {Effect.OFF_PAGE}) for run in runs)


def _covers(look: Look, runs: tuple[Run, ...]) -> bool:
    """Whether a frame lies over words of others: it has none, or a ground."""
    return look.get("shade", AUTO) != AUTO or not any(run.text.strip() for run in runs)


def _spacing(spacing: Element | None) -> int:
    """Between cells, of a table or a row."""
    return 0 if spacing is None else twips(spacing.get(f"{W}w"))


def _cut(paragraph: Paragraph) -> Paragraph:
    runs = (run._replace(effects=run.effects | {Effect.CUT}) for run in paragraph.runs)
    return paragraph._replace(runs=tuple(runs))


_OF_BULLETS = frozenset((Effect.HIDDEN, Effect.PALE, Effect.TINY, Effect.STRUCK))
"""What a mark that is a picture anyway may lose."""
_UNSEEN = frozenset((Effect.HIDDEN, Effect.DELETED, Effect.OFF_PAGE, Effect.COVERED))
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
