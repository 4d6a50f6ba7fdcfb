"""A value that is not as its schema has it."""

from typing import Any, NamedTuple

from roadmapc.schema.registry import Subschema, subschema_at
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import Node, ScalarNode

Path = tuple[str | int, ...]
"""Names of fields and positions in lists, from the root."""


class Violation(NamedTuple):
    """One value, and the keyword of JSON Schema that it breaks."""

    keyword: str
    argument: Any
    """What the keyword demands; the unknown names for `additionalProperties`."""
    schema: str
    """The short name of the schema."""
    path: Path
    node: Node
    key: ScalarNode | None
    """The name of the field that holds the value or the list with it; `None` for the whole file."""
    file: SourceFile

    @property
    def subschema(self) -> Subschema:
        """Everything the schema says of the value."""
        return subschema_at(self.schema, self.path)

    def subschema_of(self, field: str) -> Subschema:
        """Everything the schema says of a field of the value."""
        return subschema_at(self.schema, (*self.path, field))

    @property
    def where(self) -> str:
        """The place in words."""
        if self.key is None:
            return "в файле"
        return f"{'в списке' if self.is_item else 'в поле'} «{self.key.text}»"

    @property
    def is_item(self) -> bool:
        """Whether the value stands in a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    @property
    def written(self) -> str:
        """The source of the value."""
        return self.file.text[self.node.start : self.node.end]

    @property
    def text(self) -> str:
        """The value as text; its source if it is a list or a set of fields."""
        return self.node.text if isinstance(self.node, ScalarNode) else self.written

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing but white space."""
        return isinstance(self.node, ScalarNode) and not self.node.text.strip()
