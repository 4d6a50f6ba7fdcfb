"""Сокращение не введено.

Почему    Что такое «РМО», знает автор. Новый сотрудник и суд прочтут его по-своему, поэтому при первом
          упоминании пишут полностью и добавляют «(далее – …)».
Плохо     measure: Заседания РМО
Хорошо    measure: Заседания районных методических объединений (далее – РМО)
Основание правила оформления документов: сокращение вводится при первом упоминании
"""

from collections.abc import Iterator
from itertools import chain

from roadmapc.checks.abbreviations import ABBREVIATION, KNOWN, introduced, introducing
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_SMALL = regex(r"\b[а-яё]{2,6}\b")
_TABLES = frozenset(("rows", "columns"))
_LONG_CAPITALS = regex(r"\b[А-ЯЁ]{7,}\b")


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first use of each abbreviation that nobody explains; an amending order uses those of another."""
    if subject.plan.order.is_amending:
        return
    found = [
        (text, match)
        for text, match in subject.find(ABBREVIATION, ABBREVIATION)
        if text.field not in _TABLES and match[0] not in KNOWN and match[0] != match[0].title()
    ]
    if not found:
        return
    # abbreviations inside full names of the directory belong to the names; a short name is introduced there
    bodies = subject.plan.organisation.bodies.values()
    of_names = (name for body in bodies for name in (*ABBREVIATION.findall(body.name), body.short))
    in_capitals = _words_in_capitals(subject, {match[0] for _, match in found if match[0].isupper()})
    names_of = subject.memo.of_each(introduced)
    of_texts = chain.from_iterable(map(names_of, dict.fromkeys(introducing(subject.plan))))
    seen = {*of_texts, *of_names, *in_capitals}
    for text, match in found:
        name = match[0]
        if name in seen:
            continue
        seen.add(name)
        # where whole words stand in capitals, as in a heading, nothing tells an abbreviation
        around = text.words[max(0, match.start() - 20) : match.end() + 20]
        if _LONG_CAPITALS.search(around) is None:
            message = f"сокращение «{name}» нигде не введено"
            hint = f"при первом упоминании напишите полностью и добавьте «(далее – {name})»"
            yield Finding(message, text.at(*match.span()), (hint,))


def _words_in_capitals(subject: CheckInput, capitals: set[str]) -> set[str]:
    """Ordinary words that stand in capitals for weight, «ПЛАН»: the plan writes them in small letters too."""
    small = subject.ask(_SMALL.findall, *map(str.lower, capitals)) if capitals else ()
    return capitals & {word.upper() for _, word in small}


RULE = Rule(Code("E606", "abbreviation-not-introduced", Severity.WARNING, __doc__), check)
