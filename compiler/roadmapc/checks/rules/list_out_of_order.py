"""Буквы или номера перечня идут не по порядку.

Почему    Строка «в)» дважды: на неё нельзя сослаться, а пропавшую «д)» будут искать. Буквы, которые
          ставит компилятор, не сбиваются.
Плохо     measure: "Отчёты:\\n\\nа) школ\\n\\nв) лицеев"
Хорошо    measure: "Отчёты:\\n\\nа) школ\\n\\nб) лицеев"
Основание перечни нумеруются подряд
"""

from collections.abc import Iterator
from itertools import islice

from roadmapc.checks.lists import OPENING, ListItem, lists
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.blocks import letter

_FIELDS = ("measure", "result", "document", "prose", "value")
"""Numbers before clauses and headings are another rule's."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first item of each list that is out of its place.

    A list of prose goes on after a paragraph, and in the next part of the appendix.
    """
    ends: dict[tuple[str, str], int] = {}
    """Items so far of the last list of each shape, by file and shape."""
    for text, items in subject.ask(lists, OPENING):
        if text.field not in _FIELDS or items[0].kind == "dash":
            continue
        shape = (text.file.name if text.field == "prose" else str(text.node.start), items[0].shape)
        start = ends.get(shape, 0)
        if items[0].mark != _mark(items[0], start):
            start = 0
        ends[shape] = start + len(items)
        marked = ((item, _mark(item, at)) for at, item in enumerate(items, start))
        for item, expected in islice((pair for pair in marked if pair[0].mark != pair[1]), 1):
            message = f"строка «{item.mark}» стоит на месте «{expected}»"
            span = text.at(item.start, item.start + len(item.mark))
            hint = f"напишите «{expected}» и поправьте строки ниже или верните потерянную строку"
            yield Finding(message, span, (hint,))


def _mark(item: ListItem, place: int) -> str:
    """What an item of this shape has at a place, from 0."""
    ordinal = str(place + 1) if item.kind == "number" else letter(place + 1)
    return ordinal + item.mark[-1]


RULE = Rule(Code("T913", "list-out-of-order", Severity.WARNING, __doc__), check)
