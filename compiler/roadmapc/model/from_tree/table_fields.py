"""What plain tables and measure tables are told in the same fields."""

from roadmapc.model.columns import ColumnKind
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import optional_scalar, text_of
from roadmapc.model.parts import Orientation
from roadmapc.model.table_codes import TOTAL_OF_WHAT
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode


def heading_of(context: Context, node: MappingNode) -> str:
    """What is printed over a column: with its unit after a comma, «Сумма, рублей»."""
    unit, heading = context.field(node, "unit"), context.field(node, "heading")
    return f"{heading}, {unit}" if unit else heading


def kind_of(
    context: Context, node: MappingNode, kind: ColumnKind, *, is_summed: bool
) -> tuple[ColumnKind, bool]:
    """What a head says of its columns: what they hold, whether they are added up; else what it is handed."""
    is_summed = is_summed or "total" in node.fields
    if "kind" in node.fields:
        kind = ColumnKind(text_of(node.get("kind")))
    elif is_summed and kind is ColumnKind.TEXT:
        kind = ColumnKind.NUMBER
    if is_summed and kind in (ColumnKind.TEXT, ColumnKind.DATE):
        message = f"графа «{text_of(node.get('heading'))}» – не числа, сумма у неё не бывает"
        context.report(TOTAL_OF_WHAT, message, node.key_span("kind"), "напишите kind: number или kind: money")
        is_summed = False
    return kind, is_summed


def report_unsummed(context: Context, span: Span, *, has_sums: bool) -> None:
    """A total of no columns, or one whose first sum takes the place of its name."""
    reason = "первая графа занята словом «Итого»" if has_sums else "ни у одной графы нет total: sum"
    hint = "отметьте графы с суммами, кроме первой: {heading: Сумма, kind: money, total: sum}"
    context.report(TOTAL_OF_WHAT, f"итог не сосчитать: {reason}", span, hint)


def notes_of(context: Context, node: MappingNode) -> tuple[str, ...]:
    """The paragraphs under a table."""
    notes = optional_scalar(node, "notes")
    return tuple(filter(None, map(str.strip, context.lines(notes).split("\n")))) if notes else ()


def orientation_of(node: MappingNode) -> Orientation | None:
    """How the pages of a table are turned; `None` if its author leaves it to the columns."""
    orientation = text_of(node.get("orientation"))
    return Orientation(orientation) if orientation else None
