"""An edition with one of its units changed, added or taken out, found by its number."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from roadmapc.amend.instructions import Address, Noun
from roadmapc.amend.printed_order import PrintedAppendix, PrintedOrder, PrintedRow, PrintedSection
from roadmapc.model.numbering import rank


class HasNumber(Protocol):
    """A clause, a row, a section, an appendix."""

    @property
    def number(self) -> str:
        """As printed."""


Numbered = TypeVar("Numbered", bound=HasNumber)
Change = Callable[[str], str]


class NotApplicableError(Exception):
    """An instruction that cannot be carried out: it names what is not there, or adds what is."""


def rewritten(base: PrintedOrder, change: Change) -> PrintedOrder:
    """The order with every text changed."""
    return PrintedOrder(
        change(base.title),
        change(base.preamble),
        tuple(clause._replace(text=change(clause.text)) for clause in base.clauses),
        tuple(_rewritten_appendix(appendix, change) for appendix in base.appendices),
    )


def _rewritten_appendix(appendix: PrintedAppendix, change: Change) -> PrintedAppendix:
    return PrintedAppendix(
        appendix.number,
        change(appendix.title),
        tuple(map(change, appendix.columns)),
        tuple(_rewritten_section(section, change) for section in appendix.sections),
        tuple(map(change, appendix.rest)),
    )


def _rewritten_section(section: PrintedSection, change: Change) -> PrintedSection:
    rows = tuple(PrintedRow(row.number, tuple(map(change, row.cells))) for row in section.rows)
    return PrintedSection(section.number, change(section.title), rows)


def with_text(base: PrintedOrder, at: Address, change: Change) -> PrintedOrder:
    """The order with one text changed."""
    match at:
        case Address(Noun.TITLE, "", None):
            return base._replace(title=change(base.title))
        case Address(Noun.TITLE, "", str(appendix)):
            return with_appendix(base, appendix, lambda each: each._replace(title=change(each.title)))
        case Address(Noun.TITLE, number, str(appendix)):
            return with_section(base, appendix, number, lambda each: each._replace(title=change(each.title)))
        case Address(Noun.PREAMBLE):
            return base._replace(preamble=change(base.preamble))
        case Address(Noun.CLAUSE, number):
            clauses = changed(base.clauses, number, lambda each: each._replace(text=change(each.text)))
            return base._replace(clauses=clauses)
        case Address(Noun.ROW, _, str()):
            return _with_cell(base, at, change)
        case _:
            raise NotApplicableError(f"{at.noun} – не текст")


def _with_cell(base: PrintedOrder, at: Address, change: Change) -> PrintedOrder:
    (appendix,) = (each for each in base.appendices if each.number == at.appendix)
    if appendix.columns.count(at.column) != 1:
        raise NotApplicableError(f"графы «{at.column}» нет")
    place = appendix.columns.index(at.column)

    def with_cell(row: PrintedRow) -> PrintedRow:
        cells = (change(cell) if at == place else cell for at, cell in enumerate(row.cells))
        return row._replace(cells=tuple(cells))

    return with_row(base, at, with_cell)


def with_appendix(
    base: PrintedOrder, number: str, change: Callable[[PrintedAppendix], PrintedAppendix]
) -> PrintedOrder:
    """The order with one appendix changed."""
    return base._replace(appendices=changed(base.appendices, number, change))


def with_section(
    base: PrintedOrder, appendix: str, number: str, change: Callable[[PrintedSection], PrintedSection]
) -> PrintedOrder:
    """The order with one section changed."""
    return with_appendix(
        base, appendix, lambda each: each._replace(sections=changed(each.sections, number, change))
    )


def with_row(base: PrintedOrder, at: Address, change: Callable[[PrintedRow], PrintedRow]) -> PrintedOrder:
    """The order with one row changed, in whatever section it stands."""
    section = _section_of(base, at)
    return with_section(
        base,
        at.appendix or "",
        section.number,
        lambda each: each._replace(rows=changed(each.rows, at.number, change)),
    )


def _section_of(base: PrintedOrder, at: Address) -> PrintedSection:
    """The section that holds a row."""
    found = [
        section
        for appendix in base.appendices
        if appendix.number == at.appendix
        for section in appendix.sections
        for row in section.rows
        if row.number == at.number
    ]
    if len(found) != 1:
        raise NotApplicableError(f"строк {at.number} – {len(found)}")
    return found[0]


def with_rows(section: PrintedSection, rows: Sequence[PrintedRow]) -> PrintedSection:
    """The section with rows added, each at the place of its number."""
    for row in rows:
        section = section._replace(rows=added(section.rows, row))
    return section


def without(base: PrintedOrder, at: Address) -> PrintedOrder:
    """The order without a unit and what it holds."""
    match at:
        case Address(Noun.CLAUSE, number):
            only(base.clauses, number)
            return base._replace(
                clauses=tuple(each for each in base.clauses if not _is_in(each.number, number))
            )
        case Address(Noun.APPENDIX, number):
            only(base.appendices, number)
            return base._replace(appendices=tuple(each for each in base.appendices if each.number != number))
        case Address(Noun.SECTION, number, str(appendix)):
            return with_appendix(base, appendix, lambda each: _without_section(each, number))
        case Address(Noun.ROW, number, str(appendix)):
            section = _section_of(base, at)
            rows = tuple(row for row in section.rows if row.number != number)
            return with_section(base, appendix, section.number, lambda each: each._replace(rows=rows))
        case _:
            raise NotApplicableError(f"{at.noun} не может утратить силу")


def _without_section(appendix: PrintedAppendix, number: str) -> PrintedAppendix:
    only(appendix.sections, number)
    kept = tuple(each for each in appendix.sections if not _is_in(each.number, number))
    return appendix._replace(sections=kept)


def _is_in(number: str, whole: str) -> bool:
    """Whether a unit is the other one or a part of it."""
    return number == whole or number.startswith(f"{whole}.")


def changed(
    units: tuple[Numbered, ...], number: str, change: Callable[[Numbered], Numbered]
) -> tuple[Numbered, ...]:
    """The units with the one of that number changed."""
    found = only(units, number)
    return tuple(change(unit) if unit is found else unit for unit in units)


def only(units: Sequence[Numbered], number: str) -> Numbered:
    """The unit of a number, which has to be one."""
    found = [unit for unit in units if unit.number == number]
    if len(found) != 1:
        raise NotApplicableError(f"единиц с номером «{number}» – {len(found)}")
    return found[0]


def added(units: tuple[Numbered, ...], unit: Numbered) -> tuple[Numbered, ...]:
    """The units with another one after the last of a lower number."""
    if any(each.number == unit.number for each in units):
        raise NotApplicableError(f"номер «{unit.number}» занят")
    lower = [at for at, each in enumerate(units, start=1) if rank(each.number) < rank(unit.number)]
    place = lower[-1] if lower else 0
    return (*units[:place], unit, *units[place:])
