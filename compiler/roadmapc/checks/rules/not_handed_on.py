"""Кто анализирует или отчитывается, не получает того, что собрал другой.

Почему    Сведения собирает один, анализирует другой, а в строках не сказано, что собранное ему передают:
          к сроку анализировать будет нечего.
Плохо     {measure: Анализ итогов конкурса чтецов, executors: [board]}
Хорошо    {measure: Анализ итогов конкурса чтецов, executors: [board, schools]}
Основание порядок работ: исполнителю следующего шага передают итог предыдущего
"""

from collections.abc import Iterator

from roadmapc.checks.facts.subjects import ANALYSIS
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import actors_of
from roadmapc.model.plan import Measure
from roadmapc.model.printed import cell_text

_PRINTED = ("measure", "participants", "document", "result")
"""Where a row may say who is given what it makes."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Analyses and reports whose executors have no part in what they are about, each once."""
    told: set[str] = set()
    for before, after in subject.steps:
        earlier, later = before.measure, after.measure
        if after.step < ANALYSIS or before.step < ANALYSIS - 1 or later.id in told or _meet(earlier, later):
            continue
        told.add(later.id)
        span = earlier.origin.key_span("measure")
        label = Label(Place(subject.plan.file, span), f"мероприятие {earlier.reference}")
        giver, taker = earlier.executors[0].actor.short, later.executors[0].actor.short
        message = (
            f"мероприятие {later.reference} ведёт {taker}, а то, о чём оно, – {giver} "
            f"(мероприятие {earlier.reference}): не сказано, как одно получит другое"
        )
        hint = "назовите получателя в участниках или результате того мероприятия либо добавьте соисполнителя"
        yield Finding(message, later.origin.key_span("executors"), (hint,), (label,))


def _meet(earlier: Measure, later: Measure) -> bool:
    """Whether somebody acts in both or is named in the other, or one of them is nobody's."""
    givers, takers = actors_of(earlier.executors), actors_of(later.executors)
    if not givers or not takers:
        return True
    giving, taking = (
        {text_of(each.origin.get(field)) or each.id for each in actors for field in ("id", "part_of", "body")}
        for actors in (givers, takers)
    )
    said = " ".join(cell_text(each, key) for each in (earlier, later) for key in _PRINTED)
    return bool(giving & taking) or any(
        name in said for actor in (*givers, *takers) for name in (actor.short, actor.name)
    )


RULE = Rule(Code("E630", "not-handed-on", Severity.NOTE, __doc__), check)
