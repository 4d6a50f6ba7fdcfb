"""Одни мероприятия кончаются точкой, другие нет.

Почему    Разнобой в графе читается как небрежность. В ячейке из одной фразы точка не нужна.
Плохо     measure: Провести совещание.
Хорошо    measure: Провести совещание
Основание единообразие оформления таблицы
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex

_ABBREVIATED = regex(r"(?<![А-Яа-яЁё])(?!год\.|лет\.)[а-яё]{0,2}[бвгджзклмнпрстфхцчшщ]\.$")
"""«гг.», «др.», «чел.»: the full stop is theirs."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first cell with a full stop in a column where others have none."""
    for field in ("measure", "result"):
        cells = [text for text in subject.fields(field) if text.words.strip()]
        stopped = [
            text
            for text in cells
            if text.words.rstrip().endswith(".") and not _ABBREVIATED.search(text.words.rstrip())
        ]
        if stopped and len(stopped) < len(cells):
            first, end = stopped[0], len(stopped[0].words.rstrip())
            count = counted(len(stopped), "ячейка", "ячейки", "ячеек")
            message = f"с точкой в конце – {count} из {len(cells)}"
            related = tuple(text.label("тоже с точкой") for text in stopped[1:4])
            place, edit = first.at(end - 1, end), first.edit(end - 1, end, "")
            yield Finding(message, place, ("уберите точки в конце ячеек",), related, edit)


RULE = Rule(Code("T911", "mixed-final-stops", Severity.WARNING, __doc__, Group.LAYOUT), check)
