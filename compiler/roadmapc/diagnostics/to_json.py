"""Diagnostics as JSON, for other programs."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The report of `check --format json`."""
    records = [record(diagnostic) for diagnostic in diagnostics]
    counts = Counter(each["severity"] for each in records)
    summary = {f"{severity}s": counts[severity] for severity in Severity}
    report = {"version": 1, "summary": summary, "diagnostics": records}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def record(diagnostic: Diagnostic) -> dict[str, Any]:
    """One finding; `span` is null if it has no place."""
    return {
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": str(diagnostic.severity),
        "group": str(diagnostic.code.group),
        "cause": diagnostic.cause,
        "fixable": diagnostic.edit is not None,
        "message": diagnostic.message,
        "span": _span(diagnostic.place) if diagnostic.place else None,
        "hints": list(diagnostic.hints),
        "related": [{"span": _span(label.place), "text": label.text} for label in diagnostic.related],
    }


def _span(place: Place) -> dict[str, Any]:
    start, end = place.file.position(place.span.start), place.file.position(place.span.end)
    return {
        "path": place.file.name,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
