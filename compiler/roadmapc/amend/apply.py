"""What an amendment makes of an order: instructions carried out to the letter."""

from collections.abc import Callable, Sequence
from functools import partial, reduce

from roadmapc.amend.composition import SeatForms, with_seat
from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    Address,
    AddRows,
    AddSection,
    Amendment,
    Drop,
    Enter,
    NotApplicableError,
    Noun,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestatePost,
    RestateRow,
    Withdraw,
)
from roadmapc.amend.printed_order import Numbered, PrintedAppendix, PrintedOrder, PrintedRow, PrintedSection
from roadmapc.amend.renaming import Declensions, Rewrite, renamed
from roadmapc.amend.words import WordChange, after_change
from roadmapc.model.numbering import rank


def applied(
    base: PrintedOrder, amendment: Amendment, declensions: Declensions, seats: SeatForms
) -> PrintedOrder:
    """The order as it reads after the amendment; `declensions` and `seats` are how an officer declines names.

    Raises `NotApplicableError` if an instruction names what is not there, or adds what is.
    """
    for instruction in amendment.instructions:
        match instruction:
            case RestateAppendix() | AddAppendix():
                attachment = _only(amendment.attachments, instruction.attachment)
                base = _with_attached(base, instruction, attachment._replace(number=instruction.appendix))
            case Rename():
                base = renamed(base, instruction, declensions)
            case RestateRow() | AddRows() | AddSection():
                base = _with_rows(base, instruction)
            case Enter() | Withdraw() | RestatePost():
                change = partial(with_seat, change=instruction, forms=seats)
                base = _with_appendix(base, instruction.appendix, change)
            case _:
                base = _with_words(base, instruction)
    return base


def _with_attached(
    base: PrintedOrder, instruction: RestateAppendix | AddAppendix, content: PrintedAppendix
) -> PrintedOrder:
    if isinstance(instruction, AddAppendix):
        return base._replace(appendices=_added(base.appendices, content))
    return _with_appendix(base, instruction.appendix, lambda _: content)


def _with_rows(base: PrintedOrder, instruction: RestateRow | AddRows | AddSection) -> PrintedOrder:
    match instruction:
        case RestateRow(at, row):
            return _with_row(base, at, lambda _: row)
        case AddRows(section, appendix, rows):
            return _with_section(
                base, appendix, section, lambda each: each._replace(rows=reduce(_added, rows, each.rows))
            )
        case AddSection(appendix, section):
            return _with_appendix(
                base, appendix, lambda each: each._replace(sections=_added(each.sections, section))
            )


def _with_words(base: PrintedOrder, instruction: WordChange | Restate | AddClause | Remove) -> PrintedOrder:
    """The order after an instruction that says everything in one sentence."""
    match instruction:
        case Replace() | Add() | Drop():
            return _with_text(base, instruction.at, lambda text: _with_change(text, instruction))
        case Restate(at, text):
            return _with_text(base, at, lambda _: text)
        case AddClause(clauses):
            return base._replace(clauses=reduce(_added, clauses, base.clauses))
        case Remove(at):
            return _without(base, at)


def _with_change(text: str, change: WordChange) -> str:
    """The text after the change; what does not stand in it once cannot be changed."""
    new = after_change(text, change)
    if new is None:
        raise NotApplicableError("слова не стоят в тексте ровно один раз")
    return new


def _with_text(base: PrintedOrder, at: Address, change: Rewrite) -> PrintedOrder:
    """The order with one text changed."""
    match at:
        case Address(Noun.TITLE, "", None):
            return base._replace(title=change(base.title))
        case Address(Noun.TITLE, "", str(appendix)):
            return _with_appendix(base, appendix, lambda each: each._replace(title=change(each.title)))
        case Address(Noun.TITLE, number, str(appendix)):
            return _with_section(base, appendix, number, lambda each: each._replace(title=change(each.title)))
        case Address(Noun.PREAMBLE):
            return base._replace(preamble=change(base.preamble))
        case Address(Noun.CLAUSE, number):
            clauses = _changed(base.clauses, number, lambda each: each._replace(text=change(each.text)))
            return base._replace(clauses=clauses)
        case Address(Noun.ROW, _, str()):
            return _with_cell(base, at, change)
        case _:
            raise NotApplicableError(f"{at.noun} – не текст")


def _with_cell(base: PrintedOrder, at: Address, change: Rewrite) -> PrintedOrder:
    appendix = next((each for each in base.appendices if each.number == at.appendix), None)
    if appendix is None or appendix.columns.count(at.column) != 1:
        raise NotApplicableError(f"графы «{at.column}» нет" if at.column else "не сказано, в какой графе")
    place = appendix.columns.index(at.column)

    def with_cell(row: PrintedRow) -> PrintedRow:
        cells = (change(cell) if at == place else cell for at, cell in enumerate(row.cells))
        return row._replace(cells=tuple(cells))

    return _with_row(base, at, with_cell)


def _with_appendix(
    base: PrintedOrder, number: str, change: Callable[[PrintedAppendix], PrintedAppendix]
) -> PrintedOrder:
    """The order with one appendix changed."""
    return base._replace(appendices=_changed(base.appendices, number, change))


def _with_section(
    base: PrintedOrder, appendix: str, number: str, change: Callable[[PrintedSection], PrintedSection]
) -> PrintedOrder:
    """The order with one section changed."""
    return _with_appendix(
        base, appendix, lambda each: each._replace(sections=_changed(each.sections, number, change))
    )


def _with_row(base: PrintedOrder, at: Address, change: Callable[[PrintedRow], PrintedRow]) -> PrintedOrder:
    """The order with one row changed, in whatever section it stands."""
    section = _section_of(base, at)
    return _with_section(
        base,
        at.appendix or "",
        section.number,
        lambda each: each._replace(rows=_changed(each.rows, at.number, change)),
    )


def _section_of(base: PrintedOrder, at: Address) -> PrintedSection:
    """The section that holds a row."""
    holding = [
        section
        for appendix in base.appendices
        if appendix.number == at.appendix
        for section in appendix.sections
        for row in section.rows
        if row.number == at.number
    ]
    if len(holding) != 1:
        raise NotApplicableError(f"строк {at.number} – {len(holding)}")
    return holding[0]


def _without(base: PrintedOrder, at: Address) -> PrintedOrder:
    """The order without a provision and what it holds."""
    match at:
        case Address(Noun.CLAUSE, number):
            return base._replace(clauses=_all_but(base.clauses, number))
        case Address(Noun.APPENDIX, number):
            _only(base.appendices, number)
            return base._replace(appendices=tuple(each for each in base.appendices if each.number != number))
        case Address(Noun.SECTION, number, str(appendix)):
            return _with_appendix(
                base, appendix, lambda each: each._replace(sections=_all_but(each.sections, number))
            )
        case Address(Noun.ROW, number, str(appendix)):
            section = _section_of(base, at)
            rows = tuple(row for row in section.rows if row.number != number)
            return _with_section(base, appendix, section.number, lambda each: each._replace(rows=rows))
        case _:
            raise NotApplicableError("исключить так нельзя: не сказано, в каком приложении")


def _all_but(provisions: tuple[Numbered, ...], number: str) -> tuple[Numbered, ...]:
    """All but the provision of that number, which has to be one, and its parts: 2.1 goes with 2."""
    _only(provisions, number)
    return tuple(
        each for each in provisions if each.number != number and not each.number.startswith(f"{number}.")
    )


def _changed(
    provisions: tuple[Numbered, ...], number: str, change: Callable[[Numbered], Numbered]
) -> tuple[Numbered, ...]:
    """The provisions with the one of that number changed."""
    meant = _only(provisions, number)
    return tuple(change(each) if each is meant else each for each in provisions)


def _only(provisions: Sequence[Numbered], number: str) -> Numbered:
    """The provision of a number, which has to be one."""
    bearing = [each for each in provisions if each.number == number]
    if len(bearing) != 1:
        raise NotApplicableError(f"единиц с номером «{number}» – {len(bearing)}")
    return bearing[0]


def _added(provisions: tuple[Numbered, ...], new: Numbered) -> tuple[Numbered, ...]:
    """The provisions with another one after the last of a lower number."""
    if any(each.number == new.number for each in provisions):
        raise NotApplicableError(f"номер «{new.number}» занят")
    lower = [at for at, each in enumerate(provisions, start=1) if rank(each.number) < rank(new.number)]
    place = lower[-1] if lower else 0
    return (*provisions[:place], new, *provisions[place:])
