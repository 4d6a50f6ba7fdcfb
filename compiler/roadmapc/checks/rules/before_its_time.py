"""Дело назначено раньше того, без чего его не сделать.

Почему    Отчёт раньше события, анализ раньше сбора сведений, утверждение раньше разработки: к сроку исполнять
          будет нечего.
Плохо     {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.04.2021}
Хорошо    {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.10.2021}
Основание порядок работ: разработка, утверждение, проведение, анализ, отчёт
"""

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.facts.subjects import Subject, rare_roots, subjects
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.text.dates import digits

_SHARED = 0.6
"""Of the words of the shorter of two measures about one thing."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pairs of measures about one thing whose steps are dated the wrong way round."""
    told: set[str] = set()
    for before, after in _pairs(subjects(subject.plan, subject.calendar)):
        if before.first_day is None or after.last_day is None or after.last_day >= before.first_day:
            continue
        if after.measure.id in told:
            continue
        told.add(after.measure.id)
        label = Label(
            Place(subject.plan.file, before.measure.origin.key_span("measure")),
            f"мероприятие {before.measure.number}",
        )
        message = (
            f"мероприятие {after.measure.number} – до {digits(after.last_day)}, "
            f"а {before.measure.number}, без которого его не сделать, – с {digits(before.first_day)}"
        )
        name = "deadline" if "deadline" in after.measure.origin.fields else "measure"
        yield Finding(message, after.measure.origin.key_span(name), ("проверьте оба срока",), (label,))


def _pairs(all_of_them: tuple[Subject, ...]) -> Iterator[tuple[Subject, Subject]]:
    """Measures that share a rare word and most of the rest, the earlier step first."""
    rare = rare_roots(all_of_them)
    holders: defaultdict[str, list[Subject]] = defaultdict(list)
    for each in all_of_them:
        for root in each.roots & rare if each.step >= 0 else ():
            holders[root].append(each)
    for sharing in holders.values():
        for before in sharing:
            for after in sharing:
                if before.step < after.step and _is_of_one_thing(before, after):
                    yield before, after


def _is_of_one_thing(one: Subject, other: Subject) -> bool:
    shared = len(one.roots & other.roots)
    return shared >= _SHARED * min(len(one.roots), len(other.roots))


RULE = Rule(Code("D372", "before-its-time", Severity.WARNING, __doc__), check)
