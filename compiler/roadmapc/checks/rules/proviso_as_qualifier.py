"""Оговорка «по согласованию» записана уточнением.

Почему    Уточнение говорит, какие из группы исполняют, и печатается через запятую. «По согласованию» –
          условие, на котором участвует тот, кто автору не подчинён: его ставят в скобках после имени.
Плохо     executors: [{id: schools, qualifier: по согласованию}]
Хорошо    executors: [{id: schools, proviso: по согласованию}]
Основание обычай муниципальных планов: «(по согласованию)» после каждого стороннего исполнителя
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import mappings, optional_scalar
from roadmapc.text.regex import regex

_PROVISO = regex(r"\W*(?:по\s+согласовани|в\s+установленном\s+порядке)", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Qualifiers of executors that say on what they act."""
    for _, measure in subject.rows:
        for executor in mappings(measure.origin, "executors"):
            qualifier = optional_scalar(executor, "qualifier")
            if qualifier is not None and _PROVISO.match(qualifier.text):
                message = f"«{qualifier.text}» – оговорка, а записана уточнением"
                hint = "запишите её в поле proviso: она печатается в скобках"
                yield Finding(message, executor.key_span("qualifier"), (hint,))


RULE = Rule(Code("T931", "proviso-as-qualifier", Severity.WARNING, __doc__), check)
