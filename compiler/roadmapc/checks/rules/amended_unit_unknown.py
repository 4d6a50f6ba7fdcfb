"""История называет единицу, которой в плане нет.

Почему    Пометка «в ред. приказа …» ставится у единицы, а её место находят по постоянному имени. Имя
          с опечаткой оставит изменение без пометки.
Плохо     amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: two}]}]
Хорошо    amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: one}]}]
Основание соглашение roadmapc
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.history import last_words
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.amendment import Manner, Touch, UnitName
from roadmapc.model.unit import UnitKind
from roadmapc.model.unit_names import of_plan
from roadmapc.text.similar import did_you_mean

_HOLDERS = {UnitKind.MEASURE: UnitKind.SECTION, UnitKind.SECTION: UnitKind.APPENDIX}
"""What a removed unit of a kind has to name as its place."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Units that neither the plan has nor a later act removed, and places of removed ones that never were."""
    known = {name for name, _ in of_plan(subject.plan)}
    last = last_words(subject.plan)
    for touch in last.values():
        if touch.manner is not Manner.REMOVED and touch.unit not in known:
            names = [name.id for name in known if name.kind is touch.unit.kind]
            hints = did_you_mean(touch.unit.id, names) or ("если её исключили, запишите это в removed",)
            yield Finding(f"единицы «{touch.unit.id}» в плане нет", touch.node.span, hints)
        elif touch.manner is Manner.REMOVED and not _is_placed(touch, known | last.keys()):
            place = f"«{touch.within}» нет ни в плане, ни в истории" if touch.within else "не сказано"
            hint = "в поле within назовите раздел мероприятия или приложение раздела"
            yield Finding(f"где стояла единица «{touch.unit.id}»: {place}", touch.node.span, (hint,))


def _is_placed(touch: Touch, known: set[UnitName]) -> bool:
    """Whether the place of a removed unit can be found."""
    holder = _HOLDERS.get(touch.unit.kind)
    return holder is None or UnitName(holder, touch.within) in known


RULE = Rule(Code("L822", "amended-unit-unknown", Severity.ERROR, __doc__), check)
