"""Слово отличается от известного одной буквой.

Почему    То же слово в плане есть и без ошибки, или оно стоит в списке слов этой области. Это опечатка.
Плохо     measure: Подготовка отчёта о вебинраах
Хорошо    measure: Подготовка отчёта о вебинарах
Основание правила русской орфографии
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Each word once, with the word that was meant."""
    # as in `checks/rule.py`: commands that check nothing load all rules
    from roadmapc.checks.unknown_words import near  # noqa: PLC0415

    for word in near(subject):
        message = f"слова «{word.spelling}» нет в словаре; есть «{word.nearest}»"
        hint = f"исправьте на «{word.nearest}» в нужной форме или добавьте слово в words профиля"
        yield Finding(message, word.place, (hint,), word.others)


RULE = Rule(Code("G007", "nearly-known-word", Severity.WARNING, __doc__), check)
