"""What the columns of a plan's table hold."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """Columns that the format knows, by their names in a plan."""

    NUMBER = "number"
    MEASURE = "measure"
    DEADLINE = "deadline"
    EXECUTORS = "executors"
    PARTICIPANTS = "participants"
    DOCUMENT = "document"
    RESULT = "result"
    FREE = ""
    """Any other: it has a name of its own."""


class ColumnRoles(NamedTuple):
    """What the columns of one table hold."""

    roles: tuple[Role, ...]
    """By columns."""
    ends: tuple[int, int] | None
    """The columns of a beginning and an end, if the deadline is told in two; its role is that of the end."""
    marked: tuple[int, ...]
    """Columns of quarters or months in which a mark is a deadline."""

    def at(self, role: Role) -> int | None:
        """The column of a role; `None` if there is none."""
        return self.roles.index(role) if role in self.roles else None

    @property
    def is_of_measures(self) -> bool:
        """Whether the table is a plan: what is done, and when, by whom or to what end."""
        told = {Role.DEADLINE, Role.EXECUTORS, Role.RESULT} & set(self.roles)
        return Role.MEASURE in self.roles and bool(told or self.marked)
