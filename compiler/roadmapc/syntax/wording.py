"""libyaml's complaints in Russian, with advice."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.codes import BROKEN, TAB
from roadmapc.syntax.leaks import ALIGN, slip_near
from roadmapc.text.shorten import shortened


class _Wording(NamedTuple):
    message: str
    """May name `{words}`, what is written at the place, and `{sign}`, its first character."""
    hint: str
    is_at_opening: bool = False
    """The mistake is where the construct opens; libyaml noticed it only later."""


_QUOTES = "возьмите весь текст в кавычки: \"…\" или '…'"
_ESCAPE = _Wording("неизвестное сочетание с «\\»", "удвойте знак «\\\\» или возьмите одинарные кавычки")
_BAD_START = _Wording("с «{sign}» текст без кавычек начинаться не может", _QUOTES)

_PROBLEMS = {
    "mapping values are not allowed": _Wording("второе двоеточие в строке", _QUOTES),
    "could not find expected ':'": _Wording(
        "в строке «{words}» после имени поля нет двоеточия",
        "напишите «имя: значение»",
        is_at_opening=True,
    ),
    "did not find expected key": _Wording("строка не относится ни к одному полю", ALIGN),
    "did not find expected '-' indicator": _Wording("в списке строка без «-»", ALIGN),
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
    "did not find expected <document start>": _Wording("текст после конца документа", ALIGN),
}
"""By the first words of libyaml's message."""

_UNKNOWN = _Wording("запись нарушает правила YAML", "сравните отступы и знаки «:», «-» с соседними строками")
_SHIFTED = _Wording("поле «{words}» сдвинуто и читается как продолжение строки выше", ALIGN)
_TRAILING = _Wording("после закрывающей скобки или кавычки стоит ещё текст", _QUOTES)


def broken(file: SourceFile, error: yaml.MarkedYAMLError) -> Diagnostic:
    """What libyaml found, at the place where the author made the mistake."""
    noticed, context = error.problem_mark or error.context_mark, error.context_mark
    start = min(noticed.index, len(file.text)) if noticed else 0
    if file.text[start : start + 1] == "\t":
        tabs = len(file.text[start:]) - len(file.text[start:].lstrip("\t"))
        hint = "замените табуляцию пробелами, по два на уровень"
        place = Place(file, Span(start, start + tabs))
        return Diagnostic(TAB, "отступ сделан табуляцией", place, hints=(hint,))
    complaint = _Complaint(error.problem or "", start, context.index if context else None, file)
    wording, span = _mistake(complaint)
    offsets = (start,) if context is None else (start, context.index)
    if slip := slip_near(file, span.start, *offsets):
        return slip
    words = file.text[span.start : span.end]
    message = wording.message.format(words=shortened(words), sign=words[:1])
    related: tuple[Label, ...] = ()
    if complaint.opening not in (None, span.start) and "\n" in complaint.construct:
        opening = Place(file, Span(complaint.opening, complaint.opening + 1))
        related = (Label(opening, "соседние строки начинаются здесь"),)
    return Diagnostic(BROKEN, message, Place(file, span), hints=(wording.hint,), related=related)


class _Complaint(NamedTuple):
    """A message of libyaml."""

    problem: str
    start: int
    """Where it was noticed."""
    opening: int | None
    """Where the construct opens that was being read; `None` if libyaml does not say."""
    file: SourceFile

    @property
    def line_before(self) -> str:
        """What stands in the line before the place."""
        return self.file.text[self.file.text.rfind("\n", 0, self.start) + 1 : self.start]

    @property
    def construct(self) -> str:
        """What was read of the construct; empty if libyaml does not say where it opens."""
        return "" if self.opening is None else self.file.text[self.opening : self.start]


def _mistake(complaint: _Complaint) -> tuple[_Wording, Span]:
    """What is wrong, and where."""
    before, start, file = complaint.line_before, complaint.start, complaint.file
    is_colon = complaint.problem.startswith("mapping values are not allowed")
    if is_colon and before.strip() and ":" not in before:
        # «text» in one line, «  title: …» in the next: the indent is wrong, not the colon
        return _SHIFTED, Span(start - len(before.lstrip(" -")), start)
    rest = file.rest_of_line(start)
    is_stray = complaint.problem.startswith(("did not find expected key", "did not find expected '-'"))
    if is_stray and before.rstrip().endswith(("}", "]", '"', "'")):  # «"План" на год»
        return _TRAILING, rest
    known = (wording for words, wording in _PROBLEMS.items() if complaint.problem.startswith(words))
    wording = next(known, _UNKNOWN)
    # «[department, schools», noticed only lines later
    is_left_open = complaint.construct.startswith(("[", "{")) and "\n" in complaint.construct
    if complaint.opening is not None and (wording.is_at_opening or is_left_open):
        return wording, file.rest_of_line(complaint.opening)
    if not before.strip():  # the whole line is out of place
        return wording, rest
    return wording, rest._replace(end=min(rest.end, rest.start + 1))


def complex_key(place: Place) -> Diagnostic:
    """A list or a mapping where the name of a field is expected."""
    hint = "имя поля – одно слово; текст с фигурными скобками возьмите в кавычки"
    return Diagnostic(BROKEN, "на месте имени поля стоит список или набор полей", place, hints=(hint,))
