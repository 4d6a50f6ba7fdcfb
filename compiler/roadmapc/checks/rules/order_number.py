"""В регистрационном номере лишние знаки.

Почему    «№ 54 - О» и «№ 54-О» – для поиска и реестра два разных приказа,
          а «№ № 12» и «б/н» напечатаются как есть.
Плохо     number: 54 - О
Хорошо    number: 54-О
Основание ГОСТ Р 7.0.97, реквизит «регистрационный номер»
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Edit
from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.text.regex import regex

_HYPHEN = regex(r"\s*-\s*")


_EXTRA = regex(r"№|б/н|без\s|\bот\b|_|[/-]\s*$|^\D*$", re.IGNORECASE)
"""What is no part of a number: its sign, a date, a blank, words for «none»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The number of the order."""
    node = optional_scalar(subject.plan.order.origin, "number")
    written = node.text.strip() if node is not None else ""
    if node is None or not written:
        return
    if _EXTRA.search(written):
        hint = "напишите один номер: знак «№» и дату ставит документ; у проекта номера нет"
        yield Finding(f"«{written}» – не регистрационный номер", node.span, (hint,))
    elif " " in written:
        number = _HYPHEN.sub("-", written)
        edit = Edit(node.span, number) if node.is_plain and " " not in number else None
        yield Finding(f"в номере «{node.text}» пробелы", node.span, ("напишите номер слитно",), edit=edit)


RULE = Rule(Code("N717", "order-number", Severity.WARNING, __doc__, Group.LAYOUT), check)
