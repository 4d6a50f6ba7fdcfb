"""The order: requisites and clauses."""

from collections.abc import Mapping
from functools import partial

from roadmapc.model.act import ActKind, kind_of
from roadmapc.model.amendment import ProvisionName
from roadmapc.model.codes import EMPTY_QUOTE, HALF_AGREED, NAMELESS_CLAUSE
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.dates import read_date
from roadmapc.model.from_tree.executors import read_executors
from roadmapc.model.from_tree.fields import (
    items,
    mappings,
    number_of,
    one_line,
    optional_scalar,
    scalar,
    text_of,
)
from roadmapc.model.from_tree.lines import blocks_of
from roadmapc.model.from_tree.measures import read_measures, read_terms
from roadmapc.model.from_tree.requisites import (
    genitive,
    read_authors,
    read_command,
    read_sanction,
    read_signatories,
    read_signatory,
)
from roadmapc.model.plan import (
    Clause,
    ClauseId,
    ListMarks,
    Measures,
    Order,
    Signatory,
)
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import place_of
from roadmapc.model.requisites import DistributionLine, ExecutorMark, Sanction
from roadmapc.model.table_codes import TOTAL_OF_WHAT
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode
from roadmapc.text.letters import capital


def read_order(context: Context, node: MappingNode, operative: Mapping[str, str]) -> Order | None:
    """The order; `None`, with a finding, if nobody issues or signs it.

    `operative` are the words by which the authority's acts command, by kind.
    """
    authors = read_authors(context, node)
    signatories = read_signatories(context, node)
    clauses = _all_clauses(context, node)
    if not authors or not signatories:
        return None
    kind = kind_of(text_of(node.get("kind")), ActKind.ORDER)
    return Order(
        kind=kind,
        date=read_date(context, optional_scalar(node, "date")),
        number=text_of(node.get("number")),
        place=context.field(node, "place"),
        authors=tuple(author.record for author in authors),
        author_genitive=genitive(context, authors),
        command=read_command(context, node, kind, authors, operative.get(kind, "")),
        title=context.field(node, "title"),
        preamble=_preamble(context, node),
        clauses=clauses,
        signatories=signatories,
        executor_mark=_executor_mark(context, node),
        distribution=tuple(
            DistributionLine(context.field(line, "to"), int(scalar(line, "copies").text))
            for line in mappings(node, "distribution")
        ),
        approval=_sheet(context, node, "approval"),
        acquaintance=_sheet(context, node, "acquaintance"),
        origin=node,
        sitting=context.field(node, "sitting"),
        agreed=tuple(each for item in mappings(node, "agreed") if (each := _agreed(context, item))),
        fields=_own_fields(context, node),
        is_as_signed=context.is_as_signed,
        written=text_of(node.get("date")) if context.is_as_signed else "",
    )


def _preamble(context: Context, node: MappingNode) -> str:
    """In one line; that of a signed act, which ends with the operative word, in its own lines."""
    written = optional_scalar(node, "preamble")
    if written is None or not context.is_as_signed:
        return context.text(written)
    return "\n".join(map(one_line, context.lines(written).strip().split("\n")))


def _agreed(context: Context, node: MappingNode) -> Signatory | Sanction | None:
    """Who agrees, or by what act it was done; `None`, with a finding, if it is neither or both."""
    given = node.fields.keys()
    if "official" in given and given <= {"official", "acting_for", "acting_as"}:
        return read_signatory(context, node)
    if given == {"act", "date", "number"}:
        return read_sanction(context, node)
    hint = "назовите official – кто согласовал, либо act, date и number – каким документом"
    context.report(HALF_AGREED, "из грифа не понять, кем или чем согласовано", node.span, hint)
    return None


def _own_fields(context: Context, node: MappingNode) -> tuple[tuple[str, str], ...]:
    own = node.get("fields")
    if not isinstance(own, MappingNode):
        return ()
    return tuple((name, context.field(own, name)) for name in own.fields)


def _executor_mark(context: Context, node: MappingNode) -> ExecutorMark | None:
    mark = node.get("executor_mark")
    if not isinstance(mark, MappingNode):
        return None
    name = context.lines(scalar(mark, "name")) if context.is_as_signed else context.field(mark, "name")
    return ExecutorMark(name.strip(), context.field(mark, "phone"), context.field(mark, "email"))


def _sheet(context: Context, node: MappingNode, name: str) -> tuple[Signatory, ...]:
    """Who signs on a sheet; one who only stands in for another does it under his post."""
    signatories = (_on_sheet(context, item) for item in items(node, name))
    return tuple(signatory for signatory in signatories if signatory is not None)


def _on_sheet(context: Context, node: Node) -> Signatory | None:
    if isinstance(node, MappingNode):
        return read_signatory(context, node)
    official = context.official(node) if isinstance(node, ScalarNode) else None
    return Signatory(official, None, "") if official else None


def _clauses(context: Context, nodes: tuple[Node, ...], prefix: str, level: int) -> tuple[Clause, ...]:
    return tuple(
        context.unit(
            _name(node, f"{prefix}{ordinal}"), partial(_clause, context, node, f"{prefix}{ordinal}", level)
        )
        for ordinal, node in enumerate(nodes, start=1)
    )


def _name(node: Node, ordinal: str) -> ProvisionName:
    """By what history knows a clause: its name, else its number."""
    if not isinstance(node, MappingNode):
        return ProvisionName(ProvisionKind.CLAUSE, ordinal)
    number = number_of(node)
    known_by = ordinal if number is None else number.rstrip(".") or place_of(ordinal)
    return ProvisionName(ProvisionKind.CLAUSE, text_of(node.get("id")) or known_by)


def _clause(context: Context, node: Node, number: str, level: int) -> Clause:
    if isinstance(node, ScalarNode):
        return Clause(ClauseId(""), number, level, _sentence(context, node, number), origin=node)
    assert isinstance(node, MappingNode)
    typed = number_of(node)
    number = number if typed is None else typed.rstrip(".")
    first, *others = _lines(context, optional_scalar(node, "text"), number)
    control = optional_scalar(node, "control")
    approves = optional_scalar(node, "approves")
    name = optional_scalar(node, "id")
    return Clause(
        id=ClauseId(context.unique("clause", name) if name else ""),
        number=number,
        level=level,
        text=first,
        paragraphs=(*others, *context.fields(node, "paragraphs")),
        items=context.fields(node, "items"),
        marks=_marks(context, node),
        quoted=_quoted(context, node),
        clauses=_clauses(context, items(node, "clauses"), f"{number}.".lstrip("."), level + 1),
        executors=read_executors(context, node),
        terms=read_terms(context, node.get("deadline")),
        control=context.official(control) if control else None,
        approves=context.appendix(approves) if approves else None,
        origin=node,
        label=typed if context.is_as_signed else None,
    )


def _all_clauses(context: Context, node: MappingNode) -> tuple[Clause, ...]:
    """Those of the order; of two with one number and no id, acts behind the text could mean each."""
    clauses = _told_apart(_clauses(context, items(node, "clauses"), "", 1), "", set())
    for clause in (each for outer in clauses for each in outer.walk() if context.acts):
        if clause.key and clause.number:
            message = f"пункт {clause.number} не отличить от другого с тем же номером"
            hint = "добавьте пункту строку «id: …» с именем латиницей"
            context.report(NAMELESS_CLAUSE, message, clause.origin.span, hint)
    return clauses


def _told_apart(clauses: tuple[Clause, ...], place: str, taken: set[str]) -> tuple[Clause, ...]:
    """Clauses with a key where neither an id nor a number of its own tells one from the others."""
    apart = []
    for at, clause in enumerate(clauses, start=1):
        is_known = bool(clause.id) or (clause.number not in taken and clause.number)
        taken.add(clause.number)
        own = clause if is_known else clause._replace(key=place_of(f"{place}{at}"))
        apart.append(own._replace(clauses=_told_apart(clause.clauses, f"{place}{at}.", taken)))
    return tuple(apart)


def _marks(context: Context, node: MappingNode) -> ListMarks:
    """Dashes, unless the author names other marks; in a signed act those that the items begin with."""
    default = ListMarks.TYPED if context.is_as_signed else ListMarks.DASH
    return ListMarks(text_of(node.get("marks")) or default)


def _lines(context: Context, node: ScalarNode | None, number: str) -> tuple[str, ...]:
    """The text of a clause; lines of a signed act are paragraphs."""
    if node is None or not context.is_as_signed or "\n" not in node.text.strip():
        return (_sentence(context, node, number),)
    return tuple(block.text for block in blocks_of(context, node))


def _sentence(context: Context, node: ScalarNode | None, number: str) -> str:
    """The text of a clause. A body of the directory that begins it, «{department.dative}», gets its capital.

    Items of a list, «а)», go on with a sentence.
    """
    text = context.text(node)
    is_begun = node is not None and node.text.lstrip().startswith("{") and not number.endswith(")")
    return capital(text) if is_begun else text


def _quoted(context: Context, clause: MappingNode) -> Measures | None:
    """The rows that a clause quotes; none at all is a finding, and so is a total, which it does not print."""
    node = clause.get("quoted")
    if not isinstance(node, MappingNode):
        return None
    with context.worded(node):
        table = read_measures(context, node)
    for total in (section.total for section in table.walk() if section.total is not None):
        message = f"итог «{total.title}» в кавычках не напечатается"
        hint = "изложите новую сумму итога отдельным пунктом или всё приложение в новой редакции"
        context.report(TOTAL_OF_WHAT, message, total.origin.span, hint)
    if any(section.title or section.measures for section in table.walk()):
        return table
    hint = "перечислите строки в поле measures раздела"
    context.report(EMPTY_QUOTE, "в кавычках нет ни одной строки", clause.key_span("quoted"), hint)
    return None
