"""В сроке нет даты, и контрольного срока нет.

Почему    «Постоянно», «по запросу», «по графику …» ни один календарь не удержит: о таком поручении
          вспоминают, когда о нём спросят. Поле checkpoint назначает день отчёта, печатный срок не меняя.
Плохо     deadline: постоянно
Хорошо    deadline: { phrase: постоянно, checkpoint: ежегодно до 20 января }
Основание инструкции по делопроизводству: о бессрочных поручениях отчитываются раз в год
"""

from collections.abc import Iterator, Sequence

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import BESIDE_DATES, SharedPhrase, checkpoint_for, phrases_with
from roadmapc.deadline.ast import Dated, Recurring, Relative, TimeRule
from roadmapc.deadline.own_act import names_own_act
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.text.listed import listed

_WITHOUT_END = {
    UndatedReason.CONTINUOUS: "конца не имеет",
    UndatedReason.EXTERNAL_SCHEDULE: "назначает другой документ",
}
"""A day of report is really missing: nothing that happens will remind of the duty."""
_WITH_OCCASION = frozenset((UndatedReason.ON_DEMAND, UndatedReason.EVENT))
"""What happens reminds of the duty. An unreadable phrase is an error of its own."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses of deadlines that no calendar can hold, nor will when the order is registered.

    Those that wait for an event are told in one finding: there is seldom anything to be done about them.
    """
    hint = f"добавьте checkpoint – когда отчитаться, например «{checkpoint_for(subject.plan)}»"
    waiting: list[SharedPhrase] = []
    for shared in phrases_with(subject.phrases, _is_undated):
        owned, clause, units = shared
        reason = undated_reason(clause.rule)
        # «июль, по отдельному плану», «по мере надобности, но раз в квартал»: the calendar has a day
        beside = (other.rule for other in owned.term.deadline.clauses)
        if reason in BESIDE_DATES and any(isinstance(rule, Dated | Recurring) for rule in beside):
            continue
        if reason in _WITHOUT_END:
            message = f"срок «{owned.phrase}» {_WITHOUT_END[reason]}, дня отчёта нет: {listed(units)}"
            yield Finding(message, owned.at(clause), (hint,), units=units)
        else:
            waiting.append(shared)
    if waiting:
        yield _of_events(waiting, hint)


def _of_events(waiting: Sequence[SharedPhrase], hint: str) -> Finding:
    (first, clause, _), *others = waiting
    numbers = tuple(dict.fromkeys(number for shared in waiting for number in shared.units))
    named = "сроки зависят" if others else f"срок «{first.phrase}» зависит"
    message = f"{named} от события или надобности, дня отчёта нет: {listed(numbers)}"
    labels = [
        Label(Place(owned.file, owned.at(clause)), f"{listed(units)}: «{owned.phrase}»")
        for owned, clause, units in others
    ]
    return Finding(message, first.at(clause), (hint,), tuple(labels), units=numbers)


def _is_undated(rule: TimeRule) -> bool:
    if isinstance(rule, Relative) and names_own_act(rule.event or ""):
        return False
    reason = undated_reason(rule)
    return reason in _WITHOUT_END or reason in _WITH_OCCASION


RULE = Rule(Code("D343", "undated-deadline", Severity.NOTE, __doc__, Group.UNDATED), check)
