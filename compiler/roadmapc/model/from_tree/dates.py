"""Dates of requisites and the period of the plan."""

from datetime import date

from roadmapc.deadline.unit import last_day as last_day_of
from roadmapc.model.codes import IMPOSSIBLE_REQUISITE_DATE, UNREADABLE_PERIOD
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.plan import Period
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.dates import YEARS
from roadmapc.text.periods import WrittenDay, ends_of
from roadmapc.text.shorten import shortened

MAX_YEARS = 50
"""Strategies are made for thirty years; a longer period is a slip of the pen."""
_EXAMPLES = "напишите «2021-2025», «2024», «01.09.2020-31.08.2021» или «2020/2021 учебный год»"


def read_date(context: Context, node: ScalarNode | None) -> date | None:
    """The day of a requisite; `None` if there is none or, with a finding, it does not exist."""
    if node is None:
        return None
    day, month, year = (int(part) for part in node.text.split("."))
    existing = _existing(context, node, (year, month, day))
    if existing is None or existing.year in YEARS:
        return existing
    message = f"день «{node.text}» не нашего времени"
    context.report(IMPOSSIBLE_REQUISITE_DATE, message, node.span, "проверьте цифры года")
    return None


def existing_day(written: str) -> date | None:
    """The day that «18.03.2021» writes; `None` if no calendar has it."""
    try:
        day, month, year = (int(part) for part in written.split("."))
        return date(year, month, day)
    except ValueError:
        return None


def read_period(context: Context, node: ScalarNode) -> Period | None:
    """The period; `None`, with a finding, if it cannot be read."""
    text = text_of(node)
    ends = ends_of(text)
    if ends is None:
        message = f"срок действия плана «{shortened(text)}» не прочитан"
        context.report(UNREADABLE_PERIOD, message, node.span, _EXAMPLES)
        return None
    first_day, last_day = (_existing(context, node, end) for end in ends)
    if first_day is None or last_day is None:
        return None
    if problem := _problem(first_day, last_day):
        message, hint = problem
        context.report(UNREADABLE_PERIOD, f"срок действия плана «{text}» {message}", node.span, hint)
        return None
    return Period(first_day, last_day, text)


def _problem(first_day: date, last_day: date) -> tuple[str, str] | None:
    """What is wrong with two days that exist, and what to do; `None` if nothing is."""
    if last_day < first_day:
        return "кончается раньше, чем начинается", "поменяйте местами начало и конец"
    if last_day.year - first_day.year > MAX_YEARS:
        return f"длиннее {MAX_YEARS} лет", "проверьте цифры годов"
    if first_day.year not in YEARS or last_day.year not in YEARS:
        return "не нашего времени", "проверьте цифры годов"
    return None


def _existing(context: Context, node: ScalarNode, written: WrittenDay) -> date | None:
    """The day; `None`, with a finding, if no calendar has it."""
    try:
        return date(*written)
    except ValueError:
        year, month, day = written
        hint = "проверьте день и месяц: дата пишется «день.месяц.год»"
        if 1 <= month <= 12 and year > 0 and day > 0:
            hint = f"последний день этого месяца – {last_day_of(month, year)}.{month:02}.{year:04}"
        message = f"дня «{day:02}.{month:02}.{year:04}» не бывает"
        context.report(IMPOSSIBLE_REQUISITE_DATE, message, node.span, hint)
        return None
