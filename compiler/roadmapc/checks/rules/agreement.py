"""Слова не согласованы.

Почему    Окончание осталось от прежней редакции. Здесь перечислены только такие сочетания, которые
          правильными не бывают.
Плохо     measure: Обеспечение проведение олимпиады
Хорошо    measure: Обеспечение проведения олимпиады
Основание правила русского языка: согласование и управление
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from roadmapc.checks.rule import ENOUGH, CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.source.span import Span
from roadmapc.text.dates import ANY_MONTH


class _Slip(NamedTuple):
    """A combination of words, in small letters."""

    sign: str
    """Letters without which there is no such slip: looking for them is quick."""
    pattern: str
    reason: str


_NEUTER = "[ое]е(?<!котор..)(?<!перв..)(?<!втор..)(?<!друг..)(?<!кажд..)"
_ACTS = "(?P<slip>приказов|постановлений|распоряжений|положений)"
SLIPS = (
    _Slip("ние ", r"[еа]ние [а-яё]+[еа]ние\b", "второе слово ждёт родительного падежа"),
    _Slip("ния", rf"{_NEUTER} [а-яё]+[еа]ния\b", "прилагательное и слово за ним в разных падежах"),
    _Slip(
        "обучающихся ",
        r"\bобучающихся [а-яё]+(?:ых|их) [а-яё]+(?:ях|ах)\b",
        "нужен родительный падеж или предлог",
    ),
    _Slip(
        "общеобразовательным организациям",
        r"(?:там|лям|кам) общеобразовательным организациям\b",
        "два слова в дательном падеже",
    ),
    _Slip(
        "организаций, ",
        r"\bорганизаций, (?:имеющие|находящиеся|реализующие)\b",
        "причастие ждёт родительного падежа",
    ),
    _Slip(" год", rf"\b{ANY_MONTH} \d{{4}} год\b", "после месяца – «года»"),
    _Slip(" годы", r"\bв 20\d\d\s*[-–]\s*20\d\d годы\b", "после «в» – «годах»"),
    _Slip("соответствии с", r"(?<!в )\bсоответствии со? [а-яё]+", "потерян предлог «в»"),
    _Slip(" инвалид", r"\b(?:детей|детьми|детям) инвалид[а-яё]+", "пишется через дефис"),
    _Slip(" предметник", r"\bучител[а-яё]+ предметник[а-яё]+", "пишется через дефис"),
    _Slip("(", r"(?<=[а-яё]{4})\([а-яё]{1,2}\)", "окончание в скобках: выберите число"),
    _Slip("в части касающейся", r"\bв части касающейся\b", "нужна запятая и слово после «касающейся»"),
    _Slip(
        "в соответствии с",
        rf"\bв соответствии с[^;:]{{0,400}}, {_ACTS}\b",
        "после «в соответствии с» – творительный падеж: «приказами», «положениями»",
    ),
)
"""What is never right; a pattern may begin inside a word, the finding begins with the word."""
_COMPILED = tuple((slip, re.compile(slip.pattern)) for slip in SLIPS)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Combinations of the table."""
    for slip, pattern in _COMPILED:
        for text, span in subject.ask(partial(_spans, pattern), slip.sign):
            words = text.words[span.start : span.end]
            message = f"слова «{words}» не согласованы" if " " in words else f"слово «{words}» не согласовано"
            yield Finding(message, text.at(*span), (slip.reason,))


def _spans(pattern: re.Pattern[str], words: str) -> Iterator[Span]:
    """Where slips of a kind are."""
    small = words.lower()
    if len(small) == len(words):  # a letter such as «İ» becomes two
        yield from (_whole(words, found) for found in islice(pattern.finditer(small), ENOUGH))


def _whole(words: str, found: re.Match[str]) -> Span:
    """From the start of the first word, or the word that is told apart as the slip."""
    if "slip" in found.re.groupindex:
        return Span(*found.span("slip"))
    return Span(words.rfind(" ", 0, found.start() + 1) + 1, found.end())


RULE = Rule(Code("T920", "agreement", Severity.WARNING, __doc__), check)
