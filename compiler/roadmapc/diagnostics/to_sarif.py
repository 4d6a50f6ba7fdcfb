"""Diagnostics as SARIF 2.1.0, which code hosts show beside the changed lines and remember between runs."""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.fingerprint import fingerprints
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "primaryLocationLineHash"
"""The only name of a fingerprint that GitHub reads."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def to_sarif(diagnostics: Iterable[Diagnostic], version: str) -> str:
    """One run with its results and the manual pages of their codes."""
    reported = tuple(diagnostics)
    # a code of a signed act is milder than that of a draft, and the same rule
    codes = sorted({each.code.id: each.code for each in reported}.values(), key=lambda code: code.id)
    order = {code.id: at for at, code in enumerate(codes)}
    driver = {"name": "roadmapc", "version": version, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, order[diagnostic.code.id], known_by)
            for diagnostic, known_by in zip(reported, fingerprints(reported), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.manual.strip()},
        "help": {"text": f"roadmapc explain {code.id}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(diagnostic: Diagnostic, rule: int, known_by: str) -> dict[str, Any]:
    place = diagnostic.place
    result: dict[str, Any] = {
        "ruleId": diagnostic.code.id,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": ". ".join((diagnostic.message, *diagnostic.hints))},
        "locations": [_location(place)] if place else [],
        "partialFingerprints": {FINGERPRINT: known_by},
        "properties": {
            "group": str(diagnostic.code.group),
            "cause": diagnostic.cause,
            "fixable": diagnostic.edit is not None,
        },
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": label.text}} | _location(label.place)
            for at, label in enumerate(diagnostic.related)
        ]
    if place is not None and diagnostic.edit is not None:
        deleted = _region(place.file, diagnostic.edit.span)
        replacement = {"deletedRegion": deleted, "insertedContent": {"text": diagnostic.edit.text}}
        change = {"artifactLocation": _artifact(place.file), "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file),
            "region": _region(place.file, place.span),
        }
    }


def _region(file: SourceFile, span: Span) -> dict[str, int]:
    start, end = file.position(span.start), file.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(file: SourceFile) -> dict[str, str]:
    """Its name as a URI: relative to the repository's root, or whole if it lies elsewhere."""
    for path in (PurePosixPath(file.name), PureWindowsPath(file.name)):
        if path.is_absolute():
            return {"uri": path.as_uri()}
    return {"uri": quote(file.name, errors="surrogateescape")}
