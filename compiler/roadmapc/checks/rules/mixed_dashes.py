"""Тире то короткое, то длинное.

Почему    «–» и «—» вперемешку остаются, когда текст собран из нескольких документов; в таблице это видно
          сразу.
Плохо     measure: Отчёт — раз в год, совет – раз в месяц, сбор – по плану
Хорошо    measure: Отчёт – раз в год, совет – раз в месяц, сбор – по плану
Основание единообразие оформления документа
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Label
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex

_DASH = regex(r"(?<= )[–—](?= )")
_NAMES = {"–": "короткое тире «–»", "—": "длинное тире «—»"}


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first dash of the rarer kind."""
    dashes = [(text, dash) for text, dash in subject.find(_DASH, *_NAMES) if text.field != "rows"]
    rarer, others = sorted(([each for each in dashes if each[1][0] == sign] for sign in "—–"), key=len)
    if rarer:
        (text, dash), usual = rarer[0], others[0][1][0]
        places = counted(len(rarer), "месте", "местах", "местах")
        message = f"{_NAMES[dash[0]]} в {places}, в других – {_NAMES[usual]}"
        related = tuple(Label(text.at(*again.span()), "и здесь") for text, again in rarer[1:4])
        edit = text.edit(*dash.span(), usual)
        yield Finding(message, text.at(*dash.span()), (f"замените на «{usual}»",), related, edit)


RULE = Rule(Code("T924", "mixed-dashes", Severity.WARNING, __doc__, Group.LAYOUT), check)
