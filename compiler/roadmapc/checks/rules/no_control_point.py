"""Срок – весь период плана, контрольной даты нет.

Почему    «2021–2025 гг.» проверяют один раз, в последний день плана, когда исправить уже ничего нельзя.
          Поле checkpoint ставит в календарь промежуточную дату, а в приказе печатается прежний срок.
Плохо     deadline: 2021–2025 гг.
Хорошо    deadline: { phrase: 2021–2025 гг., checkpoint: ежегодно до 20 декабря }
Основание практика контроля исполнения: у поручения есть дата, к которой отчитываются;
          сколько дней срок обходится без неё – поле checks.uncontrolled профиля
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import checkpoint_for, phrases_with
from roadmapc.deadline.ast import Dated
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.schedule.plan_calendar import Entry
from roadmapc.source.file import SourceFile
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """Windows so long that their end is too late to ask."""
    limit = subject.plan.profile.checks.uncontrolled
    longest = _longest(subject.calendar.entries)
    for owned, clause, units in phrases_with(subject.phrases, lambda rule: isinstance(rule, Dated)):
        days = longest.get(owned.phrase.casefold(), 0)
        if days > limit:
            length = counted(days, "день", "дня", "дней")
            hint = f"добавьте checkpoint, например «{checkpoint_for(subject.plan)}»"
            message = f"срок «{owned.phrase}» – {length} без контрольной даты: {listed(units)}"
            yield Finding(message, owned.at(clause), (hint,), units=units)


def _longest(entries: Iterable[Entry]) -> dict[str, int]:
    """The longest window of each phrase, in days; of those that have a first day."""
    lengths: defaultdict[SourceFile, set[timedelta]] = defaultdict(set)
    for entry in entries:
        occurrence = entry.occurrence
        if occurrence.first_day is not None:
            lengths[entry.term.deadline.file].add(occurrence.nominal - occurrence.first_day)
    longest: dict[str, int] = {}
    for written, found in lengths.items():
        phrase = written.text.casefold()
        longest[phrase] = max(longest.get(phrase, 0), max(found).days + 1)
    return longest


RULE = Rule(Code("D341", "no-control-point", Severity.NOTE, __doc__, Group.UNDATED), check)
