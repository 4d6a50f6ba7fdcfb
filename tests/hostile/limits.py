"""How the command is started, and what it may use."""

from __future__ import annotations

import os
import sys

MEMORY = 500 * 2**20
"""Bytes of address space, the interpreter and its libraries included."""
SECONDS = 5
"""Of processor time: a busy machine changes nothing."""


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "roadmapc", *arguments]


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", **changes}
