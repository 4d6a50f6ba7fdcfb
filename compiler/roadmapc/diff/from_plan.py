"""A plan as the flat list of its provisions, in the order of printing."""

import re
from collections.abc import Iterator

from roadmapc.diff.provision import Field, Provision
from roadmapc.model.act import Case
from roadmapc.model.organisation import BodyId, Official, OfficialId, Organisation
from roadmapc.model.plan import Clause, Column, Measure, Plan, Section, Signatory, Term
from roadmapc.model.printed import cell_text, clause_text, executor_text, part_text, pictures_text, term_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.dates import digits

_ADDRESSED = re.compile(r"\{([a-z0-9-]+)(?:\.head)?\.(?:dative|instrumental)\}")
"""Who is told to act stands in the dative, and in the instrumental after «совместно с»."""


def provisions(plan: Plan) -> tuple[Provision, ...]:
    """Requisites, clauses, then each appendix with its sections and measures."""
    requisites = (
        Provision(ProvisionKind.REQUISITE, name, True, "", heading, None, (Field(name, heading, text),))
        for name, heading, text in _requisite_texts(plan)
    )
    return (*requisites, *_clauses(plan.order.clauses, None, plan.organisation), *_appendices(plan))


def _requisite_texts(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Key of YAML, what it is called, what it prints; every plan has them all, some of them empty."""
    order = plan.order
    act = order.kind.noun(Case.GENITIVE)
    yield "kind", "Вид документа", order.kind
    yield "period", "Срок действия плана", plan.period.text
    yield "date", f"Дата {act}", digits(order.date) if order.date else ""
    yield "number", f"Номер {act}", order.number
    yield "place", "Место издания", order.place
    yield "author", "Автор документа", order.author_genitive
    yield "title", f"Заголовок {act}", order.title
    yield "preamble", "Преамбула", order.preamble
    yield "operative", "Распорядительное слово", order.command.word
    yield "signatory", "Подпись", "\n".join(map(_signed, order.signatories))
    mark = order.executor_mark
    yield "executor_mark", "Отметка об исполнителе", ", ".join(filter(None, mark)) if mark else ""
    copies = "\n".join(f"{line.to} – {line.count}" for line in order.distribution)
    yield "distribution", "Список рассылки", copies
    yield "approval", "Лист согласования", "\n".join(map(official_text, order.approval))
    yield "acquaintance", "Лист ознакомления", "\n".join(map(official_text, order.acquaintance))
    acts = "\n".join(f"{act.kind} {act.requisites}" for act in plan.amendments)
    yield "amendments", "История изменений", acts


def _signed(signatory: Signatory) -> str:
    """Who signs, and for whom."""
    text = official_text(signatory.official)
    return (
        f"{text}, исполняет обязанности: {official_text(signatory.acting_for)}"
        if signatory.acting_for
        else text
    )


def official_text(official: Official) -> str:
    """A post with the name of who holds it."""
    return " ".join(filter(None, (official.post, official.name)))


def _clauses(
    clauses: tuple[Clause, ...], parent: Provision | None, organisation: Organisation
) -> Iterator[Provision]:
    """Each clause before its sub-clauses."""
    for clause in clauses:
        provision = _clause(clause, parent, organisation)
        yield provision
        yield from _clauses(clause.clauses, provision, organisation)


def _clause(clause: Clause, parent: Provision | None, organisation: Organisation) -> Provision:
    """A clause with those of the directory whom it, or else the clause above it, addresses."""
    fields = (
        Field("text", "Текст пункта", clause_text(clause)),
        Field("deadline", "Срок для календаря", "\n".join(map(term_text, clause.terms))),
        _checkpoint(clause.terms),
        Field("executors", "Исполнители пункта", "\n".join(map(executor_text, clause.executors))),
        Field("control", "Контроль", official_text(clause.control) if clause.control else ""),
    )
    names = dict.fromkeys(_ADDRESSED.findall(" ".join(_written(clause.origin))))
    records = (
        organisation.bodies.get(BodyId(name)) or organisation.officials.get(OfficialId(name))
        for name in names
    )
    addressed = tuple(record for record in records if record is not None)
    return Provision(
        kind=ProvisionKind.CLAUSE,
        id=clause.name,
        is_named=bool(clause.id),
        number=clause.number,
        title=clause.text,
        parent=parent,
        fields=_printed(fields),
        terms=clause.terms,
        executors=clause.executors,
        addressed=addressed or (parent.addressed if parent else ()),
    )


def _written(node: Node) -> Iterator[str]:
    """The texts of a clause, without the clauses below it, as the author wrote them."""
    match node:
        case ScalarNode():
            yield node.text
        case SequenceNode():
            yield from (item.text for item in node.items if isinstance(item, ScalarNode))
        case MappingNode():
            parts = (node.get(name) for name in ("text", "paragraphs", "items"))
            yield from (text for part in parts if part is not None for text in _written(part))


def _checkpoint(terms: tuple[Term, ...]) -> Field:
    phrases = (term.checkpoint.text for term in terms if term.checkpoint)
    return Field("checkpoint", "Контрольный срок", "\n".join(phrases))


def _printed(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields that print something: one that appears or vanishes is compared with an empty text."""
    return tuple(field for field in fields if field.text)


def _appendices(plan: Plan) -> Iterator[Provision]:
    for appendix in plan.appendices:
        headings = (" | ".join(column.heading for column in table.columns) for table in appendix.tables)
        fields = (
            Field("mark", "Отметка о приложении", appendix.mark),
            Field("title", "Наименование приложения", appendix.title),
            Field("text", "Текст приложения", "\n".join(filter(None, map(part_text, appendix.parts)))),
            Field("pictures", "Рисунки", pictures_text(appendix)),
            Field("columns", "Графы", "\n".join(headings)),
        )
        provision = Provision(
            ProvisionKind.APPENDIX, appendix.id, True, appendix.number, appendix.title, None, _printed(fields)
        )
        yield provision
        for table in appendix.tables:
            yield from _sections(table.sections, table.columns, provision)


def _sections(
    sections: tuple[Section, ...], columns: tuple[Column, ...], parent: Provision
) -> Iterator[Provision]:
    for section in sections:
        fields = _printed((Field("title", "Наименование раздела", section.title),))
        provision = Provision(
            ProvisionKind.SECTION, section.id, True, section.number, section.title, parent, fields
        )
        yield provision
        yield from (_measure(measure, columns, provision) for measure in section.measures)
        yield from _sections(section.sections, columns, provision)


def _measure(measure: Measure, columns: tuple[Column, ...], parent: Provision) -> Provision:
    cells = [
        Field(column.key, column.heading, cell_text(measure, column.key))
        for column in columns
        if column.key != "number"
    ]
    return Provision(
        kind=ProvisionKind.MEASURE,
        id=measure.id,
        is_named=True,
        number=measure.number,
        title=measure.title,
        parent=parent,
        fields=_printed((*cells, _checkpoint(measure.terms))),
        terms=measure.terms,
        executors=measure.executors,
    )
