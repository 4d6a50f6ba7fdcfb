"""Два мероприятия почти одинаковы.

Почему    Одно и то же поручено дважды, нередко с разными сроками: исполнят одно, отчитаются по обоим.
Плохо     measure: Разработка правового акта о проверке работ учащихся школ города
Хорошо    measure: Обсуждение итогов проверки на совещании директоров
Основание одно поручение – одна строка; доля общих слов – поле checks.similarity профиля
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.similar import pairs
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Measure

SHORTEST = 4
WHOLE = 6
"""Words of a first paragraph that says what to do without its list."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures that share most of their words."""
    measures = [measure for _, measure in subject.plan.walk()]
    texts = [_text(measure) for measure in measures]
    alike = subject.plan.profile.checks.similarity
    for first, second, share in pairs(texts, threshold=alike, shortest=SHORTEST):
        earlier, later = measures[first], measures[second]
        like = "повторяет" if share == 100 else "почти повторяет"
        label = Label(
            Place(subject.plan.file, earlier.origin.key_span("measure")), f"мероприятие {earlier.number}"
        )
        message = f"мероприятие {later.number} {like} мероприятие {earlier.number}"
        span = later.origin.key_span("measure")
        yield Finding(message, span, ("объедините их или напишите, чем они различаются",), (label,))


def _text(measure: Measure) -> str:
    """The measure without the list that follows a whole sentence."""
    first = measure.text[0].text if measure.text else ""
    return first if len(first.split()) >= WHOLE and not first.endswith(":") else measure.title


RULE = Rule(Code("N710", "repeated-measure", Severity.WARNING, __doc__), check)
