"""Marks of appendices: «Приложение № 1 к приказу … от … № …», «УТВЕРЖДЁН постановлением …»."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.model.act import ActKind
from roadmapc.recognition.lines import Line, Words
from roadmapc.recognition.registered import day_in
from roadmapc.recognition.titles import TITLE_WORD

_STEMS = "|".join(kind.removesuffix("е") for kind in ActKind)
_APPENDIX = re.compile(
    r"Приложени[ея]\s*(?:(?:№|N[oо]?)?\s*(?P<number>\d{1,3}(?:\.\d+)*|[IVX]+\b|[А-Я]\b))?"
    r"(?P<rest>\s*(?:,?\s*(?:к|ко|утвержд\w+|от|об)\s.*)?)[.:]?",
    re.IGNORECASE,
)
_GRIF = re.compile(rf"[(]?Утвержд[её]н(?:а|о|ы)?(?P<rest>[\s:]*(?:(?:{_STEMS})\w*\b.*)?)[.:]?", re.IGNORECASE)
_ACT = re.compile(rf"(?:к|ко)\s+\w+|(?:{_STEMS})(?:ом|ем|у|ю|а|я|е)\b", re.IGNORECASE)
_REGISTERED = re.compile(r"(?:^|\s)от\s*[«\"“_\d]|^(?:№|N)\s*[\w_]|_{3,}\s*(?:№|N)")
_NUMBER_LINE = re.compile(r"(?:№|N)\s*\S+")
_BRACKETS = re.compile(r"\((?:приложение|в ред|с изм|в редакции|форма).*\)", re.IGNORECASE)
_REACH = 9
"""Lines that a mark may have."""


class AppendixMark(NamedTuple):
    """The mark over an appendix."""

    number: str
    """Empty for an appendix without one."""
    grif: str
    """«УТВЕРЖДЁН» as typed; empty if the mark says only «Приложение»."""
    lines: tuple[Line, ...]
    act: Words
    """Whose act it names: «к приказу управления образования»; no words if it names none."""

    @property
    def text(self) -> str:
        """Line by line, as typed."""
        return "\n".join(line.text for line in self.lines)


def begins(line: Line) -> bool:
    """Whether a line may be the first of a mark."""
    return bool(_APPENDIX.fullmatch(line.text) or _GRIF.fullmatch(line.text))


def mark_at(lines: Sequence[Line], at: int) -> AppendixMark | None:
    """The mark that begins at a line; `None` if none does."""
    if not begins(lines[at]):
        return None
    end = _end(lines, at)
    found = tuple(lines[at:end])
    number, grif = "", ""
    for line in found:
        numbered, approved = _APPENDIX.fullmatch(line.text), _GRIF.fullmatch(line.text)
        number = number or (numbered["number"] or "" if numbered else "")
        grif = grif or (line.text.split()[0].strip("(:.,") if approved else "")
    named = re.search(r"\(приложение\s*(?:№|N)?\s*(\d+)\)", found[-1].text, re.IGNORECASE)
    return AppendixMark(number or (named[1] if named else ""), grif, found, _act(found))


def _end(lines: Sequence[Line], at: int) -> int:
    """Past the last line of a mark: the one that says when, or the last that stands on the right."""
    first = lines[at]
    reach = range(at, min(at + _REACH, len(lines)))
    end = at + 1
    for place in reach:
        line = lines[place]
        if place > at and (TITLE_WORD.match(line.text) and line.begins and not line.is_right):
            break
        if _REGISTERED.search(line.text) or (place > at and day_in(line.text)):
            end = place + 1
            break
    else:
        end = _by_place(lines, at)
    if end == at + 1 and not _REGISTERED.search(first.text):
        end = max(end, _by_place(lines, at))
    while end < len(lines) and end - at < _REACH:
        line = lines[end]
        is_more = _BRACKETS.fullmatch(line.text) or (
            _NUMBER_LINE.fullmatch(line.text) and not day_in(line.text) and "№" not in lines[end - 1].text[1:]
        )
        if not is_more:
            break
        end += 1
    return end


def _by_place(lines: Sequence[Line], at: int) -> int:
    """Past the lines of a mark that names no day: those of its paragraph, on the right, or of an act."""
    first, end = lines[at], at + 1
    while end < len(lines) and end - at < _REACH:
        line = lines[end]
        is_own = line.paragraph is first.paragraph or (first.is_right and line.is_right)
        if not (is_own or _ACT.match(line.text) or begins(line)) or TITLE_WORD.match(line.text):
            break
        end += 1
    return end


def _act(lines: Sequence[Line]) -> Words:
    """The lines that name the act and whose it is, without its day."""
    named: list[Line] = []
    for line in lines:
        found = _ACT.search(line.text) if not named else None
        if found is None and not named:
            continue
        text = line.text[found.start() :] if found else line.text
        cut = re.search(r"\s*(?:\bот\s*[«\"“_\d]|(?:№|N)\s*[\w_]|\bот\s*$)", text)
        if text[: cut.start() if cut else None].strip():
            named.append(line._replace(text=text[: cut.start() if cut else None].strip()))
        if cut:
            break
    return Words.of(named) if named else Words("", (), "")
