"""An order as its reader sees it: texts under printed numbers, which are all that an amendment can name."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.diff.from_plan import provisions
from roadmapc.diff.provision import Provision
from roadmapc.model import plan as model
from roadmapc.model.printed import cell_text, clause_text, part_text
from roadmapc.model.provision import ProvisionKind

Numbers = Mapping[tuple[ProvisionKind, str], str]
"""Printed numbers by kind and stable name of the unit."""


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
        numbers = [row.number for row in self.rows]
        sections = [section.number for section in self.sections]
        return "" not in numbers and all(map(_are_distinct, (numbers, sections, list(self.columns))))


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


def _are_distinct(names: list[str]) -> bool:
    return max(Counter(names).values(), default=1) == 1


def edition(plan: model.Plan, numbers: Numbers) -> PrintedOrder:
    """A plan as printed under the given numbers."""
    order = plan.order
    clauses = zip(order.walk(), _numbers_of_clauses(plan, numbers), strict=True)
    return PrintedOrder(
        title=_spaced(order.title),
        preamble=_spaced(order.preamble),
        clauses=tuple(PrintedClause(number, _spaced(clause_text(clause))) for clause, number in clauses),
        appendices=tuple(_appendix(appendix, numbers) for appendix in plan.appendices),
    )


def _numbers_of_clauses(plan: model.Plan, numbers: Numbers) -> list[str]:
    return [numbers[key(unit)] for unit in provisions(plan) if unit.kind is ProvisionKind.CLAUSE]


def key(unit: Provision) -> tuple[ProvisionKind, str]:
    """By what a unit's number is found."""
    return unit.kind, unit.id


def _appendix(appendix: model.Appendix, numbers: Numbers) -> PrintedAppendix:
    tables = [part for part in appendix.parts if isinstance(part, model.Measures)]
    columns = tables[0].columns if len(tables) == 1 else ()
    return PrintedAppendix(
        number=numbers[ProvisionKind.APPENDIX, appendix.id],
        title=_spaced(appendix.title),
        columns=tuple(column.heading for column in columns if column.key != "number"),
        sections=tuple(_section(section, columns, numbers) for section in appendix.walk()),
        rest=(
            appendix.mark,
            *_headings_of_number(tables),
            *(_spaced(part_text(part)) for part in appendix.parts),
        ),
    )


def _headings_of_number(tables: list[model.Measures]) -> Iterator[str]:
    return (column.heading for table in tables for column in table.columns if column.key == "number")


def _section(section: model.Section, columns: tuple[model.Column, ...], numbers: Numbers) -> PrintedSection:
    keys = [column.key for column in columns]
    cells = [each for each in keys if each != "number"]
    rows = tuple(
        PrintedRow(
            numbers[ProvisionKind.MEASURE, measure.id] if "number" in keys else "",
            tuple(_spaced(cell_text(measure, each)) for each in cells),
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
