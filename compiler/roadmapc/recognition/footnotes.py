"""Footnotes of an appendix: a plan keeps them as notes under its last table, or as its last lines."""

from collections.abc import Iterator, Sequence

from roadmapc.incoming.blocks import Aside, Block, Incoming, Margin, Paragraph
from roadmapc.recognition.account import Account
from roadmapc.recognition.lines import collapsed
from roadmapc.source.span import Span
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


def with_footnotes(fields: dict[str, Node], blocks: Sequence[Block], account: Account) -> dict[str, Node]:
    """The fields of an appendix with the footnotes of its blocks."""
    notes = [each.paragraph for each in _footnotes(account.document, blocks)]
    if not notes:
        return fields
    account.take(*(each.span for each in notes))
    words = "\n".join(collapsed(each.text) for each in notes)
    if "columns" in fields:
        return fields | {"notes": _more(fields.get("notes"), words)}
    parts = fields.get("parts")
    items = parts.items if isinstance(parts, SequenceNode) else ()
    return fields | {"parts": sequence(_noted(items, words))}


def _footnotes(document: Incoming, blocks: Sequence[Block]) -> Iterator[Margin]:
    spans = list(_spans(blocks))
    for margin in document.margins:
        beside = margin.beside
        if margin.kind is Aside.FOOTNOTE and beside and any(beside.within(span) for span in spans):
            yield margin


def _spans(blocks: Sequence[Block]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.span
        else:
            yield from (paragraph.span for cell in block.cells for paragraph in cell.paragraphs)


def _noted(parts: Sequence[Node], words: str) -> tuple[Node, ...]:
    """The last table with the notes under it; without a table, a text after everything."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        for name in ("table", "measures"):
            table = part.get(name) if isinstance(part, MappingNode) else None
            if isinstance(table, MappingNode):
                fields = {key: value for key, (_, value) in table.fields.items()}
                fields["notes"] = _more(fields.get("notes"), words)
                return (*parts[:at], mapping({name: mapping(fields)}), *parts[at + 1 :])
    return (*parts, mapping({"text": text(words)}))


def _more(notes: Node | None, words: str) -> ScalarNode:
    return text(f"{notes.text}\n{words}" if isinstance(notes, ScalarNode) else words)
