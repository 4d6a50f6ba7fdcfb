"""В сроке нет даты, и контрольного срока нет.

Почему    «Постоянно», «по запросу», «по графику …» ни один календарь не удержит: о таком поручении
          вспоминают, когда о нём спросят. Поле checkpoint назначает день отчёта, печатный срок не меняя.
Плохо     deadline: постоянно
Хорошо    deadline: { phrase: постоянно, checkpoint: ежегодно до 20 января }
Основание инструкции по делопроизводству: о бессрочных поручениях отчитываются раз в год
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import told_once
from roadmapc.deadline.ast import Rule as DeadlineRule
from roadmapc.diagnostics.code import Code, Severity

_REASONS: dict[UndatedReason | None, str] = {
    UndatedReason.CONTINUOUS: "конца не имеет",
    UndatedReason.EXTERNAL_SCHEDULE: "назначает другой документ",
    UndatedReason.ON_DEMAND: "зависит от запроса или надобности",
    UndatedReason.EVENT: "зависит от события",
}
"""Without the unreadable: that is an error of its own."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses of deadlines that no calendar can hold."""
    for owned, clause, numbers in told_once(subject.plan, _is_undated):
        reason = _REASONS[undated_reason(clause.rule)]
        message = f"срок «{owned.phrase}» {reason}, дня отчёта нет: {numbers}"
        hint = "добавьте checkpoint – когда отчитаться, например «ежегодно до 20 января»"
        yield Finding(message, owned.at(clause), (hint,))


def _is_undated(rule: DeadlineRule) -> bool:
    return undated_reason(rule) in _REASONS


RULE = Rule(Code("D343", "undated-deadline", Severity.NOTE, __doc__), check)
