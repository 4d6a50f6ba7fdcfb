"""What other executors mean: who has a duty now, who has it no more, who answers for it."""

from collections.abc import Iterator

from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.model.organisation import Called, Executor, Official, actors_of, key_of
from roadmapc.model.printed import executor_text

_Executors = tuple[Executor, ...]


def judgements(before: _Executors, after: _Executors) -> tuple[Judgement, ...]:
    """At least one, duties before names; the first executor is responsible, the others are equals."""
    return (*_duties(before, after), *_names(before, after)) or (Judgement(Meaning.REORDERED),)


def _duties(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    """Actors are compared by their ids: a name may change while the body stays."""
    old, new = ({key_of(actor): actor.short for actor in actors_of(side)} for side in (before, after))
    gained = tuple(short for name, short in new.items() if name not in old)
    lost = tuple(short for name, short in old.items() if name not in new)
    if gained:
        yield Judgement(Meaning.BODY_GAINED, gained)
    if lost:
        yield Judgement(Meaning.BODY_LOST, lost)
    # «отдел, школы» → «школы, отдел»: nobody came or went, and another answers for the duty
    if before and after and key_of(before[0].actor) != key_of(after[0].actor):
        yield Judgement(Meaning.LEAD, (before[0].actor.short, after[0].actor.short))
    # «школы» → «школы, участвующие в проекте»; where bodies come or go, their scopes say nothing more
    if not gained and not lost and {each.scope for each in before} != {each.scope for each in after}:
        yield Judgement(Meaning.QUALIFIED)


def _names(before: _Executors, after: _Executors) -> Iterator[Judgement]:
    """Who is called otherwise: a body that stays, an office that another person holds now."""
    new = {key_of(actor): actor.short for actor in actors_of(after)}
    for actor in actors_of(before):
        name = new.get(key_of(actor), actor.short)
        if name != actor.short:
            is_person = isinstance(actor, Official)
            yield Judgement(Meaning.PERSON if is_person else Meaning.RENAMED, (actor.short, name))
    texts = {key_of(executor.actor): executor for executor in after}
    for executor in before:
        other = texts.get(key_of(executor.actor))
        if isinstance(executor.actor, Official) and other and _post(executor) != _post(other):
            yield Judgement(Meaning.RENAMED, (executor_text(executor), executor_text(other)))


def _post(executor: Executor) -> tuple[str, ...]:
    """What a line says of a person besides the name."""
    actor = executor.actor
    if isinstance(actor, Official) and executor.called is not Called.NAME:
        return executor.called, actor.post
    return (executor.called,)
