"""Акт, на который ссылаются, утратил силу.

Почему    Приказ, который основан на отменённом законе, основан ни на чём: ссылка осталась от прежнего плана.
Плохо     preamble: В соответствии с Федеральным законом от 21.07.2005 № 94-ФЗ
Хорошо    preamble: В соответствии с Федеральным законом от 05.04.2013 № 44-ФЗ
Основание приказ ссылается на действующие акты
"""

import re
from collections.abc import Iterator

from roadmapc.checks.facts.known_acts import meant
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import digits
from roadmapc.text.regex import regex

_REPEAL = regex(r"утративш|отменить|отменён|отменен", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Known federal acts that had ended when the order was signed; for a draft, when its plan begins."""
    day = subject.plan.edition_day or subject.plan.period.first_day
    repealing = {text.words for text, _ in subject.find(_REPEAL, "утративш", "отмен")}
    for said in subject.facts.acts:
        known = meant(said.value)
        if known is None or known.until is None or known.until > day or said.text.words in repealing:
            continue
        message = f"акт «{said.words}» утратил силу с {digits(known.until)}"
        yield Finding(message, said.place, ("сошлитесь на действующий акт",))


RULE = Rule(Code("L834", "act-out-of-force", Severity.WARNING, __doc__), check)
