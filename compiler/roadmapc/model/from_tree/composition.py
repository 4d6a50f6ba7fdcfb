"""The composition of a commission: its members from the directory, outsiders, seats that go with a post."""

from collections.abc import Iterator
from itertools import islice

from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, optional_scalar
from roadmapc.model.organisation import Official
from roadmapc.model.part_codes import CONTRADICTORY_SEAT, MEMBER_TWICE, MEMBER_WITHOUT_POST
from roadmapc.model.parts import Composition, Member, MemberGroup
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.letters import small_unless_name, without_brackets


def read_composition(context: Context, nodes: SequenceNode) -> Composition:
    """Groups and members in the order of the author: custom has it by alphabet, older acts by rank."""
    groups = [node for node in nodes.items if isinstance(node, MappingNode)]
    read = [(node, _member(context, node)) for group in groups for node in items(group, "members")]
    _report_repeated(context, read)
    members = iter(member for _, member in read)
    return Composition(tuple(_group(context, group, members) for group in groups))


def _group(context: Context, node: MappingNode, members: Iterator[Member]) -> MemberGroup:
    """A colon after the head is printed even if the author wrote none, but in a signed act."""
    head = context.field(node, "title")
    own = tuple(islice(members, len(items(node, "members"))))
    return MemberGroup(head.removesuffix(":").rstrip(), own, head if context.is_as_signed else None)


def _report_repeated(context: Context, read: list[tuple[Node, Member]]) -> None:
    """Names that fill two seats; posts may be held by several."""
    first: dict[str, Node] = {}
    for node, member in read:
        earlier = first.setdefault(member.name, node)
        if member.name and earlier is not node:
            label = Label(Place(context.file, earlier.span), "первый раз")
            hint = "оставьте одно место, а роль напишите на нём"
            message = f"«{member.name}» в составе второй раз"
            context.report(MEMBER_TWICE, message, node.span, hint, related=(label,))


def _member(context: Context, node: Node) -> Member:
    """A name of the directory, or the fields of a seat."""
    if isinstance(node, ScalarNode):
        return _of_official(context, node, context.official(node))
    assert isinstance(node, MappingNode)
    role, note = context.field(node, "role"), without_brackets(context.field(node, "note"))
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
    """Name and post are those of the directory, so that a successor is written there alone."""
    if official is None:
        return Member(node.text, "", "", "", node.text)
    if not official.post:
        message = f"в справочнике у «{official.id}» нет должности: в составе её негде взять"
        hint = f"добавьте в справочнике к записи «{official.id}» строку «post: …»"
        context.report(MEMBER_WITHOUT_POST, message, node.span, hint)
    return member_of(official)


def member_of(official: Official) -> Member:
    """A seat of whoever is in the directory, which has the post as it stands above a signature."""
    name = official.full_name or official.name
    return Member(name, small_unless_name(official.post), "", "", official.id)


def _report_said_twice(context: Context, node: MappingNode) -> None:
    """A name or a post beside a reference: one of the two would be lost."""
    for field in ("name", "post"):
        if field in node.fields:
            message = f"поле «{field}» рядом с «official»: имя и должность берутся из справочника"
            hint = f"уберите «{field}» или, если это другой человек, «official»"
            context.report(CONTRADICTORY_SEAT, message, node.key_span(field), hint)
