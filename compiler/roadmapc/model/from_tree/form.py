"""The lines of a form."""

from collections.abc import Iterator

from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import scalar, text_of
from roadmapc.model.part_codes import CAPTION_WITHOUT_BLANK, CONTRADICTORY_LINE
from roadmapc.model.parts import Form, FormLine, FormLineKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.letters import without_brackets
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex

_TYPED = regex("_{2,}")
"""A blank that the author typed; «20__ г.» has two signs."""
_ALIGNED = (FormLineKind.RIGHT, FormLineKind.CENTRE, FormLineKind.TITLE)


def read_form(context: Context, nodes: SequenceNode) -> Form:
    """Lines in their order; blanks stay as they are typed."""
    return Form(tuple(line for node in nodes.items for line in _lines(context, node)))


def _lines(context: Context, node: Node) -> Iterator[FormLine]:
    """A text has as many lines as its author gave it."""
    if isinstance(node, ScalarNode):
        yield from (FormLine(FormLineKind.TEXT, text) for text in _texts(context, node))
        return
    assert isinstance(node, MappingNode)
    _report_mixed(context, node)
    for kind in _ALIGNED:
        if kind in node.fields:
            yield from (FormLine(kind, text) for text in _texts(context, scalar(node, kind)))
    if "line" in node.fields or "captions" in node.fields:
        yield _captioned(context, node)
    if "lines" in node.fields:
        yield from (FormLine(FormLineKind.LINE, "", to_edge=1),) * int(text_of(node.get("lines")))


def _texts(context: Context, node: ScalarNode) -> Iterator[str]:
    return (text for line in context.lines(node).split("\n") if (text := line.strip()))


def _captioned(context: Context, node: MappingNode) -> FormLine:
    """Captions belong to the typed blanks if there are any, else each gets a line of its own."""
    text = context.field(node, "line")
    captions = tuple(without_brackets(caption) for caption in context.fields(node, "captions"))
    blanks = _TYPED.findall(text)
    if not blanks:
        return FormLine(FormLineKind.LINE, text, captions, to_edge=len(captions) or 1)
    if captions and len(captions) != len(blanks):
        said = counted(len(captions), "подпись", "подписи", "подписей")
        message = f"под строкой {said}, а мест «____» в ней {len(blanks)}"
        hint = "дайте подпись каждому месту или уберите «____» из слов: линии проведутся сами"
        context.report(CAPTION_WITHOUT_BLANK, message, node.key_span("captions"), hint)
    return FormLine(FormLineKind.TEXT, text, captions)


def _report_mixed(context: Context, node: MappingNode) -> None:
    """One line of the source is one thing; `line` and `captions` are one."""
    first, *others = dict.fromkeys("line" if field == "captions" else field for field in node.fields)
    if others:
        message = f"в строке бланка поля «{first}» и «{others[0]}» вместе"
        context.report(CONTRADICTORY_LINE, message, node.span, "запишите их двумя строками списка")
