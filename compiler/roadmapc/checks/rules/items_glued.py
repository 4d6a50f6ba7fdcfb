"""Пункты перечня записаны строками, а напечатаются одной.

Почему    Строки заголовка, преамбулы, пункта приказа и ячейки таблицы, а в мероприятии – строки без «|» или
          после «>» соединяются в одну, и от перечня остаются тире и номера посреди предложения.
Плохо     text: "Методисту:\\n- собрать отчёты;\\n- составить сводку."
Хорошо    {text: "Методисту:", clauses: [Собрать отчёты., Составить сводку.]}
Основание соглашение roadmapc: что написано, то напечатано или названо
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.source.span import Span
from roadmapc.text.regex import regex

_MARK = r"(?P<mark>[-–—*](?=\s)|[•·▪‣◦●○■□➢→✓§](?=\s*\w)|\(?(?:\d{1,2}|[а-яёa-z])\)(?=\s)|\d{1,2}\.(?=\s))"
_ITEM = regex(rf"(?:^|(?P<above>\S)?(?<!\s)[ \t]*\n)\s*{_MARK}")
"""At the beginning of a line, after what the line above ends with; blanks between are looked at once."""
_BEGUN = regex(rf"\s*{_MARK}")
_BELOW = regex(rf"\n\s*{_MARK}")
"""The same, each beginning with what is quick to look for; few texts have either."""
_ANYWHERE = regex(_MARK.replace(r"(?=\s)", r"(?=\s|\Z)"))
"""Breaks before marks may be in the source alone; one behind a mark is no part of the text at its end."""
_OF_WORD = regex(_MARK.replace(r"(?=\s)", r"\Z").replace(r"(?=\s*\w)", ""))
"""The same in a word: what comes after it is its end."""
_IN_LINES = frozenset(("measure", "result", "value"))
"""Fields whose lines are printed as lines."""
_ADVICE = {
    True: "поставьте после двоеточия «|» и начните каждый пункт с новой строки или запишите список",
    False: "запишите каждый пункт отдельной записью списка или перечислите их в предложении",
}


def check(subject: CheckInput) -> Iterator[Finding]:
    """Lines that begin as items of a list in a text whose lines are joined."""
    for text in dict.fromkeys(text for text, _ in subject.find(_ANYWHERE, _OF_WORD)):
        start, end = text.node.start, text.node.end
        is_line = text.file.text.find("\n", start, end) < 0 and "\n" not in text.words
        if text.field == "prose" or is_line:
            continue
        source = text.file.text[start:end]
        written, read = _items(source), _items(text.words)
        is_kept = text.field in _IN_LINES and len(read) >= len(written)
        if not is_kept and (written or read):
            mark = (written or read)[0]["mark"]
            message = f"строка «{mark} …» соединится с соседними: перечня в документе не будет"
            yield Finding(message, _place(text, written, read), (_ADVICE[text.field in _IN_LINES],))


def _items(text: str) -> list[re.Match[str]]:
    """Lines that begin as items; one alone may be the end of a sentence that was broken before its dash."""
    if not _BEGUN.match(text) and not _BELOW.search(text):
        return []
    found = list(_ITEM.finditer(text))
    is_list = len(found) > 1 or any((each["above"] or "") in ":;" for each in found if each["above"])
    return found if is_list else []


def _place(text: Text, written: list[re.Match[str]], read: list[re.Match[str]]) -> Place:
    """Of the first mark."""
    if written:
        return Place(text.file, Span(*written[0].span("mark")).shifted(text.node.start))
    return text.at(*read[0].span("mark"))


RULE = Rule(Code("T930", "items-glued", Severity.WARNING, __doc__, Group.LAYOUT), check)
