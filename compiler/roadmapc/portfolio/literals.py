"""Values as SQL writes them, where no parameter can stand."""

import re
from collections.abc import Iterable
from pathlib import Path

_PATTERN = re.compile(r"([*?[])")
"""What would make a pattern of a name."""


def literal(text: str) -> str:
    """A text in quotes."""
    return "'" + text.replace("'", "''") + "'"


def files(paths: Iterable[Path]) -> str:
    """A list of files; a name is no pattern."""
    return literals(map(as_pattern, paths))


def literals(texts: Iterable[str]) -> str:
    """A list of texts."""
    return f"[{', '.join(map(literal, texts))}]"


def as_pattern(path: Path) -> str:
    """The pattern that this one file has."""
    return _PATTERN.sub(r"[\1]", str(path))
