"""У рисунка нет описания.

Почему    Кто не видит рисунка, слышит его описание: программа читает его вслух. Без описания в приложении для
          него пропуск. То же описание называет рисунок в сравнении редакций.
Плохо     text: "![](схема.png)"
Хорошо    text: "![Схема оповещения: дежурный звонит главе, глава – службам](схема.png)"
Основание ГОСТ Р 52872 (доступность электронных документов)
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.markdown_parts import pictures


def check(subject: CheckInput) -> Iterator[Finding]:
    """Pictures between paragraphs; of a part `picture` the schema asks it."""
    for text in subject.fields("prose"):
        for picture in pictures(text.markup):
            if not picture.description:
                hint = "впишите между скобками [ ], что на рисунке"
                yield Finding("у рисунка нет описания", text.at(*picture.span), (hint,))


RULE = Rule(Code("T950", "picture-without-description", Severity.ERROR, __doc__), check)
