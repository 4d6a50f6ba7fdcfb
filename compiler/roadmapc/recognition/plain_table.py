"""Tables that are no plans: estimates, indicators, forms; a passport of two columns."""

from collections.abc import Iterator, Sequence

from roadmapc.model.columns import ColumnKind
from roadmapc.recognition.account import Account
from roadmapc.recognition.asking import Asker
from roadmapc.recognition.column_roles import by_words
from roadmapc.recognition.grid import TableLine, in_one_line, spans
from roadmapc.recognition.measure_columns import kind_of
from roadmapc.recognition.number_forms import whole_number
from roadmapc.recognition.roles import Role
from roadmapc.recognition.table_head import TableHead
from roadmapc.recognition.table_rows import is_note
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.numbers import blank

_LEFT, _ABOVE = (text(sign)._replace(is_plain=True) for sign in "<^")
"""Signs of places that a merged cell takes."""
_NO_HEADING = "–"
_MOST_LEVELS = 3


def passport_node(lines: Sequence[TableLine], account: Account) -> Node:
    """A table of two columns without headings: names and what is said of each."""
    rows: list[dict[str, str]] = []
    for line in lines:
        account.take(*spans(*line.own))
        name, value = in_one_line(line.text(0)), line.text(1) if line.begins(1) else ""
        if not line.begins(0) and rows and value:
            rows[-1]["value"] += f"\n{value}"
        elif name or value:
            rows.append({"name": name or _NO_HEADING, "value": value or _NO_HEADING})
    return sequence(tuple(mapping({key: text(words) for key, words in row.items()}) for row in rows))


def table_node(head: TableHead, account: Account, asker: Asker) -> MappingNode:
    """A table with its headings; of one without any, the first row stands in their place."""
    body, paths = list(head.body), list(head.paths)
    for line in (*head.rows, *([head.counted] if head.counted else [])):
        account.take(*spans(*line.own))
    if not head.rows and body:
        first = body.pop(0)
        account.take(*spans(*first.own))
        paths = [(in_one_line(first.text(at)),) if first.text(at) else () for at in range(len(paths))]
    notes = _notes(body, account)
    _ask_headings(paths, head.rows[0].where if head.rows else "", asker)
    kinds = [_kind(body, at, path) if head.rows else ColumnKind.TEXT for at, path in enumerate(paths)]
    fields: dict[str, Node] = {"columns": sequence(tuple(_heads(paths, kinds)))}
    fields |= {"column_numbers": text("printed")} if head.counted else {}
    rows = tuple(_rows(head, body, account))
    if rows:
        fields["rows"] = sequence(rows)
    elif body:
        fields["blank_rows"] = text(str(len(body)))._replace(is_plain=True)
    return mapping(fields | ({"notes": text("\n".join(notes))} if notes else {}))


def _ask_headings(paths: Sequence[tuple[str, ...]], where: str, asker: Asker) -> None:
    """Ask for headings that the document has not."""
    for at, path in enumerate(paths):
        if not path:
            question = f"у графы {at + 1} нет заголовка: как её назвать?"
            asker.ask(f"заголовок графы {at + 1} {where}", where, question, _NO_HEADING)


def _notes(body: list[TableLine], account: Account) -> list[str]:
    """Notes that stand in rows of one cell under the others; they are taken off the body."""
    notes: list[str] = []
    while body and len(body[-1].own) == 1 and body[-1].filled and is_note(in_one_line(body[-1].texts[0])):
        line = body.pop()
        account.take(*spans(*line.own))
        notes.insert(0, line.text(0))
    return notes


def _kind(body: Sequence[TableLine], at: int, path: Sequence[str]) -> ColumnKind:
    """Words, if a cell of the column reaches over others or is merged with its neighbour."""
    cells = [line.cells[at] for line in body if line.begins(at)]
    if any(cell is not None and cell.columns > 1 for cell in cells):
        return ColumnKind.TEXT
    texts = [line.text(at) for line in body if line.begins(at) and len(line.own) > 1]
    if by_words(path) is Role.NUMBER and all(whole_number(each).parts for each in texts if each):
        return ColumnKind.TEXT
    if not any(text_ for text_ in texts if blank(text_) is None) or any("\n" in each for each in texts):
        return ColumnKind.TEXT
    return kind_of([each for each in texts if each], path)


def _heads(paths: Sequence[tuple[str, ...]], kinds: Sequence[ColumnKind], level: int = 0) -> Iterator[Node]:
    """Headings, those side by side under one heading as a list of it."""
    at = 0
    while at < len(paths):
        path = paths[at][level:]
        if len(path) > 1 and level < _MOST_LEVELS - 1:
            end = at + 1
            while end < len(paths) and len(paths[end]) > level + 1 and paths[end][level] == path[0]:
                end += 1
            under = sequence(tuple(_heads(paths[at:end], kinds[at:end], level + 1)))
            yield mapping({"heading": text(path[0]), "columns": under})
            at = end
            continue
        heading = text(" / ".join(path) or _NO_HEADING)
        is_plain = kinds[at] is ColumnKind.TEXT
        yield heading if is_plain else mapping({"heading": heading, "kind": text(kinds[at])})
        at += 1


def _rows(head: TableHead, body: Sequence[TableLine], account: Account) -> Iterator[Node]:
    """The rows as lists of cells; a repeated head and rows without anything are left out."""
    for at, line in enumerate(body):
        if head.is_repeated(line):
            for span in spans(*line.own):
                account.leave(span, line.where, "шапка таблицы повторена")
            continue
        account.take(*spans(*line.own))
        if not line.filled and (at + 1 == len(body) or not any(each.filled for each in body[at:])):
            continue
        if not line.own:
            continue
        if len(line.own) == 1 and len(line.cells) > 1 and line.begins(0) and line.filled:
            yield mapping({"group": text(in_one_line(line.text(0)))})
        else:
            above = body[at - 1] if at else None
            yield sequence(tuple(_cell(line, column, above) for column in range(len(line.cells))))


def _cell(line: TableLine, column: int, above: TableLine | None) -> Node:
    """A cell, or the sign of the one that takes its place."""
    cell = line.cells[column]
    if cell is None or line.begins(column):
        return text(line.text(column))
    if cell.column < column:
        return _LEFT
    # a cell that reaches over a heading of a group cannot be written as one
    return _ABOVE if above is not None and len(above.own) > 1 else text(line.text(column))
