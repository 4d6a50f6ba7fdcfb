"""Many dates of one deadline as one line of a month: a daily duty would fill a page with its days."""

from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

_Date = TypeVar("_Date")
_SINGLE: Final = 5
"""As often as a weekly duty comes in a month: such are read one by one."""


def folded(month: Iterable[_Date], alike: Callable[[_Date], Hashable | None]) -> list[list[_Date]]:
    """The lines of a month, in the order of their first dates.

    Dates with the same answer of `alike` are told apart by the day alone and share a line if they are many;
    `None` stands by itself.
    """
    lines: dict[Hashable, list[tuple[int, _Date]]] = {}
    for at, each in enumerate(month):
        key = alike(each)
        lines.setdefault(at if key is None else (key,), []).append((at, each))
    parts = [
        part
        for line in lines.values()
        for part in ([line] if len(line) > _SINGLE else [[each] for each in line])
    ]
    return [[each for _, each in part] for part in sorted(parts, key=lambda part: part[0][0])]
