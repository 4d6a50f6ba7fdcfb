"""How the command is started, and what it may use."""

import os
import sys
from pathlib import Path
from subprocess import CompletedProcess

MEMORY = 500 * 2**20
"""Bytes of address space, the interpreter and its libraries included."""
SECONDS = 5
"""Of processor time: a busy machine changes nothing."""
HANG = 120
"""Seconds of the clock, for what waits instead of working."""

BUILD = ("build", "-o", "out", "--format", "docx,ics")


def files(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder, but what builds remember there."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".roadmapc" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "roadmapc", *arguments]


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", **changes}


def assert_answered(result: CompletedProcess[str], code: str, out: Path, earlier: dict[str, bytes]) -> None:
    """A build ended with the error of that code and touched nothing; without a code it went well."""
    assert "Traceback" not in result.stderr
    assert result.returncode == (1 if code else 0), result.stderr[-600:]
    if code:
        assert f"ошибка {code}" in result.stderr
        assert files(out) == earlier
