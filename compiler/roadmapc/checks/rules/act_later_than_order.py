"""Акт, на который ссылаются, позже самого приказа.

Почему    Сослаться на ещё не подписанный документ нельзя: дата этого акта или этого приказа ошибочна.
Плохо     measure: Реализация плана (приказ от 04.09.2021 № 523)
Хорошо    measure: Реализация плана (приказ от 04.09.2020 № 523)
Основание приказ ссылается на действующие акты
"""

import re
from collections.abc import Iterator
from datetime import date

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.act import Case
from roadmapc.text.dates import digits

_DATED = re.compile(
    r"\bот\.?\s*(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4})\s*(?:г\.|года)?\s*№\s*[\w-]+"
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Dates of cited acts after that of the order, or of the last amendment: its text may be of that day."""
    signed = subject.plan.edition_day
    act = subject.plan.order.kind.noun(Case.GENITIVE)
    what = f"последней редакции {act}" if subject.plan.amendments else f"этого {act}"
    for text, match in subject.find(_DATED, "№") if signed else ():
        day = _day(match)
        if signed is not None and day is not None and day > signed:
            message = f"акт «{match[0]}» позже {what} ({digits(signed)})"
            yield Finding(message, text.at(*match.span()), ("проверьте дату и номер",))


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


RULE = Rule(Code("L807", "act-later-than-order", Severity.WARNING, __doc__), check)
