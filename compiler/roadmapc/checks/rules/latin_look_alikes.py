"""Латинская буква в русском слове.

Почему    «Cрок» с латинской «C» не найдёт ни поиск, ни проверка: для программы это другое слово.
Плохо     measure: Отчёт школы cередины года
Хорошо    measure: Отчёт школы середины года
Основание соглашение roadmapc: слово пишется буквами одного алфавита
"""

from collections.abc import Iterator

from roadmapc.checks.abbreviations import KNOWN
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_WORD = regex(r"\b(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])[A-Za-zА-Яа-яЁё]+\b")
_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTXk", "асеорхуАВСЕНКМОРТХк")
_LATIN = regex("[A-Za-z]")

_ABBREVIATION = regex(r"(?<![\w-])[ABCEHKMOPTX]{2,6}(?![\w-])")
_RUSSIAN = regex(r"(?<![\w-])[АВСЕНКМОРТХ]{2,6}(?![\w-])")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words of both alphabets that Cyrillic alone would write, and Russian abbreviations in Latin letters."""
    for text, match in subject.find(_WORD, _LATIN):
        word = match[0].translate(_CYRILLIC)
        if not any("A" <= letter <= "z" for letter in word):
            edit = text.edit(*match.span(), word)
            message = f"в слове «{match[0]}» латинская буква"
            yield Finding(message, text.at(*match.span()), (f"наберите по-русски: «{word}»",), edit=edit)
    latin = list(subject.find(_ABBREVIATION, _LATIN))
    known = KNOWN | {match[0] for _, match in subject.find(_RUSSIAN)} if latin else frozenset()
    for text, match in latin:
        word = match[0].translate(_CYRILLIC)
        if word in known:
            edit = text.edit(*match.span(), word)
            message = f"сокращение «{match[0]}» набрано латинскими буквами"
            yield Finding(message, text.at(*match.span()), (f"наберите по-русски: «{word}»",), edit=edit)


RULE = Rule(Code("T914", "latin-look-alikes", Severity.WARNING, __doc__, Group.LAYOUT), check)
