"""Участники те же, что исполнители.

Почему    Графа участников ничего не добавляет, а читатель ищет в ней тех, кого не хватает.
Плохо     participants: [Школы округа]
Хорошо    participants: [Родители]
Основание соглашение roadmapc: участник – тот, кто не исполняет
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Measure
from roadmapc.text.listed import listed


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures all of whose participants are their executors, in one finding: it is one habit."""
    alike = [measure for _, measure in subject.rows if _repeats(measure)]
    nodes = [node for measure in alike if (node := measure.origin.get("participants"))]
    if nodes:
        numbers = tuple(measure.number for measure in alike)
        message = f"участники – те же, кто исполняет: {listed(numbers)}"
        places = [Place(subject.plan.file, node.span) for node in nodes]
        related = tuple(Label(place, number) for place, number in zip(places, numbers, strict=True))
        hint = "оставьте графу пустой или назовите других"
        yield Finding(message, places[0], (hint,), related[1:], units=numbers)


def _repeats(measure: Measure) -> bool:
    if not measure.participants:
        return False
    names = {
        name.casefold()
        for executor in measure.executors
        for name in (executor.actor.short, executor.actor.name)
    }
    return names.issuperset(map(str.casefold, measure.participants))


RULE = Rule(Code("E605", "participants-repeat-executors", Severity.WARNING, __doc__), check)
