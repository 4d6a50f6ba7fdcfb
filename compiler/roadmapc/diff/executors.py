"""What other executors mean: who has a duty now, who has it no more, who answers for it."""

from collections.abc import Iterator

from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.model.organisation import BodyId
from roadmapc.model.plan import Executor, bodies_of

_Executors = tuple[Executor, ...]


def judgements(before: _Executors, after: _Executors) -> tuple[Judgement, ...]:
    """At least one, duties before names; the first executor is responsible, the others are equals."""
    return (*_duties(before, after), *_names(before, after)) or (Judgement(Meaning.REORDERED),)


def _duties(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    """Bodies are compared by their ids: a name may change while the body stays."""
    old, new = ({body.id: body.short for body in bodies_of(side)} for side in (before, after))
    gained = tuple(short for name, short in new.items() if name not in old)
    lost = tuple(short for name, short in old.items() if name not in new)
    if gained:
        yield Judgement(Meaning.BODY_GAINED, gained)
    if lost:
        yield Judgement(Meaning.BODY_LOST, lost)
    # «отдел, школы» → «школы, отдел»: nobody came or went, and another answers for the duty
    if before and after and before[0].body.id != after[0].body.id:
        yield Judgement(Meaning.LEAD, (before[0].body.short, after[0].body.short))
    # «школы» → «школы, участвующие в проекте»; where bodies come or go, their scopes say nothing more
    if not gained and not lost and _scopes(before) != _scopes(after):
        yield Judgement(Meaning.QUALIFIED)


def _names(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    new = {body.id: body.short for body in bodies_of(after)}
    for body in bodies_of(before):
        if new.get(body.id, body.short) != body.short:
            yield Judgement(Meaning.RENAMED, (body.short, new[body.id]))


def _scopes(executors: _Executors) -> set[tuple[BodyId, frozenset[BodyId], str]]:
    """Of each executor: its name, the units that act, its qualifier."""
    return {
        (executor.body.id, frozenset(unit.id for unit in executor.units), executor.qualifier)
        for executor in executors
    }
