"""Пробел перед знаком или ни одного после него.

Почему    Такой знак отрывается от слова на другую строку или склеивает два слова в одно.
Плохо     measure: Итоги 2018,2019 годов , выводы
Хорошо    measure: Итоги 2018, 2019 годов, выводы
Основание правила набора: пробел – после знака
"""

import re
from collections.abc import Iterator, Mapping

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.checks.wordings import Mark
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import excerpt

_SPACES: Mapping[re.Pattern[str], tuple[Mark, ...]] = {
    regex(r"(?<=\S)(?P<space> +)(?=(?:[,;»)]|“(?!\w))(?!\))|[.!?:](?:\s|$))"): tuple(
        f" {sign}" for sign in ",;»“).!?:"
    ),
    regex(r"(?<=[«„(])(?P<space> +)"): ("« ", "„ ", "( "),
}
"""Before a sign and after an opening one, with what every match has."""
_SIGN_AND_LETTER = regex(r"[,;][А-Яа-яЁё«]")
_GLUED: Mapping[re.Pattern[str], tuple[Mark, ...]] = {
    regex(r"(?<! )[,;](?:(?=[А-Яа-яЁё«])|(?<=[12]\d{3},)(?=[12]\d{3}\b))"): (regex(r"[,;][А-Яа-яЁё«\d]"),),
    regex(
        r"[)»](?=[А-Яа-яЁё])|(?<=[а-яё])\((?=[А-Яа-яё]{4}|[а-яё]+\s)"
        r"|(?<=[а-яё\d:;,])«(?=[А-ЯЁа-яё])"
    ): (regex(r"[)»][А-Яа-яЁё]|[а-яё\d:;,][(«]"),),
    regex(r"(?<=\d{4})-(?= )|[а-яё»\"]- (?=[а-яё«])"): ("- ",),
}

_DOUBLED = regex(r",\s?,|;\s?;|(?<![.\s])\.\.(?![./])")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Spaces on the wrong side of a sign."""
    for pattern, marks in _SPACES.items():
        for text, match in subject.find(pattern, *marks):
            if text.field != "rows":
                yield _extra(text, match)
    for pattern, marks in _GLUED.items():
        for text, match in subject.find(pattern, *marks):
            if text.field != "rows":
                around = excerpt(text.words, *match.span())
                hint = "пробел ставится после знака; дефис – без пробелов"
                yield Finding(f"пробелы не на месте: «{around}»", text.at(*match.span()), (hint,))
    for text, match in subject.find(_DOUBLED, ",,", ", ,", ";;", "; ;", ".."):
        message = f"знак поставлен дважды: «{excerpt(text.words, *match.span())}»"
        edit = text.edit(*match.span(), match[0][0])
        yield Finding(message, text.at(*match.span()), ("оставьте один знак",), edit=edit)


def _extra(text: Text, match: re.Match[str]) -> Finding:
    """A space to take away; one that a sign takes with it from a following word comes back after the sign."""
    start, end = match.span()
    message = f"лишний пробел: «{excerpt(text.words, start, end)}»"
    is_glued = _SIGN_AND_LETTER.match(text.words, end) is not None
    edit = text.edit(start, end + 1, f"{text.words[end]} ") if is_glued else text.edit(start, end, "")
    return Finding(message, text.at(start, end), edit=edit)


RULE = Rule(Code("T909", "punctuation-space", Severity.WARNING, __doc__, Group.LAYOUT), check)
