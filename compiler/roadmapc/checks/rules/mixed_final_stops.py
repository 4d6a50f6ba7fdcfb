"""Одни мероприятия кончаются точкой, другие нет.

Почему    Разнобой в графе читается как небрежность. В ячейке из одной фразы точка не нужна.
Плохо     measure: Провести совещание.
Хорошо    measure: Провести совещание
Основание единообразие оформления таблицы
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.plural import counted

_ABBREVIATED = re.compile(r"(?<![А-Яа-яЁё])(?!год\.|лет\.)[а-яё]{0,2}[бвгджзклмнпрстфхцчшщ]\.$")
"""«гг.», «др.», «чел.»: the full stop is theirs."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first cell with a full stop in a column where others have none."""
    for field in ("measure", "result"):
        cells = [text for text in subject.fields(field) if text.words.strip()]
        stopped = [text for text in cells if _is_stopped(text.words.rstrip())]
        if stopped and len(stopped) < len(cells):
            yield _finding(stopped, len(cells))


def _is_stopped(words: str) -> bool:
    return words.endswith(".") and _ABBREVIATED.search(words) is None


def _finding(stopped: list[Text], count: int) -> Finding:
    text = stopped[0]
    end = len(text.words.rstrip())
    message = f"с точкой в конце – {counted(len(stopped), 'ячейка', 'ячейки', 'ячеек')} из {count}"
    related = tuple(each.label("тоже с точкой") for each in stopped[1:4])
    edit = text.edit(end - 1, end, "")
    return Finding(message, text.at(end - 1, end), ("уберите точки в конце ячеек",), related, edit)


RULE = Rule(Code("T911", "mixed-final-stops", Severity.WARNING, __doc__), check)
