"""Пункт приказа кончается без знака.

Почему    Пункт – предложение. Без знака в конце кажется, что часть его потеряна.
Плохо     text: Провести совет до 1 июня 2021 года
Хорошо    text: Провести совет до 1 июня 2021 года.
Основание правила русской пунктуации
"""

from collections.abc import Iterator

from roadmapc.checks.places import of_clause
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Clause


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that nothing continues and whose last sign is a letter, a figure or a bracket."""
    for clause in subject.plan.order.walk():
        if not _goes_on(clause) and _is_open((clause.text, *clause.paragraphs)[-1]):
            hint = "поставьте точку, а в подпункте, за которым идут другие, – точку с запятой"
            yield Finding(f"пункт {clause.number} кончается без знака", of_clause(clause), (hint,))


def _goes_on(clause: Clause) -> bool:
    return bool(clause.clauses or clause.items or clause.quoted)


def _is_open(text: str) -> bool:
    return text.rstrip()[-1:].isalnum() or text.rstrip().endswith((")", "»"))


RULE = Rule(Code("T928", "clause-without-stop", Severity.WARNING, __doc__), check)
