"""`roadmapc check` of many plans of 100 measures: seconds and peak memory of the whole process.

python tests/bench/many.py          100, 300 and 1,000 plans
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from runs import Sample, run

from plans import measures, organisation_yaml, plan_yaml

COUNTS = (100, 300, 1_000)
MEASURES = 100


def write(folder: Path, count: int) -> None:
    """So many plans of one body, each with a name and a number of its own."""
    directory = folder / "organisations" / "organisation.yaml"
    directory.parent.mkdir(parents=True)
    directory.write_text(organisation_yaml(), encoding="utf-8")
    text = plan_yaml(measures(MEASURES)).replace(" organisation.yaml", " organisations/organisation.yaml")
    for at in range(count):
        own = text.replace("id: generated", f"id: generated-{at}").replace("number: 412", f"number: {at + 1}")
        (folder / f"plan-{at:04}.yaml").write_text(own, encoding="utf-8")


def check(folder: Path) -> Sample:
    """How a check of a folder of plans went."""
    return run((sys.executable, "-m", "roadmapc", "check", folder))[0]


def main() -> None:
    """Measure and print."""
    print("| plans | seconds | ms a plan | MiB |\n| --- | --- | --- | --- |")
    for count in COUNTS:
        with TemporaryDirectory() as folder:
            write(Path(folder), count)
            sample = check(Path(folder))
        each = sample.seconds / count * 1000
        print(f"| {count:,} | {sample.seconds:.1f} | {each:.0f} | {sample.mebibytes:.0f} |")


if __name__ == "__main__":
    main()
