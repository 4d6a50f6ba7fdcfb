"""libyaml's complaints in Russian, with advice."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.codes import BROKEN, TAB
from roadmapc.text.shorten import shortened


class _Wording(NamedTuple):
    message: str
    """May name `{words}`, what is written at the place, and `{sign}`, its first character."""
    hint: str
    is_at_opening: bool = False
    """The mistake is where the construct opens; libyaml noticed it only later."""


_QUOTES = "возьмите весь текст в кавычки: \"…\" или '…'"
_INDENT = "выровняйте строку по соседним: один уровень – два пробела"
_ESCAPE = _Wording("неизвестное сочетание с «\\»", "удвойте знак «\\\\» или возьмите одинарные кавычки")
_BAD_START = _Wording("с «{sign}» текст без кавычек начинаться не может", _QUOTES)

_PROBLEMS = {
    "mapping values are not allowed": _Wording("второе двоеточие в строке", _QUOTES),
    "could not find expected ':'": _Wording(
        "в строке «{words}» после имени поля нет двоеточия", "напишите «имя: значение»", is_at_opening=True
    ),
    "did not find expected key": _Wording("строка не относится ни к одному полю", _INDENT),
    "did not find expected '-' indicator": _Wording("в списке строка без «-»", _INDENT),
    "block sequence entries are not allowed": _Wording(
        "элемент списка не на своём месте", "начните список с новой строки или возьмите текст в кавычки"
    ),
    "did not find expected ',' or ']'": _Wording("список в скобках не закрыт", "поставьте «]» или «,»"),
    "did not find expected ',' or '}'": _Wording("набор полей в скобках не закрыт", "поставьте «}» или «,»"),
    "did not find expected node content": _Wording(
        "на этом месте нужно значение", "запишите значение или уберите лишний знак"
    ),
    "did not find expected comment or line break": _Wording(
        "после «|» и «>» текст пишется с новой строки", "перенесите текст на следующую строку с отступом"
    ),
    "found unexpected end of stream": _Wording(
        "кавычка открыта и не закрыта", "закройте кавычку", is_at_opening=True
    ),
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "found character that cannot start any token": _BAD_START,
    "did not find expected alphabetic": _BAD_START._replace(is_at_opening=True),
    "did not find expected <document start>": _Wording("текст после конца документа", _INDENT),
}
"""By the first words of libyaml's message."""

_UNKNOWN = _Wording("запись нарушает правила YAML", "сравните отступы и знаки «:», «-» с соседними строками")
_SHIFTED = _Wording("поле «{words}» сдвинуто и читается как продолжение строки выше", _INDENT)
_TRAILING = _Wording("после закрывающей скобки или кавычки стоит ещё текст", _QUOTES)


def broken(file: SourceFile, error: yaml.MarkedYAMLError) -> Diagnostic:
    """What libyaml found, at the place where the author made the mistake."""
    complaint = _Complaint.of(file, error)
    if complaint.is_about_tab:
        return _tab(file, complaint.start)
    wording, span = _mistake(complaint)
    words = file.text[span.start : span.end]
    message = wording.message.format(words=shortened(words), sign=words[:1])
    related = () if span.start == complaint.opening else complaint.context
    return Diagnostic(BROKEN, message, Place(file, span), hints=(wording.hint,), related=related)


class _Complaint(NamedTuple):
    """A message of libyaml."""

    problem: str
    start: int
    """Where it was noticed."""
    opening: int | None
    """Where the construct opens that was being read; `None` if libyaml does not say."""
    file: SourceFile

    @classmethod
    def of(cls, file: SourceFile, error: yaml.MarkedYAMLError) -> _Complaint:
        inner, outer = error.problem_mark or error.context_mark, error.context_mark
        start = min(inner.index, len(file.text)) if inner else 0
        return cls(error.problem or "", start, outer.index if outer else None, file)

    @property
    def is_about_tab(self) -> bool:
        return self.file.text[self.start : self.start + 1] == "\t"

    @property
    def line_before(self) -> str:
        """What stands in the line before the place."""
        return self.file.text[self.file.text.rfind("\n", 0, self.start) + 1 : self.start]

    @property
    def is_at_line_start(self) -> bool:
        return not self.line_before.strip()

    @property
    def context(self) -> tuple[Label, ...]:
        """The neighbours of a line, where they begin on another one."""
        if self.opening is None or "\n" not in self.file.text[self.opening : self.start]:
            return ()
        place = Place(self.file, Span(self.opening, self.opening + 1))
        return (Label(place, "соседние строки начинаются здесь"),)


def _mistake(complaint: _Complaint) -> tuple[_Wording, Span]:
    """What is wrong, and where."""
    if shifted := _shifted(complaint):
        return _SHIFTED, shifted
    at_start = complaint.file.rest_of_line(complaint.start)
    if _is_trailing(complaint):
        return _TRAILING, at_start
    known = (wording for words, wording in _PROBLEMS.items() if complaint.problem.startswith(words))
    wording = next(known, _UNKNOWN)
    opening = complaint.opening
    if opening is not None and (wording.is_at_opening or _is_left_open(complaint, opening)):
        return wording, complaint.file.rest_of_line(opening)
    if complaint.is_at_line_start:
        return wording, at_start
    return wording, at_start._replace(end=min(at_start.end, at_start.start + 1))


def _shifted(complaint: _Complaint) -> Span | None:
    """The name of a field whose line has no other colon: the indent is wrong, not the colon."""
    name = complaint.line_before
    if not complaint.problem.startswith("mapping values are not allowed") or ":" in name or not name.strip():
        return None
    return Span(complaint.start - len(name.lstrip(" -")), complaint.start)


def _is_trailing(complaint: _Complaint) -> bool:
    """Whether the line goes on after a closing bracket or quote."""
    is_stray = complaint.problem.startswith(("did not find expected key", "did not find expected '-'"))
    return is_stray and complaint.line_before.rstrip()[-1:] in {"}", "]", '"', "'"}


def _is_left_open(complaint: _Complaint, opening: int) -> bool:
    """Whether a bracket is not closed in its line."""
    text = complaint.file.text
    return text[opening : opening + 1] in {"[", "{"} and "\n" in text[opening : complaint.start]


def _tab(file: SourceFile, start: int) -> Diagnostic:
    end = start + len(file.text[start:]) - len(file.text[start:].lstrip("\t"))
    hint = "замените табуляцию пробелами, по два на уровень"
    return Diagnostic(TAB, "отступ сделан табуляцией", Place(file, Span(start, end)), hints=(hint,))


def complex_key(place: Place) -> Diagnostic:
    """A list or a mapping where the name of a field is expected."""
    hint = "имя поля – одно слово; текст с фигурными скобками возьмите в кавычки"
    return Diagnostic(BROKEN, "на месте имени поля стоит список или набор полей", place, hints=(hint,))
