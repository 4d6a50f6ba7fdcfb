"""В таблице нет графы результата.

Почему    По результату проверяют, исполнено ли мероприятие. Без него спорят, что значит «проведено».
          Спрашивает только профиль дома: поставляемые профили оставляют состав граф автору.
Плохо     columns: { number: №, measure: Мероприятие, deadline: Срок }
Хорошо    columns: { number: №, measure: Мероприятие, deadline: Срок, result: Результат }
Основание практика: форма отчёта об исполнении спрашивает документ, который подтверждает результат
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.from_tree.fields import mappings
from roadmapc.model.plan import Plan
from roadmapc.syntax.tree import MappingNode

_COLUMNS = frozenset(("number", "measure", "deadline", "executors", "participants", "document", "result"))
RESULTS = frozenset(("result", "document"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Declared columns that say neither the result nor the document, which the author chose: asked once."""
    lacking = [table for table in _tables(subject.plan) if _lacks_result(table)]
    if lacking:
        places = [Place(subject.plan.file, table.key_span("columns")) for table in lacking]
        hints = (
            "добавьте в columns графу result",
            "если так заведено, снимите вопрос для всех планов: checks.without: [N702] в профиле",
        )
        related = tuple(Label(place, "и здесь") for place in places[1:])
        yield Finding("в таблице мероприятий нет графы результата", places[0], hints, related)


def _lacks_result(table: MappingNode) -> bool:
    columns = table.get("columns")
    """A free column, «Место», «Отметка о выполнении», shows a table that was drawn up for its purpose."""
    if not isinstance(columns, MappingNode):
        return False
    return not (RESULTS & columns.fields.keys() or columns.fields.keys() - _COLUMNS)


def _tables(plan: Plan) -> Iterator[MappingNode]:
    """Where measure tables are described: in an appendix, or in one of its parts."""
    for appendix in plan.appendices:
        if "sections" in appendix.origin.fields:
            yield appendix.origin
        for part in mappings(appendix.origin, "parts"):
            measures = part.get("measures")
            if isinstance(measures, MappingNode):
                yield measures


RULE = Rule(Code("N702", "no-result-column", Severity.NOTE, __doc__), check)
