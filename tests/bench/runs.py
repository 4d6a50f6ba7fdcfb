"""Programs run in turns, each run timed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

Command = tuple[object, ...]

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Without it our own modules, unlike installed ones, would be compiled anew in every run."""
_STOPWATCH = (sys.executable, "-I", "-S", Path(__file__).with_name("stopwatch.py"))


class Sample(NamedTuple):
    """One run of a program."""

    seconds: float
    """Of the processor."""
    mebibytes: float
    """At its peak."""


def run(command: Command) -> tuple[Sample, str]:
    """How a command went that must succeed, and what it printed."""
    words = [str(word) for word in (*_STOPWATCH, *command)]
    done = subprocess.run(words, env=_ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    seconds, mebibytes = done.stderr.splitlines()[-1].split()
    return Sample(float(seconds), float(mebibytes)), done.stdout


def turns(commands: Mapping[str, Command], out: Path, count: int) -> dict[str, list[Sample]]:
    """Turns of all the commands, several after one that is not counted; `out` is fresh for each run."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    first = 0 if count == 1 else -1
    for turn in range(first, count):
        for name, command in commands.items():
            sample, _ = run(command)
            _remove(out)
            if turn >= 0:
                samples[name].append(sample)
    return samples


def _remove(out: Path) -> None:
    if out.is_dir():
        shutil.rmtree(out)
    else:
        out.unlink(missing_ok=True)
