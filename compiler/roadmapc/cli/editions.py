"""Editions of a plan that are compared, each with what it rests on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from roadmapc.assets import BLANKS
from roadmapc.checks.silence import allowances
from roadmapc.compiled import Compiled
from roadmapc.diff.from_plans import compare
from roadmapc.diff.grounds import Allowed, Ground, Grounds, ground_changes
from roadmapc.diff.judgement import Review
from roadmapc.diff.significance import review
from roadmapc.model.from_tree.fields import optional_scalar, text_references
from roadmapc.revision.files import content_name
from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_package
from roadmapc.workspace.sources import beside

_FIELDS = {
    "organisation": Ground.DIRECTORY,
    "profile": Ground.PROFILE,
    "work_calendar": Ground.WORK_CALENDAR,
    "template": Ground.TEMPLATE,
}
"""Fields of a plan that name one file each."""


def reviewed(before: Compiled, after: Compiled, since: date | None = None) -> Review:
    """What differs between two editions, what it means, and what the later one rests on otherwise.

    Of dates that differ those from `since` on lie ahead.
    """
    diff = compare(before.calendar, after.calendar)
    return review(diff, ground_changes(diff, _grounds(before), _grounds(after)), since)


def _grounds(compiled: Compiled) -> Grounds:
    files = {(ground, name): content for ground, name, content in _files(compiled)}
    template = next((content for (ground, _), content in files.items() if ground is Ground.TEMPLATE), b"")
    return Grounds(
        profile=compiled.plan.profile,
        files={key: content_name(content) for key, content in files.items()},
        template=_lines(template),
        allowed=tuple(Allowed(each.code, each.reason) for each in allowances(compiled.plan.file)),
    )


def _files(compiled: Compiled) -> Iterator[tuple[Ground, str, bytes]]:
    """The files that a plan names, by its own references, as they were read."""
    origin = compiled.plan.origin
    named = [(ground, optional_scalar(origin, name)) for name, ground in _FIELDS.items()]
    named += [(Ground.TEXT, reference) for reference in text_references(origin)]
    read, plan = compiled.surroundings.sources, Path(compiled.plan.file.name)
    for ground, reference in named:
        if reference is None:
            continue
        if ground is Ground.TEMPLATE and reference.text in BLANKS:
            yield ground, reference.text, b""
        path = beside(plan, reference.text)
        if path is not None and path in read:  # a profile may be a shipped one
            yield ground, reference.text, read[path]
    acts = optional_scalar(origin, "acts")
    folder = None if acts is None else beside(plan, acts.text)
    for path in sorted(path for path in read if path.parent == folder):
        yield Ground.ACT, path.relative_to(plan.parent).as_posix(), read[path]


def _lines(template: bytes) -> tuple[str, ...] | None:
    if not template:
        return ()
    reading = from_package(template)
    if isinstance(reading, Refusal):
        return None
    return tuple(text for each in reading.paragraphs if (text := each.text.strip()))
