"""A plan's table: columns, sections and measures as a plan file writes them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.recognition.account import Account
from roadmapc.recognition.asking import Asker, Place
from roadmapc.recognition.context import Context
from roadmapc.recognition.deadlines import deadline_node
from roadmapc.recognition.executors import Cell, Executors
from roadmapc.recognition.grid import in_one_line, spans, where_of
from roadmapc.recognition.measure_columns import columns_node
from roadmapc.recognition.measure_rows import MeasureRow, RowsReader, SectionRows, placed
from roadmapc.recognition.number_forms import whole_number
from roadmapc.recognition.roles import ColumnRoles, Role
from roadmapc.recognition.table_head import TableHead
from roadmapc.recognition.table_rows import Row, RowReader
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.numbers import blank

_EMPTY = "–"
"""What stands for a text that the format requires and the document has not."""
_DITTO = re.compile(
    r"(?:[-–—]+\s?(?://|[\"»«″])\s?[-–—]+|[\"»″]|то же(?: самое)?|те же|тот же|он же)\.?", re.IGNORECASE
)
"""How a cell says that it repeats the one above."""
_FIELDS = (Role.MEASURE, Role.DEADLINE, Role.EXECUTORS, Role.PARTICIPANTS, Role.DOCUMENT, Role.RESULT)


class TableReading(NamedTuple):
    """What the rows of a table are, and under which names."""

    keys: tuple[str, ...]
    roles: ColumnRoles
    is_numbered: bool


class MeasuresReader:
    """Reads one table of measures."""

    def __init__(self, context: Context, account: Account, asker: Asker) -> None:
        """`context` is of the appendix."""
        self._context = context
        self._account = account
        self._asker = asker
        self._executors = Executors(context.directory, asker)
        self._above: dict[str, Node] = {}
        """Fields of the row before the one that is read."""

    def read(self, head: TableHead, roles: ColumnRoles, place: Place) -> dict[str, Node]:
        """The fields of a part `measures`, or of an appendix; `place` is where they stand in the plan."""
        for line in (*head.rows, *([head.counted] if head.counted else [])):
            self._account.take(*spans(*line.own))
        rows = RowsReader(roles, self._account, self._asker).read(RowReader(head, roles).read(head.body))
        measures = list(placed(rows.top, place))
        at = roles.at(Role.EXECUTORS)
        if at is not None:
            said = ((row, (*where, "executors")) for row, where in measures if _is_said(row.texts[at]))
            self._executors.learn([_cell(row, at, where) for row, where in said])
        texts = [[row.texts[at] for row, _ in measures if row.texts[at]] for at in range(len(roles.roles))]
        columns = columns_node(head.paths, roles, texts, _summed(rows.top, roles))
        self._ask_headings(columns.unnamed, head, place)
        self._ask_ends(head, roles, place)
        reading = TableReading(columns.keys, roles, Role.NUMBER in roles.roles)
        fields: dict[str, Node] = {"columns": columns.node}
        if head.counted:
            fields["column_numbers"] = text("printed")
        fields["sections"] = sequence(tuple(self._section(each, reading) for each in rows.top.sections))
        if rows.top.total is not None:
            fields["total"] = _total(rows.top.total, reading)
        if rows.notes:
            fields["notes"] = text("\n".join(rows.notes))
        return fields

    def _ask_headings(self, unnamed: Sequence[int], head: TableHead, place: Place) -> None:
        """Ask for headings that the document has not."""
        where = head.body[0].where if head.body else ""
        for at in unnamed:
            question = f"у графы {at + 1} нет заголовка: как её назвать?"
            about, proposal = f"заголовок графы {at + 1} {where}", "как в файле плана"
            self._asker.ask(about, where, question, proposal, place=(*place, "columns"))

    def _ask_ends(self, head: TableHead, roles: ColumnRoles, place: Place) -> None:
        """Ask whether a beginning and an end, each in a column of its own, are a deadline."""
        if roles.ends is None:
            return
        start, end = (head.paths[at][-1] for at in roles.ends)
        question = f"срок в двух графах, «{start}» и «{end}»: по какой из них исполняют?"
        self._asker.ask("графа срока", head.rows[-1].where, question, end, start, place=(*place, "columns"))

    def _section(self, section: SectionRows, reading: TableReading) -> MappingNode:
        fields: dict[str, Node] = {"id": text(self._context.ids.name(section.title, "section"))}
        if section.title:
            fields |= {"number": text(section.number.typed), "title": text(section.title)}
        if section.measures:
            fields["measures"] = sequence(tuple(self._measure(row, reading) for row in section.measures))
        if section.sections:
            fields["sections"] = sequence(tuple(self._section(each, reading) for each in section.sections))
        if section.total is not None:
            fields["total"] = _total(section.total, reading)
        return mapping(fields)

    def _measure(self, row: MeasureRow, reading: TableReading) -> MappingNode:
        """Fields say what a row means; `cells`, what stands on paper where fields print it otherwise."""
        said = dict(zip(reading.keys, row.texts, strict=True))
        fields: dict[str, Node] = {
            "id": text(self._context.ids.name(in_one_line(said[Role.MEASURE]), "measure"))
        }
        if reading.is_numbered:
            typed_number = in_one_line(said[Role.NUMBER])
            fields["number"] = text(whole_number(typed_number).typed or typed_number)
        typed: dict[str, Node] = {}
        for role in (role for role in _FIELDS if said.get(role)):
            value, printed = self._field(role, row, reading)
            fields |= {role: value} if value else {}
            typed |= {role: text(said[role])} if printed != said[role] else {}
        self._above = fields
        if not said[Role.MEASURE]:
            fields["measure"], typed["measure"] = text(_EMPTY), text("")
        free = {
            key: text(said[key])
            for key, role in zip(reading.keys, reading.roles.roles, strict=True)
            if role is Role.FREE and said[key]
        }
        if typed or free:
            fields["cells"] = mapping(free | typed)
        joined = [reading.keys[at] for at in sorted(row.joined)]
        if joined and len(joined) < len(reading.keys):
            fields["joined"] = sequence(tuple(map(text, joined)))
        return mapping(fields)

    def _field(self, role: Role, row: MeasureRow, reading: TableReading) -> tuple[Node | None, str]:
        """The value of a field, `None` for a dash, and what it prints; «то же» is that of the row above."""
        at = reading.roles.roles.index(role)
        words = row.texts[at]
        if role is not Role.MEASURE and not _is_said(words):
            return None if blank(words) is not None else self._above.get(role), ""
        match role:
            case Role.DEADLINE:
                return deadline_node(words)
            case Role.EXECUTORS:
                cell = _cell(row, at)
                nodes = self._executors.nodes(cell)
                return sequence(nodes) if nodes else None, self._executors.printed(cell)
            case Role.PARTICIPANTS:
                return sequence((text(in_one_line(words)),)), in_one_line(words)
            case Role.DOCUMENT:
                return text(in_one_line(words)), in_one_line(words)
            case _:
                return text(words), words


def _is_said(words: str) -> bool:
    """Whether a cell says something of its own: neither nothing, nor a dash, nor «то же»."""
    return blank(words) is None and not _DITTO.fullmatch(words)


def _cell(row: MeasureRow, at: int, place: Place = ()) -> Cell:
    return Cell(tuple(row.texts[at].split("\n")), where_of(row.line, at), place)


def _summed(top: SectionRows, roles: ColumnRoles) -> frozenset[int]:
    """Columns for which some total says something."""
    totals = [section.total for section in _walk(top) if section.total is not None]
    return frozenset(at for total in totals for at in _cells_of(total, roles))


def _cells_of(total: Row, roles: ColumnRoles) -> Iterator[int]:
    """The free columns in which a total says something beside its words."""
    for at, words in enumerate(total.line.texts):
        if at and roles.roles[at] is Role.FREE and words and in_one_line(words) != total.title:
            yield at


def _walk(section: SectionRows) -> Iterable[SectionRows]:
    yield section
    for each in section.sections:
        yield from _walk(each)


def _total(row: Row, reading: TableReading) -> MappingNode:
    cells: dict[str, Node] = {
        reading.keys[at]: text(row.line.text(at)) for at in _cells_of(row, reading.roles)
    }
    return mapping({"title": text(row.title), **({"cells": mapping(cells)} if cells else {})})
