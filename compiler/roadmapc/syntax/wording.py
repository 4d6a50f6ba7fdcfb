"""libyaml's complaints in Russian, with advice."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.codes import BROKEN, TAB


class _Wording(NamedTuple):
    message: str
    hint: str


_QUOTES = "возьмите текст в кавычки: \"…\" или '…'"
_INDENT = "выровняйте строку по соседним: один уровень – два пробела"
_PROBLEMS = {
    "mapping values are not allowed": _Wording("второе двоеточие в строке", _QUOTES),
    "could not find expected ':'": _Wording("после имени поля нет двоеточия", "напишите «имя: значение»"),
    "did not find expected key": _Wording("строка не относится ни к одному полю", _INDENT),
    "did not find expected '-' indicator": _Wording("в списке строка без «-»", _INDENT),
    "block sequence entries are not allowed": _Wording("элемент списка не на своём месте", _INDENT),
    "did not find expected ',' or ']'": _Wording("список в скобках не закрыт", "поставьте «]» или «,»"),
    "did not find expected ',' or '}'": _Wording("набор полей в скобках не закрыт", "поставьте «}» или «,»"),
    "found unexpected end of stream": _Wording("кавычка открыта и не закрыта", "закройте кавычку"),
    "found unknown escape character": _Wording(
        "неизвестное сочетание с «\\» в двойных кавычках",
        "удвойте знак «\\\\» или возьмите одинарные кавычки",
    ),
    "found character that cannot start any token": _Wording(
        "с этого знака текст без кавычек начинаться не может", _QUOTES
    ),
    "did not find expected <document start>": _Wording("текст после конца документа", _INDENT),
}
_SHIFTED = _Wording("строка сдвинута и читается как продолжение предыдущей", _INDENT)
_UNKNOWN = _Wording("запись нарушает правила YAML", "сравните отступы и знаки «:», «-» с соседними строками")


def broken(file: SourceFile, error: yaml.MarkedYAMLError) -> Diagnostic:
    """What libyaml found, at its place."""
    mark = error.problem_mark or error.context_mark
    start = min(mark.index, len(file.text)) if mark else 0
    if file.text[start : start + 1] == "\t":
        return _tab(file, start)
    shifted = _shifted(file, error, start)
    wording = _wording(error) if shifted is None else _SHIFTED
    place = Place(file, shifted or Span(start, start + 1))
    return Diagnostic(BROKEN, wording.message, place, hints=(wording.hint,), related=_context(file, error))


def _wording(error: yaml.MarkedYAMLError) -> _Wording:
    problem = error.problem or ""
    return next((known for words, known in _PROBLEMS.items() if problem.startswith(words)), _UNKNOWN)


def _shifted(file: SourceFile, error: yaml.MarkedYAMLError, start: int) -> Span | None:
    """The name of a field whose line has no other colon: the indent is wrong, not the colon."""
    if not (error.problem or "").startswith("mapping values are not allowed"):
        return None
    line_start = file.text.rfind("\n", 0, start) + 1
    name = file.text[line_start:start]
    if ":" in name or not name.strip():
        return None
    return Span(line_start + len(name) - len(name.lstrip(" -")), start)


def _context(file: SourceFile, error: yaml.MarkedYAMLError) -> tuple[Label, ...]:
    """The start of the construct, where it stands on another line."""
    outer, inner = error.context_mark, error.problem_mark
    if outer is None or inner is None or outer.line == inner.line:
        return ()
    return (Label(Place(file, Span(outer.index, outer.index + 1)), "началось здесь"),)


def _tab(file: SourceFile, start: int) -> Diagnostic:
    end = start + len(file.text[start:]) - len(file.text[start:].lstrip("\t"))
    hint = "замените табуляцию пробелами, по два на уровень"
    return Diagnostic(TAB, "отступ сделан табуляцией", Place(file, Span(start, end)), hints=(hint,))


def complex_key(place: Place) -> Diagnostic:
    """A list or a mapping where the name of a field is expected."""
    hint = "имя поля – одно слово; текст с фигурными скобками возьмите в кавычки"
    return Diagnostic(BROKEN, "на месте имени поля стоит список или набор полей", place, hints=(hint,))
