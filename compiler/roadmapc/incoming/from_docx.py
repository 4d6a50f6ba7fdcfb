"""A reading of a Word document to blocks: as it is printed once its tracked changes are accepted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.incoming.assembly import assembled
from roadmapc.incoming.blocks import Alignment, Aside, Incoming
from roadmapc.incoming.codes import FOREIGN_PART, HIDDEN_WORDS, ODD_LOOK, TRACKED_CHANGES, said
from roadmapc.incoming.typed import TypedAside, TypedBlock, TypedCell, TypedParagraph, TypedTable
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened
from roadmapc.wordprocessing.reading import (
    ABSENT,
    Cell,
    Effect,
    Kind,
    Paragraph,
    Place,
    Reading,
    Reference,
    Run,
    Story,
    Table,
)

_TWIPS = 1440 / 25.4
"""In a millimetre."""
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFIED,
    "distribute": Alignment.JUSTIFIED,
}
_UNSEEN = frozenset((Effect.HIDDEN, Effect.COVERED))
"""What keeps words from the reader of the paper for certain."""
_LOOKS = {
    Effect.STRUCK: "они зачёркнуты",
    Effect.PALE: "они почти не видны на своём фоне",
    Effect.TINY: "они слишком мелкие или сжатые",
    Effect.CUT: "им не хватает места",
    Effect.OFF_PAGE: "они стоят за краем листа",
    Effect.SYMBOLS: "они набраны шрифтом из картинок",
    Effect.REVERSED: "они набраны справа налево",
}
"""What may keep them from him."""
_THINGS = {
    Kind.PICTURE: "рисунок",
    Kind.CHART: "диаграмма",
    Kind.DIAGRAM: "схема",
    Kind.OBJECT: "объект другой программы",
    Kind.INK: "рукописная пометка",
    Kind.FOREIGN: "вложенный документ",
}
_EDGES = {Story.HEADER: "верхний колонтитул", Story.FOOTER: "нижний колонтитул"}
_NOTES = {
    Story.FOOTNOTE: (Aside.FOOTNOTE, "сноска"),
    Story.ENDNOTE: (Aside.FOOTNOTE, "концевая сноска"),
    Story.COMMENT: (Aside.COMMENT, "примечание рецензента"),
}
_MAIN = frozenset((Story.MAIN, Story.TEXT_BOX, Story.DIAGRAM))
_PICTURE = " F0"
"""Begins the code of a letter that is a picture: «[Wingdings F0FE]»."""
_BOXES = {Story.TEXT_BOX: "надпись", Story.DIAGRAM: "схема"}


class _Spot(NamedTuple):
    """A cell by its table, row and column."""

    table: int
    row: int
    column: int


def from_reading(name: str, reading: Reading) -> Outcome[Incoming]:
    """The blocks of a document that was read."""
    notes = _notes(reading.paragraphs)
    content = _Content(reading, notes).content()  # takes each note for the first paragraph that names it
    unnamed = (aside for found in notes.values() for aside in found)
    asides = (*_running_heads(reading.paragraphs), *unnamed)
    return Outcome(assembled(name, content, asides), tuple(_said(name, reading)))


def _notes(paragraphs: Iterable[Paragraph]) -> dict[Reference, list[TypedAside]]:
    """Notes and comments by what refers to them."""
    notes: defaultdict[Reference, list[TypedAside]] = defaultdict(list)
    for each in paragraphs:
        story, number = each.place.story, each.place.number
        if story in _NOTES and number:
            kind, word = _NOTES[story]
            text = f"{each.label} {_seen(each)}" if each.label else _seen(each)
            notes[Reference(story, number)].append(TypedAside(kind, text, f"{word} {number}"))
    return notes


def _running_heads(paragraphs: Iterable[Paragraph]) -> Iterator[TypedAside]:
    """Each text of a header or footer once, in however many sections it stands."""
    edges = ((_EDGES[each.place.story], _seen(each)) for each in paragraphs if each.place.story in _EDGES)
    for where, text in dict.fromkeys(edges):
        yield TypedAside(Aside.RUNNING_HEAD, text, where)


class _Content:
    """Puts the paragraphs of the main text into their tables."""

    def __init__(self, reading: Reading, notes: dict[Reference, list[TypedAside]]) -> None:
        self._reading = reading
        self._notes = notes
        self._tables = {each.number: each for each in reading.tables}
        self._things: defaultdict[int, list[str]] = defaultdict(list)
        for thing in reading.things:
            if thing.paragraph is not None and thing.kind in _THINGS:
                self._things[thing.paragraph].append(_THINGS[thing.kind])
        self._cells: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in reading.cells:
            self._cells[cell.table].append(cell)
        self._within: defaultdict[_Spot | None, list[TypedParagraph | Table]] = defaultdict(list)
        self._begun: set[int] = set()

    def content(self) -> Iterator[TypedBlock]:
        """The blocks in their order."""
        for at, paragraph in enumerate(self._reading.paragraphs):
            if paragraph.place.story in _MAIN:
                spot = self._spot(paragraph.place.cell)
                self._within[spot] += self._typed(paragraph, self._things.get(at, []))
        return self._blocks(None)

    def _spot(self, cell: Cell | None) -> _Spot | None:
        """Where a paragraph belongs; a table that is met first is put where it stands."""
        if cell is None:
            return None
        if cell.table not in self._begun and cell.table in self._tables:
            self._begun.add(cell.table)
            table = self._tables[cell.table]
            self._within[self._spot(table.around)].append(table)
        return _Spot(cell.table, cell.row, cell.column)

    def _blocks(self, spot: _Spot | None) -> Iterator[TypedBlock]:
        for each in self._within.get(spot, ()):
            yield self._table(each) if isinstance(each, Table) else each

    def _table(self, table: Table) -> TypedTable:
        """A table without the cells that are covered and the rows that are deleted."""
        cells = _uncovered(self._cells[table.number])
        rows = {row: at for at, row in enumerate(sorted({cell.row for cell in cells}))}
        heads = {cell.row for cell in cells if cell.is_head}
        return TypedTable(
            tuple(
                TypedCell(
                    rows[cell.row],
                    cell.column,
                    sum(row in rows for row in range(cell.row, cell.row + cell.rows)),
                    cell.columns,
                    tuple(self._blocks(_Spot(cell.table, cell.row, cell.column))),
                )
                for cell in cells
            ),
            next((at for row, at in rows.items() if row not in heads), len(rows)),
            table.has_lines,
            _ALIGNMENTS.get(table.alignment, Alignment.LEFT),
            table.left / _TWIPS,
        )

    def _typed(self, paragraph: Paragraph, things: list[str]) -> Iterator[TypedParagraph]:
        """A paragraph, parted where a page ends in it."""
        layout = paragraph.layout
        asides = [
            *_unread(paragraph),
            *(aside for reference in paragraph.references for aside in self._notes.pop(reference, ())),
        ]
        signs = [
            f"знак {run.text.strip('[]')}" for run in paragraph.runs if run.is_mark and _PICTURE in run.text
        ]
        first, *rest = _seen(paragraph).split("\f")
        whole = TypedParagraph(
            first,
            paragraph.label,
            paragraph.is_bullet,
            _ALIGNMENTS.get(layout.alignment, Alignment.LEFT),
            layout.left / _TWIPS,
            paragraph.is_bold,
            layout.begins_page,
            _BOXES.get(paragraph.place.story, ""),
            tuple(asides),
            (*things, *signs),
        )
        if not rest:
            yield whole
            return
        if first.strip():
            yield whole
            whole = whole._replace(label="", asides=(), things=())
        for at, text in enumerate(rest):
            yield whole._replace(text=text, begins_page=True)
            if text.strip() or at == len(rest) - 1:
                whole = whole._replace(label="", asides=(), things=())


def _uncovered(cells: Iterable[Cell]) -> list[Cell]:
    """Cells that show their words; one that others continue to the right takes their columns."""
    shown: list[Cell] = []
    below = {(each.row + down, each.column) for each in cells for down in range(1, each.rows)}
    for cell in cells:
        if not cell.is_covered:
            shown.append(cell)
        elif (cell.row, cell.column) not in below and shown and shown[-1].row == cell.row:
            shown[-1] = shown[-1]._replace(columns=cell.column + cell.columns - shown[-1].column)
    return shown


def _seen(paragraph: Paragraph) -> str:
    return "".join(
        run.text
        for run in paragraph.runs
        if not (run.is_mark or run.effects & ABSENT or _is_hidden(run, paragraph.place))
    )


def _is_hidden(run: Run, place: Place) -> bool:
    """Letters as pale as paper are not seen on it; a cell or a box may be dark by its style."""
    if run.effects & _UNSEEN:
        return True
    return Effect.PALE in run.effects and place.cell is None and place.story is Story.MAIN


def _unread(paragraph: Paragraph) -> Iterator[TypedAside]:
    """Words of a paragraph that are not printed."""
    place = paragraph.place
    words = [run for run in paragraph.runs if not run.is_mark and Effect.CODE not in run.effects]
    deleted = "".join(run.text for run in words if Effect.DELETED in run.effects)
    hidden = "".join(
        run.text for run in words if Effect.DELETED not in run.effects and _is_hidden(run, place)
    )
    for kind, text in ((Aside.DELETED, deleted), (Aside.HIDDEN, hidden)):
        if text.strip():
            yield TypedAside(kind, text)


def _said(name: str, reading: Reading) -> Iterator[Diagnostic]:
    """What is to be known of a document beside its words."""
    if reading.revisions:
        count = counted(reading.revisions, "исправление", "исправления", "исправлений")
        message = f"в документе {count}, которые никто не принял: вставленное прочитано, удалённое – нет"
        yield said(name, TRACKED_CHANGES, message, "примите или отклоните исправления и сохраните файл")
    main = [each for each in reading.paragraphs if each.place.story in _MAIN]
    hidden = [aside.text for each in main for aside in _unread(each) if aside.kind is Aside.HIDDEN]
    if hidden:
        message = f"в документе есть скрытые слова, их не прочесть на бумаге: «{shortened(hidden[0])}»"
        yield said(name, HIDDEN_WORDS, message, "решите, нужны ли они: в план они не вошли")
    for effect, how in _LOOKS.items():
        texts = [
            text for each in main for run in each.runs if effect in run.effects and (text := run.text.strip())
        ]
        if texts and not (effect is Effect.PALE and hidden):
            message = f"слова прочитаны, хотя {how}: «{shortened(texts[0])}»"
            yield said(name, ODD_LOOK, message, "посмотрите в документе, должны ли они остаться")
    foreign = [each for each in reading.things if each.kind in (Kind.FOREIGN, Kind.OBJECT)]
    if foreign:
        message = "в документ вложен другой: слов из него программа не видит"
        yield said(name, FOREIGN_PART, message, "скопируйте слова из него в документ как текст")
