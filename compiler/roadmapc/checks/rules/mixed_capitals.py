"""Одни ячейки графы с прописной буквы, другие – со строчной.

Почему    Разнобой читается как небрежность, а одинаковые значения – «Приказ» и «приказ» – не находятся
          одним поиском.
Плохо     document: приказ
Хорошо    document: Приказ
Основание единообразие оформления таблицы
"""

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum, auto

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.syntax.tree import ScalarNode
from roadmapc.text.plural import counted
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_GROUPS = (("deadline", "phrase"), ("document",), ("to",))
_NAMES = {
    "deadline": "сроков",
    "phrase": "сроков",
    "document": "документов",
    "to": "получателей",
    "measure": "мероприятий",
    "result": "результатов",
}
_COLUMNS = frozenset(("deadline", "phrase", "document"))
"""Of the measures; in the order a deadline stands in the middle of a sentence."""
_OWN_CAPITAL = regex(r"[IVXLC]+\b|\w*[А-ЯЁA-Z]\w*[А-ЯЁA-Z]")
"""Roman numerals and abbreviations, «II квартал» and «МКУ»: they have no other form."""


_RARE = 0.15
"""Of the measures or results: beyond this share the column has no habit to hold a cell against."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first cell of the rarer form in each column, and each odd one among measures and results."""
    order, form = subject.plan.order.origin.span, subject.memo.of_each(_form)
    for group in _GROUPS:
        begun: defaultdict[_Form, list[Text]] = defaultdict(list)
        for text in subject.fields(*group):
            # a deadline of a clause is no cell
            if text.field not in _COLUMNS or not order.start <= text.node.start < order.end:
                begun[form(text.words)].append(text)
        if begun.keys() >= _BOTH:
            yield _finding(*sorted((begun[_Form.CAPITAL], begun[_Form.SMALL]), key=len))
    for name in ("measure", "result"):
        if not {form(text.words) for text in subject.fields(name)} >= _BOTH:
            continue
        single = [
            node for _, measure in subject.rows if isinstance(node := measure.origin.get(name), ScalarNode)
        ]
        starts = {node.start for node in single}
        cells = [
            text
            for text in subject.fields(name)
            if text.node.start in starts and text.file is subject.plan.file
        ]
        cells = [text for text in cells if form(text.words) is not _Form.GIVEN]
        odd, others = sorted(
            (
                [text for text in cells if form(text.words) is _Form.SMALL],
                [text for text in cells if form(text.words) is _Form.CAPITAL],
            ),
            key=len,
        )
        if odd and len(others) > 2 and len(odd) <= max(1, _RARE * len(cells)):
            yield from (_finding([each], others) for each in odd)


class _Form(Enum):
    """How a cell begins."""

    SMALL = auto()
    CAPITAL = auto()
    OTHER = auto()
    """With a letter that has one form."""
    GIVEN = auto()
    """With what its author had no choice about."""


_BOTH = {_Form.SMALL, _Form.CAPITAL}


def _form(words: str) -> _Form:
    if not words[:1].isalpha() or _OWN_CAPITAL.match(words):
        return _Form.GIVEN
    return _Form.SMALL if words[0].islower() else _Form.CAPITAL if words[0].isupper() else _Form.OTHER


def _finding(odd: list[Text], others: list[Text]) -> Finding:
    form = "с прописной" if odd[0].words[0].isupper() else "со строчной"
    count = counted(len(others), "ячейки", "ячеек", "ячеек")
    message = f"«{shortened(odd[0].words)}» {form} буквы в отличие от {count} {_NAMES[odd[0].field]}"
    label = others[0].label("так – в большинстве ячеек")
    return Finding(message, odd[0].at(0, 1), ("начинайте ячейки одинаково",), (label,))


RULE = Rule(Code("T910", "mixed-capitals", Severity.WARNING, __doc__, Group.LAYOUT), check)
