"""The composition of a commission: its members from the directory, outsiders, seats that go with a post."""

from roadmapc.model.codes import CONTRADICTORY_SEAT, MEMBER_WITHOUT_POST
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, optional_scalar
from roadmapc.model.organisation import Official
from roadmapc.model.parts import Composition, Member, MemberGroup
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.letters import small_unless_name


def read_composition(context: Context, nodes: SequenceNode) -> Composition:
    """Groups and members in the order of the author: custom has it by alphabet, older acts by rank."""
    return Composition(tuple(_group(context, node) for node in nodes.items if isinstance(node, MappingNode)))


def _group(context: Context, node: MappingNode) -> MemberGroup:
    """A colon after the head is printed whether or not the author wrote it."""
    title = context.field(node, "title").removesuffix(":").rstrip()
    return MemberGroup(title, tuple(_member(context, member) for member in items(node, "members")))


def _member(context: Context, node: Node) -> Member:
    """A name of the directory, or the fields of a seat."""
    if isinstance(node, ScalarNode):
        return _of_official(context, node, context.official(node))
    assert isinstance(node, MappingNode)
    role, note = context.field(node, "role"), context.field(node, "note")
    named = optional_scalar(node, "official")
    if named is not None:
        _report_said_twice(context, node)
        return _of_official(context, named, context.official(named))._replace(role=role, note=note)
    if "post" not in node.fields:
        message = "в составе место без должности"
        hint = "напишите должность (post) или имя из справочника (official)"
        context.report(CONTRADICTORY_SEAT, message, node.span, hint)
    return Member(context.field(node, "name"), context.field(node, "post"), role, note, "")


def _of_official(context: Context, node: ScalarNode, official: Official | None) -> Member:
    """Name and post are those of the directory, so that a successor is written there alone.

    The directory has the post as it stands above a signature, with a capital letter.
    """
    if official is None:
        return Member(node.text, "", "", "", node.text)
    if not official.post:
        message = f"в справочнике у «{official.id}» нет должности: в составе её негде взять"
        hint = f"добавьте в справочнике к записи «{official.id}» строку «post: …»"
        context.report(MEMBER_WITHOUT_POST, message, node.span, hint)
    name = official.full_name or official.name
    return Member(name, small_unless_name(official.post), "", "", official.id)


def _report_said_twice(context: Context, node: MappingNode) -> None:
    """A name or a post beside a reference: one of the two would be lost."""
    for field in ("name", "post"):
        if field in node.fields:
            message = f"поле «{field}» рядом с «official»: имя и должность берутся из справочника"
            hint = f"уберите «{field}» или, если это другой человек, «official»"
            context.report(CONTRADICTORY_SEAT, message, node.key_span(field), hint)
