"""What an instruction of an amending act does to the file of a plan, field by field.

An instruction speaks of printed words. Where a field is written otherwise than it is printed, by references
to the directory or in parts, nobody can tell how it should be written then, and the instruction is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.amend.cells import written
from roadmapc.amend.composition import SeatForms
from roadmapc.amend.fields import (
    Change,
    as_quoted,
    changed,
    changed_last,
    changed_once,
    clause,
    edit,
    is_blank,
    refuse,
    rewritten,
    said,
)
from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    Address,
    AddRows,
    AddSection,
    Drop,
    Enter,
    Instruction,
    Noun,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestatePost,
    RestateRow,
    SeatChange,
    Withdraw,
)
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import PrintedAppendix, PrintedRow, PrintedSection, is_name, printed_order
from roadmapc.amend.renaming import Declensions, rewriting
from roadmapc.amend.seat_edits import seated
from roadmapc.amend.table_edits import with_cell
from roadmapc.amend.words import after_change
from roadmapc.diff.from_plan import provisions
from roadmapc.edition.units import Unit, own_fields, requisites, units
from roadmapc.model.amendment import ChangeKind, Edit, ProvisionName
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Appendix, Column, Measure, Plan
from roadmapc.model.printed import cell_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode

Attachments = Mapping[str, MappingNode]
"""The appendices of the amending act as they are written, by their numbers."""

_KINDS = {
    Noun.CLAUSE: ProvisionKind.CLAUSE,
    Noun.APPENDIX: ProvisionKind.APPENDIX,
    Noun.SECTION: ProvisionKind.SECTION,
    Noun.ROW: ProvisionKind.MEASURE,
}
_KNOWN = frozenset(
    {"measure", "deadline", "executors", "participants", "document", "result", "title", "text", "preamble"}
)
"""Fields of their own; other columns are free cells."""
_NAMES = frozenset({"id", "number", "executors", "control", "approves", "columns", "kind", "mark", "marks"})
"""Fields whose texts are no printed words."""
_LATIN = re.compile("[^a-z0-9]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹абвгд", "0123456789abvgd")


class Target(NamedTuple):
    """The plan that an instruction is carried out on."""

    plan: Plan
    root: MappingNode
    """Its tree, whole by itself."""
    declensions: Declensions
    seats: SeatForms
    attachments: Attachments
    rows: Sequence[MappingNode] = ()
    """Rows that the instruction quotes, as they are written; none of an act on paper."""


def edits_of(instruction: Instruction, target: Target) -> tuple[Edit, ...]:
    """The edits of the file, none where it sums what is said.

    Raises `NotApplicableError` if there are none that surely are the right ones.
    """
    writer = _Writer(target)
    match instruction:
        case Replace() | Add() | Drop():
            is_at_end = isinstance(instruction, Add) and not instruction.after
            edits = writer.text(
                instruction.at, lambda words: after_change(words, instruction), is_at_end=is_at_end
            )
        case Restate(at, new):
            edits = writer.restated(at, new)
        case RestateRow() | AddRows() | AddSection() | AddClause():
            edits = writer.added(instruction)
        case Remove(at):
            unit = writer.unit(at)
            edits = (edit(unit.name, ChangeKind.REMOVED)._replace(number=unit.number),)
        case RestateAppendix() | AddAppendix():
            edits = writer.appendix(instruction)
        case Rename():
            edits = writer.renamed(instruction)
        case Enter() | Withdraw() | RestatePost():
            edits = writer.seat(instruction)
    return edits


class _Writer:
    """One plan with its units by what readers call them."""

    def __init__(self, target: Target) -> None:
        self._plan, self._root = target.plan, target.root
        self._declensions, self._seats = target.declensions, target.seats
        self._attachments = target.attachments
        self._quoted = {text_of(row.get("number")).rstrip("."): row for row in target.rows}
        self._units = units(target.root)

    def unit(self, at: Address) -> Unit:
        """The unit of an address: by its number, rows and sections within their appendix."""
        kind = _KINDS.get(at.noun, ProvisionKind.SECTION)
        found = [
            each
            for each in self._units.values()
            if each.name.kind is kind
            and each.number == at.number
            and (at.appendix is None or kind is ProvisionKind.APPENDIX or self._home(each) == at.appendix)
        ]
        if len(found) != 1:
            refuse(f"{'нет' if not found else 'несколько'} единиц с номером {at.number or 'без номера'}")
        return found[0]

    def _home(self, unit: Unit) -> str | None:
        """The number of the appendix that holds a unit."""
        while unit.name.kind is not ProvisionKind.APPENDIX:
            kinds = (ProvisionKind.SECTION, ProvisionKind.APPENDIX)
            holders = (self._units.get(ProvisionName(kind, unit.holder)) for kind in kinds)
            holder = next((each for each in holders if each is not None), None)
            if holder is None:
                return None
            unit = holder
        return unit.number

    def _field(self, at: Address) -> tuple[ProvisionName, str, Node | None]:
        """The unit, the field and the value that an address of a text names."""
        if at.noun in (Noun.TITLE, Noun.PREAMBLE) and at.appendix is None:
            name = TITLE if at.noun is Noun.TITLE else PREAMBLE
            return name, name.id, requisites(self._root).get(name, {}).get(name.id)
        if at.noun is Noun.TITLE and not at.number:
            unit = self.unit(Address(Noun.APPENDIX, at.appendix or ""))
        else:
            unit = self.unit(at._replace(noun=Noun.SECTION) if at.noun is Noun.TITLE else at)
        field = {Noun.TITLE: "title", Noun.CLAUSE: "text"}.get(at.noun) or self._column(unit, at.column).key
        fields = own_fields(unit.node)
        if field not in _KNOWN:
            cells = fields.get("cells")
            return unit.name, field, cells.get(field) if isinstance(cells, MappingNode) else None
        return unit.name, field, fields.get(field)

    def _column(self, unit: Unit, heading: str) -> Column:
        columns = [each for each in self._columns(unit) if each.heading == heading]
        return columns[0] if len(columns) == 1 else refuse(f"графы «{heading}» нет")

    def _columns(self, unit: Unit) -> Sequence[Column]:
        """Of the table that holds a row or a section."""
        for table in self._plan.tables:
            for section in table.walk():
                names = {str(section.id), *(str(measure.id) for measure in section.measures)}
                if unit.name.id in names:
                    return table.columns
        return ()

    def text(self, at: Address, change: Change, *, is_at_end: bool) -> tuple[Edit, ...]:
        """Words of one field changed; a field of several texts is changed where the words stand."""
        if self._is_of_table(at):
            return self._in_table(at, change)
        name, field, value = self._field(at)
        if at.noun is Noun.CLAUSE:
            return self._in_clause(name, change, is_at_end=is_at_end)
        if field in ("executors", "deadline") and name.kind is ProvisionKind.MEASURE:
            measure = next(each for each in self._measures() if each.id == name.id)
            words = change(cell_text(measure, field))
            return (self._set(name, {field: written(self._plan, field, said(words), measure)}),)
        return (self._set(name, {field: changed(value, change)}),)

    def _in_clause(self, name: ProvisionName, change: Change, *, is_at_end: bool) -> tuple[Edit, ...]:
        fields = own_fields(self._units[name].node)
        printed = [field for field in ("text", "paragraphs", "items") if field in fields]
        if is_at_end:  # what comes to the end of a clause comes to its last line
            return (
                edit(
                    name, ChangeKind.CHANGED, fields={printed[-1]: changed_last(fields[printed[-1]], change)}
                ),
            )
        fitting = [
            (field, new) for field in printed if (new := changed_once(fields[field], change)) is not None
        ]
        if len(fitting) != 1:
            refuse("слова не стоят в пункте ровно один раз, или на их месте ссылка на справочник")
        return (edit(name, ChangeKind.CHANGED, fields=dict(fitting)),)

    def restated(self, at: Address, new: str) -> tuple[Edit, ...]:
        """A text said anew."""
        if self._is_of_table(at):
            return self._in_table(at, lambda _: new)
        name, field, _ = self._field(at)
        first, *others = new.split("\n")
        if at.noun is Noun.CLAUSE:
            fields: dict[str, Node] = {"text": text(first)}
            if others:
                fields["paragraphs"] = sequence(tuple(map(text, others)))
            gone = tuple(each for each in ("paragraphs", "items") if each not in fields)
            return (edit(name, ChangeKind.CHANGED, fields=fields)._replace(dropped=gone),)
        measure = next((each for each in self._measures() if each.id == name.id), None)
        return (self._set(name, {field: written(self._plan, field, new, measure)}),)

    def _is_of_table(self, at: Address) -> bool:
        """Whether a cell stands under a total, or in a table without duties: its row is no unit."""
        return at.noun is Noun.ROW and (is_name(at.number) or not self._printed(at).has_measures)

    def _printed(self, at: Address) -> PrintedAppendix:
        numbers = own_numbers(provisions(self._plan))
        return next(
            (each for each in printed_order(self._plan, numbers).appendices if each.number == at.appendix),
            None,
        ) or refuse(f"нет единиц с номером {at.appendix}")

    def _in_table(self, at: Address, change: Change) -> tuple[Edit, ...]:
        """A cell of a table without duties; a total of measures is summed by the plan itself."""
        if self._printed(at).has_measures:
            return ()
        unit, appendix = self._appendix(at.appendix or "")
        parts = with_cell(own_fields(unit.node)["parts"], appendix, at, change)
        return () if parts is None else (edit(unit.name, ChangeKind.CHANGED, fields={"parts": parts}),)

    def _appendix(self, number: str) -> tuple[Unit, Appendix]:
        unit = self.unit(Address(Noun.APPENDIX, number))
        return unit, next(each for each in self._plan.appendices if each.id == unit.name.id)

    def seat(self, change: SeatChange) -> tuple[Edit, ...]:
        """A seat of a commission."""
        unit, appendix = self._appendix(change.appendix)
        parts = own_fields(unit.node).get("parts")
        if not isinstance(parts, SequenceNode):
            refuse("в приложении нет состава")
        new = seated(parts, change, appendix, self._plan, self._seats)
        return (edit(unit.name, ChangeKind.CHANGED, fields={"parts": new}),)

    def _set(self, name: ProvisionName, values: Mapping[str, Node]) -> Edit:
        """Fields set, the free cells of a row together; those of which nothing is left are dropped."""
        is_row = name.kind is ProvisionKind.MEASURE
        own = {field: value for field, value in values.items() if field in _KNOWN or not is_row}
        if len(own) < len(values):
            cells = own_fields(self._units[name].node).get("cells")
            there = dict(cells.fields) if isinstance(cells, MappingNode) else {}
            there |= {field: (text(field), value) for field, value in values.items() if field not in own}
            left = {field: (key, value) for field, (key, value) in there.items() if not is_blank(value)}
            own["cells"] = MappingNode(left, 0, 0)
        gone = tuple(field for field, value in own.items() if is_blank(value))
        fields = {field: value for field, value in own.items() if field not in gone}
        return edit(name, ChangeKind.CHANGED, fields=fields)._replace(dropped=gone)

    def _measures(self) -> Iterator[Measure]:
        return (measure for _, measure in self._plan.walk())

    def row(self, at: Address, row: PrintedRow) -> tuple[Edit, ...]:
        """A row said anew: the cells that read otherwise."""
        unit = self.unit(at)
        quoted = self._quoted.get(row.number)
        if quoted is not None:
            return (as_quoted(unit, quoted),)
        measure = next(each for each in self._measures() if each.id == unit.name.id)
        columns = [each for each in self._columns(unit) if each.key != "number"]
        said_anew = {
            column.key: written(self._plan, column.key, cell, measure)
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.split() != cell_text(measure, column.key).split()
        }
        return (self._set(unit.name, said_anew),)

    def added(self, instruction: RestateRow | AddRows | AddSection | AddClause) -> tuple[Edit, ...]:
        """Units as they are quoted: a row anew, or new ones, each after the neighbour of its number."""
        match instruction:
            case RestateRow(at, row):
                return self.row(at, row)
            case AddClause(clauses):
                first, *others = clauses
                holder = first.number.rpartition(".")[0]
                within = self.unit(Address(Noun.CLAUSE, holder)).name.id if holder else ""
                content = clause(first.number, first.text)
                if others:
                    inner = sequence(tuple(clause(each.number, each.text) for each in others))
                    content = MappingNode({**content.fields, "clauses": (text("clauses"), inner)}, 0, 0)
                name = ProvisionName(ProvisionKind.CLAUSE, first.number)
                return (self._added(name, first.number, within, content),)
            case AddRows(section, appendix, rows):
                unit = self.unit(Address(Noun.SECTION, section, appendix))
                columns = self._columns(unit)
                return tuple(self._row(unit, row, columns) for row in rows)
            case AddSection(appendix, section):
                return (self._section(appendix, section),)

    def _row(self, section: Unit, row: PrintedRow, columns: Sequence[Column]) -> Edit:
        content = self._measure(row, columns)
        name = ProvisionName(ProvisionKind.MEASURE, text_of(content.get("id")))
        return self._added(name, row.number, section.name.id, content)

    def _section(self, appendix: str, section: PrintedSection) -> Edit:
        home = self.unit(Address(Noun.APPENDIX, appendix))
        tables = [each for each in self._plan.appendices if each.id == home.name.id]
        columns = tables[0].tables[0].columns if tables and tables[0].tables else ()
        name = self._free(f"section-{section.number}")
        rows = sequence(tuple(self._measure(row, columns) for row in section.rows))
        fields: dict[str, Node] = {
            "id": text(name),
            "number": text(section.number),
            "title": text(section.title),
        }
        content = mapping({**fields, **({"measures": rows} if section.rows else {})})
        inner = section.number.rpartition(".")[0]
        holder = self.unit(Address(Noun.SECTION, inner, appendix)) if inner else home
        return self._added(
            ProvisionName(ProvisionKind.SECTION, name), section.number, holder.name.id, content
        )

    def _measure(self, row: PrintedRow, columns: Sequence[Column]) -> MappingNode:
        """A row as the act has it in its file, else of the printed words."""
        quoted = self._quoted.get(row.number)
        name = self._free(text_of(quoted.get("id")) if quoted else f"row-{row.number}")
        if quoted is not None:
            return quoted._replace(fields=quoted.fields | {"id": (text("id"), text(name))})
        keys = [each.key for each in columns if each.key != "number"]
        cells = {key: cell for key, cell in zip(keys, row.cells, strict=True) if cell}
        fields: dict[str, Node] = {"id": text(name), "number": text(row.number)}
        fields |= {key: written(self._plan, key, cell) for key, cell in cells.items() if key in _KNOWN}
        free: dict[str, Node] = {key: text(cell) for key, cell in cells.items() if key not in _KNOWN}
        return mapping({**fields, **({"cells": mapping(free)} if free else {})})

    def _added(self, name: ProvisionName, number: str, within: str, content: MappingNode) -> Edit:
        before = [
            each
            for each in self._units.values()
            if each.name.kind is name.kind and each.holder == within and rank(each.number) < rank(number)
        ]
        after = max(before, key=lambda each: rank(each.number)).name.id if before else ""
        return edit(name, ChangeKind.ADDED, content=content)._replace(
            number=number, within=within, after=after
        )

    def _free(self, wanted: str) -> str:
        """A stable name that nobody has; a person may give a better one before it is published."""
        base = _LATIN.sub("-", wanted.translate(_FIGURES).lower()).strip("-")
        taken = {name.id for name in self._units}
        return next(
            each for at in range(1, 10_000) if (each := f"{base}-{at}" if at > 1 else base) not in taken
        )

    def appendix(self, instruction: RestateAppendix | AddAppendix) -> tuple[Edit, ...]:
        """An appendix as the amending act is written; a printed page does not say how to write it."""
        content = self._attachments.get(instruction.attachment)
        if content is None:
            refuse("приложение есть только на бумаге: нужен файл акта (.yaml)")
        if isinstance(instruction, RestateAppendix):
            unit = self.unit(Address(Noun.APPENDIX, instruction.appendix))
            return (edit(unit.name, ChangeKind.CHANGED, content=content),)
        name = ProvisionName(ProvisionKind.APPENDIX, text_of(content.get("id")))
        return (self._added(name, instruction.appendix, "", content),)

    def renamed(self, rename: Rename) -> tuple[Edit, ...]:
        """Words replaced wherever they stand."""
        change = rewriting(rename, self._declensions)
        edits = []
        for name, fields in (
            *((name, fields) for name, fields in requisites(self._root).items() if name in (TITLE, PREAMBLE)),
            *((unit.name, own_fields(unit.node)) for unit in self._units.values()),
        ):
            new = {
                field: value
                for field, old in fields.items()
                if field not in _NAMES and (value := rewritten(old, change)) != old
            }
            if new:
                edits.append(edit(name, ChangeKind.CHANGED, fields=new))
        return tuple(edits) or refuse(f"слов «{rename.old}» в плане нет")
