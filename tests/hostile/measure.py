"""Hostile files and texts in every size, measured: processor time and memory of the whole command.

    python tests/hostile/measure.py            all shapes of files, and 2,000 of the texts
    python tests/hostile/measure.py --full     and all of the texts
    python tests/hostile/measure.py WORDS      those whose description has the words

A file is measured as a whole process, less the same call with small files; a text in a fork of a process that
has imported the compiler. The worst are printed; the exit is 1 if any is above the limits, or ends as a bug.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cases import Case, begin, of_shapes, of_texts
from forked import calls
from limits import command, environment
from texts import SIZE

SECONDS = 2.0
"""Of processor time, above that of the same call with small files."""
MEBIBYTES = 300.0
"""At the peak, the interpreter and its libraries included."""
WORST = 10
"""Calls that are printed."""
SAMPLE = 2_000
"""Of the texts, always the same ones."""
WORKERS = 2
_METER = (sys.executable, "-I", "-S", str(Path(__file__).with_name("meter.py")))


class Measured(NamedTuple):
    """How a call went."""

    case: Case
    seconds: float
    mebibytes: float
    code: int
    said: str
    """The beginning of what it printed."""

    @property
    def is_bug(self) -> bool:
        """Whether it ended otherwise than commands do."""
        return self.code not in (0, 1, 2) or "Traceback" in self.said

    @property
    def share(self) -> float:
        """Of the limits: above 1 it is too much."""
        return 100.0 if self.is_bug else max(self.seconds / SECONDS, self.mebibytes / MEBIBYTES)

    def __str__(self) -> str:
        return f"{self.seconds:6.2f} s {self.mebibytes:4.0f} MiB {self.code:3} {self.case}"


def measured(cases: Sequence[Case]) -> Iterator[Measured]:
    """Each call in a repository of its own."""
    whole = [case for case in cases if case.size != SIZE]
    with ThreadPoolExecutor(WORKERS) as pool:
        yield from pool.map(_process, whole)
    texts = [case for case in cases if case.size == SIZE]
    for at, call in calls(texts, WORKERS) if texts else ():
        yield Measured(texts[at], *call)


def _process(case: Case) -> Measured:
    """A new process, above the same with small files."""
    said = _called(case, is_hostile=True)
    return said._replace(seconds=said.seconds - _unavoidable(case.arguments))


def _called(case: Case, *, is_hostile: bool) -> Measured:
    with TemporaryDirectory() as name:
        folder = Path(name)
        begin(folder)
        if is_hostile:
            case.write(folder)
        stdin = (folder / case.stdin).read_bytes() if case.stdin and is_hostile else b""
        words = (*_METER, *command(*case.arguments))
        done = subprocess.run(
            words, cwd=folder, env=environment(), input=stdin, capture_output=True, check=False
        )
    *said, last = done.stderr.decode("utf-8", "replace").splitlines()
    seconds, mebibytes, code = last.split()
    return Measured(case, float(seconds), float(mebibytes), int(code), "\n".join(said)[:2_000])


@cache
def _unavoidable(arguments: tuple[str, ...]) -> float:
    """Seconds of a call with small files, the least of three."""
    case = Case("", "", 0, arguments, begin)
    return min(_called(case, is_hostile=False).seconds for _ in range(3))


def chosen(words: list[str]) -> list[Case]:
    """The calls that are asked for."""
    if words and words != ["--full"]:
        return [case for case in (*of_shapes(), *of_texts()) if any(word in str(case) for word in words)]
    texts = list(of_texts())
    return [*of_shapes(), *(texts if words else Random(0).sample(texts, SAMPLE))]


def main(words: list[str]) -> int:
    """Measure and print; how many calls are above the limits."""
    done = []
    for each in measured(chosen(words)):
        done.append(each)
        if each.share > 1 / 2:
            print(each, file=sys.stderr, flush=True)
    done.sort(key=lambda each: -each.share)
    wrong = [each for each in done if each.share > 1]
    limits = f"{SECONDS} s or {MEBIBYTES} MiB"
    print(f"{len(done):,} calls, {len(wrong)} above {limits} or ended as a bug; the worst:")
    print(*done[: max(WORST, len(wrong))], sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
