"""История называет единицу, которой в плане нет.

Почему    Пометка «в ред. приказа …» ставится у единицы, а её место находят по постоянному имени. Имя
          с опечаткой оставит изменение без пометки.
Плохо     amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: two}]}]
Хорошо    amendments: [{date: 01.02.2022, number: 20, changed: [{unit: measure, id: one}]}]
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.amendment import Acts, ChangeKind, ProvisionChange, ProvisionName
from roadmapc.model.history import history, restates_appendix
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_plan
from roadmapc.text.similar import did_you_mean

_PLACES = {ProvisionKind.MEASURE: ProvisionKind.SECTION, ProvisionKind.SECTION: ProvisionKind.APPENDIX}
"""What a removed provision of a kind has to name as its place."""
_HOLDERS = {
    ProvisionKind.CLAUSE: (ProvisionKind.CLAUSE,),
    ProvisionKind.SECTION: (ProvisionKind.SECTION, ProvisionKind.APPENDIX),
    ProvisionKind.MEASURE: (ProvisionKind.SECTION, ProvisionKind.APPENDIX),
}
"""With what a provision of a kind may have gone."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Provisions that are not there though nothing removed them, and removed ones whose place never was."""
    if not subject.plan.amendments:
        return
    known = dict(of_plan(subject.plan))
    last = {name: changes[-1][1] for name, changes in history(subject.plan).items()}
    for change in last.values():
        if _went_with_another(change, subject.plan.amendments):
            continue
        if change.kind is ChangeKind.REMOVED:
            yield from _place(change, known.keys() | last.keys())
        elif change.provision not in known:
            message = f"единицы «{change.provision.id}» в плане нет"
            yield Finding(message, change.place, _advice(change.provision, known))


def _advice(unknown: ProvisionName, known: dict[ProvisionName, str]) -> tuple[str, ...]:
    """What to write instead of a name that no provision has; `known` are provisions with their numbers."""
    names = {name.id: number for name, number in known.items() if name.kind is unknown.kind}
    numbered = next((name for name, number in names.items() if number == unknown.id), None)
    if numbered is not None:
        return (f"у единицы под этим номером есть имя: «{numbered}»",)
    return did_you_mean(unknown.id, names) or ("если её исключили, запишите это в removed",)


def _went_with_another(change: ProvisionChange, acts: Acts) -> bool:
    """Whether a later act took out, or restated, something that may have held the provision."""
    holders = _HOLDERS.get(change.provision.kind, ())
    changes = [each for act in acts for each in act.changes]
    at = next(at for at, each in enumerate(changes) if each is change)
    return any(
        restates_appendix(later) or (later.kind is ChangeKind.REMOVED and later.provision.kind in holders)
        for later in changes[at + 1 :]
    )


def _place(change: ProvisionChange, known: set[ProvisionName]) -> Iterator[Finding]:
    """Where a removed provision stood, if that cannot be found."""
    holder = _PLACES.get(change.provision.kind)
    if holder is not None and ProvisionName(holder, change.within) not in known:
        place = f"«{change.within}» нет ни в плане, ни в истории" if change.within else "не сказано"
        hint = "в поле within назовите раздел мероприятия или приложение раздела"
        yield Finding(f"где стояла единица «{change.provision.id}»: {place}", change.place, (hint,))


RULE = Rule(Code("L822", "amended-unit-unknown", Severity.ERROR, __doc__), check)
