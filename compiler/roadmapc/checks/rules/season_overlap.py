"""Дни одного названного времени перекрываются.

Почему    Вторая четверть начинается после первой. Если их дни общие, в одной из дат опечатка, и срок
          «1 раз в четверть» пришёлся бы на один день дважды.
Плохо     seasons: {четверть: [01.09.2021 – 29.10.2021, 25.10.2021 – 28.12.2021]}
Хорошо    seasons: {четверть: [01.09.2021 – 29.10.2021, 08.11.2021 – 28.12.2021]}
Основание соглашение roadmapc
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from roadmapc.calendar.season_days import SeasonDays
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import mapping
from roadmapc.schedule.from_plan import horizon_of
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Seasons of the plan's own file of which one begins before the one before it has ended."""
    plan = subject.plan
    by_head: defaultdict[str, list[SeasonDays]] = defaultdict(list)
    for days in horizon_of(plan, subject.calendar.work_calendar).seasons:
        if days.name in plan.own_seasons:
            by_head[days.head].append(days)
    for same in by_head.values():
        for before, after in pairwise(same):
            if after.window.first <= before.window.last:
                message = (
                    f"«{after.name}» начинается {digits(after.window.first)}, "
                    f"а «{before.name}» кончается {digits(before.window.last)}"
                )
                where = mapping(plan.origin, "seasons").key_span(after.name)
                yield Finding(message, where, ("проверьте дни",))


RULE = Rule(Code("D364", "season-overlap", Severity.WARNING, __doc__), check)
