"""Слова нет ни в словаре, ни в плане.

Почему    Какое слово имелось в виду, программа не знает и не угадывает: прочесть его должен человек.
          Имена, сокращения и слова в кавычках не считаются; слова своего ведомства называет words в профиле.
Плохо     measure: Подготовка отчёта о буккроссинге
Хорошо    measure: Подготовка отчёта об обмене книгами
Основание правила русской орфографии; словарь OpenCorpora
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Each word once, with all its places."""
    # as in `checks/rule.py`: commands that check nothing load all rules
    from roadmapc.checks.unknown_words import strange  # noqa: PLC0415

    for word in strange(subject):
        hint = f"проверьте слово; если оно верное, добавьте его в профиль: words: [{word.spelling}]"
        yield Finding(f"слово «{word.spelling}» неизвестно", word.place, (hint,), word.others)


RULE = Rule(Code("G001", "unknown-word", Severity.NOTE, __doc__), check)
