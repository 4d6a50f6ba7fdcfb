"""Номер исключённой единицы занят другой.

Почему    Номера при изменении приказа не сдвигаются: на «строку 2.3» могли сослаться, и она должна остаться
          той же или не быть никакой. Номера, которые ставятся сами, после исключения строки сдвигаются;
          чтобы этого не было, их записывают.
Плохо     amendments: [{date: 01.02.2022, number: 20, removed: [{unit: clause, id: old, number: "1"}]}]
Хорошо    amendments: [{date: 01.02.2022, number: 20, removed: [{unit: clause, id: old, number: "3"}]}]
Основание правила внесения изменений в правовые акты: нумерация при изменении не меняется
"""

from collections.abc import Iterator

from roadmapc.checks.clauses import place_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity
from roadmapc.diagnostics.diagnostic import Label
from roadmapc.model.history import retired
from roadmapc.model.plan import Appendix, Measure, Plan, Section
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.span import Span

Numbered = tuple[ProvisionKind, str, str]
"""A kind of units, their appendix, and a number, which one of them may bear."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Numbers of removed units that others now bear."""
    if not subject.plan.amendments:
        return
    borne = dict(_borne(subject.plan))
    for kind, home, number, change in retired(subject.plan):
        place = borne.get((kind, home, number))
        if place is not None:
            label = Label(change.place, "исключено здесь")
            message = f"номер {number} принадлежал исключённой единице «{change.provision.id}»"
            yield Finding(message, place, ("запишите прежний номер полем number",), (label,))


def _borne(plan: Plan) -> Iterator[tuple[Numbered, Span]]:
    for clause in plan.order.walk():
        yield (ProvisionKind.CLAUSE, "", clause.number), place_of(clause)
    for appendix in plan.appendices:
        yield (ProvisionKind.APPENDIX, "", appendix.number), _name(appendix)
        for section in appendix.walk():
            yield (ProvisionKind.SECTION, appendix.id, section.number), _name(section)
            for measure in section.measures:
                yield (ProvisionKind.MEASURE, appendix.id, measure.number), _name(measure)


def _name(unit: Appendix | Section | Measure) -> Span:
    """Where a unit has its number, or its name if the compiler gives the number."""
    return unit.origin.key_span("number" if "number" in unit.origin.fields else "id")


RULE = Rule(Code("N720", "retired-number", Severity.ERROR, __doc__, about=About.ACT), check)
