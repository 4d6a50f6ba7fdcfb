"""Time and memory of a build beside other ways to the same table, as ratios.

    python tests/bench/bench.py          100 and 500 measures
    python tests/bench/bench.py --full   and 5,000 and 20,000

Every figure is a whole process, from start to exit: the median of several runs after one that is not counted.
The programs take turns, so that whatever else the machine does falls on all of them. Nothing is asserted: the
report is for people.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import report
from programs import IMPORTS, PROGRAMS, import_of, phrases_per_second, prepare
from runs import Sample, turns

QUICK = (100, 500)
FULL = (*QUICK, 5_000, 20_000)
LONG = 5_000
"""From so many measures on, fewer turns are taken."""


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        builds = {size: _builds(Path(folder), size) for size in sizes}
        imports = turns({name: import_of(name) for name in IMPORTS}, Path(folder) / "out", 5)
    print(report.table(builds))
    print(report.imports(imports))
    print(report.deadlines(*phrases_per_second()))


def _builds(folder: Path, size: int) -> dict[str, list[Sample]]:
    plan = folder / str(size)
    prepare(plan, size)
    out = plan / "out"
    commands = {each.name: each.command(plan, out) for each in PROGRAMS if size <= each.most}
    return turns(commands, out, 3 if size >= LONG else 5)


if __name__ == "__main__":
    main(FULL if "--full" in sys.argv[1:] else QUICK)
