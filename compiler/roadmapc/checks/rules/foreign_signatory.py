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
    """The signatory of one body's act who is of another body, where the author has a head of its own."""
    order = subject.plan.order
    if len(order.authors) != 1 or len(order.signatories) != 1:
        return
    (author,), (signed,) = order.authors, order.signatories
    official = signed.acting_for or signed.official
    if (
        not isinstance(author, Body)
        or author.head in (None, official.id)
        or official.body in (None, author.id)
    ):
        return
    message = f"на бланке {author.short}, а подписывает {official.name}, {official.post}"
    acting = f"signatory: {{ official: {official.id}, acting_for: {author.head} }}"
    hint = f"руководитель – «{author.head}»; если его обязанности исполняет другой, напишите {acting}"
    yield Finding(message, order.origin.key_span("signatory"), (hint,))


RULE = Rule(Code("E628", "foreign-signatory", Severity.WARNING, __doc__), check)
