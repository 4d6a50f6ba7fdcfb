"""Many numbers in few words: «2–7, 9», «17–27 → 16–26»."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

LEAST_RUN = 3
"""So many consecutive numbers are told by the first and the last."""

_LAST = re.compile(r"(.*?)([0-9]+)")
"""What stands before the last level of a number, and that level."""


def ranges(numbers: Sequence[str]) -> str:
    """The numbers in their order, consecutive ones as a range."""
    return ", ".join(name for run in _runs([(number,) for number in numbers]) for name in _told(run))


def renumbered(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """Numbers before and after, consecutive ones as a range on both sides; and whether they are several."""
    return [(_span(run, 0), _span(run, 1), len(run) > 1) for run in _runs(pairs)]


def _runs(rows: Iterable[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Rows in which every number follows that of the row before."""
    runs: list[list[tuple[str, ...]]] = []
    for before, row in pairwise((None, *rows)):
        assert row is not None
        if before is not None and all(_follows(*numbers) for numbers in zip(before, row, strict=True)):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _follows(number: str, following: str) -> bool:
    one, other = _LAST.fullmatch(number), _LAST.fullmatch(following)
    return bool(one and other and one[1] == other[1] and int(one[2]) + 1 == int(other[2]))


def _told(run: list[tuple[str, ...]]) -> list[str]:
    return [_span(run, 0)] if len(run) >= LEAST_RUN else [row[0] for row in run]


def _span(run: list[tuple[str, ...]], side: int) -> str:
    first, last = run[0][side], run[-1][side]
    return first if len(run) == 1 else f"{first}–{last}"
