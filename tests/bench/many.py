"""Many plans of 100 measures: processor seconds, seconds and peak memory of whole processes.

    python tests/bench/many.py [PLANS]      200 plans of 5 municipalities of 40 plans each

Checks, a first build and what follows it, with one process and with two.
"""

import os
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from runs import Sample, run

from plans import measures, organisation_yaml, plan_yaml

MEASURES = 100
OF_ONE = 40
"""Plans of one municipality."""


class Usage(NamedTuple):
    """What a command has taken, with all its processes."""

    processor: float
    """Seconds."""
    wall: float
    mebibytes: float
    """The peak of the largest process."""


def write(folder: Path, count: int, of_one: int = 0) -> None:
    """So many plans, each with a name of its own; so many of them share a directory, 0 for all of them."""
    directory = folder / "organisations"
    directory.mkdir(parents=True)
    text = plan_yaml(measures(MEASURES))
    for at in range(count):
        name = f"organisation-{at // of_one}.yaml" if of_one else "organisation.yaml"
        if not (directory / name).exists():
            (directory / name).write_text(organisation_yaml(), encoding="utf-8")
        own = text.replace(" organisation.yaml", f" organisations/{name}")
        own = own.replace("id: generated", f"id: generated-{at}").replace("number: 412", f"number: {at + 1}")
        (folder / f"plan-{at:05}.yaml").write_text(own, encoding="utf-8")


def check(folder: Path) -> Sample:
    """How a check of a folder of plans went."""
    return run((sys.executable, "-m", "roadmapc", "check", folder))[0]


def used(repository: Path, *words: str) -> Usage:
    """What a command takes in a repository."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, here = time.perf_counter(), Path.cwd()
    os.chdir(repository)
    child = os.posix_spawn(
        sys.executable, (sys.executable, "-m", "roadmapc", *words), environment, file_actions=actions
    )
    os.chdir(here)
    _, status, usage = os.wait4(child, 0)
    os.close(quiet)
    if status:
        sys.exit(f"roadmapc {' '.join(words)}: {os.waitstatus_to_exitcode(status)}")
    return Usage(usage.ru_utime + usage.ru_stime, time.perf_counter() - before, usage.ru_maxrss / 1024)


def rows(repository: Path) -> dict[str, Usage]:
    """All that is measured, in the order in which each goes on from what is before it."""
    plan = repository / "roadmaps" / "plan-00000.yaml"
    found = {
        "check": used(repository, "check"),
        "check --jobs 2": used(repository, "check", "--jobs", "2"),
        "build, first": used(repository, "build"),
    }
    shutil.rmtree(repository / "build")
    found["build --jobs 2, first"] = used(repository, "build", "--jobs", "2")
    found["build, nothing changed"] = used(repository, "build")
    for name, key in (("a heading", "measure: "), ("a measure", "measure: >-\n" + " " * 14)):
        plan.write_text(plan.read_text("utf-8").replace(key, f"{key}Вновь ", 1), "utf-8")
        found[f"build, {name} of one plan changed"] = used(repository, "build")
    found["calendar --executor"] = used(repository, "calendar", "--executor", "unit-1")
    found["check after a build"] = used(repository, "check")
    return found


def main(count: int) -> None:
    """Measure and print."""
    print(f"{count} plans\n\n| | processor, s | ms a plan | wall, s | MiB |\n| --- | --- | --- | --- | --- |")
    with TemporaryDirectory() as folder:
        write(Path(folder) / "roadmaps", count, OF_ONE)
        for name, (processor, wall, mebibytes) in rows(Path(folder)).items():
            each = processor / count * 1000
            print(f"| {name} | {processor:.2f} | {each:.1f} | {wall:.2f} | {mebibytes:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
