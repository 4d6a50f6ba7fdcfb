"""A review for programs."""

import json
from collections.abc import Iterable
from typing import Any

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import Added, Change, DutyDates, Modified, Moved, Removed
from roadmapc.diff.divisions import Division
from roadmapc.diff.judgement import JudgedChange, JudgedField, Review
from roadmapc.render.answers.occurrence_json import days
from roadmapc.render.changes.from_folder import Part
from roadmapc.render.changes.wording import note

_KINDS: dict[type[Change], str] = {Added: "added", Removed: "removed", Moved: "moved", Modified: "modified"}


def to_json(review: Review) -> str:
    """The object that `diff --format json` prints of one plan."""
    return _dumped(_review(review))


def folder_to_json(old: str, new: str, parts: Iterable[Part]) -> str:
    """The object that `diff --format json` prints of two folders: only plans that differ."""
    return _dumped({"from": old, "to": new, "plans": [_part(part) for part in parts]})


def _dumped(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Review):
        return {"kind": "modified", "id": part.diff.new.plan.id, **_review(part)}
    before, after = part
    return {
        "kind": "added" if before is None else "removed",
        "id": part.calendar.plan.id,
        "from": before and before.plan.file.name,
        "to": after and after.plan.file.name,
        "title": part.calendar.plan.order.title,
    }


def _review(review: Review) -> dict[str, Any]:
    diff = review.diff
    return {
        "from": diff.old.plan.file.name,
        "to": diff.new.plan.file.name,
        "changes": [_change(judged) for judged in review.changes],
        "splits": [_division(each) for each in review.splits],
        "merges": [_division(each) for each in review.merges],
        "calendar": {
            "added": [_date(dates, each) for dates in diff.dates for each in dates.added],
            "removed": [_date(dates, each) for dates in diff.dates for each in dates.removed],
            "shifted": [
                _date(dates, each.after) | {"before": days(each.before)}
                for dates in diff.dates
                for each in dates.shifted
            ],
        },
    }


def _division(division: Division) -> dict[str, Any]:
    return {"id": division.whole.id, "parts": [part.id for part in division.parts]}


def _change(judged: JudgedChange) -> dict[str, Any]:
    return {
        "kind": _KINDS[type(judged.change)],
        "unit": judged.provision.kind,
        "id": judged.provision.id,
        "number": judged.provision.number,
        "significance": judged.significance,
        "fields": [_field(field) for field in judged.fields],
    }


def _field(field: JudgedField) -> dict[str, Any]:
    value = field.value
    return {
        "name": value.name,
        "before": value.before,
        "after": value.after,
        "significance": field.significance,
        "meanings": [finding.meaning for finding in field.judgements],
        "note": note(field.judgements),
    }


def _date(dates: DutyDates, occurrence: Occurrence) -> dict[str, Any]:
    duty = dates.duty
    named = {"unit": duty.kind, "id": duty.id, "number": duty.number}
    return {**named, "audience": dates.audience or None, **days(occurrence)}
