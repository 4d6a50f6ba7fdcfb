"""Буквы или номера перечня идут не по порядку.

Почему    Строка «в)» дважды: на неё нельзя сослаться, а пропавшую «д)» будут искать. Буквы, которые
          ставит компилятор, не сбиваются.
Плохо     measure: "Отчёты:\\n\\nа) школ\\n\\nв) лицеев"
Хорошо    measure: "Отчёты:\\n\\nа) школ\\n\\nб) лицеев"
Основание перечни нумеруются подряд
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.lists import Item, lists
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.blocks import LETTERS

_FIELDS = ("measure", "result", "document", "prose", "value")
"""Numbers before clauses and headings are another rule's."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first item of each list that is out of its place."""
    for text, items in subject.ask(lists):
        odd = _first_odd(items) if text.field in _FIELDS else None
        if odd is not None:
            item, expected = odd
            message = f"строка «{item.mark}» стоит на месте «{expected}»"
            span = text.at(item.start, item.start + len(item.mark))
            yield Finding(message, span, ("проверьте, не потеряна ли строка",))


def _first_odd(items: tuple[Item, ...]) -> tuple[Item, str] | None:
    for at, item in enumerate(items):
        if item.kind == "dash":
            return None
        expected = str(at + 1) if item.kind == "number" else LETTERS[at % len(LETTERS)]
        if item.mark[:-1] != expected:
            return item, expected + item.mark[-1]
    return None


RULE = Rule(Code("T913", "list-out-of-order", Severity.WARNING, __doc__), check)
