"""Подписывает человек не из того органа, чей это бланк.

Почему    Приказ управления, подписанный директором школы, ничтожен: полномочий на него нет.
Плохо     signatory: deputy
Хорошо    signatory: head
Основание ГОСТ Р 7.0.97, реквизит «подпись»: подписывает руководитель органа или тот, кого он уполномочил
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Body


def check(subject: CheckInput) -> Iterator[Finding]:
    """An author for whom nobody of his body signs, where he has a head of his own."""
    order = subject.plan.order
    signing = [signed.acting_for or signed.official for signed in order.signatories]
    for author in order.authors:
        if not isinstance(author, Body) or author.head is None:
            continue
        if any(author.head == official.id or official.body in (None, author.id) for official in signing):
            continue
        verb = "подписывают" if len(signing) > 1 else "подписывает"
        names = "; ".join(f"{official.name}, {official.post}" for official in signing)
        acting = f"signatory: {{ official: {signing[0].id}, acting_for: {author.head} }}"
        hint = f"руководитель – «{author.head}»; если его обязанности исполняет другой, напишите {acting}"
        message = f"на бланке {author.short}, а {verb} {names}"
        yield Finding(message, order.origin.key_span("signatory"), (hint,))


RULE = Rule(Code("E628", "foreign-signatory", Severity.WARNING, __doc__), check)
