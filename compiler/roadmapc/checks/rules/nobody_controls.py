"""Никто не контролирует исполнение.

Почему    Последним пунктом приказа контроль возлагают на должностное лицо или оставляют за собой. Без него
          спросить об исполнении некому.
Плохо     clauses: [Утвердить план мероприятий.]
Хорошо    clauses: [Утвердить план мероприятий., { text: Контроль оставляю за собой., control: head }]
Основание инструкции по делопроизводству: последний пункт – о контроле
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.act import Case


def check(subject: CheckInput) -> Iterator[Finding]:
    """An order in which no clause speaks of control."""
    order = subject.plan.order
    if not any(clause.control or "контроль" in clause.text.casefold() for clause in order.walk()):
        act = order.kind.noun(Case.GENITIVE)
        hint = f"добавьте пункт «Контроль за исполнением {act} возложить на …» с полем control"
        yield Finding(f"исполнение {act} никто не контролирует", order.origin.key_span("clauses"), (hint,))


RULE = Rule(Code("N713", "nobody-controls", Severity.WARNING, __doc__), check)
