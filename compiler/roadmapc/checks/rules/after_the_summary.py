"""Мероприятие кончается позже итогового отчёта.

Почему    Итоги плана подводят до 1 июня, а мероприятие исполняют до 1 сентября: в отчёт оно не попадёт.
Плохо     {measure: Конкурс чтецов, deadline: не позднее 01.11.2021}
Хорошо    {measure: Конкурс чтецов, deadline: не позднее 01.05.2021}
Основание итог подводят после последнего мероприятия
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from roadmapc.checks.facts.subjects import is_of_plan
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import ENOUGH
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.schedule.plan_calendar import Duty
from roadmapc.source.span import Span
from roadmapc.text.dates import digits
from roadmapc.text.listed import listed
from roadmapc.text.regex import regex

_FINAL = regex(r"итог|сводн|заключительн", re.IGNORECASE)
_OF_TIME = regex(r"\bза\s|\bгод|полугод|кварт|ежегодн|промежуточн", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Duties with a day of their own after the final report on the plan, once a plan.

    A report that is due once and names no part of the time is final; of several, the first that says so.
    """
    texts = dict.fromkeys(entry.duty.text for entry in subject.calendar.entries)
    of_plan = {text for text in texts if is_of_plan(text) and not _OF_TIME.search(text)}
    if not of_plan:
        return
    times = Counter(entry.duty.span for entry in subject.calendar.entries)
    reports = {
        entry.duty.text: entry.occurrence.nominal
        for entry in subject.calendar.entries
        if entry.duty.text in of_plan and times[entry.duty.span] == 1
    }
    final = [day for text, day in reports.items() if _FINAL.search(text)]
    if reports:
        yield from _late(subject, min(final) if final else max(reports.values()), times)


def _late(subject: CheckInput, last: date, times: Mapping[Span, int]) -> Iterator[Finding]:
    """Duties that are due once, on a day later than the report."""
    late: dict[int, Duty] = {}
    for entry in subject.calendar.entries:
        is_day = times[entry.duty.span] == 1 and entry.occurrence.first_day in (
            None,
            entry.occurrence.nominal,
        )
        if is_day and entry.occurrence.nominal > last and not is_of_plan(entry.duty.text):
            late.setdefault(entry.duty.span.start, entry.duty)
    if late:
        duties = list(late.values())
        node = duties[0].terms[0].node if duties[0].terms else None
        later = listed([duty.reference for duty in duties])
        message = f"итоги плана подводят до {digits(last)}, а позже ещё {later}"
        span = node.span if node else duties[0].span
        others = duties[1:ENOUGH]
        labels = tuple(Label(Place(subject.plan.file, duty.span), duty.reference) for duty in others)
        yield Finding(message, span, ("перенесите отчёт или мероприятие",), labels)


RULE = Rule(Code("D373", "after-the-summary", Severity.WARNING, __doc__), check)
