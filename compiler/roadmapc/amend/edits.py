"""What an instruction of an amending act does to the file of a plan, field by field.

An instruction speaks of printed words. Where a field is written otherwise than it is printed, by references
to the directory or in parts, nobody can tell how it should be written then, and the instruction is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.amend.fields import Change, changed, changed_once, clause, refuse, rewritten, said, terms
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
    Withdraw,
)
from roadmapc.amend.printed_order import PrintedRow, PrintedSection
from roadmapc.amend.renaming import Declensions, rewriting
from roadmapc.amend.words import after_change
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.edition.units import Unit, own_fields, requisites, units
from roadmapc.model.amendment import ChangeKind, Edit, ProvisionName
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Column, Measure, Plan
from roadmapc.model.printed import cell_text, executor_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

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
_REST = re.compile(r"(?: \((?P<units>[^()]*)\))?(?:, (?P<qualifier>.+))?")
_LATIN = re.compile("[^a-z0-9]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹абвгд", "0123456789abvgd")
_NOWHERE, _START = SourceFile("изменяющий акт", ""), Span(0, 0)


class Target(NamedTuple):
    """The plan that an instruction is carried out on."""

    plan: Plan
    root: MappingNode
    """Its tree, whole by itself."""
    declensions: Declensions
    attachments: Attachments


def edits_of(instruction: Instruction, target: Target) -> tuple[Edit, ...]:
    """The edits of the file; raises `NotApplicableError` if there are none that surely are the right ones."""
    writer = _Writer(target)
    match instruction:
        case Replace() | Add() | Drop():
            edits = writer.text(instruction.at, lambda words: after_change(words, instruction))
        case Restate(at, new):
            edits = writer.restated(at, new)
        case RestateRow() | AddRows() | AddSection() | AddClause():
            edits = writer.added(instruction)
        case Remove(at):
            unit = writer.unit(at)
            edits = (_edit(unit.name, ChangeKind.REMOVED)._replace(number=unit.number),)
        case RestateAppendix() | AddAppendix():
            edits = writer.appendix(instruction)
        case Rename():
            edits = writer.renamed(instruction)
        case Enter() | Withdraw() | RestatePost():
            refuse("состав изменяют в плане: на бумаге не сказано, кто это в справочнике")
    return edits


def _edit(
    name: ProvisionName,
    kind: ChangeKind,
    *,
    fields: Mapping[str, Node] | None = None,
    content: MappingNode | None = None,
) -> Edit:
    """An edit that no file has: its place is never shown."""
    return Edit(name, kind, "", {}, fields or {}, (), content, "", "", Place(_NOWHERE, _START))


class _Writer:
    """One plan with its units by what readers call them."""

    def __init__(self, target: Target) -> None:
        self._plan, self._root = target.plan, target.root
        self._declensions, self._attachments = target.declensions, target.attachments
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
        if at.number.startswith("«"):
            refuse(f"строка {at.number} – итог: он складывается из строк, исправьте в плане их")
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

    def text(self, at: Address, change: Change) -> tuple[Edit, ...]:
        """Words of one field changed; a field of several texts is changed where the words stand."""
        name, field, value = self._field(at)
        if at.noun is Noun.CLAUSE:
            return self._in_clause(name, change)
        if field in ("executors", "deadline") and name.kind is ProvisionKind.MEASURE:
            measure = next(each for each in self._measures() if each.id == name.id)
            words = change(cell_text(measure, field))
            return (self._set(name, field, self._written(field, said(words), measure)),)
        return (self._set(name, field, changed(value, change)),)

    def _in_clause(self, name: ProvisionName, change: Change) -> tuple[Edit, ...]:
        fields = own_fields(self._units[name].node)
        fitting = [
            (field, new)
            for field in ("text", "paragraphs", "items")
            if field in fields and (new := changed_once(fields[field], change)) is not None
        ]
        if len(fitting) != 1:
            refuse("слова не стоят в пункте ровно один раз, или на их месте ссылка на справочник")
        return (_edit(name, ChangeKind.CHANGED, fields=dict(fitting)),)

    def restated(self, at: Address, new: str) -> tuple[Edit, ...]:
        """A text said anew."""
        name, field, _ = self._field(at)
        first, *others = new.split("\n")
        if at.noun is Noun.CLAUSE:
            fields: dict[str, Node] = {"text": text(first)}
            if others:
                fields["paragraphs"] = sequence(tuple(map(text, others)))
            gone = tuple(each for each in ("paragraphs", "items") if each not in fields)
            return (_edit(name, ChangeKind.CHANGED, fields=fields)._replace(dropped=gone),)
        measure = next((each for each in self._measures() if each.id == name.id), None)
        return (self._set(name, field, self._written(field, new, measure)),)

    def _set(self, name: ProvisionName, field: str, value: Node) -> Edit:
        """A field set; one of which nothing is left is dropped."""
        is_gone = isinstance(value, ScalarNode) and not value.text
        if is_gone and (field in _KNOWN or name.kind is not ProvisionKind.MEASURE):
            return _edit(name, ChangeKind.CHANGED)._replace(dropped=(field,))
        if field in _KNOWN or name.kind is not ProvisionKind.MEASURE:
            return _edit(name, ChangeKind.CHANGED, fields={field: value})
        cells = own_fields(self._units[name].node).get("cells")
        fields = dict(cells.fields) if isinstance(cells, MappingNode) else {}
        fields[field] = (text(field), value)
        return _edit(name, ChangeKind.CHANGED, fields={"cells": MappingNode(fields, 0, 0)})

    def _written(self, field: str, words: str, measure: Measure | None = None) -> Node:
        """How a printed cell is written: executors by their names in the directory, lines as paragraphs."""
        if not words:
            return text("")
        lines = words.split("\n")
        if field == "executors":
            return sequence(tuple(self._executor(line.rstrip(";,")) for line in lines))
        if field == "deadline":
            return terms(lines, measure)
        return text(words.replace("\n", "\n\n") if field in ("measure", "result") else words)

    def _executor(self, line: str) -> Node:
        """«Школы (Отдел контроля), с низкими результатами»: a body, its units, its qualifier."""
        bodies = sorted(self._plan.organisation.bodies.values(), key=lambda body: -len(body.short))
        body = next((each for each in bodies if line.startswith(each.short)), None)
        found = _REST.fullmatch(line.removeprefix(body.short)) if body else None
        known = {executor_text(each): each for m in self._measures() for each in m.executors}
        people = self._plan.organisation.officials.values()
        persons = [each.id for each in people if line in (each.name, each.post)]
        if len(persons) == 1:
            return text(persons[0])
        if line in known and not (known[line].units or known[line].qualifier):
            return text(known[line].actor.id)
        if body is None or found is None:
            refuse(f"исполнителя «{line}» в справочнике нет")
        ids = {each.short: each.id for each in bodies}
        units = found["units"].split(", ") if found["units"] else []
        fields: dict[str, Node] = {"id": text(body.id)}
        if not ids.keys() >= set(units):  # no unit of the directory stands in the brackets
            fields["proviso"] = text(found["units"])
            units = []
        if not (units or found["qualifier"] or "proviso" in fields):
            return text(body.id)
        if units:
            fields["units"] = sequence(tuple(text(ids[unit]) for unit in units))
        if found["qualifier"]:
            fields["qualifier"] = text(found["qualifier"])
        return mapping(fields)

    def _measures(self) -> Iterator[Measure]:
        return (measure for _, measure in self._plan.walk())

    def row(self, at: Address, row: PrintedRow) -> tuple[Edit, ...]:
        """A row said anew: the cells that read otherwise."""
        unit = self.unit(at)
        measure = next(each for each in self._measures() if each.id == unit.name.id)
        columns = [each for each in self._columns(unit) if each.key != "number"]
        changed = [
            self._set(unit.name, column.key, self._written(column.key, cell, measure))
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.split() != cell_text(measure, column.key).split()
        ]
        return tuple(changed)

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
        content = self._measure(self._free(f"row-{row.number}"), row, columns)
        name = ProvisionName(ProvisionKind.MEASURE, text_of(content.get("id")))
        return self._added(name, row.number, section.name.id, content)

    def _section(self, appendix: str, section: PrintedSection) -> Edit:
        home = self.unit(Address(Noun.APPENDIX, appendix))
        tables = [each for each in self._plan.appendices if each.id == home.name.id]
        columns = tables[0].tables[0].columns if tables and tables[0].tables else ()
        name = self._free(f"section-{section.number}")
        rows = sequence(
            tuple(self._measure(self._free(f"row-{row.number}"), row, columns) for row in section.rows)
        )
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

    def _measure(self, name: str, row: PrintedRow, columns: Sequence[Column]) -> MappingNode:
        keys = [each.key for each in columns if each.key != "number"]
        cells = {key: cell for key, cell in zip(keys, row.cells, strict=True) if cell}
        fields: dict[str, Node] = {"id": text(name), "number": text(row.number)}
        fields |= {key: self._written(key, cell) for key, cell in cells.items() if key in _KNOWN}
        free: dict[str, Node] = {key: text(cell) for key, cell in cells.items() if key not in _KNOWN}
        return mapping({**fields, **({"cells": mapping(free)} if free else {})})

    def _added(self, name: ProvisionName, number: str, within: str, content: MappingNode) -> Edit:
        before = [
            each
            for each in self._units.values()
            if each.name.kind is name.kind and each.holder == within and rank(each.number) < rank(number)
        ]
        after = max(before, key=lambda each: rank(each.number)).name.id if before else ""
        return _edit(name, ChangeKind.ADDED, content=content)._replace(
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
            return (_edit(unit.name, ChangeKind.CHANGED, content=content),)
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
                edits.append(_edit(name, ChangeKind.CHANGED, fields=new))
        return tuple(edits) or refuse(f"слов «{rename.old}» в плане нет")
