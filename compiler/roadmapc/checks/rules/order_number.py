"""В регистрационном номере пробелы.

Почему    «№ 54 - О» и «№ 54-О» – для поиска и реестра два разных приказа.
Плохо     number: 54 - О
Хорошо    number: 54-О
Основание ГОСТ Р 7.0.97, реквизит «регистрационный номер»
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Edit
from roadmapc.model.from_tree.fields import optional_scalar

_HYPHEN = re.compile(r"\s*-\s*")


def check(subject: CheckInput) -> Iterator[Finding]:
    """The number of the order."""
    node = optional_scalar(subject.plan.order.origin, "number")
    if node is None or " " not in node.text.strip():
        return
    number = _HYPHEN.sub("-", node.text.strip())
    edit = Edit(node.span, number) if node.is_plain and " " not in number else None
    yield Finding(f"в номере «{node.text}» пробелы", node.span, ("напишите номер слитно",), edit=edit)


RULE = Rule(Code("N717", "order-number", Severity.WARNING, __doc__), check)
