"""Годы в заголовке не те, что в сроке плана.

Почему    По полю period считаются все сроки, а читают заголовок. Если они расходятся, календарь
          и приказ говорят о разных планах.
Плохо     title: План работы на 2021–2023 годы
Хорошо    title: План работы на 2021–2025 годы
Основание заголовок называет план так же, как его утверждают
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_YEARS = regex(r"\bна (?P<first>20\d\d)(?:\s*[-–—/]\s*(?P<last>20\d\d))?\s+(?:гг?\.|(?:учебн\w+ )?год\w*)")


def check(subject: CheckInput) -> Iterator[Finding]:
    """The titles of the order and of its appendices: a clause is held against them by another rule.

    What stands in quotes is the title of another act.
    """
    period = subject.plan.period
    for text in _titles(subject):
        for years in _YEARS.finditer(text.words):
            if subject.facts.is_borrowed(text, years.start()):
                continue
            first, last = int(years["first"]), int(years["last"] or years["first"])
            if (first, last) != (period.first_day.year, period.last_day.year):
                message = f"в заголовке «{years[0].removeprefix('на ')}», а срок плана – {period.text}"
                hint = "приведите к одному заголовок и поле period"
                yield Finding(message, text.at(*years.span()), (hint,))


def _titles(subject: CheckInput) -> Iterator[Text]:
    """Titles of documents; those of sections are nested deeper and name no period.

    An amending order's own title quotes that of the amended one, which may be what it changes.
    """
    plan = subject.plan
    own = () if plan.order.is_amending else (plan.order.origin,)
    origins = [*own, *(appendix.origin for appendix in plan.appendices if any(appendix.walk()))]
    nodes = [origin.get("title") for origin in origins]
    return (text for text in subject.fields("title") if any(text.node is node for node in nodes))


RULE = Rule(Code("D350", "period-in-title", Severity.WARNING, __doc__), check)
