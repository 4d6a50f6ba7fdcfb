"""Документ называет себя не своим видом.

Почему    «Контроль за исполнением постановления» в приказе: пункт перенесён из чужого документа,
          и контролируют по нему неизвестно что.
Плохо     text: Контроль за исполнением постановления оставляю за собой до 01.06.2021.
Хорошо    text: Контроль за исполнением приказа оставляю за собой до 01.06.2021.
Основание ГОСТ Р 7.0.97, реквизит «наименование вида документа»
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.act import ANY_CASE, COMMANDS, DECIDED, OPERATIVE, STEMS, ActKind
from roadmapc.text.regex import regex

_SELF = regex(
    rf"(?:настоящ|данн|этого|этому|этим)[а-яё]*\s+(?P<named>{ANY_CASE})"
    rf"|(?:исполнени|выполнени)[а-яё]*\s+(?P<executed>{ANY_CASE})"
    r"(?=\s*(?:$|[.,;]|возложить|возлагаю|оставляю|оставить))"
    rf"|^\s*(?P<brought>{ANY_CASE})\s+(?=[а-яё]+(?:ть|ти)\b|вступает)",
    re.IGNORECASE,
)
_FIELDS = frozenset(("title", "preamble", "text", "paragraphs", "items", "clauses", "prose", "heading"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words for the document itself that name another kind; a word of command that is of another."""
    order = subject.plan.order
    kind, command = order.kind, order.command.word
    own = DECIDED.values() if kind is ActKind.DECISION else OPERATIVE[kind]
    if "operative" in order.origin.fields and command.lower() in COMMANDS and command.lower() not in own:
        message = f"документ – {kind}, а слово в нём – «{command}»"
        hint = "уберите operative: слово ставится само"
        yield Finding(message, order.origin.key_span("operative"), (hint,))
    for text, match in subject.find(_SELF, *STEMS):
        name = next(name for name in ("named", "executed", "brought") if match[name])
        if text.field in _FIELDS and not match[name].lower().startswith(kind[:6]):
            message = f"документ – {kind}, а назван «{match[name]}»"
            yield Finding(message, text.at(*match.span(name)), (f"он называет себя «{kind.this}»",))


RULE = Rule(Code("L832", "other-kind-of-act", Severity.WARNING, __doc__), check)
