"""Мероприятие из другого плана.

Почему    Вывоз снега в плане работы библиотек: строку скопировали вместе с таблицей, и исполнителя у неё нет.
Плохо     measure: Промывка теплотрасс
Хорошо    measure: Собрание учителей школ
Основание план содержит мероприятия по своему предмету
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from roadmapc.checks.facts.topics import topics, topics_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_ENOUGH_ROWS = 8
"""Measures by which a plan has a subject."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The only measure of its field in a plan of another, which nothing else of the plan speaks of."""
    plan = subject.plan
    measures = [measure for _, measure in plan.walk()]
    if len(measures) < _ENOUGH_ROWS:
        return
    topics_in = subject.memo.of_each(topics)
    named = {measure.id: topics_in(measure.title) for measure in measures}
    titles = (plan.order.title, plan.order.preamble, plan.organisation.file.text)
    own = topics_of((*titles, *(appendix.title for appendix in plan.appendices)))
    texts = {text.words for text in subject.texts if text.field not in ("measure", "result")}
    own = own.union(*map(topics_in, texts))
    rows = Counter(chain.from_iterable(named.values()))
    single = {topic for topic, count in rows.items() if count == 1} - own
    for measure in measures if own and single else ():
        others = sorted(named[measure.id] & single)
        if others and not named[measure.id] & own:
            message = (
                f"мероприятие {measure.reference} – о другом ({others[0]}): больше об этом в плане ничего нет"
            )
            hint = "проверьте, не осталось ли оно от чужого плана"
            yield Finding(message, measure.origin.key_span("measure"), (hint,))


RULE = Rule(Code("N735", "foreign-subject", Severity.NOTE, __doc__), check)
