"""A plan as the flat list of its units, in the order of printing."""

import re
from collections.abc import Iterator

from roadmapc.diff.provision import Field, Provision
from roadmapc.model.amendment import AmendingAct
from roadmapc.model.organisation import Body, BodyId, Official, OfficialId, Organisation
from roadmapc.model.plan import Appendix, Clause, Column, Measure, Measures, Order, Plan, Section, Term
from roadmapc.model.printed import cell_text, clause_text, executor_text, part_text, term_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.dates import digits

_ADDRESSED = re.compile(r"\{([a-z0-9-]+)(?:\.head)?\.(?:dative|instrumental)\}")
"""Who is told to act stands in the dative, and in the instrumental after «совместно с»."""


def units(plan: Plan) -> tuple[Provision, ...]:
    """Requisites, clauses, then each appendix with its sections and measures."""
    return (
        *_requisites(plan),
        *_Clauses(plan.organisation).units(plan.order.clauses, None),
        *_appendices(plan),
    )


def _requisites(plan: Plan) -> Iterator[Provision]:
    for name, heading, text in _requisite_texts(plan):
        yield Provision(ProvisionKind.REQUISITE, name, True, "", heading, None, (Field(name, heading, text),))


def _requisite_texts(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Key of YAML, what it is called, what it prints; every plan has them all, some of them empty."""
    order = plan.order
    yield "period", "Срок действия плана", plan.period.text
    yield "date", "Дата приказа", digits(order.date) if order.date else ""
    yield "number", "Номер приказа", order.number
    yield "place", "Место издания", order.place
    yield "author", "Чей приказ", order.author_genitive
    yield "title", "Заголовок приказа", order.title
    yield "preamble", "Преамбула", order.preamble
    yield "signatory", "Подпись", official_text(order.signatory)
    yield "executor_mark", "Отметка об исполнителе", _executor_mark(order)
    yield (
        "distribution",
        "Список рассылки",
        "\n".join(f"{line.to} – {line.count}" for line in order.distribution),
    )
    yield "approval", "Лист согласования", _officials(order.approval)
    yield "acquaintance", "Лист ознакомления", _officials(order.acquaintance)
    yield "amendments", "История изменений", "\n".join(map(_act, plan.amendments))


def _act(act: AmendingAct) -> str:
    return f"{act.kind} {act.requisites}"


def official_text(official: Official) -> str:
    """A post with the name of who holds it."""
    return " ".join(filter(None, (official.post, official.name)))


def _executor_mark(order: Order) -> str:
    mark = order.executor_mark
    return ", ".join(filter(None, (mark.name, mark.phone, mark.email))) if mark else ""


def _officials(officials: tuple[Official, ...]) -> str:
    return "\n".join(official_text(official) for official in officials)


class _Clauses:
    """Clauses as units, with those of the directory whom they address."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation

    def units(self, clauses: tuple[Clause, ...], parent: Provision | None) -> Iterator[Provision]:
        for clause in clauses:
            unit = self._unit(clause, parent)
            yield unit
            yield from self.units(clause.clauses, unit)

    def _unit(self, clause: Clause, parent: Provision | None) -> Provision:
        fields = (
            Field("text", "Текст пункта", clause_text(clause)),
            Field("deadline", "Срок для календаря", "\n".join(map(term_text, clause.terms))),
            _checkpoint(clause.terms),
            Field("executors", "Исполнители пункта", "\n".join(map(executor_text, clause.executors))),
            Field("control", "Контроль", official_text(clause.control) if clause.control else ""),
        )
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
            addressed=self._addressed(clause) or (parent.addressed if parent else ()),
        )

    def _addressed(self, clause: Clause) -> tuple[Body | Official, ...]:
        names = dict.fromkeys(_ADDRESSED.findall(" ".join(_written(clause.origin))))
        return tuple(who for who in map(self._record, names) if who is not None)

    def _record(self, name: str) -> Body | Official | None:
        organisation = self._organisation
        return organisation.bodies.get(BodyId(name)) or organisation.officials.get(OfficialId(name))


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
        unit = _appendix(appendix)
        yield unit
        for part in appendix.parts:
            if isinstance(part, Measures):
                yield from _sections(part.sections, part.columns, unit)


def _appendix(appendix: Appendix) -> Provision:
    tables = [part for part in appendix.parts if isinstance(part, Measures)]
    columns = "\n".join(" | ".join(column.heading for column in table.columns) for table in tables)
    fields = (
        Field("mark", "Отметка о приложении", appendix.mark),
        Field("title", "Наименование приложения", appendix.title),
        Field("text", "Текст приложения", "\n".join(filter(None, map(part_text, appendix.parts)))),
        Field("columns", "Графы", columns),
    )
    return Provision(
        ProvisionKind.APPENDIX, appendix.id, True, appendix.number, appendix.title, None, _printed(fields)
    )


def _sections(
    sections: tuple[Section, ...], columns: tuple[Column, ...], parent: Provision
) -> Iterator[Provision]:
    for section in sections:
        fields = _printed((Field("title", "Наименование раздела", section.title),))
        unit = Provision(
            ProvisionKind.SECTION, section.id, True, section.number, section.title, parent, fields
        )
        yield unit
        for measure in section.measures:
            yield _measure(measure, columns, unit)
        yield from _sections(section.sections, columns, unit)


def _measure(measure: Measure, columns: tuple[Column, ...], parent: Provision) -> Provision:
    keys = (column for column in columns if column.key != "number")
    cells = [Field(column.key, column.heading, cell_text(measure, column.key)) for column in keys]
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
