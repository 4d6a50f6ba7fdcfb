"""A file that need not be made."""

from typing import NamedTuple


class Unchanged(NamedTuple):
    """In place of the content of a file that an earlier build has made, and that would be made the same."""

    digest: str
