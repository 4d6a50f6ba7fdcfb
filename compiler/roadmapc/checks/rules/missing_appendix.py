"""Ссылка на приложение, которого нет.

Почему    Читатель ищет приложение и не находит: оно потерялось, или ссылка осталась от другого документа.
Плохо     measure: Разработка показателей (приложение № 3)
Хорошо    measure: Разработка показателей
Основание каждое упомянутое приложение приложено
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """References to numbers that no appendix has, and to appendices of appendices."""
    numbers = {str(at) for at in range(1, len(subject.plan.appendices) + 1)}
    for mention in mentions(subject):
        name = mention.match[0].removesuffix(mention.match["tail"] or "").strip()
        if mention.is_of_appendix and mention.text.field == "measure":
            message = f"ссылка «{name}» – на приложение к приложению, а такого нет"
        elif mention.number and mention.number not in numbers:
            message = f"ссылка «{name}», а такого приложения нет"
        else:
            continue
        hint = "приложите его к документу или уберите ссылку"
        yield Finding(message, mention.place, (hint,))


RULE = Rule(Code("L802", "missing-appendix", Severity.ERROR, __doc__, about=About.ACT), check)
