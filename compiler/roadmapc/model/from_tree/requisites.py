"""Who issues an act, who signs it and by what word it commands."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmapc.model.act import DECIDED, OPERATIVE, ActKind, Gender
from roadmapc.model.codes import DECIDED_ALONE, IMPOSSIBLE_SIGNATURE, MISSING_FORM
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.dates import read_date
from roadmapc.model.from_tree.fields import optional_scalar, scalar, text_of
from roadmapc.model.organisation import Body, Official
from roadmapc.model.plan import Signatory
from roadmapc.model.requisites import Command, Sanction
from roadmapc.schema.registry import subschema_at
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


class Author(NamedTuple):
    """Whose blank it is, with the name by which the plan calls him."""

    record: Body | Official
    node: ScalarNode


def read_authors(context: Context, order: MappingNode) -> tuple[Author, ...]:
    """The author, several of a joint act; none at all if one of them is unknown, with a finding."""
    nodes = [node for node in _one_or_several(order.get("author")) if isinstance(node, ScalarNode)]
    authors = [Author(record, node) for node in nodes if (record := context.anyone(node)) is not None]
    return tuple(authors) if len(authors) == len(nodes) else ()


def read_signatories(context: Context, order: MappingNode) -> tuple[Signatory, ...]:
    """Who signs; none at all if one of them is unknown, with a finding, as has a post that signs again."""
    nodes = _one_or_several(order.get("signatory"))
    signatories = [signed for node in nodes if (signed := read_signatory(context, node)) is not None]
    if len(signatories) < len(nodes):
        return ()
    posts = [signed.acting_for or signed.official for signed in signatories]
    for at, (node, post) in enumerate(zip(nodes, posts, strict=True)):
        if post in posts[:at]:
            message = f"подпись с должностью «{post.post}» стоит дважды"
            context.report(IMPOSSIBLE_SIGNATURE, message, node.span, "оставьте одну")
    return tuple(signatories)


def genitive(context: Context, authors: Iterable[Author]) -> str:
    """Whose act it is, for the marks on appendices: «к приказу директора департамента»."""
    forms = []
    for author, node in authors:
        field = "post_genitive" if isinstance(author, Official) else "genitive"
        forms.append(_form(context, author, field, node))
    return _together(forms)


def read_command(
    context: Context, order: MappingNode, kind: ActKind, authors: Sequence[Author], custom: str
) -> Command:
    """The word that commands, and who says it where he is named; the author's own word is taken as it is.

    `custom` is the word that the profile gives to the kind; empty if none.
    A decision is taken by a body: one of an official is a finding.
    """
    own = optional_scalar(order, "operative")
    if own is not None:
        return Command("", context.text(own))
    if custom:
        return Command("", custom)
    names = _together(_called(author) for author, _ in authors)
    if kind is ActKind.DECISION:
        return Command(names, _decided(context, authors))
    words = OPERATIVE[kind]
    is_joint = len(authors) > 1
    spoken = words.bodies if is_joint else words.body
    if spoken and any(isinstance(author, Body) for author, _ in authors):
        return Command(names, spoken)
    return Command("", words.officials if is_joint else words.official)


def read_sanction(context: Context, node: MappingNode) -> Sanction:
    """The act of another body, with its day and its number."""
    written = scalar(node, "date")
    day, typed = read_date(context, written), text_of(written) if context.is_as_signed else ""
    return Sanction(context.field(node, "act"), day, text_of(node.get("number")), typed)


def read_signatory(context: Context, node: Node) -> Signatory | None:
    """A name, or its fields; `None`, with a finding, if the directory knows no such person."""
    name = node if isinstance(node, ScalarNode) else None
    acting_for = None
    if isinstance(node, MappingNode):
        name, acting_for = scalar(node, "official"), optional_scalar(node, "acting_for")
    official = context.official(name) if name else None
    principal = context.official(acting_for) if acting_for else None
    if official is None or name is None or (acting_for and principal is None):
        return None
    if principal and acting_for:
        if principal == official:
            hint = "назовите в official того, кто подписывает за него, или уберите acting_for"
            message = f"{official.name} исполняет обязанности самого себя"
            context.report(IMPOSSIBLE_SIGNATURE, message, acting_for.span, hint)
        post = _form(context, principal, "post_genitive", acting_for)
        words = text_of(node.get("acting_as")) if isinstance(node, MappingNode) else ""
        return Signatory(official, principal, post, words) if words else Signatory(official, principal, post)
    _form(context, official, "post", name)
    return Signatory(official, None, "")


def _decided(context: Context, authors: Sequence[Author]) -> str:
    """«решил», «решила», «решило» by the name of the body; «решили» of several."""
    for author, node in authors:
        if isinstance(author, Official):
            hint = "назовите в поле author орган, который принимает решение"
            context.report(DECIDED_ALONE, "решение принимает орган, а не должностное лицо", node.span, hint)
    if len(authors) > 1:
        return DECIDED[Gender.PLURAL]
    author, node = authors[0]
    gender = _form(context, author, "gender", node) if isinstance(author, Body) else ""
    return DECIDED[Gender(gender)] if gender else ""


def _form(context: Context, record: Body | Official, field: str, node: ScalarNode) -> str:
    """A word that the document needs of a record; empty, with a finding, if the directory has none."""
    words = text_of(record.origin.get(field))
    if not words:
        kind = "officials" if isinstance(record, Official) else "bodies"
        title = subschema_at("organisation", (kind, record.id, field))["title"]
        message = f"в справочнике у «{record.id}» нет поля «{field}» – «{title}»"
        context.report(
            MISSING_FORM, message, node.span, f"добавьте к записи «{record.id}» строку «{field}: …»"
        )
    return words


def _called(author: Body | Official) -> str:
    return author.name if isinstance(author, Body) else author.post


def _together(names: Iterable[str]) -> str:
    """«управление образования, комитет по культуре и отдел спорта»."""
    *others, last = names
    return f"{', '.join(others)} и {last}" if others else last


def _one_or_several(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.items if isinstance(node, SequenceNode) else (node,)
