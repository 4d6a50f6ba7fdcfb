"""Дело назначено раньше того, без чего его не сделать.

Почему    Отчёт раньше события, анализ раньше сбора сведений, утверждение раньше разработки: к сроку исполнять
          будет нечего.
Плохо     {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.04.2021}
Хорошо    {measure: Отчёт о конкурсе чтецов, deadline: не позднее 01.10.2021}
Основание порядок работ: разработка, утверждение, проведение, анализ, отчёт
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pairs of measures about one thing whose steps are dated the wrong way round."""
    told: set[str] = set()
    for before, after in subject.steps:
        if before.first_day is None or after.last_day is None or after.last_day >= before.first_day:
            continue
        if after.measure.id in told:
            continue
        told.add(after.measure.id)
        label = Label(
            Place(subject.plan.file, before.measure.origin.key_span("measure")),
            f"мероприятие {before.measure.reference}",
        )
        message = (
            f"мероприятие {after.measure.reference} – до {digits(after.last_day)}, "
            f"а {before.measure.reference}, без которого его не сделать, – с {digits(before.first_day)}"
        )
        name = "deadline" if "deadline" in after.measure.origin.fields else "measure"
        yield Finding(message, after.measure.origin.key_span(name), ("проверьте оба срока",), (label,))


RULE = Rule(Code("D372", "before-its-time", Severity.WARNING, __doc__), check)
