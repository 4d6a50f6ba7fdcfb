"""Точка в конце заголовка, графы или срока.

Почему    Заголовки, названия граф и сроки в таблице – не предложения, точка после них лишняя.
Плохо     deadline: до 1 июня 2021 года.
Хорошо    deadline: до 1 июня 2021 года
Основание правила набора заголовков и таблиц
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_FIELDS = ("title", "heading", "columns", "deadline", "phrase")
_STOP = regex(r"(?<=[а-яё]{3}[аеёиоуыэюяйь]|(?<=\D)\d{4})\.\s*$")
"""After a word in full: abbreviations end in consonants."""

_TITLE = regex(r"(?<=[а-яё]{5})\.\s*$|(?<=[а-яё]{3}[аеёиоуыэюяйь]|(?<=\D)\d{4})\.\s*$")
_TITLES = frozenset(("title", "heading"))
"""Their last word is in full, whatever it ends in."""

_HEADING = regex(r"^#+[ \t][^\n]*[а-яё]{5}(?P<stop>\.)[ \t]*$", re.MULTILINE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Texts of one phrase and headings of prose that end with a full stop."""
    stop_of = subject.memo.of_each(_stop)
    for text in subject.fields(*_FIELDS):
        stop = stop_of((text.words, text.field in _TITLES))
        if stop is not None:
            yield _finding(text, stop)
    for text, heading in subject.find(_HEADING, "#"):
        yield _finding(text, heading.start("stop"))


def _stop(asked: tuple[str, bool]) -> int | None:
    """Where the stop of a text stands, which may be a title."""
    words, is_title = asked
    stop = (_TITLE if is_title else _STOP).search(words)
    return None if stop is None or ". " in words else stop.start()


def _finding(text: Text, at: int) -> Finding:
    message = f"после «{shortened(text.words[:at].rpartition(chr(10))[2], 40)}» точка не нужна"
    return Finding(message, text.at(at, at + 1), edit=text.edit(at, at + 1, ""))


RULE = Rule(Code("T927", "stop-after-heading", Severity.WARNING, __doc__, Group.LAYOUT), check)
