"""Приказ опирается на акт, который сам и отменяет.

Почему    После подписания акта нет, а пункты, которые на него ссылаются, остались.
Плохо     text: Признать утратившим силу приказ управления от 01.02.2020 № 15 (основание этого приказа).
Хорошо    text: Признать утратившим силу приказ управления от 01.02.2019 № 14 (прежний план).
Основание приказ ссылается на действующие акты
"""

import re
from collections.abc import Iterator

from roadmapc.checks.facts.acts import Act
from roadmapc.checks.facts.said import Said
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_REPEAL = regex(r"утратившим[аи]?\s+силу|отменить", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Acts of one date and number in a clause of repeal and anywhere else."""
    repealed: dict[tuple[object, str], Said[Act]] = {}
    cited: list[Said[Act]] = []
    repealing = {text.words for text, _ in subject.find(_REPEAL, "утратившим", "отменить")}
    for said in subject.facts.acts:
        if said.value.day is None or not said.value.number:
            continue
        if said.home.clause is not None and said.text.words in repealing:
            repealed.setdefault((said.value.day, said.value.number), said)
        else:
            cited.append(said)
    for said in cited:
        other = repealed.get((said.value.day, said.value.number))
        if other is not None:
            message = f"на «{said.words}» ссылаются, а {other.home.name} признаёт его утратившим силу"
            yield Finding(message, said.place, ("уберите ссылку или не отменяйте акт",), (other.label,))


RULE = Rule(Code("L835", "repealed-and-cited", Severity.WARNING, __doc__), check)
