"""All kinds of defect."""

from defects import (
    deadlines,
    directory,
    executors,
    foreign,
    language,
    marks,
    numbers,
    order,
    personal,
    references,
    repeats,
    sums,
    words,
)
from kind import Kind

_SUBJECTS = (
    numbers,
    deadlines,
    executors,
    directory,
    sums,
    repeats,
    references,
    marks,
    language,
    foreign,
    order,
    personal,
    words,
)

KINDS: tuple[Kind, ...] = tuple(kind for subject in _SUBJECTS for kind in subject.KINDS)
