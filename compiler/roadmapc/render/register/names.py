"""Names of sheets, which spreadsheets restrict."""

import re
from typing import Final

REGISTER: Final = "Реестр"
REMOVED: Final = "Исключённые"
"""The sheet of rows with marks whose dates the plan has no more."""

_LONGEST: Final = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class SheetNames:
    """Gives each sheet a name that no other has."""

    def __init__(self) -> None:
        """Begin with no names taken."""
        self._taken: set[str] = set()

    def name(self, wanted: str) -> str:
        """As wanted, shortened and numbered where need be."""
        clean = _FORBIDDEN.sub(" ", wanted).strip(" '") or "Лист"
        name, number = clean[:_LONGEST].rstrip(" '"), 1
        while name.casefold() in self._taken:
            number += 1
            end = f" {number}"
            name = clean[: _LONGEST - len(end)].rstrip(" '") + end
        self._taken.add(name.casefold())
        return name
