"""Patterns that are compiled when something is first looked for by them.

The modules of a check declare 330 patterns, whose compiling takes 60 ms, and a plan asks for half of them:
the others stand behind marks that few texts have.
"""

import re
from typing import Any, cast


class _Uncompiled:
    """Stands for a pattern: what is asked of it is asked of the compiled one, and kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, but for the time."""
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
