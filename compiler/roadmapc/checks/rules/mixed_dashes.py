"""Тире то короткое, то длинное.

Почему    «–» и «—» вперемешку остаются, когда текст собран из нескольких документов; в таблице это видно
          сразу.
Плохо     measure: Отчёт — раз в год, совет – раз в месяц, сбор – по плану
Хорошо    measure: Отчёт – раз в год, совет – раз в месяц, сбор – по плану
Основание единообразие оформления документа
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label
from roadmapc.text.plural import counted

_DASH = re.compile(r"(?<= )[–—](?= )")
_NAMES = {"–": "короткое тире «–»", "—": "длинное тире «—»"}
_Place = tuple[Text, re.Match[str]]


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first dash of the rarer kind."""
    found = [place for place in subject.find(_DASH, *_NAMES) if place[0].field != "rows"]
    rarer, other = sorted((_of(found, sign) for sign in "—–"), key=len)
    if rarer:
        yield _finding(rarer, other[0][1][0])


def _of(found: list[_Place], sign: str) -> list[_Place]:
    return [place for place in found if place[1][0] == sign]


def _finding(rarer: list[_Place], usual: str) -> Finding:
    text, match = rarer[0]
    places = counted(len(rarer), "месте", "местах", "местах")
    message = f"{_NAMES[match[0]]} в {places}, в других – {_NAMES[usual]}"
    related = tuple(Label(each.at(*again.span()), "и здесь") for each, again in rarer[1:4])
    edit = text.edit(*match.span(), usual)
    return Finding(message, text.at(*match.span()), (f"замените на «{usual}»",), related, edit)


RULE = Rule(Code("T924", "mixed-dashes", Severity.WARNING, __doc__), check)
