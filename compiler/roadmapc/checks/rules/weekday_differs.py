"""День недели не тот, что у даты.

Почему    «3 сентября 2024 года (пятница)» – вторник: придут в разные дни, и какой из двух назначен, не знает
          никто.
Плохо     result: совещание 4 июня 2021 года (четверг)
Хорошо    result: совещание 4 июня 2021 года (пятница)
Основание календарь
"""

from collections.abc import Iterator

from roadmapc.checks.facts.days import WEEKDAY_STEMS, days_of_week
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_NAMES = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_OWN = frozenset(("deadline", "phrase", "checkpoint"))
"""Where the language of deadlines asks."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Days of the texts; one without a year is asked about if no year of the plan has such a day."""
    period = subject.plan.period
    years = range(period.first_day.year, period.last_day.year + 1)
    for text, named in subject.ask(
        days_of_week, *WEEKDAY_STEMS, "(пн", "(вт", "(ср", "(чт", "(пт", "(сб", "(вс"
    ):
        dates = named.day.dates(years) if text.field not in _OWN else ()
        if dates and all(day.weekday() != named.weekday for day in dates):
            right = _NAMES[dates[0].weekday()]
            message = f"{dates[0]:%d.%m.%Y} – {right}, а написано «{named.word}»"
            yield Finding(message, text.at(named.start, named.end), ("исправьте день или дату",))


RULE = Rule(Code("D370", "weekday-differs", Severity.WARNING, __doc__), check)
