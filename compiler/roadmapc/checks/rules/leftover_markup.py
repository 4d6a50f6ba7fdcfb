"""В тексте остатки разметки.

Почему    Теги и звёздочки из другой программы напечатаются в приказе как есть.
Плохо     measure: <p>Провести совещание</p>
Хорошо    measure: Провести совещание
Основание соглашение roadmapc: в мероприятиях и пунктах разметки нет
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_MARKUP = regex(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&[a-z]{2,6};|(?<!<)\*\*(?=[\w«„\"(])")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Tags, entities and asterisks outside prose, which is Markdown and has a rule of its own (T929)."""
    for text, match in subject.find(_MARKUP, "<", "&", "**"):
        if text.field != "prose":
            yield Finding(f"остаток разметки «{match[0]}»", text.at(*match.span()), ("уберите его",))


RULE = Rule(Code("T915", "leftover-markup", Severity.WARNING, __doc__, Group.LAYOUT), check)
