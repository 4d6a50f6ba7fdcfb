"""Два мероприятия почти одинаковы.

Почему    Одно и то же поручено дважды, нередко с разными сроками: исполнят одно, отчитаются по обоим.
Плохо     measure: Разработка правового акта о проверке работ учащихся школ города
Хорошо    measure: Обсуждение итогов проверки на совещании директоров
Основание одно поручение – одна строка; доля общих слов – поле checks.similarity профиля
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from roadmapc.checks.facts.subjects import meaning
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.similar import pairs
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Measure

SHORTEST = 4
WHOLE = 6
"""Words of a first paragraph that says what to do without its list."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures that share most of their words, then those that say one thing in few or in other words."""
    # a cell that is joined to the one above says what that one says
    measures = [measure for _, measure in subject.rows if "measure" not in measure.joined]
    texts = [_text(measure) for measure in measures]
    alike = subject.plan.profile.checks.similarity
    told: set[tuple[int, int]] = set()
    similar = partial(pairs, texts, threshold=alike, shortest=SHORTEST)
    for first, second, share in subject.memo.answer(pairs, (texts, alike), similar):
        told.add((first, second))
        like = "повторяет" if share == 100 else "почти повторяет"
        yield _finding(subject, measures[first], measures[second], like)
    for first, second in _twins(measures, map(subject.memo.of_each(meaning), texts)):
        if (first, second) not in told:
            yield _finding(subject, measures[first], measures[second], "говорит то же, что")


def _finding(subject: CheckInput, earlier: Measure, later: Measure, like: str) -> Finding:
    place = Place(subject.plan.file, earlier.origin.key_span("measure"))
    message = f"мероприятие {later.reference} {like} мероприятие {earlier.reference}"
    hints = ("объедините их или напишите, чем они различаются",)
    label = Label(place, f"мероприятие {earlier.reference}")
    return Finding(message, later.origin.key_span("measure"), hints, (label,))


def _twins(
    measures: Sequence[Measure], meanings: Iterable[tuple[int, frozenset[str]]]
) -> Iterator[tuple[int, int]]:
    """Measures of one step about one thing by one deadline: «осмотр», «провести осмотр»."""
    first: dict[tuple[int, frozenset[str]], list[int]] = {}
    for at, about in enumerate(meanings):
        if not about[1]:
            continue
        same = first.setdefault(about, [])
        twin = next((each for each in same if _is_shared(measures[each], measures[at])), None)
        if twin is not None:
            yield twin, at
        same.append(at)


def _is_shared(one: Measure, other: Measure) -> bool:
    """Whether two rows may be one: their deadlines are the same, or one has none."""
    terms = [tuple(term.deadline.text.casefold() for term in measure.terms) for measure in (one, other)]
    return terms[0] == terms[1] or not all(terms)


def _text(measure: Measure) -> str:
    """The measure without the list that follows a whole sentence."""
    first = measure.text[0].text if measure.text else ""
    return first if len(first.split()) >= WHOLE and not first.endswith(":") else measure.title


RULE = Rule(Code("N710", "repeated-measure", Severity.WARNING, __doc__), check)
