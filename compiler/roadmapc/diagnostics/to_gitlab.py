"""Diagnostics as a Code Quality report, which GitLab shows beside the changed lines."""

import json
from collections.abc import Iterable
from typing import Any

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, errors_first
from roadmapc.diagnostics.fingerprint import fingerprints

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}
_NOWHERE = "roadmaps"
"""Where a finding without a place is shown: a record without a path is not taken."""


def to_gitlab(diagnostics: Iterable[Diagnostic]) -> str:
    """The report of `check --format gitlab`, errors first."""
    found = errors_first(diagnostics)
    records = [_record(one, known_by) for one, known_by in zip(found, fingerprints(found), strict=True)]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _record(one: Diagnostic, known_by: str) -> dict[str, Any]:
    place = one.place
    line = place.file.position(place.span.start).line if place else 1
    return {
        "description": ". ".join((f"{one.code.id}: {one.message}", *one.hints)),
        "check_name": one.code.id,
        "fingerprint": known_by,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": place.file.name if place else _NOWHERE, "lines": {"begin": line}},
    }
