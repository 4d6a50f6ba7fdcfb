"""Приказ ни до кого не доводится.

Почему    Поручения даны другим органам, а ни пункта о доведении или размещении, ни листа ознакомления, ни
          рассылки нет: исполнитель узнает о сроке, когда он пройдёт.
Плохо     {text: Школам подать отчёты до 01.06.2021., executors: [schools]}
Хорошо    {text: Школам подать отчёты до 01.06.2021. Методисту довести приказ до школ., executors: [schools]}
Основание инструкции по делопроизводству: приказ доводят до исполнителей, плановый – размещают на сайте
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Actor, Body, Official
from roadmapc.model.printed import clause_text
from roadmapc.text.regex import regex

_TOLD = regex(r"довести|довед|ознаком|размест|размещ|опублик|обнарод|разосл|направить|рассыл", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """An order that gives others than its author duties, and has no way to tell them."""
    order = subject.plan.order
    if (
        order.acquaintance
        or order.distribution
        or any(_TOLD.search(clause_text(each)) for each in order.walk())
    ):
        return
    authors = (author.id if isinstance(author, Body) else author.body for author in order.authors)
    own = frozenset((*authors, *(signatory.official.body for signatory in order.signatories)))
    others = [each for each in order.walk() if any(_is_other(one.actor, own) for one in each.executors)]
    if others:
        message = f"пункт {others[0].reference} поручает другим, а приказ ни до кого не доводится"
        hint = "добавьте пункт о доведении или размещении, лист ознакомления или рассылку"
        yield Finding(message, order.origin.key_span("clauses"), (hint,))


def _is_other(actor: Actor, own: frozenset[str | None]) -> bool:
    """Whether a body, or that of a person, is neither the author's nor a part of it."""
    if isinstance(actor, Official):
        return actor.body not in own
    return actor.id not in own and text_of(actor.origin.get("part_of")) not in own


RULE = Rule(Code("N733", "nobody-is-told", Severity.NOTE, __doc__), check)
