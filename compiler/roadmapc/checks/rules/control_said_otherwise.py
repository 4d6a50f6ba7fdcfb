"""Пункт о контроле говорит одно, поле control – другое.

Почему    В приказе контроль оставляют за собой, а напоминания и реестр получает другой: спросить с обоих
          нельзя.
Плохо     {text: Контроль за исполнением приказа оставляю за собой., control: deputy}
Хорошо    {text: Контроль за исполнением приказа оставляю за собой., control: head}
Основание соглашение roadmapc: контролирующее лицо записано и словами, и полем
"""

import re
from collections.abc import Iterator, Sequence

from roadmapc.checks.facts.people import family
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.organisation import Official
from roadmapc.model.plan import Clause
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.regex import regex

_MYSELF = regex(r"\b(?:оставляю|оставить|оставляем)\s+за\s+собой\b", re.IGNORECASE)
_ON = regex(r"\b(?:возложить|возлагаю|возлагается)\s+на\b", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses with a controller whom their words do not name."""
    signatories = [each.official for each in subject.plan.order.signatories]
    for clause in subject.plan.order.walk():
        if clause.control is None or not isinstance(clause.origin, MappingNode):
            continue
        said = _said(clause, signatories, clause.control)
        if said:
            message = f"{said}, а в поле control – {clause.control.name}"
            span = scalar(clause.origin, "control").span
            yield Finding(message, span, ("назовите в обоих местах одно лицо",))


def _said(clause: Clause, signatories: Sequence[Official], control: Official) -> str:
    """What the words say instead; empty if they name the same person or none."""
    if _MYSELF.search(clause.text):
        same = any(control.id == signatory.id for signatory in signatories)
        return "" if same else f"по тексту контроль у подписавшего ({signatories[0].name})"
    named = [person for person in family(clause.text) if _ON.search(clause.text)]
    if not named or any(person.is_of(control.name) for person in named):
        return ""
    return f"по тексту контроль у другого лица: {named[0].words}"


RULE = Rule(Code("E620", "control-said-otherwise", Severity.ERROR, __doc__), check)
