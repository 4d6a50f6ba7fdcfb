"""Один результат у нескольких мероприятий.

Почему    По результату отличают исполненное от неисполненного. Если он у трёх мероприятий один, два
          из них проверить нельзя.
Плохо     result: повышение качества образования
Хорошо    result: отчёт о качестве образования
Основание соглашение roadmapc: у каждого мероприятия свой результат
"""

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Measure

SHORTEST = 3
"""Words; «Приказ» may be the result of many."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Results that say what an earlier one said."""
    for same in _by_result(subject).values():
        first = same[0]
        label = Label(
            Place(subject.plan.file, first.origin.key_span("result")), f"мероприятие {first.number}"
        )
        for measure in same[1:]:
            message = f"результат мероприятия {measure.number} тот же, что у {first.number}"
            yield Finding(message, measure.origin.key_span("result"), ("назовите свой результат",), (label,))


def _by_result(subject: CheckInput) -> dict[tuple[str, ...], list[Measure]]:
    by_result: defaultdict[tuple[str, ...], list[Measure]] = defaultdict(list)
    for _, measure in subject.plan.walk():
        words = tuple(stem for block in measure.result for stem in stems(block.text))
        if len(words) >= SHORTEST:
            by_result[words].append(measure)
    return by_result


RULE = Rule(Code("N711", "repeated-result", Severity.NOTE, __doc__), check)
