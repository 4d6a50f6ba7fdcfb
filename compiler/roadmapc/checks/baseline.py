"""What was already said of an old repository, in a file, so that only the new is shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from roadmapc.diagnostics.diagnostic import Diagnostic

_VERSION = 1
Known = tuple[str, str, str, str]
"""File, code, message and line of a finding: all that stays when lines above it change."""
Baseline = Counter[Known]
"""How many times each finding is known; empty knows nothing."""


def to_baseline(diagnostics: Iterable[Diagnostic]) -> str:
    """The file that makes all these findings known."""
    known = sorted(_known(one) for one in diagnostics)
    names = ("path", "code", "message", "line")
    records = [dict(zip(names, one, strict=True)) for one in known]
    return json.dumps({"version": _VERSION, "known": records}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str) -> Baseline | None:
    """What is known; `None` if this is no baseline."""
    try:
        content = json.loads(text)
        records = content["known"] if content["version"] == _VERSION else None
        return None if records is None else Counter(_record(one) for one in records)
    except (ValueError, KeyError, TypeError):
        return None


def new_ones(diagnostics: Iterable[Diagnostic], known: Baseline) -> list[Diagnostic]:
    """Findings that are not known, each known one as many times as it was written down."""
    left = known.copy()
    found = []
    for one in diagnostics:
        if left[_known(one)] > 0:
            left[_known(one)] -= 1
        else:
            found.append(one)
    return found


def _record(record: dict[str, str]) -> Known:
    return (str(record["path"]), str(record["code"]), str(record["message"]), str(record["line"]))


def _known(diagnostic: Diagnostic) -> Known:
    place = diagnostic.place
    if place is None:
        return ("", diagnostic.code.id, diagnostic.message, "")
    line = place.file.line(place.file.position(place.span.start).line)
    return (place.file.name, diagnostic.code.id, diagnostic.message, line.strip())
