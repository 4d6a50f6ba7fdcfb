"""A plan as the flat list of its provisions, in the order of printing."""

import re
from collections.abc import Iterator

from roadmapc.diff.provision import Field, Provision
from roadmapc.model.act import Case
from roadmapc.model.organisation import BodyId, Official, OfficialId, Organisation
from roadmapc.model.parts import Composition
from roadmapc.model.plan import Clause, Column, Measure, Measures, Plan, Section, Signatory, Term
from roadmapc.model.printed import (
    cell_text,
    clause_text,
    executor_text,
    head_text,
    part_text,
    pictures_text,
    sanction_text,
    term_text,
    total_text,
)
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.requisites import Sanction
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
    yield "sitting", "Созыв и заседание", order.sitting
    yield "author", "Автор документа", order.author_genitive
    yield "title", f"Заголовок {act}", order.title
    yield "preamble", "Преамбула", order.preamble
    yield "operative", "Распорядительное слово", order.command.word
    yield "signatory", "Подпись", "\n".join(map(_signed, order.signatories))
    mark = order.executor_mark
    yield "executor_mark", "Отметка об исполнителе", ", ".join(filter(None, mark)) if mark else ""
    copies = "\n".join(f"{line.to} – {line.count}" for line in order.distribution)
    yield "distribution", "Список рассылки", copies
    yield "approval", "Лист согласования", "\n".join(map(_signed, order.approval))
    yield "acquaintance", "Лист ознакомления", "\n".join(map(_signed, order.acquaintance))
    agreed = (sanction_text(each) if isinstance(each, Sanction) else _signed(each) for each in order.agreed)
    yield "agreed", "Гриф согласования", "\n".join(agreed)
    yield "fields", "Свои поля бланка", "\n".join(f"{name}: {text}" for name, text in order.fields)
    acts = "\n".join(f"{act.kind} {act.requisites}" for act in plan.amendments)
    yield "amendments", "История изменений", acts


def _signed(signatory: Signatory) -> str:
    """Who signs, and for whom."""
    text = official_text(signatory.official)
    return (
        f"{text}, {signatory.acting_as}: {official_text(signatory.acting_for)}"
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
    has_several = len(plan.tables) > 1
    for appendix in plan.appendices:
        approval = appendix.approved_by
        number = appendix.number if has_several else ""
        headings = (" | ".join(map(head_text, table.heads)) for table in appendix.tables)
        compositions = (part for part in appendix.parts if isinstance(part, Composition))
        texts = (part_text(part) for part in appendix.parts if not isinstance(part, Composition))
        fields = (
            Field("mark", "Отметка о приложении", appendix.mark),
            Field("approved_by", "Чем утверждено", sanction_text(approval) if approval else ""),
            Field("title", "Наименование приложения", appendix.title),
            Field("text", "Текст приложения", "\n".join(filter(None, texts))),
            Field("composition", "Состав", "\n".join(map(part_text, compositions))),
            Field("pictures", "Рисунки", pictures_text(appendix)),
            Field("columns", "Графы", "\n".join(headings)),
            *_around(appendix.tables),
        )
        provision = Provision(
            kind=ProvisionKind.APPENDIX,
            id=appendix.id,
            is_named=True,
            number=appendix.number,
            title=appendix.title,
            parent=None,
            fields=_printed(fields),
            parts=appendix.parts,
        )
        yield provision
        for table in appendix.tables:
            yield from _sections(table.sections, table.columns, provision, number)


def _around(tables: tuple[Measures, ...]) -> Iterator[Field]:
    """What tables of measures print besides their rows."""
    numbers = ["печатаются" if table.has_column_numbers else "нет" for table in tables]
    totals = [total_text(table.total, table.columns) for table in tables if table.total]
    has_numbers = any(table.has_column_numbers for table in tables)
    yield Field("column_numbers", "Номера граф", "\n".join(numbers) if has_numbers else "")
    yield Field("total", "Итог таблицы", "\n".join(totals))
    yield Field("notes", "Примечания к таблице", "\n".join(note for table in tables for note in table.notes))


def _sections(
    sections: tuple[Section, ...], columns: tuple[Column, ...], parent: Provision, appendix: str
) -> Iterator[Provision]:
    for section in sections:
        total = total_text(section.total, columns) if section.total else ""
        fields = _printed(
            (Field("title", "Наименование раздела", section.title), Field("total", "Итог раздела", total))
        )
        provision = Provision(
            ProvisionKind.SECTION,
            section.id,
            True,
            section.number,
            section.title,
            parent,
            fields,
            appendix=appendix,
        )
        yield provision
        yield from (_measure(measure, columns, provision) for measure in section.measures)
        yield from _sections(section.sections, columns, provision, appendix)


def _measure(measure: Measure, columns: tuple[Column, ...], parent: Provision) -> Provision:
    cells = [
        Field(column.key, column.heading, cell_text(measure, column.key))
        for column in columns
        if column.key != "number" and column.term is None
    ]
    marks = [
        f"{column.heading}: {text}"
        for column in columns
        if column.term is not None and (text := cell_text(measure, column.key))
    ]
    if marks:  # marks in columns of quarters are the deadline
        cells.append(Field("deadline", "Срок", "\n".join(marks)))
    joined = [column.heading for column in columns if column.key in measure.joined]
    cells.append(Field("joined", "Общие ячейки", "\n".join(joined)))
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
        appendix=parent.appendix,
    )
