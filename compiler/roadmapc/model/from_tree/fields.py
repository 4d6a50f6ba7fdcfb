"""Fields of a node whose shape the schema has already confirmed."""

from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.regex import regex

_SPACES = regex(r"[ \t\r\n]+")

LEFT, ABOVE = "<", "^"
"""What stands, without quotes, in a place of a table that a cell takes from the left or from above."""


def is_taken(node: ScalarNode) -> bool:
    """Whether a place of a table is marked as that of another cell; a mark in quotes is a text."""
    return node.is_plain and node.text in (LEFT, ABOVE)


def one_line(text: str) -> str:
    """The text without line breaks and doubled spaces; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip()


def text_of(node: Node | None) -> str:
    """A text in one line; empty if there is none."""
    return one_line(node.text) if isinstance(node, ScalarNode) else ""


def number_of(node: MappingNode) -> str | None:
    """The number of a row or a clause as typed; `None` if the program is to give one."""
    return text_of(node.get("number")) if "number" in node.fields else None


def scalar(node: MappingNode, name: str) -> ScalarNode:
    """A required text."""
    value = node.get(name)
    assert isinstance(value, ScalarNode), f"the schema requires the text «{name}»"
    return value


def optional_scalar(node: MappingNode, name: str) -> ScalarNode | None:
    """A text; `None` if the field is not there."""
    value = node.get(name)
    return value if isinstance(value, ScalarNode) else None


def mapping(node: MappingNode, name: str) -> MappingNode:
    """A required set of fields."""
    value = node.get(name)
    assert isinstance(value, MappingNode), f"the schema requires the fields «{name}»"
    return value


def items(node: MappingNode, name: str) -> tuple[Node, ...]:
    """The items of a list; none if the field is not there."""
    value = node.get(name)
    return value.items if isinstance(value, SequenceNode) else ()


def scalars(node: MappingNode, name: str) -> list[ScalarNode]:
    """The texts of a list."""
    return [item for item in items(node, name) if isinstance(item, ScalarNode)]


def mappings(node: MappingNode, name: str) -> list[MappingNode]:
    """The records of a list."""
    return [item for item in items(node, name) if isinstance(item, MappingNode)]


def is_as_signed(plan: MappingNode) -> bool:
    """Whether a plan says of its act that it is signed already."""
    order = plan.get("order")
    return isinstance(order, MappingNode) and "wording" in order.fields


def cells_of(node: MappingNode) -> list[tuple[str, ScalarNode]]:
    """The free cells of a measure or a total by the keys of their columns."""
    cells = node.get("cells")
    if not isinstance(cells, MappingNode):
        return []
    return [(key, cell) for key, (_, cell) in cells.fields.items() if isinstance(cell, ScalarNode)]


def text_references(node: MappingNode) -> tuple[ScalarNode, ...]:
    """The names of the files with prose that the plan's appendices refer to."""
    parts = [part for appendix in mappings(node, "appendices") for part in mappings(appendix, "parts")]
    return tuple(scalar(part, "file") for part in parts if "file" in part.fields)


def texts_of(node: Node) -> list[tuple[str, ScalarNode]]:
    """Every text of a tree with the name of its field; for an item, of its list."""
    found: list[tuple[str, ScalarNode]] = []
    _gather(node, "", found)
    return found


def _gather(node: Node, field: str, found: list[tuple[str, ScalarNode]]) -> None:
    if isinstance(node, ScalarNode):
        found.append((field, node))
    elif isinstance(node, SequenceNode):
        for item in node.items:
            _gather(item, field, found)
    else:
        for name, (_, value) in node.fields.items():
            _gather(value, name, found)


def values_of(node: MappingNode, integers: frozenset[str]) -> dict[str, object]:
    """Fields as plain values; `integers` are the names of those that hold whole numbers."""
    return {
        name: _value(value, integers, is_integer=name in integers) for name, (_, value) in node.fields.items()
    }


def _value(node: Node, integers: frozenset[str], *, is_integer: bool) -> object:
    if isinstance(node, MappingNode):
        return values_of(node, integers)
    if isinstance(node, SequenceNode):
        return [_value(item, integers, is_integer=False) for item in node.items]
    return int(node.text) if is_integer else one_line(node.text)
