"""В сроке нет даты, и контрольного срока нет.

Почему    «Постоянно», «по запросу», «по графику …» ни один календарь не удержит: о таком поручении
          вспоминают, когда о нём спросят. Поле checkpoint назначает день отчёта, печатный срок не меняя.
Плохо     deadline: постоянно
Хорошо    deadline: { phrase: постоянно, checkpoint: ежегодно до 20 января }
Основание инструкции по делопроизводству: о бессрочных поручениях отчитываются раз в год
"""

from collections.abc import Iterator

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import phrases_with
from roadmapc.deadline.ast import Relative, TimeRule
from roadmapc.deadline.own_act import names_own_act
from roadmapc.diagnostics.code import Code, Severity

_REASONS: dict[UndatedReason | None, str] = {
    UndatedReason.CONTINUOUS: "конца не имеет",
    UndatedReason.EXTERNAL_SCHEDULE: "назначает другой документ",
    UndatedReason.ON_DEMAND: "зависит от запроса или надобности",
    UndatedReason.EVENT: "зависит от события",
}
"""Without the unreadable: that is an error of its own."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses of deadlines that no calendar can hold, nor will when the order is registered."""

    def is_undated(rule: TimeRule) -> bool:
        if isinstance(rule, Relative) and names_own_act(rule.event or ""):
            return False
        return undated_reason(rule) in _REASONS

    for owned, clause, numbers in phrases_with(subject.plan, is_undated):
        reason = _REASONS[undated_reason(clause.rule)]
        message = f"срок «{owned.phrase}» {reason}, дня отчёта нет: {numbers}"
        hint = "добавьте checkpoint – когда отчитаться, например «ежегодно до 20 января»"
        yield Finding(message, owned.at(clause), (hint,))


RULE = Rule(Code("D343", "undated-deadline", Severity.NOTE, __doc__), check)
