"""Tables as they come, typed by hand: a row a line, and what was read of them, a row a line."""

from collections.abc import Iterator, Sequence
from typing import Any

from roadmapc.incoming.blocks import Alignment, Block, Cell, Incoming, Paragraph, Table
from roadmapc.recognition.account import Account
from roadmapc.recognition.context import Context
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.parts import recognise_parts
from roadmapc.source.span import Span
from roadmapc.syntax.to_yaml import mapping, sequence, text, to_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


class Typist:
    """Types blocks into a document, so that each knows its characters."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self._tables = 0

    def type(self, block: Any) -> None:
        """A list of rows is a table, a text a paragraph: «^» in the middle, «> » at the right edge."""
        if isinstance(block, str):
            self.blocks.append(self._paragraph(block, f"абзац {len(self.blocks) + 1}"))
            return
        self._tables += 1
        rows = block["rows"] if isinstance(block, dict) else block
        where = f"таблица {self._tables}"
        cells = tuple(self._cells(rows, where))
        options = block if isinstance(block, dict) else {}
        self.blocks.append(Table(where, cells, options.get("heads", 0), options.get("lines", True)))

    def document(self) -> Incoming:
        """All that was typed."""
        return Incoming("бумага.docx", self.text, tuple(self.blocks))

    def _cells(self, rows: Sequence[Sequence[Any]], where: str) -> Iterator[Cell]:
        """«<» is taken by the cell at the left, «^» by the one above."""
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                said = "" if value is None else str(value)
                if said in ("<", "^"):
                    continue
                width = next(
                    (n for n, each in enumerate(row[column + 1 :], start=1) if each != "<"), len(row) - column
                )
                height = 1
                while (
                    at + height < len(rows)
                    and column < len(rows[at + height])
                    and rows[at + height][column] == "^"
                ):
                    height += 1
                place = f"{where}, строка {at + 1}, графа {column + 1}"
                lines = [line for line in said.split("\n") if line]
                yield Cell(at, column, height, width, tuple(self._paragraph(line, place) for line in lines))

    def _paragraph(self, typed: str, where: str) -> Paragraph:
        """«**…**» is bold, «{1.}» at the beginning an automatic label, «{•}» a bullet."""
        alignment = Alignment.LEFT
        for sign, meant in (("= ", Alignment.CENTRE), ("> ", Alignment.RIGHT)):
            if typed.startswith(sign):
                typed, alignment = typed.removeprefix(sign), meant
        label = ""
        if typed.startswith("{"):
            label, _, typed = typed[1:].partition("}")
        is_bold = typed.startswith("**") and typed.endswith("**")
        words = typed.strip("*") if is_bold else typed
        start = len(self.text)
        self.text += words + "\n"
        span = Span(start, start + len(words))
        return Paragraph(words, span, where, label, label == "•", alignment, is_bold=is_bold)


def recognised(
    typed: Sequence[Any],
    *,
    title: str = "План",
    is_form: bool = False,
    known: MappingNode | None = None,
    answers: dict[str, str] | None = None,
) -> tuple[dict[str, Node], Account, Directory]:
    """What an appendix of such blocks holds."""
    typist = Typist()
    for block in typed:
        typist.type(block)
    account = Account(typist.document(), answers)
    directory = Directory(known)
    context = Context("plan", title, ("appendices", 0), Ids(), directory, is_form)
    return recognise_parts(typist.blocks, context, account), account, directory


def read_out(fields: dict[str, Node]) -> str:
    """A body of an appendix as a person checks it against the paper, a row a line."""
    return "\n".join(_part({name: plain(node) for name, node in fields.items()})) + "\n"


def plain(node: Node) -> Any:
    """A node as lists, dictionaries and texts."""
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {name: plain(value) for name, (_, value) in node.fields.items()}


def unclaimed(account: Account) -> str:
    """Characters that are neither taken nor left, spaces apart."""
    text = account.document.text
    claimed = bytearray(len(text))
    for span in (*account._taken, *(span for span, _, _ in account._left)):
        claimed[span.start : span.end] = b"\1" * (span.end - span.start)
    return "".join(letter for letter, is_claimed in zip(text, claimed, strict=True) if not is_claimed).strip()


def _part(fields: Any) -> Iterator[str]:
    if "kind" in fields:
        yield f"вид: {fields['kind']}"
    for part in fields.get("parts", []):
        ((kind, value),) = part.items()
        yield f"[{kind}]" + (f" {value}" if isinstance(value, str) and "\n" not in value else "")
        yield from (f"  {line}" for line in _of_kind(kind, value))
    if "columns" in fields and "sections" in fields:
        yield from _measures(fields)


def _of_kind(kind: str, value: Any) -> Iterator[str]:
    match kind:
        case "measures":
            yield from _measures(value)
        case "table":
            yield from _table(value)
        case "passport":
            yield from (f"{row['name']}: {_one(row['value'])}" for row in value)
        case "composition":
            for group in value:
                yield group.get("title", "без заголовка")
                for member in group["members"]:
                    yield "  " + " | ".join(f"{name} {said}" for name, said in member.items())
        case "form":
            yield from (line if isinstance(line, str) else str(line) for line in value)
        case _:
            yield from value.split("\n") if "\n" in value else []


def _table(value: Any) -> Iterator[str]:
    yield "графы: " + " | ".join(map(_head, value["columns"]))
    yield from (
        f"{name}: {value[name]}" for name in ("unit", "column_numbers", "blank_rows") if name in value
    )
    for row in value.get("rows", []):
        yield f"группа: {row['group']}" if isinstance(row, dict) else " | ".join(map(_one, row))
    if "notes" in value:
        yield f"примечание: {_one(value['notes'])}"


def _head(head: Any) -> str:
    if isinstance(head, str):
        return head
    kind = f" <{head['kind']}>" if "kind" in head else ""
    under = f" [{' | '.join(map(_head, head['columns']))}]" if "columns" in head else ""
    return head["heading"] + kind + under


def _measures(fields: Any) -> Iterator[str]:
    yield "графы: " + " | ".join(_columns(fields["columns"]))
    if "column_numbers" in fields:
        yield f"номера граф: {fields['column_numbers']}"
    yield from _sections(fields["sections"], 1)
    if "total" in fields:
        yield f"всего: {_total(fields['total'])}"
    if "notes" in fields:
        yield f"примечание: {_one(fields['notes'])}"


def _columns(columns: Any) -> Iterator[str]:
    for key, column in columns.items():
        if isinstance(column, str):
            yield f"{key} «{column}»"
            continue
        said = [f"{name} {column[name]}" for name in ("kind", "total", "term") if name in column]
        under = f" [{' | '.join(_columns(column['columns']))}]" if "columns" in column else ""
        yield f"{key} «{column['heading']}»" + (f" ({', '.join(said)})" if said else "") + under


def _sections(sections: Any, level: int) -> Iterator[str]:
    for section in sections:
        if "title" in section:
            yield f"{'#' * level} {section['number']} {section['title']}".replace("  ", " ")
        for measure in section.get("measures", []):
            yield _measure(measure)
        yield from _sections(section.get("sections", []), level + 1)
        if "total" in section:
            yield f"{'=' * level} {_total(section['total'])}"


def _measure(measure: Any) -> str:
    said = [measure.get("number", "–") or "∅", _one(measure["measure"])]
    said += [
        f"{name}: {_one(measure[name])}"
        for name in ("deadline", "executors", "participants", "document", "result")
        if name in measure
    ]
    said += [f"{name} = {_one(value)}" for name, value in measure.get("cells", {}).items()]
    said += [f"joined {' '.join(measure['joined'])}"] if "joined" in measure else []
    return " | ".join(said)


def _total(total: Any) -> str:
    return " | ".join([total["title"], *(f"{key} {value}" for key, value in total.get("cells", {}).items())])


def _one(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_one, value))
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} {_one(each)}" for name, each in value.items()) + "}"
    return value.replace("\n", " ⏎ ") or "∅"


def as_plan(title: str, fields: dict[str, Node], directory: Directory) -> tuple[str, str]:
    """A plan of a signed act with that appendix, and its directory, as files."""
    directory.called("Примерский муниципальный округ")
    author = directory.body("управление примеров", genitive="управления примеров")
    signatory = directory.official("Первова А. А.", post="начальник управления примеров")
    clause = {"number": text("1."), "text": text(f"Утвердить: {title} (приложение).")}
    order: dict[str, Node] = {
        "wording": text("as_signed"),
        "date": text("01.02.2026"),
        "number": text("7"),
        "author": text(author),
        "signatory": text(signatory),
        "title": text("О мероприятиях"),
        "clauses": sequence((mapping(dict(clause)),)),
    }
    plan: dict[str, Node] = {
        "format": text("1")._replace(is_plain=True),
        "id": text("plan"),
        "organisation": text("directory.yaml"),
        "period": text("2026-2027"),
        "order": mapping(order),
        "appendices": sequence((mapping({"id": text("plan"), "title": text(title), **fields}),)),
    }
    return to_yaml(mapping(plan)), to_yaml(directory.node())
