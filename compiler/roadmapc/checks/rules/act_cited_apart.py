"""Один акт назван с разными датами или номерами.

Почему    «От 11.12.2017 № 1632» и «от 11.12.2018 № 1632»: акт один, и по одной из ссылок его не найти.
Плохо     text: "Во исполнение приказа министерства от 12.12.2020 № 1632 подать отчёты до 01.06.2021."
Хорошо    text: "Во исполнение приказа министерства от 11.12.2020 № 1632 подать отчёты до 01.06.2021."
Основание ГОСТ Р 7.0.97: при ссылке на акт указывают вид, автора, дату, номер, заголовок
"""

from collections.abc import Iterator

from roadmapc.checks.facts.acts import Act
from roadmapc.checks.facts.people import is_one_slip
from roadmapc.checks.facts.said import Said
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Acts of one kind that have one number and dates a slip apart, or one date and numbers a slip apart."""
    first: dict[tuple[str, str], Said[Act]] = {}
    for said in subject.facts.acts:
        act = said.value
        if act.day is None or not act.number:
            continue
        for key in ((act.kind, act.number), (act.kind, digits(act.day))):
            other = first.setdefault(key, said)
            if other is not said and _is_one(act, other.value):
                message = f"«{said.words}», а в другом месте «{other.words}»"
                yield Finding(message, said.place, ("проверьте дату и номер акта",), (other.label,))
                break


def _is_one(act: Act, other: Act) -> bool:
    """Whether two citations mean one act: all but one slip is the same."""
    assert act.day is not None
    assert other.day is not None
    if act.title and other.title and stems(act.title) != stems(other.title):
        return False
    if act.number == other.number:
        return len(act.number) > 2 and is_one_slip(digits(act.day), digits(other.day))
    return (
        act.day == other.day
        and len(act.number) == len(other.number) > 2
        and _is_swapped(act.number, other.number)
    )


def _is_swapped(one: str, other: str) -> bool:
    """Whether two figures changed places: other slips are numbers of neighbours, signed on one day."""
    return sorted(one) == sorted(other) and is_one_slip(one, other)


RULE = Rule(Code("L836", "act-cited-apart", Severity.WARNING, __doc__), check)
