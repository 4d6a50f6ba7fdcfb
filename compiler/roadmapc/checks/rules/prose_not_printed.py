"""Разметка текста приложения, которой в документе не будет.

Почему    Текст приложения печатается абзацами, заголовками («## »), списками («- » и «1. »), выделением
          («**…**», «*…*»), таблицами («| … |»), рисунками отдельным абзацем и сносками («[^1]»). Остальное
          исчезло бы или слилось в одну строку.
Плохо     text: "Отчёт сдают ~~до 1 мая~~ до 1 июня."
Хорошо    text: "Отчёт сдают до 1 июня."
Основание CommonMark 0.31; соглашение roadmapc: что написано, то напечатано или названо ошибкой
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import is_as_signed
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.markdown import refused


def check(subject: CheckInput) -> Iterator[Finding]:
    """Constructs of Markdown that are not printed as they are written."""
    for text in subject.fields("prose"):
        if is_as_signed(subject.plan, text.at()):  # no sign of it is markup
            continue
        if not text.words.strip():
            hint = "впишите текст или уберите эту часть приложения"
            yield Finding("текст приложения пуст", text.at(), (hint,))
        for each in refused(text.markup):
            edit = None if each.replacement is None else text.edit(*each.span, each.replacement)
            yield Finding(each.message, text.at(*each.span), (each.advice,), edit=edit)


RULE = Rule(Code("T929", "prose-not-printed", Severity.ERROR, __doc__), check)
