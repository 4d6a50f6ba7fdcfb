"""Мероприятие кончается позже итогового отчёта.

Почему    Итоги плана подводят до 1 июня, а мероприятие исполняют до 1 сентября: в отчёт оно не попадёт.
Плохо     {measure: Конкурс чтецов, deadline: не позднее 01.11.2021}
Хорошо    {measure: Конкурс чтецов, deadline: не позднее 01.05.2021}
Основание итог подводят после последнего мероприятия
"""

from collections.abc import Iterator

from roadmapc.checks.facts.subjects import is_of_plan
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.text.dates import digits
from roadmapc.text.listed import listed


def check(subject: CheckInput) -> Iterator[Finding]:
    """Duties with a day of their own after the last report on the plan, once a plan."""
    last = None
    for entry in subject.calendar.entries:
        if is_of_plan(entry.duty.text) and (last is None or entry.occurrence.nominal > last):
            last = entry.occurrence.nominal
    if last is None:
        return
    late: dict[int, Duty] = {}
    for entry in subject.calendar.entries:
        is_day = entry.occurrence.first_day in (None, entry.occurrence.nominal)
        if is_day and entry.occurrence.nominal > last and not is_of_plan(entry.duty.text):
            late.setdefault(entry.duty.span.start, entry.duty)
    if late:
        duties = list(late.values())
        node = duties[0].terms[0].node if duties[0].terms else None
        later = listed([duty.reference for duty in duties])
        message = f"итоги плана подводят до {digits(last)}, а позже ещё {later}"
        yield Finding(message, node.span if node else duties[0].span, ("перенесите отчёт или мероприятие",))


RULE = Rule(Code("D363", "after-the-summary", Severity.WARNING, __doc__), check)
