"""Who acts: bodies and people of the directory, of a measure or of a clause."""

from roadmapc.model.codes import MISSING_FORM, UNSUITED_EXECUTOR
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, scalar, scalars, text_of
from roadmapc.model.organisation import Body, Called, Executor, Official
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode


def read_executors(context: Context, node: MappingNode) -> tuple[Executor, ...]:
    """The executors that the directory knows, in the order of writing; none if the field is not there."""
    executors = (_executor(context, item) for item in items(node, "executors"))
    return tuple(executor for executor in executors if executor is not None)


def _executor(context: Context, node: Node) -> Executor | None:
    """A name, or its fields with the units that act; `None`, with a finding, for an unknown name."""
    if isinstance(node, ScalarNode):
        actor = context.actor(node)
        return Executor(actor, (), "", origin=node) if actor else None
    assert isinstance(node, MappingNode)
    name, called = scalar(node, "id"), text_of(node.get("as"))
    actor = context.actor(name)
    units = [context.body(unit) for unit in scalars(node, "units")]
    executor = actor and Executor(
        actor,
        tuple(unit for unit in units if unit is not None),
        context.field(node, "qualifier"),
        origin=name,
        proviso=context.field(node, "proviso"),
        called=Called(called) if called else Called.NAME,
    )
    if executor:
        _check_person(context, node, executor)
    return executor


def _check_person(context: Context, node: MappingNode, executor: Executor) -> None:
    """What is said of a person where a body is meant, and the reverse; a post that the directory lacks."""
    name, actor = executor.origin.text, executor.actor
    if isinstance(actor, Body):
        unsuited, why = ["as"], f"«{name}» – орган: его печатают так, как назвал справочник"
    else:
        unsuited, why = ["units"], f"«{name}» – должностное лицо: подразделений у него нет"
    for field in unsuited:
        if field in node.fields:
            hint = f"уберите поле «{field}» или назовите другого исполнителя"
            context.report(UNSUITED_EXECUTOR, why, node.key_span(field), hint)
    if isinstance(actor, Official) and executor.called is not Called.NAME and not actor.post:
        message = f"у «{name}» в справочнике нет должности, а печатать надо её"
        context.report(MISSING_FORM, message, node.key_span("as"), "впишите post в справочник")
