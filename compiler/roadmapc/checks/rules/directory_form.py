"""Падеж в справочнике – не тот или от другого имени.

Почему    Форму из справочника печатают все приказы. В дательном падеже часто остаётся именительный, а слова
          и инициалы расходятся, когда правят одну форму из пяти.
Плохо     deputy: {name: Примеров В. Г., dative: Примеров В. Г.}
Хорошо    deputy: {name: Примеров В. Г., dative: Примерову В. Г.}
Основание правила русского языка: склонение имён и названий
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import CASES, named
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.known_names import everyone
from roadmapc.model.organisation import Official


def check(subject: CheckInput) -> Iterator[Finding]:
    """Every case that the directory has, against the name of its record."""
    # as in `checks/rule.py`: commands that check nothing load all rules
    from roadmapc.language.forms import of_body, of_person  # noqa: PLC0415

    organisation = subject.plan.organisation
    for record in everyone(organisation):
        wrong = of_person if isinstance(record, Official) else of_body
        for text in named(record, organisation.file, CASES):
            slip = wrong(record.name, text.field, text.words)
            if slip is not None:
                edit = slip.replacement and text.edit(slip.start, slip.end, slip.replacement)
                yield Finding(slip.message, text.at(slip.start, slip.end), (slip.hint,), edit=edit or None)


RULE = Rule(Code("G005", "directory-form", Severity.WARNING, __doc__), check)
