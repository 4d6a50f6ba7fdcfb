"""Processor time and memory of the commands beside other ways to the same, as ratios.

    python tests/bench/bench.py            100, 500 and 5,000 measures, and a check of 20,000
    python tests/bench/bench.py --quick    100 and 500 measures
    python tests/bench/bench.py --record   the same as the first, and `ratios.json` is written anew

Every figure is a whole process, from start to exit: the median of several runs after one that is not counted,
of large plans one run. The programs take turns, so that whatever else the machine does falls on all of them.
Nothing is asserted: the report is for people. It tells which ratios are worse by a tenth than those recorded.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import ratios
import report
from programs import CHECK, PROGRAMS, STARTS, WARM, phrases_per_second, prepare, warm_seconds, write_plan
from runs import Sample, run, turns

QUICK = (100, 500)
LONG = 5_000
"""From so many measures on, each program runs once."""
LONGEST = 20_000
"""Measures that only a check reads, to see how it grows."""


def main(*, is_quick: bool, is_recorded: bool) -> None:
    """Measure and print."""
    sizes = QUICK if is_quick else (*QUICK, LONG)
    with TemporaryDirectory() as name:
        folder = Path(name)
        builds = {size: _builds(folder, size) for size in sizes}
        if not is_quick:
            builds[LONGEST] = _checks(folder, LONGEST)
        starts = turns(STARTS, folder / "out", 7)
        warm = {size: warm_seconds(_plan(folder, size)) for size in WARM}
    deadlines = phrases_per_second()
    print(report.table(builds))
    print(report.starts(starts))
    print(report.warm(warm))
    print(report.deadlines(*deadlines))
    found = tuple(ratios.figures(builds, starts, warm, deadlines))
    print(report.figures(found, ratios.recorded()))
    if is_recorded:
        ratios.record(found)


def _plan(folder: Path, size: int) -> Path:
    plan = folder / str(size)
    if not plan.exists():
        prepare(plan, size)
    return plan


def _builds(folder: Path, size: int) -> dict[str, list[Sample]]:
    plan = _plan(folder, size)
    commands = {each.name: each.command(plan, plan / "out") for each in PROGRAMS if size <= each.most}
    return turns(commands, plan / "out", 1 if size >= LONG else 5)


def _checks(folder: Path, size: int) -> dict[str, list[Sample]]:
    plan = folder / str(size)
    write_plan(plan, size)
    return {CHECK.name: [run(CHECK.command(plan, plan / "out"))[0]]}


if __name__ == "__main__":
    main(is_quick="--quick" in sys.argv[1:], is_recorded="--record" in sys.argv[1:])
