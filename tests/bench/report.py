"""The figures as Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from statistics import median

from programs import NOTHING
from ratios import WORSE, Figure
from runs import Sample

Samples = Mapping[str, Sequence[Sample]]
"""Runs by the name of the program, in the order of the turns."""


def table(builds: Mapping[int, Samples]) -> str:
    """A row a program; seconds of the processor, peak memory, and how the time grows from size to size."""
    sizes = tuple(builds)
    head = ["whole process", *(f"{size:,} measures" for size in sizes), "exponents"]
    rows = [
        [name, *(_cell(builds[size], name) for size in sizes), _exponents(builds, name)]
        for name in builds[sizes[0]]
    ]
    return _table(head, rows)


def starts(runs: Samples) -> str:
    """A row a command; seconds, memory, and the time as a multiple of the interpreter's alone."""
    nothing = seconds_of(runs[NOTHING])
    rows = [
        [
            f"`{name}`",
            f"{seconds_of(each):.3f} s",
            f"{_memory(each):.0f} MiB",
            f"{seconds_of(each) / nothing:.1f}×",
        ]
        for name, each in runs.items()
    ]
    return _table(["start", "processor", "memory", "to nothing"], rows)


def warm(seconds: Mapping[int, tuple[float, float]]) -> str:
    """A line on a compiler that stays."""
    told = (
        f"{size} measures {staying * 1000:.0f} ms, all anew {fresh * 1000:.0f} ms"
        for size, (staying, fresh) in seconds.items()
    )
    return f"Compiled again after an edit of one deadline: {'; '.join(told)}.\n"


def deadlines(count: int, seconds: Mapping[str, float]) -> str:
    """A line on the deadline language."""
    ours = seconds["read"] + seconds["expand"]
    reading, expansion = (seconds[stage] / count * 1e6 for stage in ("read", "expand"))
    return (
        f"{count:,} distinct deadline phrases over five years: {count / ours:,.0f} a second of one core"
        f" (reading {reading:.0f} µs, expansion {expansion:.0f} µs a phrase),"
        f" {ours / seconds['json.loads']:,.0f}× `json.loads` of the same lines.\n"
    )


def figures(found: Iterable[Figure], recorded: Mapping[str, float]) -> str:
    """A row a figure with what was asked of it and what it was when it was recorded."""
    rows = [
        [each.name, f"{each.value:.2f}", f"≤ {each.asked:g}", *_change(each, recorded.get(each.name))]
        for each in found
    ]
    return _table(["figure", "now", "asked", "recorded", ""], rows)


def _change(figure: Figure, before: float | None) -> Iterator[str]:
    if before is None:
        yield from ("–", "")
        return
    yield f"{before:.2f}"
    share = figure.value / before - 1
    yield f"**worse by {share:.0%}**" if share > WORSE else ""


def _cell(runs: Samples, name: str) -> str:
    return f"{seconds_of(runs[name]):.2f} s, {_memory(runs[name]):.0f} MiB" if name in runs else "–"


def _exponents(builds: Mapping[int, Samples], name: str) -> str:
    known = [(size, seconds_of(runs[name])) for size, runs in builds.items() if name in runs]
    found = (log(more / less) / log(larger / smaller) for (smaller, less), (larger, more) in pairwise(known))
    return ", ".join(f"{each:.2f}" for each in found) or "–"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)) + "\n"


def seconds_of(samples: Sequence[Sample]) -> float:
    """The median."""
    return median(sample.seconds for sample in samples)


def _memory(samples: Sequence[Sample]) -> float:
    return median(sample.mebibytes for sample in samples)
