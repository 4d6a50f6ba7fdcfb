"""An order as its reader sees it: texts under printed numbers, which are all that an amendment can name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

from roadmapc.amend.printed_table import NamedTable, named_table
from roadmapc.diff.provision import Provision
from roadmapc.model import plan as model
from roadmapc.model.parts import Composition, Member, Table
from roadmapc.model.printed import (
    blocks_text,
    cell_blocks,
    clause_text,
    head_text,
    part_text,
    pictures_text,
    sanction_text,
    standing,
)
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.requisites import DEFAULT_MARK, MARKS

Numbers = Mapping[tuple[ProvisionKind, str], str]
"""Printed numbers by kind and stable name of the provision."""


class HasNumber(Protocol):
    """A clause, a row, a section, an appendix."""

    @property
    def number(self) -> str:
        """As printed."""


Numbered = TypeVar("Numbered", bound=HasNumber)


def is_name(number: str) -> bool:
    """Whether a row is found by its name in quotes, «Всего», and not by a number."""
    return number.startswith("«")


class PrintedRow(NamedTuple):
    """A measure or a total as printed."""

    number: str
    """Of a total, its name in quotes: by that an amendment finds it."""
    cells: tuple[str, ...]
    """In the order of the columns, without the number; a line a paragraph."""


class PrintedSection(NamedTuple):
    """A section or a sub-section; one without a title has no number."""

    number: str
    title: str
    rows: tuple[PrintedRow, ...]


class PrintedSeat(NamedTuple):
    """A member of a commission as printed."""

    name: str
    """Empty for a seat that goes with a post."""
    standing: str
    """What stands after the dash, or alone: post, role, a note in brackets."""

    @property
    def called(self) -> str:
        """By which an amendment finds it."""
        return self.name or self.standing


class PrintedGroup(NamedTuple):
    """Members under one head."""

    title: str
    """Without its colon; empty for members without a head."""
    seats: tuple[PrintedSeat, ...]


class PrintedAppendix(NamedTuple):
    """An appendix."""

    number: str
    """Empty for a single one."""
    title: str
    columns: tuple[str, ...]
    """Headings, without that of the number."""
    sections: tuple[PrintedSection, ...]
    """All of them, sub-sections after the section that holds them."""
    rest: tuple[str, ...]
    """Everything that can only be restated with the whole: its mark, prose, other tables."""
    has_measures: bool = True
    """Whether its rows are measures, which can be quoted; others are changed cell by cell."""
    groups: tuple[PrintedGroup, ...] = ()
    """Of its composition; of several compositions none can be named, and all are in the rest."""

    @property
    def rows(self) -> Iterator[PrintedRow]:
        """All rows in the order of printing."""
        return (row for section in self.sections for row in section.rows)

    @property
    def is_addressable(self) -> bool:
        """Whether its rows, columns and sections can be named each by its own number or heading."""
        rows = [row.number for row in self.rows]
        sections = [section.number for section in self.sections]
        are_distinct = (len(names) == len(set(names)) for names in (rows, sections, self.columns))
        return "" not in rows and all(are_distinct)


class PrintedClause(NamedTuple):
    """A clause or a sub-clause."""

    number: str
    text: str
    """A line a paragraph, without the number."""


class PrintedOrder(NamedTuple):
    """The text of an order with its appendices; what an amendment never touches is left out."""

    title: str
    preamble: str
    clauses: tuple[PrintedClause, ...]
    """Each before its sub-clauses."""
    appendices: tuple[PrintedAppendix, ...]


def printed_order(plan: model.Plan, numbers: Numbers) -> PrintedOrder:
    """A plan as printed under the given numbers."""
    order = plan.order
    return PrintedOrder(
        title=_spaced(order.title),
        preamble=_spaced(order.preamble),
        clauses=tuple(
            PrintedClause(numbers[ProvisionKind.CLAUSE, clause.name], _spaced(clause_text(clause)))
            for clause in order.walk()
        ),
        appendices=tuple(_appendix(appendix, numbers) for appendix in plan.appendices),
    )


def key(provision: Provision) -> tuple[ProvisionKind, str]:
    """By what the number of a provision is found."""
    return provision.kind, provision.id


def _appendix(appendix: model.Appendix, numbers: Numbers) -> PrintedAppendix:
    """Cells can be named only where there is one table, whose columns are then the appendix's."""
    plain = [part for part in appendix.parts if isinstance(part, Table)]
    table = named_table(plain[0]) if len(plain) == 1 and not appendix.tables else None
    if table is not None:
        return _of_table(appendix, table, numbers)
    columns = appendix.tables[0].columns if len(appendix.tables) == 1 else ()
    compositions = [part for part in appendix.parts if isinstance(part, Composition)]
    named = compositions[0] if len(compositions) == 1 else None
    all_columns = [column for table in appendix.tables for column in table.columns]
    return PrintedAppendix(
        number=numbers[ProvisionKind.APPENDIX, appendix.id],
        title=_spaced(appendix.title),
        columns=tuple(column.heading for column in columns if column.key != "number"),
        sections=_with_total(
            tuple(_section(section, columns, numbers) for section in appendix.walk()),
            appendix.tables[0].total if columns else None,
            columns,
        ),
        rest=(
            _mark(appendix),
            sanction_text(appendix.approved_by) if appendix.approved_by else "",
            *(column.heading for column in all_columns if column.key == "number"),
            *(text for table in appendix.tables for text in _frame(table)),
            *(_spaced(part_text(part)) for part in appendix.parts if part is not named),
            _spaced(pictures_text(appendix)),
        ),
        groups=tuple(
            PrintedGroup(_spaced(group.title), tuple(map(printed_seat, group.members)))
            for group in (named.groups if named else ())
        ),
    )


def _mark(appendix: model.Appendix) -> str:
    """Its mark; that in the words of a signed act names this act, so no other act changes it."""
    return appendix.mark if appendix.mark in MARKS else DEFAULT_MARK


def _frame(table: model.Measures) -> Iterator[str]:
    """What stands around the rows: heads in levels, names of totals, cells that are one, notes."""
    yield from map(head_text, table.heads)
    yield f"{table.has_column_numbers}"
    totals = (table.total, *(section.total for section in table.walk()))
    yield from (total.title for total in totals if total is not None)
    measures = (measure for section in table.walk() for measure in section.measures)
    yield from (f"{measure.id} {measure.joined}" for measure in measures if measure.joined)
    yield from table.notes


def _with_total(
    sections: tuple[PrintedSection, ...], total: model.Total | None, columns: tuple[model.Column, ...]
) -> tuple[PrintedSection, ...]:
    """The total of a table stands under the rows of its last section."""
    if total is None:
        return sections
    *others, last = sections
    return (*others, last._replace(rows=(*last.rows, _total(total, columns))))


def _total(total: model.Total, columns: tuple[model.Column, ...]) -> PrintedRow:
    sums = dict(total.cells)
    keys = (column.key for column in columns if column.key != "number")
    return PrintedRow(f"«{_spaced(total.title)}»", tuple(_spaced(sums.get(key, "")) for key in keys))


def _of_table(appendix: model.Appendix, table: NamedTable, numbers: Numbers) -> PrintedAppendix:
    """An appendix whose only table holds no duties: its rows stand in no section."""
    rows = tuple(PrintedRow(*row) for row in table.rows)
    others = (part for part in appendix.parts if not isinstance(part, Table))
    return PrintedAppendix(
        number=numbers[ProvisionKind.APPENDIX, appendix.id],
        title=_spaced(appendix.title),
        columns=table.columns,
        sections=(PrintedSection("", "", rows),),
        rest=(_mark(appendix), *map(_spaced, table.frame), *(_spaced(part_text(part)) for part in others)),
        has_measures=False,
    )


def printed_seat(member: Member) -> PrintedSeat:
    """A member as printed."""
    return PrintedSeat(_spaced(member.name), _spaced(standing(member)))


def _section(section: model.Section, columns: tuple[model.Column, ...], numbers: Numbers) -> PrintedSection:
    keys = [column.key for column in columns]
    rows = tuple(
        PrintedRow(
            numbers[ProvisionKind.MEASURE, measure.id] if "number" in keys else "",
            tuple(_spaced(blocks_text(cell_blocks(measure, key))) for key in keys if key != "number"),
        )
        for measure in section.measures
    )
    if section.total is not None and columns:
        rows = (*rows, _total(section.total, columns))
    return PrintedSection(numbers[ProvisionKind.SECTION, section.id], _spaced(section.title), rows)


def quoted(table: model.Measures) -> tuple[PrintedSection, ...]:
    """Rows in quotes under the numbers that they print."""
    numbers = {(ProvisionKind.SECTION, str(section.id)): section.number for section in table.walk()}
    for section in table.walk():
        numbers |= {(ProvisionKind.MEASURE, str(measure.id)): measure.number for measure in section.measures}
    return tuple(_section(section, table.columns, numbers) for section in table.walk())


def _spaced(text: str) -> str:
    """A text with single plain spaces: what kind of space stands between words orders nothing."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
