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
from roadmapc.text.listed import listed
from roadmapc.text.plural import plural

SHORTEST = 3
"""Words; «Приказ» may be the result of many."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Results that say what an earlier one said; one finding for all that say the same."""
    for first, *others in _by_result(subject).values():
        if not others:
            continue
        file = subject.plan.file
        numbers = tuple(measure.number for measure in others)
        nouns = plural(len(numbers), "мероприятия", "мероприятий", "мероприятий")
        message = f"результат {nouns} {listed(numbers)} тот же, что у {first.number}"
        labels = (
            Label(Place(file, measure.origin.key_span("result")), f"мероприятие {measure.reference}")
            for measure in (first, *others[1:])
        )
        span = others[0].origin.key_span("result")
        yield Finding(message, span, ("назовите свой результат",), tuple(labels), units=numbers)


def _by_result(subject: CheckInput) -> dict[tuple[str, ...], list[Measure]]:
    by_result: defaultdict[tuple[str, ...], list[Measure]] = defaultdict(list)
    for _, measure in subject.rows:
        words = tuple([stem for block in measure.result for stem in stems(block.text)])
        if len(words) >= SHORTEST:
            by_result[words].append(measure)
    return by_result


RULE = Rule(Code("N711", "repeated-result", Severity.NOTE, __doc__), check)
