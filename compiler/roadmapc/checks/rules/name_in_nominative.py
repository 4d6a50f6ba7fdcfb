"""Название органа или имя стоит не в том падеже.

Почему    «Начальнику отдел образования» – название скопировано из справочника, а падеж остался
          именительным. То же со ссылкой без падежа: «возложить на {deputy}» напечатается «на Примеров В. Г.».
          Ссылка с падежом ставит нужные слова и обновится вместе со справочником.
Плохо     text: Начальнику управление образования подготовить отчёт до 01.06.2021.
Хорошо    text: Начальнику {board.genitive} подготовить отчёт до 01.06.2021.
Основание правила русского языка: управление; падежи названий – в справочнике организации
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.from_tree.references import line_to_add
from roadmapc.model.organisation import Body, BodyId, Official, OfficialId, Organisation
from roadmapc.source.span import Span
from roadmapc.text.regex import regex


class _Governor(NamedTuple):
    """Words after which a name stands in a case."""

    case: str
    """The field of the directory."""
    words: tuple[str, ...]
    """In small letters, without the endings."""
    reason: str


_GOVERNORS = (
    _Governor(
        "genitive",
        (
            *("начальник", "директор", "руководител", "заведующ", "приказ"),
            *("специалист", "методист", "работник", "сотрудник"),
        ),
        "нужен родительный падеж",
    ),
    _Governor("dative", ("поручить", "предложить", "рекомендовать"), "нужен дательный падеж"),
    _Governor(
        "accusative",
        (
            *("возложить на", "возложен на", "возложена на", "возложив на", "возлагаю на", "возлагается на"),
            *("назначить", "обязать", "уполномочить", "освободить"),
        ),
        "нужен винительный падеж",
    ),
    _Governor("instrumental", ("совместно с", "по согласованию с"), "нужен творительный падеж"),
)
_COMPILED = tuple((governor, regex(rf"\b(?:{'|'.join(governor.words)})[а-яё]* ")) for governor in _GOVERNORS)
_ENDINGS = tuple((governor, regex(rf"\b(?:{'|'.join(governor.words)})[а-яё]*\s$")) for governor in _GOVERNORS)
_REFERENCE = regex(r"\{(?P<id>[a-z0-9-]+)(?:\.(?:name|short))?\}")
"""One that stands for a nominative."""
_TASK = regex(r"\s+[а-яё]+(?:ть|ти|чь)(?:ся|сь)?\b")
"""«{schools.dative} подготовить отчёт»: whoever is told to do something stands in the dative."""
_PREPOSITIONS = {
    **dict.fromkeys(("для", "от", "до", "у", "без", "из", "после", "кроме", "вместо"), ("genitive",)),
    **dict.fromkeys(("к", "ко", "по", "согласно"), ("dative",)),
    **dict.fromkeys(("над", "перед", "между"), ("instrumental",)),
    **dict.fromkeys(("с", "со"), ("instrumental", "genitive")),
    **dict.fromkeys(("через", "про"), ("accusative",)),
    **dict.fromkeys(("на", "в", "во"), ("accusative", "prepositional")),
    **dict.fromkeys(("о", "об", "при"), ("prepositional",)),
    "за": ("accusative", "instrumental"),
}


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names in the nominative after a word that governs another case, where the directory has that case."""
    for governor, pattern in _COMPILED:
        bodies = _bodies_with(governor.case, subject.plan.organisation)
        names = tuple(body.name.lower() for body in bodies)
        for text, (span, at) in subject.ask_with(_named, (pattern, names), *governor.words):
            body = bodies[at]
            message = f"название «{text.words[span.start : span.end]}» не в том падеже: {governor.reason}"
            form = text_of(body.origin.get(governor.case))
            hint = f"напишите ссылку {{{body.id}.{governor.case}}}: «{form}»"
            yield Finding(message, text.at(*span), (hint,))
    for text, reference in subject.find(_REFERENCE, "{"):
        organisation, name = subject.plan.organisation, reference["id"]
        record = organisation.officials.get(OfficialId(name)) or organisation.bodies.get(BodyId(name))
        cases = _cases_after(text.words[: reference.start()])
        if not cases and _TASK.match(text.words, reference.end()):
            cases = ("dative",)
        if record is not None and cases and all(_is_another_word(record, case) for case in cases):
            yield _of_reference(text, reference, record, cases)


def _cases_after(before: str) -> tuple[str, ...]:
    """The cases that may stand after these words; none if they govern nothing."""
    small = before.lower()
    of_verb = next((governor.case for governor, ending in _ENDINGS if ending.search(small)), None)
    if of_verb:
        return (of_verb,)
    last = small.split()[-1:] if small.endswith((" ", "\u00a0", "\n")) else []
    return _PREPOSITIONS.get(last[0], ()) if last else ()


def _is_another_word(record: Body | Official, case: str) -> bool:
    """Whether the form differs from the nominative: «на управление» is as right as «управление»."""
    form = text_of(record.origin.get(case))
    if form:
        return form != record.name
    is_person = isinstance(record, Official)
    return is_person or case != "accusative" or record.name.split()[0].endswith(("а", "я"))


def _of_reference(
    text: Text, reference: re.Match[str], record: Body | Official, cases: tuple[str, ...]
) -> Finding:
    forms = {case: text_of(record.origin.get(case)) for case in cases}
    known = [case for case, form in forms.items() if form]
    message = f"по ссылке «{reference[0]}» напечатается именительный падеж: «{record.name}»"
    hints = [f"напишите {{{record.id}.{case}}}: «{forms[case]}»" for case in known]
    hints = hints or [f"{line_to_add(record, cases[0])}, – и напишите её имя в ссылке"]
    sure = f"{{{record.id}.{known[0]}}}" if len(cases) == len(known) == 1 else ""
    edit = text.edit(*reference.span(), sure) if sure else None
    return Finding(message, text.at(*reference.span()), tuple(hints), edit=edit)


def _bodies_with(case: str, organisation: Organisation) -> list[Body]:
    """Bodies that have a case, the longest names first.

    «школы» may be the genitive of one school: names in the plural are left out.
    """
    bodies = (body for body in organisation.bodies.values() if body.origin.get(case) is not None)
    singular = (body for body in bodies if not body.name.split()[0].endswith(("ы", "и")))
    return sorted(singular, key=lambda body: -len(body.name.lower()))


def _named(given: tuple[re.Pattern[str], tuple[str, ...]], words: str) -> Iterator[tuple[Span, int]]:
    """Where names stand after governing words, and which: at each place the first, which is the longest."""
    pattern, names = given
    small = words.lower()
    for governing in pattern.finditer(small) if len(small) == len(words) else ():
        for at, name in enumerate(names):
            span = Span(governing.end(), governing.end() + len(name))
            if small.startswith(name, span.start) and not small[span.end : span.end + 1].isalnum():
                yield span, at
                break


RULE = Rule(Code("E612", "name-in-nominative", Severity.WARNING, __doc__), check)
