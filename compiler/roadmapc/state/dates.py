"""The dates of a plan as lines of JSON, a duty each, and back: any duty can be read without the others."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time
from hashlib import blake2b
from typing import Any

from roadmapc.render.agenda.joint import in_order
from roadmapc.render.agenda.view import (
    AgendaView,
    Assignee,
    DutyView,
    OccurrenceView,
    PlanView,
    UndatedView,
)
from roadmapc.state.record import DutyLine

_OF_DUTY = (
    *("id", "number", "appendix", "text", "brief", "section", "color", "lead", "others", "participants"),
    *("result", "undated_term"),
)
_WORDS = (
    *("uid", "phrase", "rule", "audience", "moved", "other_custom", "time_zone", "place", "series"),
    *("amended", "recurrence"),
)
_SHARED = ("phrase", "rule", "recurrence", "series", "time_zone", "audience")
_HOURS = ("time", "end_time")
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("due", "first_day", "nominal", "other_due"), date.fromisoformat),
    **dict.fromkeys(_HOURS, time.fromisoformat),
    "reminders": lambda days: tuple(map(date.fromisoformat, days)),
}
"""What is not as JSON has it."""
_NOTHING = {
    **dict.fromkeys(OccurrenceView._fields, ""),
    **OccurrenceView._field_defaults,
    "other_due": None,
    "reminders": (),
}
"""What an occurrence has of which a record says nothing, in the order of its fields."""


def to_lines(agenda: AgendaView) -> Iterator[tuple[DutyLine, bytes]]:
    """The duties of one plan in the order in which they come first, each with all that it is due."""
    duties: dict[int, dict[str, Any]] = {}
    start = 0
    places: defaultdict[int, list[int]] = defaultdict(list)

    def of(duty: DutyView, at: int) -> dict[str, Any]:
        if id(duty) not in duties:
            duties[id(duty)] = {"plan": duty.plan.id, **_duty(duty), "dates": [], "undated": []}
        places[id(duty)].append(at)
        return duties[id(duty)]

    for at, each in enumerate(agenda.occurrences):
        duty = of(each.duty, at)
        duty["dates"].append(_occurrence(each, duty))
    for at, undated in enumerate(agenda.undated):
        words = {"uid": undated.uid, "phrase": undated.phrase, "reason": undated.reason}
        of(undated.duty, at)["undated"].append(words)
    for which, record in duties.items():
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        yield DutyLine(start, len(line), digest(line), tuple(record["holders"]), tuple(places[which])), line
        start += len(line)


def digest(line: bytes) -> str:
    """By which a line is known for what was written."""
    return blake2b(line, digest_size=8).hexdigest()


def from_lines(plan: PlanView, lines: Sequence[tuple[DutyLine, bytes]]) -> AgendaView:
    """The agenda of a plan, or what of it these duties have."""
    dated: list[tuple[int, OccurrenceView]] = []
    undated: list[tuple[int, UndatedView]] = []
    assignees: set[Assignee] = set()
    records = json.loads(b"[%s]" % b",".join([line for _, line in lines]))
    for (known, _), record in zip(lines, records, strict=True):
        places = iter(known.places)
        duty = _duty_view(plan, record)
        assignees |= {*duty.assignees}
        shared = {**_NOTHING, **{name: record[name] for name in _SHARED if name in record}, "duty": duty}
        dated += ((next(places), _occurrence_view(shared, each)) for each in record["dates"])
        undated += (
            (next(places), UndatedView(duty, each["phrase"], each["reason"], each["uid"]))
            for each in record["undated"]
        )
    dated.sort(key=lambda each: each[0])
    undated.sort(key=lambda each: each[0])
    return AgendaView(
        title=plan.title,
        plans=(plan,),
        occurrences=tuple([each for _, each in dated]),
        undated=tuple([each for _, each in undated]),
        assignees=in_order(assignees),
    )


def _duty(duty: DutyView) -> dict[str, Any]:
    words = {name: text for name in _OF_DUTY if (text := getattr(duty, name))}
    return {name: text for name, text in words.items() if name != "brief" or text != duty.text} | {
        "kind": "clause" if duty.is_clause else "measure",
        **({"since": duty.since.isoformat()} if duty.since else {}),
        "assignees": duty.assignees,
        "heads": [duty.assignees.index(head) for head in duty.heads],
        "holders": duty.holders,
    }


def _duty_view(plan: PlanView, record: Mapping[str, Any]) -> DutyView:
    assignees = tuple([Assignee(*each) for each in record["assignees"]])
    return DutyView(
        plan,
        **{name: record.get(name, "") for name in _OF_DUTY if name != "brief"},
        brief=record.get("brief", record["text"]),
        is_clause=record["kind"] == "clause",
        since=_day(record.get("since")),
        assignees=assignees,
        heads=tuple(assignees[at] for at in record["heads"]),
        holders=tuple(record["holders"]),
    )


def _occurrence(each: OccurrenceView, duty: dict[str, Any]) -> dict[str, Any]:
    """What is empty is left out, and so are days that are the due day, and what all dates of a duty share.

    That is what the first of them says.
    """
    words = {name: text for name in _WORDS if (text := getattr(each, name))}
    for name in _SHARED:
        if duty.setdefault(name, words.get(name, "")) == words.get(name, ""):
            words.pop(name, None)
        else:
            words[name] = words.get(name, "")
    days = {"due": each.due.isoformat()}
    for name in ("first_day", "nominal"):
        if (day := getattr(each, name)) != each.due:
            days[name] = day.isoformat()
    if each.other_due is not None:
        days["other_due"] = each.other_due.isoformat()
    hours = {name: hour.isoformat() for name in _HOURS if (hour := getattr(each, name)) is not None}
    event = {"is_event": True} if each.is_event else {}
    reminders = {"reminders": [day.isoformat() for day in each.reminders]} if each.reminders else {}
    return {**words, **days, **hours, **event, **reminders}


def _occurrence_view(shared: Mapping[str, Any], record: Mapping[str, Any]) -> OccurrenceView:
    own = {name: _READERS[name](text) if name in _READERS else text for name, text in record.items()}
    return OccurrenceView._make({**shared, "first_day": own["due"], "nominal": own["due"], **own}.values())


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
