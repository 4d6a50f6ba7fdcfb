"""What other executors mean: who has a duty now, who has it no more, who answers for it."""

from collections.abc import Iterator

from roadmapc.diff.findings import Judgement, Meaning
from roadmapc.model.organisation import Body, BodyId
from roadmapc.model.plan import Executor

_Executors = tuple[Executor, ...]


def findings(before: _Executors, after: _Executors) -> tuple[Judgement, ...]:
    """At least one finding, duties before names."""
    return (*_duties(before, after), *_wording(before, after)) or (Judgement(Meaning.REORDERED),)


def _duties(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    old, new = _bodies(before), _bodies(after)
    gained = [body.short for name, body in new.items() if name not in old]
    lost = [body.short for name, body in old.items() if name not in new]
    if gained:
        yield Judgement(Meaning.BODY_GAINED, tuple(gained))
    if lost:
        yield Judgement(Meaning.BODY_LOST, tuple(lost))
    if before and after and before[0].body.id != after[0].body.id:
        yield Judgement(Meaning.LEAD, (before[0].body.short, after[0].body.short))
    if not gained and not lost and _scopes(before) != _scopes(after):
        yield Judgement(Meaning.QUALIFIED)


def _wording(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    new = _bodies(after)
    for name, body in _bodies(before).items():
        if name in new and new[name].short != body.short:
            yield Judgement(Meaning.RENAMED, (body.short, new[name].short))


def _bodies(executors: _Executors) -> dict[BodyId, Body]:
    return {body.id: body for executor in executors for body in (executor.body, *executor.units)}


def _scopes(executors: _Executors) -> set[tuple[BodyId, frozenset[BodyId], str]]:
    """Of each executor: its name, the units that act, its qualifier."""
    return {
        (executor.body.id, frozenset(unit.id for unit in executor.units), executor.qualifier)
        for executor in executors
    }
