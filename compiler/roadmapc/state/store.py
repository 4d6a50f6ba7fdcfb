"""Records on the disk: written by whoever builds a plan, read by whoever puts plans together."""

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from roadmapc.diagnostics.brief import brief
from roadmapc.model.act import ActKind
from roadmapc.render.agenda.view import AgendaView, PlanView
from roadmapc.state.dates import digest as digest_of_line
from roadmapc.state.dates import from_lines, to_lines
from roadmapc.state.findings import from_json
from roadmapc.state.index import PlanEntry, entry_of
from roadmapc.state.record import Built, DutyLine, DutyLines, PlanRecord
from roadmapc.workspace.disk import content_of, opened_plain
from roadmapc.workspace.manifest import is_inner
from roadmapc.workspace.memory import FOLDER, keep, keep_plain, kept

VERSION = 4
"""Of the shape of records; those of another are not read."""
_DAYS = ("edition_day", "first_day", "last_day")
_APART = ("said", "lines")
"""What stands on lines of its own, after the others."""


def dates_written(root: Path, plan: str, agenda: AgendaView) -> DutyLines:
    """Write the dates of a plan; an `OSError` if that cannot be done."""
    lines = tuple(to_lines(agenda))
    keep_plain(_dates(root, plan), [line for _, line in lines])
    of_holder: defaultdict[str, list[int]] = defaultdict(list)
    for at, (known, _) in enumerate(lines):
        for holder in known.holders:
            of_holder[holder].append(at)
    return DutyLines([json.dumps(known).encode() for known, _ in lines], of_holder)


def save(root: Path, record: PlanRecord) -> str:
    """Write what is known of a plan besides its dates; the digest of it."""
    plan = {**record.plan._asdict(), "ordered": _written(record.plan.ordered)}
    days = {name: _written(getattr(record, name)) for name in _DAYS}
    built = record.built and record.built._asdict()
    fields = {field: getattr(record, field) for field in record.__slots__ if field not in _APART}
    lines = {"of_holder": record.lines.of_holder}
    head = {"version": VERSION, **fields, "plan": plan, **days, "built": built, **lines}
    parts = (json.dumps(head, ensure_ascii=False).encode(), record.said, *record.lines.written)
    written = b"\n".join(parts)
    keep(_plan(root, record.id), written)
    return sha256(written).hexdigest()


def load(root: Path, plan: str, digest: str = "") -> PlanRecord | None:
    """What is known of a plan of that id; `None` if nothing of that digest that this release can read."""
    content = kept(_plan(root, plan), digest) if is_inner(plan) else None
    if content is None:
        return None
    try:
        head, said, *lines = content.split(b"\n")
        found = json.loads(head)
        if found.pop("version") != VERSION:
            return None
        return _record(found | {"said": said, "lines": DutyLines(lines, found.pop("of_holder"))})
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def load_entry(root: Path, plan: str) -> PlanEntry | None:
    """What an index has to know of a plan, which has lost it."""
    record = load(root, plan)
    content = kept(_plan(root, plan)) if record else None
    if record is None or content is None:
        return None
    entry = entry_of(record, sha256(content).hexdigest(), root / record.id)
    return entry._replace(imprint="")  # whether its outputs are as they were built is not known


def load_said(root: Path, entry: PlanEntry) -> tuple[dict[str, Any], tuple[str, ...]] | None:
    """What a build has found in a plan that holds, and what it has told of it; `None` if that was lost."""
    record = load(root, entry.id, entry.record)
    if record is None or record.built is None:
        return None
    found = (*from_json(record.said), *from_json(record.built.said))
    return brief(found), tuple(record.built.told)


def load_dates(root: Path, record: PlanRecord, holders: Collection[str] | None = None) -> AgendaView | None:
    """The dates of a plan, or of the duties that somebody of these has; `None` if they are not as written."""
    lines = list[tuple[DutyLine, bytes]]()
    try:
        with opened_plain(_dates(root, record.id)) as stream:
            for known in record.lines.of(holders):
                stream.seek(known.start)
                lines.append((known, stream.read(known.length)))
    except (OSError, ValueError):
        return None
    if any(digest_of_line(line) != known.digest for known, line in lines):
        return None
    return from_lines(record.plan, lines)


def dates_file(root: Path, record: PlanRecord) -> Path | None:
    """The file of a plan's dates, for whoever reads it by other means; `None` if it is not as written."""
    path = _dates(root, record.id)
    try:
        content = content_of(path)
    except (OSError, ValueError):
        return None
    lines = record.lines.of()
    is_whole = sum(known.length for known in lines) == len(content)
    digests = (digest_of_line(content[known.start : known.start + known.length]) for known in lines)
    is_same = all(digest == known.digest for digest, known in zip(digests, lines, strict=True))
    return path if is_whole and is_same else None


def _plan(root: Path, plan: str) -> Path:
    return root / f"{FOLDER}/plans/{plan}.json"


def _dates(root: Path, plan: str) -> Path:
    return root / f"{FOLDER}/dates/{plan}.jsonl"


def _record(found: dict[str, Any]) -> PlanRecord:
    plan = found["plan"]
    plan |= {"kind": ActKind(plan["kind"]), "ordered": _day(plan["ordered"])}
    days = {name: _day(found[name]) for name in _DAYS}
    if None in (days["first_day"], days["last_day"]):
        raise ValueError("a plan without a period")
    return PlanRecord(
        **found
        | {
            "plan": PlanView(**plan),
            **days,
            "names": {each: tuple(names) for each, names in found["names"].items()},
            "built": Built(**found["built"]) if found["built"] else None,
        }
    )


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
