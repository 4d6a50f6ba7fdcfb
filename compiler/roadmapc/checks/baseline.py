"""What was already said of an old repository, in a file, so that only the new is shown.

A finding is known again by what stays when rows are added above it: the record it stands in, its line, its
words. The numbers in its words do not stay; how many rows it concerns does. What is said once a plan, at
whatever place comes first, is known by its code.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.schedule.from_plan import SAID_ONCE
from roadmapc.source.file import SourceFile
from roadmapc.text.regex import regex

_VERSION = 1
_NUMBER = r"(?:п\. )?\b[\dIVXLC]+(?:\.\d+)*"
_ID = regex(r"id: \s*(\S+)")
_NUMBERS = regex(rf"{_NUMBER}(?:, {_NUMBER})*(?: и ещё (?P<more>\d+))?")


class Known(NamedTuple):
    """What a finding is known by."""

    path: str
    """From the repository's root, with «/»."""
    record: str
    """The last `id` above it; empty if there is none, or no place."""
    line: str
    """Its text without the indent."""
    code: str
    message: str
    """With the count of them instead of each list of numbers: «результат мероприятия ×1»; empty for what is
    said once a plan."""


Baseline = Counter[Known]
"""How many times each finding is known; empty knows nothing."""


def to_baseline(diagnostics: Iterable[Diagnostic]) -> str:
    """The file that makes all these findings known."""
    records = [known._asdict() for known in sorted(map(_known, diagnostics))]
    return json.dumps({"version": _VERSION, "known": records}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str) -> Baseline | None:
    """What is known; `None` if this is no baseline."""
    try:
        content = json.loads(text)
        if content["version"] != _VERSION:
            return None
        return Counter(Known(*(str(record[name]) for name in Known._fields)) for record in content["known"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def new_ones(
    diagnostics: Iterable[Diagnostic], known: Baseline, rooted: Callable[[Diagnostic], Diagnostic]
) -> Iterator[Diagnostic]:
    """Findings that are not known, each known one as many times as it was written down.

    `rooted` names the files of a finding as they were named when it was written down.
    """
    left = known.copy()
    for diagnostic in diagnostics:
        same = _known(rooted(diagnostic)) if left else None
        if same is not None and left[same] > 0:
            left[same] -= 1
        else:
            yield diagnostic


def _known(diagnostic: Diagnostic) -> Known:
    place, code, message = diagnostic.place, diagnostic.code.id, _NUMBERS.sub(_count, diagnostic.message)
    if place is None:
        return Known("", "", "", code, message)
    if diagnostic.code in SAID_ONCE:
        return Known(place.file.name, "", "", code, "")
    line = place.file.line(place.file.position(place.span.start).line)
    return Known(place.file.name, _record(place), line.strip(), code, message)


def _record(place: Place) -> str:
    """The name of the nearest record above."""
    starts, names = _ids(place.file)
    at = bisect_left(starts, place.span.start)
    return names[at - 1] if at else ""


@lru_cache(maxsize=1)  # findings come file by file
def _ids(file: SourceFile) -> tuple[list[int], list[str]]:
    """Where the names of records end, and the names."""
    found = [(match.start(1), match[1]) for match in _ID.finditer(file.text)]
    return [start for start, _ in found], [name for _, name in found]


def _count(numbers: re.Match[str]) -> str:
    return f"×{numbers[0].count(',') + 1 + int(numbers['more'] or 0)}"
