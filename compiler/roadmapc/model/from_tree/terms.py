"""Deadlines of a measure or a clause: a phrase or its fields, or a list of them with their audiences."""

from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import optional_scalar, text_of
from roadmapc.model.plan import Term
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


def read_terms(context: Context, node: Node | None) -> tuple[Term, ...]:
    """The deadlines of a field; none if it is not there."""
    if node is None:
        return ()
    if isinstance(node, SequenceNode):
        return tuple(term for item in node.items for term in read_terms(context, item))
    if isinstance(node, ScalarNode):
        return (Term(context.deadline(node), "", None, node, None),)
    return (_term_with_fields(context, node),)


def _term_with_fields(context: Context, node: MappingNode) -> Term:
    phrase = node.get("phrase")
    assert isinstance(phrase, ScalarNode | MappingNode), "the schema requires a phrase or its fields"
    audience = text_of(node.get("audience"))
    checkpoint = optional_scalar(node, "checkpoint")
    return Term(
        deadline=context.deadline(phrase, audience),
        audience=audience,
        checkpoint=context.deadline(checkpoint, audience) if checkpoint else None,
        node=phrase,
        checkpoint_node=checkpoint,
    )
