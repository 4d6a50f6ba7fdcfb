"""What other executors mean: who has a duty now, who has it no more, who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.diff.findings import Finding, Meaning
from roadmapc.model.organisation import Body, BodyId
from roadmapc.model.plan import Executor

_Executors = tuple[Executor, ...]


def findings(before: _Executors, after: _Executors) -> tuple[Finding, ...]:
    """At least one finding, duties before names."""
    return (*_duties(before, after), *_wording(before, after)) or (Finding(Meaning.REORDERED),)


def _duties(before: _Executors, after: _Executors) -> Iterator[Finding]:
    old, new = _bodies(before), _bodies(after)
    gained = [body.short for name, body in new.items() if name not in old]
    lost = [body.short for name, body in old.items() if name not in new]
    if gained:
        yield Finding(Meaning.BODY_GAINED, tuple(gained))
    if lost:
        yield Finding(Meaning.BODY_LOST, tuple(lost))
    if before and after and before[0].body.id != after[0].body.id:
        yield Finding(Meaning.LEAD, (before[0].body.short, after[0].body.short))
    if not gained and not lost and _scopes(before) != _scopes(after):
        yield Finding(Meaning.QUALIFIED)


def _wording(before: _Executors, after: _Executors) -> Iterator[Finding]:
    new = _bodies(after)
    for name, body in _bodies(before).items():
        if name in new and new[name].short != body.short:
            yield Finding(Meaning.RENAMED, (body.short, new[name].short))


def _bodies(executors: _Executors) -> dict[BodyId, Body]:
    return {body.id: body for executor in executors for body in (executor.body, *executor.units)}


def _scopes(executors: _Executors) -> set[tuple[BodyId, frozenset[BodyId], str]]:
    """Of each executor: its name, the units that act, its qualifier."""
    return {
        (executor.body.id, frozenset(unit.id for unit in executor.units), executor.qualifier)
        for executor in executors
    }
