"""The rows that an amending order quotes, as the plan writes them."""

from collections.abc import Iterable

from roadmapc.amend.instructions import AddRows, AddSection, Instruction, RestateRow
from roadmapc.amend.printed_order import Numbers, PrintedRow
from roadmapc.amend.to_yaml import mapping, sequence, text
from roadmapc.model.plan import Appendix, Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node


class Quoter:
    """Finds rows and sections of the new plan by their numbers."""

    def __init__(self, plan: Plan, numbers: Numbers) -> None:
        """`numbers` are those of the new edition."""
        self._tables = {
            numbers[ProvisionKind.APPENDIX, appendix.id]: _Quotable(appendix, numbers)
            for appendix in plan.appendices
        }

    def quote(self, instruction: Instruction, name: str) -> MappingNode | None:
        """What an instruction quotes; `None` if it says all in its sentence.

        `name` is the stable name of the section that holds rows without a section of theirs.
        """
        match instruction:
            case RestateRow(at, row):
                return self._tables[at.appendix or ""].rows((row,), name)
            case AddRows(_, appendix, rows):
                return self._tables[appendix].rows(rows, name)
            case AddSection(appendix, section):
                return self._tables[appendix].section(section.number, section.rows)
            case _:
                return None


class _Quotable:
    """The measures of an appendix by number."""

    def __init__(self, appendix: Appendix, numbers: Numbers) -> None:
        self._columns = [column for table in appendix.tables for column in table.columns]
        self._sections = {numbers[ProvisionKind.SECTION, each.id]: each for each in appendix.walk()}
        self._measures = {
            numbers[ProvisionKind.MEASURE, measure.id]: measure
            for section in appendix.walk()
            for measure in section.measures
        }

    def rows(self, rows: Iterable[PrintedRow], name: str) -> MappingNode:
        return self._table({"id": text(name)}, rows)

    def section(self, number: str, rows: Iterable[PrintedRow]) -> MappingNode:
        section = self._sections[number]
        fields: dict[str, Node] = {
            "id": text(section.id),
            "number": text(number),
            "title": text(section.title),
        }
        return self._table(fields, rows)

    def _table(self, section: dict[str, Node], rows: Iterable[PrintedRow]) -> MappingNode:
        measures = tuple(self._measure(row.number) for row in rows)
        filled = section | ({"measures": sequence(measures)} if measures else {})
        columns: dict[str, Node] = {column.key: text(column.heading) for column in self._columns}
        return mapping({"columns": mapping(columns), "sections": sequence((mapping(filled),))})

    def _measure(self, number: str) -> Node:
        """A measure as the plan writes it, under the number of the new edition."""
        fields = {name: value for name, (_, value) in self._measures[number].origin.fields.items()}
        head = {"id": fields.pop("id"), "number": text(number)}
        return mapping(head | fields | head)
