"""What of an earlier build need not be made anew."""

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Unchanged(NamedTuple):
    """In place of the content of a file that an earlier build has made, and that would be made the same."""

    digest: str


class StillSo(NamedTuple):
    """What is as the last build has left it."""

    pages: Mapping[str, Mapping[str, Unchanged]] = {}
    """Of assignees of whom nothing has changed, by key, then by name."""
    calendars: Mapping[str, Unchanged] = {}
    """Of such assignees, by name: the same as long as their entries are."""
    plans: Collection[str] = ()
    """Ids of those that have not changed since the joint calendar was made."""


NOTHING = StillSo()
"""Where there was no build, or where everything is made anew."""
