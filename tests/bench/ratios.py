"""The figures that are kept from run to run: ratios of one run, so that machines differ little."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from statistics import median
from typing import NamedTuple

from programs import BUILD, CHECK, DOCXTPL, EVERYTHING, NOTHING, USUAL_EVERYTHING
from runs import Sample

FILE = Path(__file__).with_name("ratios.json")
WORSE = 0.1
"""What is worse by more is shown."""
_SMALL, _LARGE, _LONGEST = 100, 5_000, 20_000
_STARTS = ("roadmapc deadline", "roadmapc explain D305", "roadmapc check --help")

Runs = Mapping[str, Sequence[Sample]]


class Figure(NamedTuple):
    """A figure of which less is better."""

    name: str
    value: float
    asked: float


def figures(
    builds: Mapping[int, Runs],
    starts: Runs,
    warm: Mapping[int, tuple[float, float]],
    deadlines: tuple[int, Mapping[str, float]],
) -> Iterator[Figure]:
    """Those that the sizes of a run allow."""
    for size, (of_usual, of_docxtpl) in {_SMALL: (0.33, 1.3), _LARGE: (0.13, 1.5)}.items():
        if size in builds:
            ratio = _ratio(builds[size], EVERYTHING.name, USUAL_EVERYTHING.name)
            yield Figure(f"{size:,} measures, every format, to the usual stack", ratio, of_usual)
            ratio = _ratio(builds[size], BUILD.name, DOCXTPL.name)
            yield Figure(f"{size:,} measures, docx and ics, to docxtpl alone", ratio, of_docxtpl)
    if _LONGEST in builds:
        yield from _of_long_plans(builds)
    for name in _STARTS:
        yield Figure(f"{name}, to {NOTHING}", _ratio(starts, name, NOTHING), 6)
    for size, asked in ((100, 12), (300, 25)):
        yield Figure(f"compiled again, {size} measures, ms", warm[size][0] * 1000, asked)
        yield Figure(f"compiled again, {size} measures, to all anew", warm[size][0] / warm[size][1], 0.33)
    count, seconds = deadlines
    phrase = (seconds["read"] + seconds["expand"]) / count
    yield Figure("a phrase, read and expanded, µs", phrase * 1e6, 100)


def _of_long_plans(builds: Mapping[int, Runs]) -> Iterator[Figure]:
    peak = max(each.mebibytes for each in builds[_LARGE][EVERYTHING.name])
    yield Figure(f"{_LARGE:,} measures, every format, peak, MiB", peak, 250)
    less, more = (_seconds(builds[size][CHECK.name]) for size in (_LARGE, _LONGEST))
    yield Figure(f"check of {_LONGEST:,} measures, seconds", more, 5)
    exponent = log(more / less) / log(_LONGEST / _LARGE)
    yield Figure(f"check, exponent from {_LARGE:,} to {_LONGEST:,} measures", exponent, 1.05)


def recorded() -> dict[str, float]:
    """What the figures were."""
    known: dict[str, float] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    return known


def record(found: Iterable[Figure]) -> None:
    """Write them down over what they were; those of sizes that a run had not stay."""
    known = recorded() | {each.name: round(each.value, 3) for each in found}
    FILE.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _ratio(runs: Runs, name: str, other: str) -> float:
    pairs = zip(runs[name], runs[other], strict=True)
    return median(own.seconds / theirs.seconds for own, theirs in pairs)


def _seconds(samples: Sequence[Sample]) -> float:
    return median(sample.seconds for sample in samples)
