"""Буквы или номера перечня идут не по порядку.

Почему    Строка «в)» дважды: на неё нельзя сослаться, а пропавшую «д)» будут искать. Буквы, которые
          ставит компилятор, не сбиваются.
Плохо     measure: "Отчёты:\\n\\nа) школ\\n\\nв) лицеев"
Хорошо    measure: "Отчёты:\\n\\nа) школ\\n\\nб) лицеев"
Основание перечни нумеруются подряд
"""

from collections.abc import Iterator
from itertools import islice

from roadmapc.checks.lists import ListItem, lists
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.blocks import letter

_FIELDS = ("measure", "result", "document", "prose", "value")
"""Numbers before clauses and headings are another rule's."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first item of each list that is out of its place."""
    for text, (item, expected) in subject.ask(_odd):
        if text.field in _FIELDS:
            message = f"строка «{item.mark}» стоит на месте «{expected}»"
            span = text.at(item.start, item.start + len(item.mark))
            hint = f"напишите «{expected}» и поправьте строки ниже или верните потерянную строку"
            yield Finding(message, span, (hint,))


def _odd(words: str) -> Iterator[tuple[ListItem, str]]:
    """The first item of each list that is out of its place, and the mark of that place."""
    kind, place = "", 0
    for items in lists(words):
        goes_on = items[0].kind == kind and items[0].mark == _mark(items[0], place)
        start = place if goes_on else 0
        marked = ((item, _mark(item, at)) for at, item in enumerate(items, start))
        yield from islice((pair for pair in marked if pair[0].mark != pair[1]), 1)
        kind, place = items[0].kind, start + len(items)


def _mark(item: ListItem, place: int) -> str:
    """What an item of this kind has at a place, from 0; a line without a mark may stand before it."""
    if item.kind == "dash":
        return item.mark
    ordinal = str(place + 1) if item.kind == "number" else letter(place + 1)
    return ordinal + item.mark[-1]


RULE = Rule(Code("T913", "list-out-of-order", Severity.WARNING, __doc__), check)
