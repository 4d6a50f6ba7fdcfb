"""В тексте осталась отметка черновика.

Почему    «УТВЕРЖДАЮ», «ПРОЕКТ», «СОГЛАСОВАНО» – отметки другого документа или прежнего черновика: приложение
          утверждает приказ, и гриф ставит документ.
Плохо     text: УТВЕРЖДАЮ
Хорошо    text: План работы школ
Основание ГОСТ Р 7.0.97, реквизит «гриф утверждения»
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import is_in_form
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_MARK = regex(
    r"(?<![А-ЯЁа-яё«-])(?:УТВЕРЖДАЮ|УТВЕРЖДЕН[АОЫ]?|УТВЕРЖДЁН|СОГЛАСОВАНО|СОГЛАСОВАН)(?![а-яёА-ЯЁ])"
    r"|(?:(?<=^)|(?<=\n)|(?<=\())\s*(?:ПРОЕКТ|Проект|ЧЕРНОВИК|Черновик)(?=\s*(?:$|\n|\)|\.))"
    r"|\((?:черновик|то же|см\.\s(?:выше|ниже|прошл[^()]{0,30}))\)"
    r"|^\s*Утверждаю(?=\s*(?:$|\n|:))"
    r"|(?<![А-ЯЁа-яё«-])ПРОЕКТ(?=\s+(?:приказа|постановления|распоряжения|плана)|\s*$|\s*\n)"
)
_MARKS = (
    regex("УТВЕРЖД|СОГЛАСОВАН|ПРОЕКТ|ЧЕРНОВИК"),
    regex(r"(?:^|\()(?:Проект|Черновик|Утверждаю)"),
    *("(черновик", "(то же", "(см."),
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Marks in capitals anywhere, and alone in their line; a form has them for those who fill it in."""
    for text, match in subject.find(_MARK, *_MARKS):
        mark = match[0].strip()
        start = match.end() - len(match[0].lstrip())
        place = text.at(start, match.end())
        if not is_in_form(subject.plan, place):
            yield Finding(f"отметка «{mark}» осталась от черновика", place, ("уберите её",))


RULE = Rule(Code("T941", "mark-of-draft", Severity.WARNING, __doc__), check)
