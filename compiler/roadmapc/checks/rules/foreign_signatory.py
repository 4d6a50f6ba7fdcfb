"""Подписывает человек не из того органа, чей это бланк.

Почему    Приказ управления, подписанный директором школы, ничтожен: полномочий на него нет.
Плохо     signatory: deputy
Хорошо    signatory: head
Основание ГОСТ Р 7.0.97, реквизит «подпись»: подписывает руководитель органа или тот, кого он уполномочил
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.organisation import Body


def check(subject: CheckInput) -> Iterator[Finding]:
    """A signatory of another body than the author, which has a head of its own."""
    order = subject.plan.order
    author, signatory = order.author, order.signatory
    if (
        not isinstance(author, Body)
        or author.head in (None, signatory.id)
        or signatory.body in (None, author.id)
    ):
        return
    message = f"на бланке {author.short}, а подписывает {signatory.name}, {signatory.post}"
    hint = f"руководитель – «{author.head}»; если он отсутствует, назовите исполняющего обязанности"
    yield Finding(message, scalar(order.origin, "signatory").span, (hint,))


RULE = Rule(Code("E628", "foreign-signatory", Severity.WARNING, __doc__), check)
