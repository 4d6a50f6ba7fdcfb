"""Между инициалами и фамилией нет пробела.

Почему    «А.Б.Образцова» и «А. Б. Образцова» – разные слова для поиска; фамилия без пробела уедет на другую
          строку вместе с инициалами.
Плохо     text: Назначить ответственной А.Б.Образцову до 01.06.2021.
Хорошо    text: Назначить ответственной А. Б. Образцову до 01.06.2021.
Основание правила оформления: инициалы отделяются от фамилии неразрывным пробелом
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_GLUED = regex(r"[А-ЯЁ](?<!\w.)(?:\.\s?[А-ЯЁ]\.(?=[А-ЯЁ][а-яё]{2,})|[а-яё]+(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.))")
"""Begins with the letter and not with the edge of a word: letters are quick to look for."""


_NO_STOP = regex(
    r"(?P<surname>[А-ЯЁ](?<![\w.].)[а-яё]{2,}(?:ов|ев|ин|ын|ск|цк|ич|ко|ук|юк|ян)[а-яё]{0,4})\s(?P<initials>[А-ЯЁ](?:\.\s?|\s)[А-ЯЁ])(?![\wа-яё.])"
)
_INITIAL = regex(r"^[А-ЯЁ](?:\.|$)")
_TIGHT = regex(
    r"(?<![\w.])[А-ЯЁ]\.[А-ЯЁ]\.(?=\s[А-ЯЁ][а-яё]{2,})|(?<=[а-яё]\s)[А-ЯЁ]\.[А-ЯЁ]\.(?![А-ЯЁа-яё])"
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Initials that touch the surname or each other, where the directory parts them, or lack a stop."""
    for text, match in subject.find(_GLUED, "."):
        at = match.end()
        edit = text.edit(at, at, " ")
        name = re.match(r"[\w.]+", text.words[match.start() :])
        words = name[0] if name else match[0]
        yield Finding(f"в имени «{words}» нет пробела", text.at(match.start(), at), edit=edit)
    for text, match in subject.find(_NO_STOP, _INITIAL):
        hint = "после каждого инициала ставят точку"
        yield Finding(f"в имени «{match[0]}» нет точки", text.at(*match.span("initials")), (hint,))
    if _parts_initials(subject):
        for text, match in subject.find(_TIGHT, "."):
            at = match.start() + 2
            yield Finding(
                f"инициалы «{match[0]}» слитно, а в справочнике с пробелом",
                text.at(*match.span()),
                edit=text.edit(at, at, " "),
            )


def _parts_initials(subject: CheckInput) -> bool:
    """Whether the names of the directory have a space between the initials: that form is printed."""
    names = [official.name for official in subject.plan.organisation.officials.values()]
    return bool(names) and all(re.search(r"\. [А-ЯЁ]\.$", name) for name in names if "." in name)


RULE = Rule(Code("T908", "initials-space", Severity.WARNING, __doc__, Group.LAYOUT), check)
