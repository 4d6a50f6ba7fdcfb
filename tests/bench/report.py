"""The figures as Markdown."""

from collections.abc import Mapping, Sequence
from statistics import median

from runs import Sample

Samples = Mapping[str, Sequence[Sample]]
"""Runs by the name of the program, in the order of the turns."""


def table(builds: Mapping[int, Samples]) -> str:
    """A row a program; seconds, peak memory, and the time as a multiple of the first program's."""
    *_, smaller, larger = builds
    head = ["whole process", *(f"{size:,} measures" for size in builds), f"{smaller:,} → {larger:,}"]
    names = next(iter(builds.values()))
    rows = [_row_of(name, tuple(builds.values())) for name in names]
    return "\n".join(map(_line, (head, ["---"] * len(head), *rows))) + "\n"


def imports(runs: Samples) -> str:
    """A line on what a start costs."""
    costs = (f"`{name}` {_seconds(each):.3f} s, {_memory(each):.0f} MiB" for name, each in runs.items())
    return f"Start of the interpreter with one statement: {'; '.join(costs)}.\n"


def deadlines(count: int, seconds: Mapping[str, float]) -> str:
    """A line on the deadline language."""
    ours = seconds["read"] + seconds["expand"]
    reading, expansion = (seconds[stage] / count * 1e6 for stage in ("read", "expand"))
    return (
        f"{count:,} distinct deadline phrases over five years: {count / ours:,.0f} a second of one core"
        f" (reading {reading:.0f} µs, expansion {expansion:.0f} µs a phrase),"
        f" {ours / seconds['json.loads']:,.0f}× `json.loads` of the same lines."
    )


def _row_of(name: str, builds: Sequence[Samples]) -> list[str]:
    return [name, *(_cell(runs, name) for runs in builds), _growth(builds[-2], builds[-1], name)]


def _cell(runs: Samples, name: str) -> str:
    if name not in runs:
        return "–"
    first = next(iter(runs.values()))
    ratio = median(run.seconds / ours.seconds for run, ours in zip(runs[name], first, strict=True))
    return f"{_seconds(runs[name]):.2f} s, {_memory(runs[name]):.0f} MiB, {ratio:.2f}×"


def _growth(smaller: Samples, larger: Samples, name: str) -> str:
    if name not in smaller or name not in larger:
        return "–"
    return f"{_seconds(larger[name]) / _seconds(smaller[name]):.1f}×"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _seconds(samples: Sequence[Sample]) -> float:
    return median(sample.seconds for sample in samples)


def _memory(samples: Sequence[Sample]) -> float:
    return median(sample.mebibytes for sample in samples)
