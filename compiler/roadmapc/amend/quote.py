"""The rows that an amending order quotes, as the plan writes them."""

from collections.abc import Mapping

from roadmapc.amend.instructions import AddRows, AddSection, Instruction, RestateRow
from roadmapc.amend.printed_order import Numbers, PrintedRow
from roadmapc.model.columns import ColumnKind
from roadmapc.model.plan import AS_SIGNED, Column, Measure, Plan, Section
from roadmapc.model.printed import blocks_text, cell_blocks
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node


class Quoter:
    """Finds rows and sections of the new plan by their numbers."""

    def __init__(self, plan: Plan, numbers: Numbers) -> None:
        """`numbers` are those of the new edition."""
        self._columns: dict[str, MappingNode] = {}
        """By the number of the appendix."""
        self._sections: dict[tuple[str, str], Section] = {}
        """By the number of the appendix and their own."""
        self._measures: dict[tuple[str, str], Measure] = {}
        self._as_signed: set[str] = set()
        """Numbers of the appendices whose rows are printed as they are typed."""
        for appendix in plan.appendices:
            number = numbers[ProvisionKind.APPENDIX, appendix.id]
            columns = (column for table in appendix.tables for column in table.columns)
            self._columns[number] = mapping({column.key: _column(column) for column in columns})
            if plan.order.is_as_signed or "wording" in appendix.origin.fields:
                self._as_signed.add(number)
            for section in appendix.walk():
                self._sections[number, numbers[ProvisionKind.SECTION, section.id]] = section
                for measure in section.measures:
                    self._measures[number, numbers[ProvisionKind.MEASURE, measure.id]] = measure

    def quote(self, instruction: Instruction, name: str) -> MappingNode | None:
        """What an instruction quotes; `None` if it says all in its sentence.

        `name` is the stable name of the section that holds rows without a section of theirs.
        """
        match instruction:
            case RestateRow(at, row):
                return self._table(at.appendix or "", {"id": text(name)}, (row,))
            case AddRows(_, appendix, rows):
                return self._table(appendix, {"id": text(name)}, rows)
            case AddSection(appendix, section):
                own = self._sections[appendix, section.number]
                is_kept = own.label is not None and own.number == section.number
                number = own.label if own.label is not None and is_kept else section.number
                head = {"id": text(own.id), "number": text(number), "title": text(own.title)}
                return self._table(appendix, head, section.rows)
            case _:
                return None

    def _table(self, appendix: str, head: Mapping[str, Node], rows: tuple[PrintedRow, ...]) -> MappingNode:
        measures = tuple(self._measure(appendix, row.number) for row in rows)
        section = {**head, **({"measures": sequence(measures)} if measures else {})}
        columns, sections = self._columns[appendix], sequence((mapping(section),))
        wording = {"wording": text(AS_SIGNED)} if appendix in self._as_signed else {}
        return mapping({**wording, "columns": columns, "sections": sections})

    def _measure(self, appendix: str, number: str) -> Node:
        """A measure as the plan writes it, under the number of the new edition.

        Its free cells are written as they are printed: a sum has the decimals of its whole column. No cell
        is joined to the row above, which need not be quoted.
        """
        measure = self._measures[appendix, number]
        fields = {name: value for name, (_, value) in measure.origin.fields.items() if name != "joined"}
        if measure.cells and measure.as_signed is None:
            fields["cells"] = mapping({key: text(cell) for key, cell in measure.cells})
        if measure.as_signed is not None and number == measure.number:
            number = blocks_text(cell_blocks(measure, "number"))  # with its stop, as it is printed
        head = {"id": fields.pop("id"), "number": text(number)}
        return mapping(head | fields | head)


def _column(column: Column) -> Node:
    """A column of rows in quotes: its heading, and what it holds."""
    if column.kind is ColumnKind.TEXT:
        return text(column.heading)
    return mapping({"heading": text(column.heading), "kind": text(column.kind.value)})
