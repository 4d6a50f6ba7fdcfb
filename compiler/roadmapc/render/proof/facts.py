"""Every text of a view with the name of what it is, in the order in which a document has to say it."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, assert_never

from roadmapc.model.act import ActKind
from roadmapc.model.parts import Head
from roadmapc.model.printed import BLANK
from roadmapc.render.document.requisites_view import SignatureView
from roadmapc.render.document.view import (
    AppendixView,
    CompositionView,
    FormView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    NoteRow,
    NoteView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    PartView,
    PassportView,
    PictureView,
    ProseBlock,
    ProseKind,
    ProseView,
    QuoteView,
    Run,
    SectionRow,
    TableView,
    TotalRow,
)
from roadmapc.text.blocks import Block, BlockKind, letter

PREAMBLE = "преамбулу"
AGREED = "СОГЛАСОВАНО"
"""Over each agreement, a word of the template."""
_NUMBERED = (ParagraphKind.CLAUSE, ParagraphKind.SUBCLAUSE, ParagraphKind.NUMBERED_ITEM)
"""Paragraphs of the operative part whose number is printed."""


class Fact(NamedTuple):
    """A text that has to be printed."""

    what: str
    """«номер пункта 3», «подпись»."""
    text: str
    is_label: bool = False
    """Whether a list prints it, with the marks of its own."""


class Facts(NamedTuple):
    """All texts of a view."""

    kind: ActKind
    """Stands above the text and in sentences of the template."""
    verb: str
    """The operative word, which may be spaced out; empty if the act has none.

    Where there is no preamble but the name of who speaks, which stands in the blank as well, it is with it.
    """

    requisites: tuple[Fact, ...]
    """What stands above the text of the order, in an order that the template decides."""
    foot: tuple[Fact, ...]
    """What stands anywhere in the order: the executor's mark, the distribution list, words of its own."""
    blank: tuple[Fact, ...]
    """What a blank may say of its authors, and need not."""
    text: tuple[Fact, ...]
    """From the preamble to the signature."""
    appendices: tuple[tuple[Fact, ...], ...]
    """One after another."""
    sheets: tuple[tuple[Fact, ...], ...]
    """Of approval and of acquaintance, anywhere after the order."""
    footnotes: tuple[Fact, ...]
    """Read after all else."""

    def all(self) -> Iterator[Fact]:
        """Every one of them."""
        once = (self.requisites, self.foot, self.blank, self.text, self.footnotes)
        return chain.from_iterable((*once, *self.appendices, *self.sheets))


def facts(view: OrderView) -> Facts:
    """The texts of a view; empty ones are left out."""
    is_name_alone = view.preamble.casefold() in map(str.casefold, view.head)
    preamble = "" if is_name_alone else view.preamble
    signatures = (fact for each in view.signatures for fact in _signature("подпись", each))
    text = (Fact(PREAMBLE, preamble), *_clauses(view), *signatures)
    sheets = (("лист согласования", view.approval), ("лист ознакомления", view.acquaintance))
    blank = (*view.blank.letterhead, *view.blank.second_head, view.blank.second_kind)
    return Facts(
        kind=view.kind,
        verb=f"{view.preamble} {view.verb}" if is_name_alone else view.verb,
        requisites=_printed(_requisites(view)),
        foot=_printed(_foot(view)),
        blank=_printed(tuple(Fact("реквизит бланка", text) for text in blank)),
        text=_printed(text),
        appendices=tuple(_printed(_appendix(each)) for each in view.appendices),
        sheets=tuple(
            tuple(fact for signer in signers for fact in _printed(_signature(name, signer)))
            for name, signers in sheets
            if signers
        ),
        footnotes=_printed(_footnotes(view)),
    )


def _requisites(view: OrderView) -> tuple[Fact, ...]:
    return (
        *(Fact("строку бланка", line) for line in view.head),
        Fact("дату", view.date),
        Fact("номер", view.number),
        Fact("место издания", view.place),
        Fact("созыв и заседание", view.sitting),
        Fact("заголовок", view.title),
        *(Fact("перечень изменяющих актов", note.text) for note in view.amendments),
    )


def _foot(view: OrderView) -> tuple[Fact, ...]:
    return (
        *(Fact("отметку об исполнителе", line) for line in view.executor_mark),
        *(Fact("рассылку", text) for copies in view.distribution for text in (copies.to, copies.count)),
        *(
            Fact("гриф согласования", text)
            for each in view.agreements
            for text in (AGREED, each.act, each.post, each.name)
        ),
        *(Fact(f"поле fields.{name}", text) for name, text in view.fields),
    )


def _printed(found: Iterator[Fact] | tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in found if fact.text.strip())


def _signature(what: str, view: SignatureView) -> tuple[Fact, ...]:
    return Fact(f"{what}, должность", view.post), Fact(f"{what}, имя", view.name)


def _clauses(view: OrderView) -> Iterator[Fact]:
    unnumbered = PREAMBLE  # of a signed act, whose preamble may be paragraphs of its own
    for part in view.clauses:
        match part:
            case ParagraphView(kind, number, text) if kind in _NUMBERED:
                name, unnumbered = f"пункт {number.rstrip('.')}", "абзац пункта"
                yield Fact(f"номер: {name}", number)
                yield Fact(name, text)
            case ParagraphView(_, _, text):
                yield Fact(unnumbered, text)
            case NoteView():
                yield Fact("пометку", part.text)
            case QuoteView():
                yield from _rows(part.rows)
            case _:
                assert_never(part)


def _appendix(view: AppendixView) -> Iterator[Fact]:
    for line in view.mark:
        yield Fact("отметку приложения", line)
    yield Fact("заголовок приложения", view.title)
    for part in view.parts:
        yield from _part(part)


def _part(part: PartView) -> Iterator[Fact]:
    """A text that a part prints and that is not named here would be taken for an addition, and refused."""
    match part:
        case NoteView():
            yield Fact("пометку", part.text)
        case HeadingView(text):
            yield Fact("заголовок части", text)
        case ProseView(blocks):
            yield from _prose(blocks)
        case PictureView():
            yield Fact("подпись к рисунку", part.caption)
        case FormView(lines):
            for line in lines:  # a blank is a mark of its own
                yield Fact("строку бланка", " ".join((line.text, *[BLANK] * line.to_edge)))
                yield from (Fact("подпись под линией", caption) for caption in line.captions)
        case _:
            yield from _table(part)


def _table(part: PassportView | TableView | MeasuresView | CompositionView) -> Iterator[Fact]:
    """Heads stand over rows, notes under them, as a table is read."""
    match part:
        case PassportView():
            yield from _passport(part)
        case TableView():
            yield from _figures(part)
        case MeasuresView():
            headings = _heads(part.heads) if part.heads else (column.heading for column in part.columns)
            yield from (Fact("шапку таблицы", text) for text in (*headings, *part.numbers))
            yield from _rows(part.rows)
            yield from (Fact("примечание к таблице", text) for text in part.notes)
        case CompositionView(groups):
            for head, seats in groups:
                yield Fact("группу состава", head)
                yield from (Fact("члена комиссии", text) for seat in seats for text in seat)
        case _:
            assert_never(part)


def _passport(view: PassportView) -> Iterator[Fact]:
    for name, cell in view.rows:
        yield Fact("строку паспорта", name)
        yield from _blocks(cell)


def _figures(view: TableView) -> Iterator[Fact]:
    yield Fact("единицу измерения", view.unit)
    yield from (Fact("шапку таблицы", text) for text in (*_heads(view.heads), *view.numbers))
    yield from (Fact("ячейку таблицы", text) for row in view.rows for text in row.texts)
    yield from (Fact("примечание к таблице", text) for text in view.notes)


def _heads(heads: tuple[Head, ...]) -> Iterator[str]:
    """Headings level by level, as a table is read."""
    while heads:
        yield from (head.text for head in heads)
        heads = tuple(below for head in heads for below in head.columns)


def _rows(rows: tuple[SectionRow | MeasureRow | TotalRow | NoteRow, ...]) -> Iterator[Fact]:
    for row in rows:
        match row:
            case SectionRow(title):
                yield Fact("название раздела", title)
            case NoteRow(note):
                yield Fact("пометку", note.text)
            case TotalRow(title, sums):
                yield from (Fact("строку итога", text) for text in (title, *sums))
            case MeasureRow(cells):
                for blocks in cells:
                    yield from _blocks(blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Fact]:
    """The blocks of a cell, in which letters count the items of its only list."""
    count = 0
    for kind, text in blocks:
        if kind is BlockKind.LETTER:
            count += 1
            yield Fact("букву перечня", letter(count), is_label=True)
        yield Fact("текст ячейки", text)


def _prose(blocks: tuple[ProseBlock, ...]) -> Iterator[Fact]:
    counts: dict[int, int] = {}
    for block in blocks:
        if block.kind is ProseKind.NUMBER:
            first = block.first
            counts[block.level] = counts[block.level] + 1 if first is None else first
            yield Fact("номер перечня", str(counts[block.level]), is_label=True)
        yield Fact("абзац приложения", "".join(map(_run, block.runs)))


def _run(run: Run) -> str:
    """A reference to a footnote is read as its number in brackets."""
    return f"[{run.footnote.number}]" if run.footnote else run.text


def _footnotes(view: OrderView) -> Iterator[Fact]:
    prose = (part for appendix in view.appendices for part in appendix.parts if isinstance(part, ProseView))
    for footnote in (footnote for part in prose for footnote in part.footnotes):
        yield Fact(f"сноску {footnote.number}", "".join(run.text for run in footnote.runs))
