"""Кому поручено, тех нет в листе ознакомления.

Почему    Подпись об ознакомлении доказывает, что человек знал о поручении. Кого в листе нет, с того
          не спросить.
Плохо     acquaintance: [head]
Хорошо    acquaintance: [head, deputy]
Основание ГОСТ Р 7.0.97: с приказом знакомят тех, кому он поручает
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import BodyId, Official, OfficialId, Organisation
from roadmapc.text.regex import regex

_REFERENCE = regex(r"\{(?P<id>[a-z0-9-]+)(?P<head>\.head)?(?:\.[a-z_]+)?\}")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Officials whom clauses name and the sheet does not."""
    order = subject.plan.order
    signing = (*order.acquaintance, *order.signatories)
    listed = {each.id for signatory in signing for each in (signatory.official, signatory.acting_for) if each}
    if not order.acquaintance:
        return
    for text, reference in subject.find(_REFERENCE, "{"):
        clause = subject.facts.home(text).clause
        official = _official(subject.plan.organisation, reference)
        if clause is not None and official is not None and official.id not in listed:
            listed.add(official.id)
            message = f"{official.name} назван в пункте {clause.reference}, а в листе ознакомления его нет"
            yield Finding(
                message, order.origin.key_span("acquaintance"), (f"добавьте «{official.id}» в acquaintance",)
            )


def _official(organisation: Organisation, reference: re.Match[str]) -> Official | None:
    """Who is named: an official, or the head of a body."""
    name = reference["id"]
    if reference["head"]:
        body = organisation.bodies.get(BodyId(name))
        return organisation.officials.get(body.head) if body is not None and body.head else None
    return organisation.officials.get(OfficialId(name))


RULE = Rule(Code("E622", "not-acquainted", Severity.WARNING, __doc__), check)
