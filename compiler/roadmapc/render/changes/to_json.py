"""A review for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import Added, Change, Division, DutyDates, Modified, Moved, Removed
from roadmapc.diff.grounds import GroundChange
from roadmapc.diff.judgement import JudgedChange, JudgedField, Review
from roadmapc.diff.plans import NotCompared
from roadmapc.render.answers.occurrence_json import days
from roadmapc.render.changes.from_review import PlanReview
from roadmapc.render.changes.wording import note

_KINDS: dict[type[Change], str] = {Added: "added", Removed: "removed", Moved: "moved", Modified: "modified"}


def to_json(review: Review) -> str:
    """The object that `diff --format json` prints of one plan."""
    return _dumped(_review(review))


def unread_to_json(old: str, new: str, not_compared: Iterable[NotCompared]) -> str:
    """The object that `diff --format json` prints if one of two editions cannot be read."""
    return _dumped({"from": old, "to": new, "not_compared": _not_compared(not_compared)})


def folder_to_json(
    old: str, new: str, reviews: Sequence[PlanReview], not_compared: Iterable[NotCompared]
) -> str:
    """The object that `diff --format json` prints of two folders: only plans that differ, or may."""
    differing = [each for each in reviews if not isinstance(each, Review) or not each.is_empty]
    changes = [change for each in reviews if isinstance(each, Review) for change in each.grounds]
    record = {
        "from": old,
        "to": new,
        "not_compared": _not_compared(not_compared),
        "grounds": list(map(_ground, dict.fromkeys(changes))),
        "plans": list(map(_plan, differing)),
    }
    return _dumped(record)


def _not_compared(those: Iterable[NotCompared]) -> list[dict[str, str]]:
    return [each._asdict() for each in those]


def _ground(change: GroundChange) -> dict[str, Any]:
    return {"kind": change.ground, "name": change.name, "details": list(change.details)}


def _dumped(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _plan(review: PlanReview) -> dict[str, Any]:
    if isinstance(review, Review):
        return {"kind": "modified", "id": review.diff.new.plan.id, **_review(review)}
    before, after = review
    return {
        "kind": "added" if before is None else "removed",
        "id": review.calendar.plan.id,
        "from": before and before.plan.file.name,
        "to": after and after.plan.file.name,
        "title": review.calendar.plan.order.title,
    }


def _review(review: Review) -> dict[str, Any]:
    """What differs and what it means, provision by provision, then what becomes of dates."""
    diff = review.diff
    return {
        "from": diff.old.plan.file.name,
        "to": diff.new.plan.file.name,
        "not_compared": [],
        "grounds": list(map(_ground, review.grounds)),
        "changes": list(map(_change, review.changes)),
        "splits": list(map(_division, review.splits)),
        "merges": list(map(_division, review.merges)),
        "calendar": {
            "since": review.since.isoformat() if review.since else None,
            "ahead": review.ahead,
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
        "heading": value.heading,
        "row": value.row or None,
        "before": value.before,
        "after": value.after,
        "significance": field.significance,
        "meanings": [judgement.meaning for judgement in field.judgements],
        "note": note(field.judgements),
    }


def _date(dates: DutyDates, occurrence: Occurrence) -> dict[str, Any]:
    duty = dates.duty
    named = {"unit": duty.kind, "id": duty.id, "number": duty.number}
    return {**named, "audience": dates.audience or None, **days(occurrence)}
