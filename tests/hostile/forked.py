"""Thousands of calls, each in a fork of a process that has imported the compiler: only its own work counts.

Most texts of 100 kB take less than a new interpreter does. Memory is that of the fork, imports included.
"""

import multiprocessing
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cases import Case, begin
from meter import BYTES, SECONDS

from roadmapc.cli.main import roadmapc

_SAID = "said.txt"


class Call(NamedTuple):
    """How a call went."""

    seconds: float
    """Of processor time, from the fork to the exit."""
    mebibytes: float
    code: int
    said: str


_CASES: list[Case] = []
"""A fork inherits them: their writers cannot be pickled."""


def calls(cases: Sequence[Case], workers: int) -> Iterator[tuple[int, Call]]:
    """Each call by its place in the list, as they end."""
    _import(sorted({case.arguments[0] for case in cases}))
    _CASES[:] = cases
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap_unordered(_at, range(len(cases)), chunksize=20)


def _import(commands: list[str]) -> None:
    """Have each command run once with small files, since it imports what it needs when it needs it."""
    here = Path.cwd()
    with TemporaryDirectory() as name, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        folder = Path(name)
        begin(folder)
        os.chdir(folder)
        for each in commands:
            others = ["old/full.yaml"] if each == "diff" else []
            with suppress(SystemExit):
                roadmapc([each, *others, "roadmaps/full.yaml"])
        os.chdir(here)


def _at(index: int) -> tuple[int, Call]:
    return index, call(_CASES[index])


def call(case: Case) -> Call:
    """One call in a repository of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        begin(folder)
        case.write(folder)
        child = os.fork()
        if child == 0:
            _run(folder, case.arguments)
        _, status, usage = os.wait4(child, 0)
        said = (folder / _SAID).read_text("utf-8", "replace")
    seconds, code = usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)
    return Call(seconds, usage.ru_maxrss / 1024, code, said[:2_000])


def _run(folder: Path, arguments: tuple[str, ...]) -> None:
    """The command in a child, which never returns."""
    code = 70
    try:
        os.chdir(folder)
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        output = os.open(_SAID, os.O_CREAT | os.O_WRONLY)
        os.dup2(output, 1)
        os.dup2(output, 2)
        roadmapc(list(arguments))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 70
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
