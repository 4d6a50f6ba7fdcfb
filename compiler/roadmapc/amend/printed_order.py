"""An order as its reader sees it: texts under printed numbers, which are all that an amendment can name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol, TypeVar

from roadmapc.diff.provision import Provision
from roadmapc.model import plan as model
from roadmapc.model.printed import blocks_text, cell_blocks, clause_text, part_text
from roadmapc.model.provision import ProvisionKind

Numbers = Mapping[tuple[ProvisionKind, str], str]
"""Printed numbers by kind and stable name of the provision."""


class HasNumber(Protocol):
    """A clause, a row, a section, an appendix."""

    @property
    def number(self) -> str:
        """As printed."""


Numbered = TypeVar("Numbered", bound=HasNumber)


class PrintedRow(NamedTuple):
    """A measure as printed."""

    number: str
    cells: tuple[str, ...]
    """In the order of the columns, without the number; a line a paragraph."""


class PrintedSection(NamedTuple):
    """A section or a sub-section; one without a title has no number."""

    number: str
    title: str
    rows: tuple[PrintedRow, ...]


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
    columns = appendix.tables[0].columns if len(appendix.tables) == 1 else ()
    all_columns = [column for table in appendix.tables for column in table.columns]
    return PrintedAppendix(
        number=numbers[ProvisionKind.APPENDIX, appendix.id],
        title=_spaced(appendix.title),
        columns=tuple(column.heading for column in columns if column.key != "number"),
        sections=tuple(_section(section, columns, numbers) for section in appendix.walk()),
        rest=(
            appendix.mark,
            *(column.heading for column in all_columns if column.key == "number"),
            *(_spaced(part_text(part)) for part in appendix.parts),
        ),
    )


def _section(section: model.Section, columns: tuple[model.Column, ...], numbers: Numbers) -> PrintedSection:
    keys = [column.key for column in columns]
    rows = tuple(
        PrintedRow(
            numbers[ProvisionKind.MEASURE, measure.id] if "number" in keys else "",
            tuple(_spaced(blocks_text(cell_blocks(measure, key))) for key in keys if key != "number"),
        )
        for measure in section.measures
    )
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
