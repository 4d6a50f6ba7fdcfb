"""История называет единицу, которой в плане нет.

Почему    Пометка «в ред. приказа …» ставится у единицы, а её место находят по постоянному имени. Имя
          с опечаткой оставит изменение без пометки.
Плохо     amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: two}]}]
Хорошо    amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: one}]}]
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.history import last_words
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.amendment import Acts, Manner, Touch, UnitName
from roadmapc.model.history import is_anew
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_plan
from roadmapc.text.similar import did_you_mean

_PLACES = {ProvisionKind.MEASURE: ProvisionKind.SECTION, ProvisionKind.SECTION: ProvisionKind.APPENDIX}
"""What a removed unit of a kind has to name as its place."""
_HOLDERS = {
    ProvisionKind.CLAUSE: (ProvisionKind.CLAUSE,),
    ProvisionKind.SECTION: (ProvisionKind.SECTION, ProvisionKind.APPENDIX),
    ProvisionKind.MEASURE: (ProvisionKind.SECTION, ProvisionKind.APPENDIX),
}
"""With what a unit of a kind may have gone."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Units that are not there though nothing removed them, and removed ones whose place never was."""
    if not subject.plan.amendments:
        return
    known, last = dict(of_plan(subject.plan)), last_words(subject.plan)
    for touch in last.values():
        if _went_with_another(touch, subject.plan.amendments):
            continue
        if touch.manner is Manner.REMOVED:
            yield from _place(touch, known.keys() | last.keys())
        elif touch.unit not in known:
            message = f"единицы «{touch.unit.id}» в плане нет"
            yield Finding(message, touch.node.span, _advice(touch.unit, known))


def _advice(unit: UnitName, known: dict[UnitName, str]) -> tuple[str, ...]:
    """What to write instead of a name that no unit has; `known` are units with their numbers."""
    names = {name.id: number for name, number in known.items() if name.kind is unit.kind}
    numbered = next((name for name, number in names.items() if number == unit.id), None)
    if numbered is not None:
        return (f"у единицы под этим номером есть имя: «{numbered}»",)
    return did_you_mean(unit.id, names) or ("если её исключили, запишите это в removed",)


def _went_with_another(touch: Touch, acts: Acts) -> bool:
    """Whether a later act took out, or said anew, something that may have held the unit."""
    later = (each for act in acts for each in act.touches if each.node.start > touch.node.start)
    kinds = _HOLDERS.get(touch.unit.kind, ())
    return any(is_anew(each) or (each.manner is Manner.REMOVED and each.unit.kind in kinds) for each in later)


def _place(touch: Touch, known: set[UnitName]) -> Iterator[Finding]:
    """Where a removed unit stood, if that cannot be found."""
    holder = _PLACES.get(touch.unit.kind)
    if holder is not None and UnitName(holder, touch.within) not in known:
        place = f"«{touch.within}» нет ни в плане, ни в истории" if touch.within else "не сказано"
        hint = "в поле within назовите раздел мероприятия или приложение раздела"
        yield Finding(f"где стояла единица «{touch.unit.id}»: {place}", touch.node.span, (hint,))


RULE = Rule(Code("L822", "amended-unit-unknown", Severity.ERROR, __doc__), check)
