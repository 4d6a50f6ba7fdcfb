"""A list cut in two by a question."""

from collections.abc import Callable

from roadmapc.deadline.ast import Moment


def partition(moments: list[Moment], matches: Callable[[Moment], bool]) -> tuple[list[Moment], list[Moment]]:
    """The moments that match and those that do not, both in their order."""
    found: tuple[list[Moment], list[Moment]] = ([], [])
    for moment in moments:
        found[not matches(moment)].append(moment)
    return found
