"""Пункт приказа кончается без знака.

Почему    Пункт – предложение. Без знака в конце кажется, что часть его потеряна.
Плохо     text: Провести совет до 1 июня 2021 года
Хорошо    text: Провести совет до 1 июня 2021 года.
Основание правила русской пунктуации
"""

from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that nothing continues and whose last sign is a letter, a figure or a bracket."""
    for clause in subject.plan.order.walk():
        goes_on = clause.clauses or clause.items or clause.quoted
        end = (clause.text, *clause.paragraphs)[-1].rstrip()[-1:]
        if not goes_on and (end.isalnum() or end in (")", "»")):
            hint = "поставьте точку, а в подпункте, за которым идут другие, – точку с запятой"
            yield Finding(f"пункт {clause.reference} кончается без знака", place_of(clause), (hint,))


RULE = Rule(Code("T928", "clause-without-stop", Severity.WARNING, __doc__, Group.LAYOUT), check)
